//! Sentences that say another figure than the pages of figures, and sentences of something else.

use super::{Book, Known, Period, in_stretch, named, once_named, read, stretches, titled};
use crate::base::span::{SourceId, Span};

/// How many findings a text has beside 办理案件 = 999件 in 2025 and 500件 in its first half.
fn wrong(text: &str, own: Option<&str>) -> usize {
    let known = |label: &'static str, whole: Option<&str>, unit, value| {
        let (named, alone) = named(label, whole);
        let (part_of, path) = (whole.map(str::to_owned), "statistics/2025.md");
        let (label, shown) = (label.to_owned(), label);
        Known { path, period: "2025", label, part_of, named, alone, shown, unit, value }
    };
    let mut book = Book::new();
    for (period, value) in [("2025", 999.0), ("2025年上半年", 500.0)] {
        let figures = book.entry(Period::parse(period).unwrap()).or_default();
        figures.push(known("办理案件", None, "件", value));
    }
    let year = book.entry(Period::parse("2025").unwrap()).or_default();
    year.push(known("民事", Some("办理案件"), "件", 612.0));
    year.push(known("刑事", Some("办理案件"), "件", 384.0));
    year.push(known("发放宣传手册", None, "份", 12_960.0));
    year.push(known("解答法律咨询", None, "人次", 1450.0));
    year.push(known("受援人", None, "人", 1203.0));
    year.push(known("挽回经济损失", None, "万元", 1560.3));
    year.push(known("办结案件", None, "件", 779.0));
    book.values_mut().for_each(|figures| once_named(figures));
    let own = own.and_then(Period::parse);
    let mut found = Vec::new();
    let span = Span::new(SourceId(0), 0..0);
    for sentence in text.split('。') {
        let sentence = read(sentence, "定远县");
        let first = own.filter(|_| !sentence.starts_with('3'));
        for (period, stretch) in stretches(&sentence, first) {
            if let Some(figures) = book.get(&period) {
                in_stretch(stretch, span, figures, &mut found);
            }
        }
    }
    found.len()
}

#[test]
fn figures_that_differ() {
    for text in [
        "2025年办理案件998件",
        "2025年，办理法律援助案件998件",
        "2025年办理案件九百九十八件",
        "2025年接待咨询1450件次，办理案件998件",
        "2025年，我县共办理案件 998 件",
        "2025年上半年办理案件501件",
        "2024年办理案件800件，2025年办理案件998件",
        "二〇二五年办理案件998件",
        "二零二五年上半年办理案件501件",
        "2025年办理案件999件，其中民事案件700件",
        "2025年办理案件999件（其中：民事612件、刑事300件）",
        "2025年办理民事案件700件",
        "2025年民事案件700件",
        "2025年，全县民事案件700件",
        "2025年发放手册1.1万份",
        "2025年发放手册一万三千份",
        "2025年，中心办案1052件",
        "2025年，定远县共办理各类法律援助案件1052件，同比增长12%",
        "2025年，全县法律援助案件1052件",
        "2025年，案件办理量为1052件",
        "2025年解答群众法律咨询1540人次",
        "2025年受援人数达1302人",
        "2025年，为受援人挽回经济损失1650.3万元",
        "2025年挽回经济损失16503000元",
        "2025年1月1日至12月31日，办理法律援助案件1052件",
        "全县2025年办理的法律援助案件为1052件",
        "办理法律援助案件1052件（2025年）",
        "2025年办理法律援助案件１０５２件",
        "2025年办理案件999件，办结797件",
        "2025年，县司法局共办理案件998件",
        "2025年，在县委、县政府的领导下，中心共办理案件998件",
        "2025年，中心坚持便民，全年共办理案件998件",
        "2025年，中心受理案件1020件，同比增长12%，办理案件998件",
        "2025年，中心接待来访1450人次、代写文书83份，办理案件998件",
        "2025年，中心办理案件998件，同比增长12%",
        "2025年，中心办理案件998件和解答咨询1450人次",
        "记者获悉2025年全县办理案件998件",
    ] {
        assert_eq!(wrong(text, None), 1, "{text}");
    }
    assert_eq!(wrong("全年办理案件998件，办结779件", Some("2025")), 1);
}

#[test]
fn figures_of_something_else() {
    for text in [
        "2025年办理案件999件",
        "二〇二五年办理案件999件，其中民事612件、刑事384件、行政3件",
        "二〇二四年办理案件998件",
        "2025年办理案件999件，其中民事讨薪案件200件",
        "2025年接待咨询1450人次，其中民事700人次",
        "2025年办理民事案件612件",
        "2025年办结民事案件500件",
        "2025年办结案件779件，民事案件500件",
        "2025年民事案件612件",
        "2025年上半年民事案件300件",
        "2025年发放手册1.3万份",
        "2025年发放手册1.29万份",
        "2025年上半年办理案件500件",
        "2025年1月至6月办理案件500件",
        "2025年3月，炉桥镇办理案件20件",
        "2025年炉桥镇办理案件20件",
        "2024年办理案件800件，2025年办理案件999件",
        "2025年办理案件约998件",
        "2025年办理案件990余件",
        "2025年办理案件的质量",
        "2025年办理案件998起",
        "2025年办理案件999件，其中炉桥镇办理案件20件",
        "2025年办理农民工讨薪案件20件",
        "2020年至2025年办理案件5000件",
        "截至2025年底，办理案件5000件",
        "全年办理案件998件",
        "2025年目标是办理案件1000件",
        "2025年挽回经济损失1560万元",
        "炉桥镇2025年办理案件20件",
        "许律师工作认真，2025年办理案件40件",
        "2025年挽回经济损失15603000元",
        "2025年，滁州市法律援助中心办理案件412件",
        "2025年，市中心办理案件412件",
        "2025年，凤阳县共办理案件899件",
        "2025年，当年受理当年办结案件650件",
        "2025年，按期办结案件650件",
        "2025年办理民事案件612件，办结400件",
        "2025年受援人数达1203人",
        "办理法律援助案件999件（2025年）",
    ] {
        assert_eq!(wrong(text, None), 0, "{text}");
    }
}

#[test]
fn what_is_held_within_a_year() {
    for words in [
        "宣传月",
        "春节期间，",
        "清明小长假，",
        "“12·4”国家宪法日，",
        "送法进校园，",
        "赶集日，共",
        "活动现场共",
        "，活动共",
        "第3场活动，",
        "夏天，中心",
        "国庆前后，中心",
        "“法援惠民生”活动中，",
        "庙会上，",
        "“两节”期间，中心",
        "百日行动中，中心",
        "前11个月，中心",
        "县里办的招聘会上，",
        "，中心开展活动24场，",
        "，在庙会上",
        "高考期间，全县",
        "攻坚月，在县委领导下，中心",
        "专项行动，全年",
        "，中心未",
        "，中心又",
        "，中心还",
        "，中心新",
        "，县妇联",
        "，向农民工",
        "，12348热线",
        "，窗口",
        "，中心为老年人",
        "，中心化解纠纷",
        "，中心与残联一起",
        "，线上",
        "年底，",
        "重阳节那天，",
    ] {
        for figure in ["发放宣传手册300份", "解答法律咨询145人次", "办理案件56件"]
        {
            let text = format!("2025年{words}{figure}");
            assert_eq!(wrong(&text, None), 0, "{text}");
        }
    }
}

#[test]
fn some_of_a_years_cases() {
    for some in [
        "30件被评为优秀",
        "12件入选典型案例",
        "88件得到锦旗",
        "45件涉及未成年人",
        "45件，均为要工钱的",
    ] {
        for figure in ["办理案件", "办理的案件", "共办理案件"] {
            let text = format!("2025年，中心{figure}{some}");
            assert_eq!(wrong(&text, None), 0, "{text}");
        }
    }
    assert_eq!(wrong("庙会上2025年办理案件20件", None), 0);
    assert_eq!(wrong("2025年，中心发放宣传手册300份给残疾人", None), 0);
    assert_eq!(wrong("3月办理案件80件。2024年办理案件800件", Some("2025")), 0);
}

#[test]
fn titles_of_a_year() {
    for title in ["2025年度法律援助工作总结", "2025年援务公开", "2025年办案情况公示"]
    {
        assert_eq!(titled(title), Period::parse("2025"), "{title}");
    }
    for title in
        ["2025年重阳节活动", "2025年宣传月总结", "2025年炉桥镇工作总结", "2025年的一件小案子"]
    {
        assert_eq!(titled(title), None, "{title}");
    }
}
