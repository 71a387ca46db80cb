//! Write-ups in Word: what their makers did for headings and lists, and what does not come over.

use super::office::{archive, docx, import};
use crate::site::Site;

/// A paragraph with these properties and runs.
fn paragraph(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

fn run_of(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

fn case_of(site: &Site, body: &str) -> (String, String) {
    let run = import(site, "case", docx(body));
    (site.read(run.out.trim()), run.err)
}

#[test]
fn headings_of_a_case_however_they_were_made() {
    let site = Site::sound();
    let body = [
        paragraph("", &run_of("", "张某讨薪案")),
        paragraph("", &run_of("<w:sz w:val=\"32\"/>", "（一）基本案情")),
        paragraph("", &run_of("", "三月起欠薪，共计九万元，一直拖着没有给，多次讨要没有结果。")),
        paragraph("<w:outlineLvl w:val=\"0\"/>", &run_of("", "2.承办过程")),
        paragraph("", &run_of("", "指派律师。")),
        paragraph("", &run_of("<w:b/>", "裁判结果")),
        paragraph("", &run_of("", "判令支付。")),
        paragraph("", &run_of("", "律师评析：于法有据。")),
        paragraph("", &[run_of("<w:b/>", "典型意义"), run_of("", " 保护了工人。")].concat()),
        paragraph("", &run_of("<w:b/>", "案件点评")),
        paragraph("", &run_of("", "办得好。")),
    ];
    let (page, err) = case_of(&site, &body.concat());
    let wanted = "## 案情简介\n\n三月起欠薪，共计九万元，一直拖着没有给，多次讨要没有结果。\n\n## 办理过程\n\n指派律师。\n\n### 裁判结果\n\n判令支付。\n\n## 法律分析\n\n于法有据。\n\n## 典型意义\n\n保护了工人。\n\n### 案件点评\n\n办得好。\n";
    assert!(page.contains(wanted), "{page}");
    assert!(err.contains("“案件点评”与前面的一部分都是“典型意义”"), "{err}");
    assert!(err.contains("先用 `lantian check --drafts` 检查"), "{err}");
}

#[test]
fn lists_of_styles_and_numberings() {
    let site = Site::sound();
    let item = |level: u8, number: u8, text: &str| {
        let properties =
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        paragraph(&properties, &run_of("", text))
    };
    let body = [
        paragraph("", &run_of("", "张某讨薪案")),
        item(0, 1, "受理"),
        item(1, 2, "当天"),
        item(0, 1, "指派"),
        paragraph("", &run_of("", "之后：")),
        item(0, 1, "调解"),
        paragraph("<w:pStyle w:val=\"lb\"/>", &run_of("", "甲")),
    ];
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"lb\"><w:name w:val=\"List Bullet\"/></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num></w:numbering>";
    let document =
        format!("<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>", body.concat());
    let bytes = archive(&[
        ("word/document.xml", &document),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
    ]);
    let run = import(&site, "case", bytes);
    let page = site.read(run.out.trim());
    let wanted = "\n1. 受理\n   - 当天\n2. 指派\n\n之后：\n\n3. 调解\n- 甲\n";
    assert!(page.contains(wanted), "{page}");
}

#[test]
fn what_a_reader_does_not_see_stays_away_and_is_told() {
    let site = Site::sound();
    let boxed =
        |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", &run_of("", text)));
    let body = [
        paragraph("", &run_of("", "张某讨薪案")),
        paragraph(
            "",
            &format!(
                "{}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{}",
                run_of("", "前面"),
                boxed("框里的话"),
                boxed("框里的话"),
                run_of("", "后面"),
            ),
        ),
        paragraph("", &run_of("<w:vanish/>", "看不见的")),
        paragraph("", &run_of("<w:vanish w:val=\"0\"/>", "看得见的")),
        paragraph(
            "",
            &format!(
                "<w:del>{}</w:del><w:moveFrom>{}</w:moveFrom>",
                run_of("", "删去的"),
                run_of("", "移走的")
            ),
        ),
        paragraph(
            "",
            "<w:r><w:rPr><w:b w:val=\"0\"/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>原来是粗体</w:t></w:r>",
        ),
        paragraph(
            "",
            "<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:footnoteReference/></w:r>",
        ),
    ];
    let (page, err) = case_of(&site, &body.concat());
    assert_eq!(page.matches("框里的话").count(), 1, "{page}");
    assert!(page.contains("前面后面\n\n框里的话\n") && page.contains("看得见的"), "{page}");
    assert!(page.contains("\n原来是粗体\n"), "looks of before are over: {page}");
    for gone in ["看不见的", "删去的", "移走的"] {
        assert!(!page.contains(gone), "{page}");
    }
    for told in [
        "隐藏的文字 1 处",
        "修订中删去的文字 1 处",
        "修订中移动的文字",
        "文本框里的文字",
        "图片 1 处，在“原来是粗体”后面",
        "脚注、尾注 1 处",
    ] {
        assert!(err.contains(told), "{told} is not in\n{err}");
    }
}

#[test]
fn an_id_number_in_pieces_is_starred_out() {
    let site = Site::sound();
    let pieces = ["34990719", "851103", "0129"].map(|piece| run_of("", piece)).concat();
    let cell = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", paragraph("", &pieces));
    let broken = paragraph("", "<w:r><w:t>349907198</w:t><w:br/><w:t>511030129</w:t></w:r>");
    let body = [paragraph("", &run_of("", "张某讨薪案")), paragraph("", &pieces), cell, broken];
    let (page, err) = case_of(&site, &body.concat());
    assert!(err.contains("I624"), "{err}");
    for part in ["19851103", "511030129", "8511030129"] {
        assert!(!page.contains(part) && !err.contains(part), "{page}");
    }
}

#[test]
fn headers_are_told_where_they_say_anything() {
    let site = Site::sound();
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body>{}{}</w:body></w:document>",
        paragraph("", &run_of("", "张某讨薪案")),
        paragraph("", "<w:hyperlink r:id=\"rId1\"><w:r><w:t>网站</w:t></w:r></w:hyperlink>"),
    );
    let with = |header: &str| {
        let header = format!("<w:hdr xmlns:w=\"w\"><w:p>{header}</w:p></w:hdr>");
        import(
            &site,
            "case",
            archive(&[("word/document.xml", &document), ("word/header1.xml", &header)]),
        )
    };
    let said = with("<w:r><w:t>内部资料</w:t></w:r>");
    assert!(
        said.err.contains("页眉页脚 1 处") && said.err.contains("链接的网址 1 处，在“网站”后面"),
        "{}",
        said.err
    );
    assert!(site.read(said.out.trim()).contains("\n网站\n"));
    let silent = with("<w:r/>");
    assert!(!silent.err.contains("页眉页脚"), "{}", silent.err);
}
