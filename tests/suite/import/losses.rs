//! What of a write-up does not come over, and that it is told with its place.

use super::office::{archive, docx, import};
use crate::site::{Run, Site};

fn run_of(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

fn paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A write-up with a title and this body.
fn case(body: &str) -> (Run, String) {
    let site = Site::sound();
    let title = paragraph(&run_of("<w:b/>", "张某讨薪案"));
    let run = import(&site, "case", docx(&format!("{title}{body}")));
    let page = site.read(run.out.trim());
    (run, page)
}

#[test]
fn what_was_struck_out_never_comes_over() {
    let body = [
        paragraph(
            &[
                run_of("", "受援人"),
                run_of("<w:strike/>", "柳青"),
                run_of("<w:strike w:val=\"1\"/>", "苗"),
                run_of("", "柳某某来访，"),
                run_of("<w:dstrike/>", "住小满村"),
                run_of("<w:strike w:val=\"0\"/>", "没有划掉。"),
            ]
            .concat(),
        ),
        paragraph(&run_of("<w:strike/>", "整段划掉。")),
        paragraph(&run_of("<w:rStyle w:val=\"gone\"/>", "照样式划掉。")),
        format!(
            "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            paragraph(&run_of("", "姓名")),
            paragraph(&run_of("", "欠薪")),
            paragraph(&run_of("<w:strike/>", "安小川")),
            paragraph(&run_of("<w:strike/>", "九千元")),
        ),
    ];
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body>{}{}</w:body></w:document>",
        paragraph(&run_of("<w:b/>", "张某讨薪案")),
        body.concat()
    );
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:type=\"character\" w:styleId=\"gone\"><w:name w:val=\"划掉\"/><w:rPr><w:strike/></w:rPr></w:style></w:styles>";
    let site = Site::sound();
    let run = import(
        &site,
        "case",
        archive(&[("word/document.xml", &document), ("word/styles.xml", styles)]),
    );
    let page = site.read(run.out.trim());
    assert!(page.contains("\n受援人柳某某来访，没有划掉。\n"), "{page}");
    for gone in ["柳青", "小满村", "整段", "照样式", "安小川", "九千元"] {
        assert!(!page.contains(gone) && !run.err.contains(gone), "{gone}\n{page}{}", run.err);
    }
    assert!(page.ends_with("| 姓名 | 欠薪 |\n|---|---|\n"), "no row is left of it: {page}");
    let told = "没有带过来：划掉的文字 6 处，在“受援人”后面、“受援人柳某某来访，”后面、";
    assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
}

#[test]
fn a_row_that_was_struck_out_in_revision_is_gone() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(&run_of("", text)));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>删行</w:delText></w:r></w:del></w:p></w:tc><w:tc><w:tbl><w:tr>{}</w:tr></w:tbl><w:p/></w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr>{}{}</w:tr></w:tbl>{}",
        cell("项目"),
        cell("数额"),
        cell("里面的"),
        cell("工资"),
        cell("九千元"),
        paragraph(&run_of("", "后面的话。")),
    );
    let (run, page) = case(&body);
    assert!(page.contains("| 项目 | 数额 |\n|---|---|\n| 工资 | 九千元 |\n\n后面的话。"), "{page}");
    assert!(run.err.contains("修订中删去的表格行 1 处，在“数额”后面"), "{}", run.err);
    assert!(!run.err.contains("修订中删去的文字"), "told once: {}", run.err);
}

#[test]
fn addresses_of_links_are_told() {
    let field = |code: &str, shown: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            run_of("", shown)
        )
    };
    let link = paragraph(&field(" HYPERLINK &quot;https://flk.npc.gov.cn/&quot; ", "法律数据库"));
    let (run, page) = case(&link);
    assert!(page.contains("\n法律数据库\n") && !page.contains("HYPERLINK"), "{page}");
    assert!(run.err.contains("链接的网址 1 处，在“法律数据库”后面"), "{}", run.err);
    // Numbers of pages and places of the write-up itself have no address.
    let others = [
        field(" PAGE ", "1"),
        field(" HYPERLINK \\l &quot;_Toc1&quot; ", "目录"),
        "<w:hyperlink w:anchor=\"a\"><w:r><w:t>上文</w:t></w:r></w:hyperlink>".to_owned(),
    ];
    let (run, page) = case(&paragraph(&others.concat()));
    assert!(page.contains("1目录上文") && !run.err.contains("网址"), "{page}{}", run.err);
}

#[test]
fn a_place_says_where_something_was() {
    let formula = "<m:oMath><m:r><m:t>120×150</m:t></m:r></m:oMath>";
    let body = [
        paragraph(&run_of("", "律师调取了认定书。")),
        paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>"),
        paragraph(&format!("{}{formula}{}", run_of("", "误工费等于"), run_of("", "元。"))),
        paragraph(&format!("{}{formula}", run_of("", "身份证号34990719851103"))),
    ];
    let (run, _) = case(&body.concat());
    assert!(run.err.contains("图片 1 处，在“律师调取了认定书。”后面"), "{}", run.err);
    assert!(run.err.contains("公式 2 处，在“误工费等于”后面、“"), "{}", run.err);
    assert!(!run.err.contains("1985"), "half a number is none to show: {}", run.err);
    assert!(!run.err.contains("已收"), "what is lost did not come over: {}", run.err);
}

#[test]
fn notes_come_over_as_notes() {
    let site = Site::sound();
    let call = |kind: &str, id: u8| format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>");
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body>{}{}{}{}{}{}</w:body></w:document>",
        paragraph(&format!("{}{}", run_of("<w:b/>", "张某讨薪案"), call("footnote", 4))),
        paragraph(&run_of("<w:b/>", "案情简介")),
        paragraph(&format!(
            "{}{}{}{}",
            run_of("", "三月受伤"),
            call("footnote", 2),
            run_of("", "，住院"),
            call("endnote", 2)
        )),
        paragraph(&format!("{}{}", run_of("", "没有注文"), call("footnote", 9))),
        paragraph(&format!("{}{}", run_of("<w:b/>", "办理过程"), call("footnote", 5))),
        paragraph(&run_of("", "仲裁。")),
    );
    let note = |kind: &str, id: u8, text: &str| {
        format!("<w:{kind} w:id=\"{id}\">{}</w:{kind}>", paragraph(&run_of("", text)))
    };
    let footnotes = format!(
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>{}{}{}</w:footnotes>",
        note("footnote", 2, "2025年*3月*8日，身份证号349907198511030129。"),
        note("footnote", 4, "题目的注"),
        note("footnote", 5, "标题的注"),
    );
    let endnotes =
        format!("<w:endnotes xmlns:w=\"w\">{}</w:endnotes>", note("endnote", 2, "三十天。"));
    let bytes = archive(&[
        ("word/document.xml", &document),
        ("word/footnotes.xml", &footnotes),
        ("word/endnotes.xml", &endnotes),
    ]);
    let run = import(&site, "case", bytes);
    let page = site.read(run.out.trim());
    assert!(page.contains("title = \"张某讨薪案\""), "{page}");
    assert!(page.contains("\n三月受伤[^1]，住院[^2]\n"), "{page}");
    assert!(
        page.contains("\n[^1]: 2025年\\*3月\\*8日，") && page.contains("\n[^2]: 三十天。\n"),
        "{page}"
    );
    assert!(!page.contains("19851103") && run.err.contains("I624"), "{page}{}", run.err);
    assert!(page.contains("\n## 办理过程\n\n仲裁。\n"), "a note makes no other heading: {page}");
    for told in ["没有带过来：标题的注“题目的注”", "没有带过来：标题的注“标题的注”"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
    assert!(run.err.contains("脚注、尾注 1 处，在“没有注文”后面"), "{}", run.err);
    let findings = site.findings(&["--no-print", "--drafts"]);
    let notes = findings.iter().filter(|finding| finding["message"].to_string().contains("[^"));
    assert_eq!(notes.count(), 0, "{findings:#?}");
}
