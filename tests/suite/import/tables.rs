//! Tables of offices, with what clerks and spreadsheet programs do to them.

use super::office::{archive, import};
use crate::site::Site;

fn contacts(site: &Site, table: &str) -> crate::site::Run {
    import(site, "contacts", table.as_bytes().to_vec())
}

fn numbers(page: &str) -> Vec<&str> {
    page.lines().filter_map(|line| line.strip_prefix("number = ")).collect()
}

#[test]
fn telephones_of_a_cell_are_the_numbers_people_meant() {
    let site = Site::sound();
    let run = contacts(
        &site,
        "名称,电话\n一站,138 0000 0001\n二站,0550-4021234 4021235\n三站,张某：0550-4021234转801；13800000001.0\n四站,5504021234\n五站,1.38E+10\n",
    );
    assert_eq!(numbers(&site.read("content/contacts/yi-zhan.md")), ["\"138 0000 0001\""]);
    let two = site.read("content/contacts/er-zhan.md");
    assert_eq!(numbers(&two), ["\"0550-4021234\"", "\"4021235\""]);
    let three = site.read("content/contacts/san-zhan.md");
    assert!(three.contains("label = \"张某\"") && three.contains("0550-4021234转801"), "{three}");
    assert_eq!(numbers(&site.read("content/contacts/si-zhan.md")), ["\"0550-4021234\""]);
    assert!(run.err.contains("第 5 行“电话”在表格里是数字，读作 0550-4021234"), "{}", run.err);
    assert!(numbers(&site.read("content/contacts/wu-zhan.md")).is_empty());
    assert!(run.err.contains("第 6 行“电话”只剩 1.38E+10"), "{}", run.err);
}

#[test]
fn rows_that_do_not_fit_are_told_and_none_is_lost() {
    let site = Site::sound();
    let run = contacts(
        &site,
        "名称,电话,核实日期\n\"一站,12348,2026-11-01\n二站,12348,2026-11-01,多\n三站,12348,前天\n",
    );
    for stem in ["yi-zhan", "er-zhan", "san-zhan"] {
        assert!(numbers(&site.read(&format!("content/contacts/{stem}.md"))) == ["\"12348\""]);
    }
    for told in ["第 2 行有引号没有配对", "第 3 行比列名多出 1 格", "第 4 行“核实日期”写的是“前天”"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
}

#[test]
fn totals_are_no_offices() {
    let site = Site::sound();
    let run =
        contacts(&site, "序号,名称,电话\n1,合计镇站,12348\n,合 计：2个,12348\n小计,3个,12348\n");
    assert!(site.exists("content/contacts/he-ji-zhen-zhan.md"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    for line in [3, 4] {
        assert!(run.err.contains(&format!("第 {line} 行是合计")), "{}", run.err);
    }
}

#[test]
fn cells_that_point_at_another_say_what_it_says() {
    let site = Site::sound();
    let run = contacts(
        &site,
        "名称,地址,办公时间,值班电话,咨询电话\n一站,同上村1号,9时到17时,0550-4021234,同左\n二站,同上,〃,4021235,无\n同上,同上,同上,4021236,4021237\n三站,同上（二楼）,同左,同上,\n",
    );
    let page = |stem: &str| site.read(&format!("content/contacts/{stem}.md"));
    assert!(page("yi-zhan").contains("address = \"同上村1号\""), "{}", page("yi-zhan"));
    assert_eq!(numbers(&page("yi-zhan")), ["\"0550-4021234\"", "\"0550-4021234\""]);
    let two = page("er-zhan");
    assert!(two.contains("address = \"同上村1号\"\nhours = \"9时到17时\""), "{two}");
    assert_eq!(
        numbers(&two),
        ["\"4021235\"", "\"4021236\"", "\"4021237\""],
        "one office in two rows"
    );
    let three = page("san-zhan");
    assert_eq!(numbers(&three), ["\"4021236\""]);
    for wrong in ["同上", "同左", "〃"] {
        assert!(!three.contains(wrong) && !two.contains(&format!("\"{wrong}\"")), "{two}{three}");
    }
    for told in ["第 5 行“地址”写的是“同上（二楼）”", "第 5 行“办公时间”写的是“同左”"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
}

#[test]
fn offices_that_sound_alike_all_come_out() {
    let site = Site::sound();
    contacts(&site, "名称,电话\n义务站,12348\n乙务站,12348\n");
    let title = |stem: &str| {
        let page = site.read(&format!("content/contacts/{stem}.md"));
        page.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(title("yi-wu-zhan"), "title = \"义务站\"");
    assert_eq!(title("yi-wu-zhan-2"), "title = \"乙务站\"");
    // Another table, another day: who is there keeps the page, who is not gets one.
    let run = contacts(&site, "名称,电话\n易务站,12348\n乙务站,12348\n");
    assert_eq!(title("yi-wu-zhan-3"), "title = \"易务站\"");
    assert!(!site.exists("content/contacts/yi-wu-zhan-4.md") && !run.err.contains("I609"));
    let run = contacts(&site, "名称,电话\n乙务站,12345\n");
    assert!(run.err.contains("I609"), "what is there is never overwritten: {}", run.err);
}

#[test]
fn thousands_of_one_name_take_no_longer_than_others() {
    let table = |name: &dyn Fn(usize) -> String, rows: usize| {
        let rows: String = (0..rows).map(|row| format!("{},12348\n", name(row))).collect();
        format!("名称,电话\n{rows}")
    };
    let time = |table: &str| {
        let started = std::time::Instant::now();
        let source = lantian::base::source::Sources::default().add("x", None);
        let today = lantian::base::date::Date::new(2026, 11, 1).unwrap();
        let pages = lantian::import::contacts::read(table.as_bytes(), source, today).value;
        (pages.len(), started.elapsed())
    };
    let (same, other) =
        (table(&|_| "司法所".to_owned(), 8_000), table(&|row| format!("{row}所"), 8_000));
    let least = |table: &str| (0..2).map(|_| time(table).1).min().unwrap();
    assert_eq!(time(&same).0, 8_000);
    let (same, other) = (least(&same), least(&other));
    // With a step for every page before it, one name would take a hundred times as long as many.
    assert!(same < other * 4 + std::time::Duration::from_millis(200), "{other:?} and {same:?}");
}

#[test]
fn tables_in_any_encoding_and_with_any_sign_between() {
    let table = "名称,电话\n一站,0550-4021234\n";
    let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{FEFF}{table}").encode_utf16().flat_map(bytes).collect()
    };
    for bytes in [
        format!("\u{FEFF}{table}").into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        encoding_rs::GB18030.encode(table).0.into_owned(),
        table.replace(',', ";").into_bytes(),
        table.replace(',', "\t").into_bytes(),
        table.replace('\n', "\r\n").into_bytes(),
    ] {
        let site = Site::sound();
        import(&site, "contacts", bytes);
        assert_eq!(numbers(&site.read("content/contacts/yi-zhan.md")), ["\"0550-4021234\""]);
    }
}

/// A workbook with this sheet list and these parts of its first sheet.
fn workbook(sheets: &str, sheet: &str) -> Vec<u8> {
    let workbook = format!("<workbook xmlns:r=\"r\"><sheets>{sheets}</sheets></workbook>");
    let relations = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>";
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    archive(&[
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", "<worksheet/>"),
        ("xl/worksheets/sheet2.xml", &sheet),
    ])
}

fn inline(cell: &str, text: &str) -> String {
    format!(
        "<c r=\"{cell}\" t=\"inlineStr\"><is><r><t>{text}</t></r><rPh><t>yin</t></rPh></is></c>"
    )
}

#[test]
fn what_a_workbook_hides_or_merges_is_told() {
    let site = Site::sound();
    let rows = format!(
        "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols><sheetData><row r=\"1\">{}{}{}{}</row><row r=\"2\">{}{}{}</row><row r=\"3\">{}</row><row r=\"4\" hidden=\"1\">{}</row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>",
        inline("A1", "名称"),
        inline("B1", "电话"),
        inline("C1", "乡镇"),
        inline("D1", "地址"),
        inline("A2", "一站"),
        inline("B2", "12348"),
        inline("D2", "某路"),
        inline("B3", "12345"),
        inline("A4", "二站"),
    );
    let sheets =
        "<sheet name=\"旧表\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"站点\" r:id=\"rId2\"/>";
    let run = import(&site, "contacts", workbook(sheets, &rows));
    let page = site.read("content/contacts/yi-zhan.md");
    assert_eq!(numbers(&page), ["\"12348\"", "\"12345\""], "one cell, one office");
    assert!(page.contains("title = \"一站\"") && !page.contains("某路"), "{page}");
    assert!(!site.exists("content/contacts/er-zhan.md"));
    for told in ["工作表“站点”", "旧表", "第 4 行是隐藏的", "列“地址”是隐藏的"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
}

#[test]
fn a_merged_cell_without_a_name_belongs_to_nobody() {
    let site = Site::sound();
    let rows = format!(
        "<sheetData><row r=\"1\">{}{}</row><row r=\"2\">{}{}</row><row r=\"3\">{}</row><row r=\"4\">{}</row></sheetData><mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells>",
        inline("A1", "名称"),
        inline("B1", "电话"),
        inline("A2", "甲所"),
        inline("B2", "0550-4021234"),
        inline("B3", "4021235"),
        inline("B4", "4021236"),
    );
    let run = import(&site, "contacts", workbook("<sheet name=\"表\" r:id=\"rId2\"/>", &rows));
    assert_eq!(numbers(&site.read("content/contacts/jia-suo.md")), ["\"0550-4021234\""]);
    for told in ["第 3 行没有名称", "第 4 行没有名称"] {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
}

#[test]
fn a_second_name_or_day_is_told() {
    let site = Site::sound();
    let run = contacts(
        &site,
        "单位,工作站名称,电话,核实日期,核对日期\n甲局,一站,12348,2026-11-01,2026-11-02\n乙局,,12348,,2026-11-02\n",
    );
    for told in ["第 2 行“工作站名称”与前面的列说的是一项", "第 2 行“核对日期”与前面的列"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
    assert!(!run.err.contains("第 3 行“"), "{}", run.err);
    let page = site.read("content/contacts/yi-ju.md");
    assert!(page.contains("checked_on = 2026-11-02"), "{page}");
}

#[test]
fn a_table_never_keeps_an_id_number() {
    let site = Site::sound();
    let id = "349907198511030129";
    let table = format!("名称,电话,地址,简介\n一站,{id},某路{id},\"身份证\n{id}\"\n{id},12348,,\n");
    let run = contacts(&site, &table);
    let pages =
        site.run(&["import", "contacts", site.path("file").to_str().unwrap(), "--format", "json"]);
    assert!(site.exists("content/contacts/yi-zhan.md") && run.err.contains("I624"), "{}", run.err);
    for text in [&run.out, &run.err, &pages.out, &pages.err] {
        assert!(!text.contains("19851103"), "{text}");
    }
    assert!(!site.read("content/contacts/yi-zhan.md").contains("19851103"));
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let site = Site::sound();
    let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let old = locked.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    for (what, bytes, told) in [
        ("contacts", locked.clone(), "密码"),
        ("case", locked, "密码"),
        ("contacts", old.clone(), "旧格式"),
        ("case", old, "旧格式"),
        ("contacts", b"<html><table><tr><td>x</td></tr></table></html>".to_vec(), "网页格式"),
    ] {
        site.write("file", bytes);
        let run = site.run(&["import", what, site.path("file").to_str().unwrap()]).expect(1);
        assert!(run.err.contains("I601") && run.err.contains(told), "{what}: {}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_an_end_is_left() {
    let site = Site::sound();
    for what in ["notices", "contacts", "case"] {
        let run = site.run(&["import", what, "/dev/zero"]).expect(1);
        assert!(run.err.contains("I601") && run.err.contains("MB"), "{what}: {}", run.err);
        let zero = std::fs::File::open("/dev/zero").unwrap();
        let mut command = crate::site::program();
        command.args(["--root", site.path("").to_str().unwrap(), "import", what, "-"]).stdin(zero);
        let run = crate::site::Run::of(command.output().unwrap()).expect(1);
        assert!(run.err.contains("I601") && run.err.contains("MB"), "{what}: {}", run.err);
    }
}
