//! Tables and write-ups made to take all the memory or time there is: they are read as far as offices
//! write them, and what was left out is told.

use super::office::{archive, docx, import};
use crate::site::{Run, Site};

/// A workbook with these parts of its sheet, its styles and its shared texts; A1 is the first of these.
fn workbook(sheet: &str, styles: &str, strings: &str) -> Vec<u8> {
    archive(&[
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/styles.xml", &format!("<styleSheet>{styles}</styleSheet>")),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet>{sheet}</worksheet>")),
    ])
}

/// Headings and one office, with what else stands in the sheet and behind its rows.
fn office(before: &str, rows: &str, after: &str) -> String {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let (name, phone) = (text("名称"), text("电话"));
    let (station, number) = (text("一站"), text("12348"));
    format!(
        "{before}<sheetData><row r=\"1\">{name}{phone}</row><row r=\"2\">{station}{number}</row>{rows}</sheetData>{after}"
    )
}

fn contacts(site: &Site, bytes: Vec<u8>) -> Run {
    let run = import(site, "contacts", bytes);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    assert!(site.read("content/contacts/yi-zhan.md").contains("number = \"12348\""));
    run
}

#[test]
fn a_row_with_a_number_no_table_has_is_the_next_one() {
    let site = Site::sound();
    let rows = "<row r=\"18446744073709551615\"/><row><c r=\"B4\"><v>12345</v></c></row>";
    let run = contacts(&site, workbook(&office("", rows, ""), "", ""));
    assert!(run.err.contains("第 4 行没有名称"), "{}", run.err);
}

#[test]
fn a_long_text_that_all_cells_point_to_is_cut() {
    let site = Site::sound();
    let strings = format!("<si><t>{}</t></si>", "长".repeat(600_000));
    let rows = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(150)).repeat(20);
    let run = contacts(&site, workbook(&office("", &rows, ""), "", &strings));
    assert!(run.err.contains("只读了前 3 行"), "{}", run.err);
    // The same text once is cut to what a cell may hold.
    let site = Site::sound();
    let rows = "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>12348</t></is></c></row>";
    let run = contacts(&site, workbook(&office("", rows, ""), "", &strings));
    assert!(!run.err.contains("只读了前"), "{}", run.err);
    let longest = run.out.lines().map(|page| site.read(page).matches('长').count()).max();
    assert_eq!(longest, Some(32_767), "{}", run.out);
}

#[test]
fn formats_columns_and_merged_cells_without_end() {
    let site = Site::sound();
    let formats: String = (0..30_000)
        .map(|id| format!("<numFmt numFmtId=\"{}\" formatCode=\"0\"/>", 200 + id))
        .collect();
    let styles =
        format!("{formats}<cellXfs>{}</cellXfs>", "<xf numFmtId=\"30199\"/>".repeat(60_000));
    let hidden = "<col hidden=\"1\" min=\"3\" max=\"200\"/>".repeat(200_000);
    let merged = "<mergeCells><mergeCell ref=\"ZZZZ2:ZZZZ20000\"/></mergeCells>";
    let rows = "<row><c><v>1</v></c></row>".repeat(1_000);
    let sheet = office(&format!("<cols>{hidden}</cols>"), &rows, merged);
    contacts(&site, workbook(&sheet, &styles, ""));
}

#[test]
fn thousands_of_merged_cells_upon_each_other_are_one() {
    let site = Site::sound();
    let merged = "<mergeCell ref=\"A2:A20000\"/>".repeat(5_000);
    let rows = "<row><c r=\"B3\"><v>12345</v></c></row>".repeat(3_000);
    let sheet = office("", &rows, &format!("<mergeCells>{merged}</mergeCells>"));
    contacts(&site, workbook(&sheet, "", ""));
    let page = site.read("content/contacts/yi-zhan.md");
    assert_eq!(page.matches("number = \"12345\"").count(), 3_000, "all rows are of one office");
    // One long text over all rows is read again for each, so long as it is no more than a table holds.
    let site = Site::sound();
    let long = format!(
        "<row r=\"3\"><c t=\"inlineStr\"><is><t>{}</t></is></c></row>",
        "长".repeat(30_000)
    );
    let rows = format!("{long}{}", "<row><c r=\"B4\"><v>12345</v></c></row>".repeat(3_000));
    let merged = "<mergeCells><mergeCell ref=\"A3:A20000\"/></mergeCells>";
    let run = contacts(&site, workbook(&office("", &rows, merged), "", ""));
    assert!(run.err.contains("第 190 行起没有再填"), "{}", run.err);
}

#[test]
fn a_table_is_no_wider_than_a_page_could_show() {
    let site = Site::sound();
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let wide = format!("<w:tr>{}{}{}</w:tr>", cell("首格"), "<w:tc/>".repeat(5_000), cell("末格"));
    let low = format!("<w:tr>{}</w:tr>", cell("次格"));
    let body = format!(
        "<w:p><w:r><w:t>张某讨薪案</w:t></w:r></w:p><w:tbl>{wide}{}{low}</w:tbl>",
        "<w:tr/>".repeat(5_000)
    );
    let run = import(&site, "case", docx(&body));
    let page = site.read(run.out.trim());
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 3, "the row of signs, and rows without cells are none");
    assert!(rows[0].starts_with("| 首格 |") && rows[2].starts_with("| 次格 |"), "{rows:?}");
    assert_eq!(rows[2].matches('|').count(), 101);
    assert!(run.err.contains("表格第 100 列以后的格子 1 处"), "{}", run.err);
}
