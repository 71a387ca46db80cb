//! Attached tables: cells that hold parts of a number, columns with a head, rows an office made.

use std::io::{Cursor, Write};

use crate::guarding::{ID, attached, packed_bytes};
use crate::site::{Run, Site};

/// A workbook of one sheet, 名单, as office programs write it: texts in a list of their own, numbers in
/// the cells. Empty cells are not there.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut texts: Vec<&str> = Vec::new();
    let mut sheet = String::from("<worksheet><sheetData>");
    for (at, row) in rows.iter().enumerate() {
        sheet += &format!("<row r=\"{}\">", at + 1);
        for (column, value) in (b'A'..).zip(*row).filter(|(_, value)| !value.is_empty()) {
            let place = format!("{}{}", char::from(column), at + 1);
            if let Some(number) = value.strip_prefix('=') {
                sheet += &format!("<c r=\"{place}\"><v>{number}</v></c>");
                continue;
            }
            let text = texts.iter().position(|text| text == value).unwrap_or(texts.len());
            if text == texts.len() {
                texts.push(value);
            }
            sheet += &format!("<c r=\"{place}\" t=\"s\"><v>{text}</v></c>");
        }
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    let texts: String = texts.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let parts = [
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"名单\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>".to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                .to_owned(),
        ),
        ("xl/sharedStrings.xml", format!("<sst>{texts}</sst>")),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    archive(parts)
}

fn archive<const PARTS: usize>(parts: [(&str, String); PARTS]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The site is built with the attachment.
#[track_caller]
fn published(name: &str, bytes: impl AsRef<[u8]>) -> Run {
    let site = Site::sound();
    site.write(&format!("content/about/{name}"), bytes);
    site.build().expect(0)
}

#[test]
fn cells_that_name_their_texts() {
    let boxes: Vec<String> = ID.chars().map(String::from).collect();
    let boxes: Vec<&str> = boxes.iter().map(String::as_str).collect();
    let row = [&["3", "柳某"], &boxes[..], &["13800000000"]].concat();
    let run = attached("boxes.xlsx", &workbook(&[&["申请表"], &[], &row]));
    assert!(run.err.contains("工作表“名单”第 3 行"), "{}", run.err);
    let run = attached("parts.xlsx", &workbook(&[&["柳某", "349907", "19851103", "0129"]]));
    assert!(run.err.contains("前面写着“柳某”"), "{}", run.err);
    attached("numbers.xlsx", &workbook(&[&["柳某", "=349907", "=19851103", "0129"]]));
    let roster: &[&[&str]] = &[&["姓名", "身份证号"], &["柳某", ""], &["", ""], &["李某", ""]];
    published("empty.xlsx", workbook(roster));
    for value in ["349907851103012", "349907198511030120", "=3.49907198511030016E17"] {
        let last: &[&str] = &["王某", value];
        let rows = [roster, &[last]].concat();
        let run = attached("roster.xlsx", &workbook(&rows));
        assert!(run.err.contains("第 5 行"), "{value}: {}", run.err);
        let other: &[&str] = &["姓名", "收据号"];
        published("other.xlsx", workbook(&[&[other], &rows[1..]].concat()));
    }
}

#[test]
fn workbooks_written_for_speed() {
    let texts: Vec<u8> = format!("柳某{ID}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    attached("a.xlsb", &packed_bytes("xl/sharedStrings.bin", &texts));
}

/// Sheets and texts made to keep the reader for ever.
#[test]
fn tables_without_end_are_read_once() {
    let start = std::time::Instant::now();
    let wide: String =
        (1..50_000).map(|row| format!("<row><c r=\"IV{row}\"><v>1</v></c></row>")).collect();
    let part = format!("<worksheet>{wide}</worksheet>");
    let book = [("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", &*part)];
    let run = published("wide.xlsx", archive(book.map(|(name, text)| (name, text.to_owned()))));
    assert!(!run.err.contains("W765"), "{}", run.err);
    published("stars.txt", "1*".repeat(200_000));
    let heads = "身份证号,".repeat(2_000);
    published(
        "heads.csv",
        format!("{heads}\n{}", format!("{}\n", "甲,".repeat(2_000)).repeat(500)),
    );
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
}

#[test]
fn columns_of_text() {
    let run = attached("a.csv", "姓名,身份证号\n柳某,\n李某,无\n王某,349907851103012\n".as_bytes());
    assert!(run.err.contains("第 4 行"), "{}", run.err);
    published("a.csv", "姓名,收据号\n柳某,\n李某,无\n王某,349907851103012\n");
}

/// An office's numbers of county, day and serial: one in eleven has the check digit of an ID number.
#[test]
fn rows_of_an_office_are_told_and_go_out() {
    let row = |at: usize| format!("34112520251103{at:04}");
    let few = "编号,事项\n341125202603020017,赡养\n";
    attached("few.csv", few.as_bytes());
    let few = published("few.csv", few.replace("编号", "受理号"));
    assert!(!few.err.contains("C348"), "its head says what it is: {}", few.err);
    let mut list = String::from("编号,事项\n");
    (10..60).for_each(|at| list += &format!("{},劳动报酬\n", row(at)));
    let run = published("list.csv", &list);
    assert!(run.err.contains("C348") && run.err.contains("list.csv"), "{}", run.err);
    assert!(!run.err.contains("3411252025"), "{}", run.err);
    let rows: Vec<[String; 2]> = (10..60).map(|at| [row(at), "劳动报酬".to_owned()]).collect();
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let run = published("list.xlsx", workbook(&rows));
    assert!(run.err.contains("C348"), "{}", run.err);
    // A person's number among them.
    list += &format!("{ID},赡养\n");
    attached("list.csv", list.as_bytes());
}
