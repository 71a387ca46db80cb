//! What is read as the citation of an article, and whose it is.

use proptest::prelude::*;

use super::super::Statutes;
use super::{Citation, Part, mentions, mentions_on};

fn statutes() -> Statutes<'static> {
    Statutes::with([("法律援助法", "法律援助法"), ("程序规定", "程序规定")].into_iter())
}

fn cited(text: &str) -> Vec<String> {
    let found = mentions(text, &statutes());
    found.into_iter().map(|cited| cited.law.long().replace("《法律援助法》", "")).collect()
}

#[test]
fn citations_in_running_text() {
    let text =
        "按《法律援助法》第三十一条、第四十二条第一款和法律援助法第99条，第三次去，新法第五条。";
    let found: Vec<_> =
        mentions(text, &statutes()).into_iter().map(|cited| cited.law.long()).collect();
    let law = "《法律援助法》第";
    let wanted = ["三十一条", "四十二条第一款", "九十九条"].map(|rest| format!("{law}{rest}"));
    assert_eq!(found, wanted);
}

#[test]
fn every_spelling_people_use() {
    for (text, wanted) in [
        (
            "《法律援助法》第二十四、二十五、九十九条",
            &["第二十四条", "第二十五条", "第九十九条"][..],
        ),
        ("《法律援助法》第三十一条和同法第九十九条", &["第三十一条", "第九十九条"]),
        ("《法律援助法》规定，该法第九十九条", &["第九十九条"]),
        ("见法律援助法#99。", &["第九十九条"]),
        ("《法律援助法》第９９条", &["第九十九条"]),
        ("《法律援助法》 第 九十九 条", &["第九十九条"]),
        ("《法律援助法》（2021年）第九十九条", &["第九十九条"]),
        ("《法律援助法》第四章第九十九条", &["第九十九条"]),
        ("《法律援助法》第31-99条", &["第三十一条", "第九十九条"]),
        ("《法律援助法》第三十一条至第九十九条", &["第三十一条", "第九十九条"]),
        ("《法律援助法》第一〇五条", &["第一百零五条"]),
        ("《法律援助法》第九九条", &["第九十九条"]),
        ("《法律援助法》第三十一条之一", &["第三十一条之一"]),
        ("《法律援助法》99条", &["第九十九条"]),
        ("法律援助法 99 条", &["第九十九条"]),
        ("《法律援助法》第三十一条、七十五条", &["第三十一条", "第七十五条"]),
        ("《法律援助法》第三十一条和七十五条、99条", &["第三十一条", "第七十五条", "第九十九条"]),
        ("“法律援助法”第八十条", &["第八十条"]),
        ("〈法律援助法〉第九十九条", &["第九十九条"]),
        ("我国《法律援助法》的第八十一条", &["第八十一条"]),
        ("【法律援助法】第八十三条", &["第八十三条"]),
        ("【办事指南】第八十三条", &[]),
        ("《法律援助法》共71条", &[]),
        ("《法律援助法》第三十一条，三条意见", &["第三十一条"]),
        ("“三个一”第二条", &[]),
        ("一条、两条、3条", &[]),
        ("《法律援助法》第0条", &["第零条"]),
        ("第0条", &[]),
        ("（依据：《法律援助法》第31条，75条）", &["第三十一条", "第七十五条"]),
        ("《法律援助法》第三十一条，十二条意见", &["第三十一条"]),
        ("《法律援助法》中第七十六条", &["第七十六条"]),
        ("《法律援助法》之第七十六条", &["第七十六条"]),
        ("《法律援助法》里的第七十六条", &["第七十六条"]),
        ("法律援助法＃75", &["第七十五条"]),
        ("法律援助法 #75", &["第七十五条"]),
        ("《法律援助法》第柒拾伍条", &["第七十五条"]),
        ("《法律援助法》第七十五條", &["第七十五条"]),
        ("《法律援助法》里没有第几条", &[]),
        ("同法第九十九条", &[]),
        ("第#99", &[]),
    ] {
        assert_eq!(cited(text), wanted, "{text}");
    }
}

#[test]
fn words_of_a_list_stand_apart() {
    let text = "按《法律援助法》第二十四、二十五条第一款办";
    let found = mentions(text, &Statutes::default());
    let words: Vec<&str> = found.iter().map(|cited| &text[cited.words.clone()]).collect();
    assert_eq!(words, ["《法律援助法》第二十四", "二十五条第一款"]);
}

proptest! {
    #[test]
    fn nothing_panics(text in "[第条款项《》（）法一二十百千0-9#、\\PC]{0,40}") {
        let _ = Citation::parse(&text);
        let law = Statutes::with([("法", "法")].into_iter());
        for cited in mentions_on(&law, ["法"].into_iter(), &[(text.as_str(), Part::Running); 2]).concat() {
            prop_assert!(text.get(cited.words).is_some());
        }
    }
}

/// What is cited on a page with these `laws` and texts; a text that begins with # is a heading.
fn on_page(laws: &[&str], texts: &[&str]) -> Vec<String> {
    let texts: Vec<(&str, Part)> = texts
        .iter()
        .map(|text| match text.strip_prefix('#') {
            Some(heading) => (heading, Part::Heading),
            None => (*text, Part::Running),
        })
        .collect();
    let found = mentions_on(&statutes(), laws.iter().copied(), &texts).concat();
    found.into_iter().map(|cited| cited.law.long()).collect()
}

#[test]
fn an_article_alone_is_that_of_the_law_named_last() {
    let aid = |articles: &[&str]| -> Vec<String> {
        articles.iter().map(|article| format!("《法律援助法》第{article}条")).collect()
    };
    let law = &["法律援助法"][..];
    for (laws, texts, wanted) in [
        (
            &[][..],
            &["《法律援助法》第三十一条写明的事项，不用证明困难（第七十五条）。"][..],
            aid(&["三十一", "七十五"]),
        ),
        (
            &[],
            &["《法律援助法》第三十一条规定了范围，第七十五条规定了例外。"],
            aid(&["三十一", "七十五"]),
        ),
        (&[], &["条文都出自《法律援助法》。", "第七十五条"], aid(&["七十五"])),
        (&[], &["《法律援助法》", "内容", "第七十五条", "要工钱"], aid(&["七十五"])),
        (
            &[],
            &["#《法律援助法》", "第三十一条：要看困难", "第七十五条：不看困难"],
            aid(&["三十一", "七十五"]),
        ),
        (law, &["可以申请（第七十五条）。"], aid(&["七十五"])),
        (law, &["第三十二条和第四十二条不是一回事。"], aid(&["三十二", "四十二"])),
        (law, &["依据本法第七十五条。"], aid(&["七十五"])),
        (law, &["少什么，一次说全（第十条）。"], aid(&["十"])),
        (&[], &["依据《法律援助法》，第七十五条写得清楚。"], aid(&["七十五"])),
        (&[], &["《法律援助法》规定：第七十五条，可以申请。"], aid(&["七十五"])),
        (&[], &["《法律援助法》关于申请的第七十五条。"], aid(&["七十五"])),
        (&[], &["《法律援助法》第三十一条；第七十五条。"], aid(&["三十一", "七十五"])),
        (&[], &["《法律援助法》第三十一条 第七十五条。"], aid(&["三十一", "七十五"])),
        (&["法援法"], &["法律援助法规定，可以申请（第七十五条）。"], aid(&["七十五"])),
        (
            &["程序规定"],
            &["《法律援助法》第三十一条。", "没签合同也行（第四十二条）。"],
            aid(&["三十一"]),
        ),
        (
            law,
            &["#程序", "《程序规定》第十条。", "#范围", "可以申请（第七十五条）。"],
            vec!["《程序规定》第十条".to_owned()],
        ),
    ] {
        assert_eq!(on_page(laws, texts), wanted, "{texts:?}");
    }
}

#[test]
fn an_article_of_something_else_is_nobodys() {
    for text in [
        "合同第七十五条写的违约金太高。",
        "双方约定了违约金，其中第七十五条写明数额。",
        "协议第十五条、第十六条无效。",
        "章程第十二条规定了表决。",
        "物业公约第十二条，第十三条。",
        "您拿到的第七十五条短信是催缴通知。",
        "有三条路：第一条，调解；第二条，仲裁；第十一条，起诉。",
        "**第一条，确认。** 收集三名目击者的话。",
        "第十二条路",
        "会议通过了八十条意见，第七十五条是关于值班的。",
        "《法律援助法》施行后，省里出台七十八条规定，第七十五条说补贴。",
        "第七十五条：以上是合同全文。",
        "他念到第七十五条就停了。",
        "您签的那份，第九十条说违约金两成。",
        "【办事指南】第八十三条。",
        "“三个一”第八十条。",
        "工作规则（试行）第十五条。",
        "最高法的意见第十五条",
        "按道路交通安全法办，第七十六条讲谁来赔。",
        "按省条例第七十八条。",
        "新刑诉解释第三百零二条",
        "《便民手册》写得细，第七十五条是地图。",
        "村规民约写着，第十五条不许放炮。",
        "本规定第十五条",
        "《法律援助法实施细则》还没有出台，第七十五条也没有。",
        "中心学了四十二条",
        "三十一条意见",
    ] {
        let laws = if text.contains("规定第") { &[][..] } else { &["法律援助法"] };
        assert_eq!(on_page(laws, &[text]), [""; 0], "{text}");
    }
    // Two laws on one page, and none nearer: nobody knows.
    let both = ["《法律援助法》和《民法典》都讲。", "#怎么办", "可以申请（第七十五条）。"];
    assert_eq!(on_page(&[], &both), [""; 0]);
}

#[test]
fn another_law_takes_the_articles_behind_it() {
    for (text, wanted) in [
        (
            "《法律援助法》第三十一条以及劳动合同法第八十二条、第八十七条",
            &["《劳动合同法》第八十二条", "《劳动合同法》第八十七条"][..],
        ),
        ("《法律援助法》第三十一条，道路交通安全法第七十六条、第八十条", &[]),
        ("《法律援助法》第三十一条和民法典第一千零四十二条", &["《民法典》第一千零四十二条"]),
        ("《法律援助法》第三十一条与协议第八十条", &[]),
        ("《法律援助法》第三十一条，以及省条例第七十八条", &[]),
        ("《法律援助法》第三十一条和最高法解释第七十五条", &[]),
        (
            "《法律援助法》第三十一条规定。民法典也有规定，第一千零六十七条写得清楚",
            &["《民法典》第一千零六十七条"],
        ),
    ] {
        let mut found = on_page(&[], &[text]);
        assert_eq!(found.remove(0), "《法律援助法》第三十一条", "{text}");
        assert_eq!(found, wanted, "{text}");
    }
    for text in ["公安机关办理刑事案件程序规定第四百条", "民政部门程序规定第五十条"]
    {
        assert_eq!(on_page(&[], &[text]), [""; 0], "{text}");
    }
}

#[test]
fn rows_and_what_they_begin_with() {
    for row in [
        "第三十一条至第三十三条",
        "第31～33条",
        "第三十一条～第三十三条",
        "第三十一条－第三十三条",
        "第三十一条—第三十三条",
        "第31-33条",
        "第三十一至三十三条",
    ] {
        let text = format!("《法律援助法》{row}");
        let found = mentions(&text, &statutes());
        let read: Vec<_> = found.iter().map(|cited| (cited.law.article, cited.since)).collect();
        assert_eq!(read, [(Some(31), None), (Some(33), Some(31))], "{row}");
    }
    let found = mentions("《法律援助法》第三十一条、第三十三条", &statutes());
    assert!(found.iter().all(|cited| cited.since.is_none()));
}
