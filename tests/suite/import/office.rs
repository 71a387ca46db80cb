//! Tables and write-ups: small office files made here, read by the real program.

use std::io::{Cursor, Write};

use crate::site::Site;

/// An archive of these parts.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A docx with this body; style `2` is a heading by name, numbering 1 counts, 2 marks.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"2\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"8\"><w:lvl><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num></w:numbering>";
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    archive(&[
        ("word/document.xml", &document),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
    ])
}

/// An xlsx whose first sheet has these rows; style 1 is a day.
pub(crate) fn xlsx(rows: &str) -> Vec<u8> {
    let workbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let styles =
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let strings = "<sst><si><t>名称</t></si><si><r><t>炉桥镇</t></r><r><t>工作站</t></r><rPh><t>lu</t></rPh></si></sst>";
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    archive(&[
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

pub(super) fn import(site: &Site, what: &str, bytes: Vec<u8>) -> crate::site::Run {
    site.write("file", bytes);
    let file = site.path("file");
    site.run(&["import", what, file.to_str().unwrap(), "--date", "2026-11-01"]).expect(0)
}

#[test]
fn a_table_in_gbk_becomes_contacts_that_pass_the_check() {
    let site = Site::sound();
    let table = "某县法律援助站点表,,\n机构名称,联系电话,办公地址,工作时间,核实日期,核实人,简介\n炉桥镇法律援助工作站,0550-0000102、0550-0000103,某路1号,周一至周五,2026/11/1,许某,在这里可以申请\n";
    import(&site, "contacts", encoding_rs::GB18030.encode(table).0.into_owned());
    let page = site.read("content/contacts/lu-qiao-zhen-fa-lv-yuan-zhu-gong.md");
    for line in [
        "role = \"station\"",
        "checked_on = 2026-11-01",
        "number = \"0550-0000103\"",
        "address = \"某路1号\"",
    ] {
        assert!(page.contains(line), "{line} is not in\n{page}");
    }
    let findings = site.findings(&["--no-print"]);
    assert!(findings.iter().all(|finding| finding["severity"] != "error"), "{findings:#?}");
}

#[test]
fn a_workbook_with_numbers_days_and_formulas() {
    let site = Site::sound();
    let text = |cell: &str, text: &str| {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let rows = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>{}{}</row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>5500000102</v></c><c r=\"D2\" s=\"1\"><v>46327</v></c></row>",
        text("B1", "电话"),
        text("D1", "核实日期"),
    );
    let run = import(&site, "contacts", xlsx(&rows));
    assert!(run.err.contains("I613"), "{}", run.err);
    let page = site.read("content/contacts/lu-qiao-zhen-gong-zuo-zhan.md");
    assert!(page.contains("title = \"炉桥镇工作站\"") && page.contains("0550-0000102"), "{page}");
    assert!(page.contains("checked_on = 2026-11-01"), "{page}");
}

#[test]
fn a_write_up_becomes_a_case_that_passes_the_check() {
    let site = Site::sound();
    let bold = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let plain = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let styled = |text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"2\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let item = |text: &str, number: u8| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", plain(text));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("月份"),
        cell("欠薪"),
        cell("三月"),
        cell("5000")
    );
    let body = [
        plain("某县法律援助中心对张某追索劳动报酬提供法律援助案"),
        styled("一、基本案情"),
        plain("张某 &amp; 工友十人，欠薪<w:br/>".trim_end_matches("<w:br/>")),
        table,
        bold("承办情况"),
        item("受理", 1),
        item("指派", 1),
        item("调解", 2),
        plain("【案例评析】依法有据。"),
        styled("典型意义"),
        plain("维护权益。"),
        "<w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:commentReference/></w:r></w:p>".to_owned(),
    ]
    .concat();
    let run = import(&site, "case", docx(&body));
    assert!(run.err.contains("批注") && run.err.contains("修订"), "{}", run.err);
    let path = run.out.trim();
    let page = site.read(path);
    for part in [
        "## 案情简介\n",
        "张某 & 工友十人",
        "| 月份 | 欠薪 |\n|---|---|\n| 三月 | 5000 |",
        "## 办理过程\n\n1. 受理\n2. 指派\n",
        "- 调解",
        "## 法律分析\n\n依法有据。",
        "## 典型意义\n\n维护权益。",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert!(!page.contains("删去的"));
    let findings = site.findings(&["--no-print", "--drafts"]);
    assert!(findings.iter().all(|finding| finding["severity"] != "error"), "{findings:#?}");
}

#[test]
fn office_files_that_are_none() {
    let site = Site::sound();
    let deep = "<w:p>".repeat(5_000);
    let broken = [
        ("case", b"PK\x03\x04 rubbish".to_vec()),
        ("case", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
        ("case", xlsx("")),
        ("case", docx(&deep)),
        ("case", archive(&[("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")])),
        ("case", archive(&[("word/document.xml", "<w:document><w:p>")])),
        ("contacts", docx("")),
        ("contacts", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
    ];
    for (what, bytes) in broken {
        site.write("file", bytes);
        let file = site.path("file");
        let run = site.run(&["import", what, file.to_str().unwrap()]);
        assert!(!run.err.contains("panicked") && matches!(run.code, 0 | 1), "{what}: {}", run.err);
    }
}
