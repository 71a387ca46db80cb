//! Tables whose headings take two rows or come again, and what else stands between the offices.

use super::office::{archive, import};
use crate::site::{Run, Site};

fn contacts(table: &str) -> (Site, Run) {
    let site = Site::sound();
    let run = import(&site, "contacts", table.as_bytes().to_vec());
    (site, run)
}

fn page(site: &Site, stem: &str) -> String {
    site.read(&format!("content/contacts/{stem}.md"))
}

/// Telephones of a page with their labels.
fn phones(page: &str) -> Vec<(String, String)> {
    let values = |key: &str| -> Vec<String> {
        let value =
            |line: &str| line.strip_prefix(key).map(|text| text.trim_matches('"').to_owned());
        page.lines().filter_map(value).collect()
    };
    values("label = ").into_iter().zip(values("number = ")).collect()
}

fn labelled(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(label, number)| ((*label).to_owned(), (*number).to_owned())).collect()
}

/// An xlsx of these rows of texts with these merged cells.
fn workbook(rows: &[&[&str]], merged: &[&str]) -> Vec<u8> {
    let cell = |row: usize, column: usize, text: &str| {
        let letter = char::from(b'A' + u8::try_from(column).unwrap());
        format!("<c r=\"{letter}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let mut sheet = String::new();
    for (at, texts) in rows.iter().enumerate() {
        let filled = texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
        let cells: String = filled.map(|(column, text)| cell(at + 1, column, text)).collect();
        sheet.push_str(&format!("<row r=\"{}\">{cells}</row>", at + 1));
    }
    let merged: String =
        merged.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
    archive(&[
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"表\"/></sheets></workbook>"),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                "<worksheet><sheetData>{sheet}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
            ),
        ),
    ])
}

#[test]
fn a_heading_of_two_rows_is_understood() {
    let both =
        labelled(&[("联系电话（办公）", "0550-4881234"), ("联系电话（手机）", "13800000001")]);
    let rows: &[&[&str]] = &[
        &["某县工作站一览表"],
        &["序号", "工作站", "地址", "联系电话", "", "备注"],
        &["", "", "", "办公", "手机"],
        &["1", "小满镇工作站", "老街5号", "0550-4881234", "13800000001", "所长值守"],
        &["2", "芒种镇工作站", "新街6号", "0550-4881235"],
    ];
    let merged = ["A1:F1", "D2:E2", "A2:A3", "B2:B3", "C2:C3", "F2:F3"];
    let site = Site::sound();
    let run = import(&site, "contacts", workbook(rows, &merged));
    assert_eq!(phones(&page(&site, "xiao-man-zhen-gong-zuo-zhan")), both, "{}", run.err);
    assert_eq!(run.out.lines().count(), 2, "{}", run.out);
    assert!(
        run.err.contains("列“备注”没有导入，有 1 格，第一格在第 4 行：所长值守"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("没有名称") && !run.err.contains("读不成电话"), "{}", run.err);
    for table in [
        // As a csv says it, and with the names in the lower row.
        "名称,地址,联系电话,\n,,办公,手机\n小满镇工作站,老街5号,0550-4881234,13800000001\n",
        "某县一览表,,,\n,,联系电话,\n名称,地址,办公,手机\n小满镇工作站,老街5号,0550-4881234,13800000001\n",
    ] {
        let (site, run) = contacts(table);
        assert_eq!(phones(&page(&site, "xiao-man-zhen-gong-zuo-zhan")), both, "{table}{}", run.err);
        assert_eq!((run.out.lines().count(), run.err.contains("I6")), (1, false), "{}", run.err);
    }
    // Neither row says enough alone; a fax is no telephone.
    let (site, run) = contacts(
        "单位,联系信息,,\n,地址,电话,传真\n小满镇工作站,老街5号,0550-4881234,0550-4881236\n",
    );
    let office = page(&site, "xiao-man-zhen-gong-zuo-zhan");
    assert_eq!(phones(&office), labelled(&[("电话", "0550-4881234")]), "{}", run.err);
    assert!(office.contains("address = \"老街5号\""), "{office}");
    assert!(run.err.contains("传真") && run.err.contains("0550-4881236"), "{}", run.err);
}

#[test]
fn a_cell_over_two_columns_is_the_heading_of_both() {
    let rows: &[&[&str]] =
        &[&["名称", "电话", "", "类型"], &["小满站", "0550-4881234", "13800000001", "站"]];
    let site = Site::sound();
    let run = import(&site, "contacts", workbook(rows, &["B1:C1"]));
    let wanted = labelled(&[("电话", "0550-4881234"), ("电话", "13800000001")]);
    assert_eq!(phones(&page(&site, "xiao-man-zhan")), wanted, "{}", run.err);
    assert!(!run.err.contains("I6"), "{}", run.err);
}

#[test]
fn a_column_without_a_heading_is_told_with_what_is_lost() {
    let (site, run) = contacts(
        "名称,电话,,微信,空\n小满站,0550-4881234,,,\n芒种站,0550-4881235,13800000001,mz,\n夏至站,0550-4881236,13800000002,,\n",
    );
    assert!(
        run.err.contains("C 列没有列名，2 格没有导入，第一格在第 3 行：13800000001"),
        "{}",
        run.err
    );
    assert!(run.err.contains("列“微信”没有导入，有 1 格"), "{}", run.err);
    assert!(!run.err.contains("“空”"), "of an empty column nothing is lost: {}", run.err);
    assert!(!page(&site, "mang-zhong-zhan").contains("13800000001"));
}

#[test]
fn the_first_row_below_a_heading_is_an_office() {
    let (site, run) = contacts("名称,地址,电话,\n三和站,无,暂无,\n小满站,,0550-4881234,\n");
    assert_eq!(run.out.lines().count(), 2, "{}{}", run.out, run.err);
    assert!(page(&site, "san-he-zhan").contains("address = \"无\""));
}

#[test]
fn headings_that_come_again_begin_a_block() {
    let (site, run) = contacts(
        "一、乡镇工作站,,,\n工作站名称,电话,地址,负责人\n小满站,0550-4881234,老街,柳某\n,,,\n二、部门工作站,,,\n单位,地址,联系电话,\n总工会站,新街,0550-4881235,\n名称,电话,地址,\n残联站,0550-4881236,南街,\n注：号码有变动请告知。,,,\n",
    );
    assert_eq!(run.out.lines().count(), 3, "{}", run.out);
    assert_eq!(
        phones(&page(&site, "zong-gong-hui-zhan")),
        labelled(&[("联系电话", "0550-4881235")])
    );
    assert!(page(&site, "zong-gong-hui-zhan").contains("address = \"新街\""));
    assert_eq!(phones(&page(&site, "can-lian-zhan")), labelled(&[("电话", "0550-4881236")]));
    for told in ["第 5 行“二、部门工作站”是小标题", "第 10 行是说明", "列“负责人”没有导入"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
}

#[test]
fn a_heading_between_the_offices_is_none_of_them() {
    let rows: &[&[&str]] = &[
        &["序号", "名称", "电话"],
        &["乡镇"],
        &["1", "小满站", "12348"],
        &["二", "部门工作站"],
        &["2", "总工会站", "12348"],
        &["3", "只有名称站"],
    ];
    let site = Site::sound();
    let run = import(&site, "contacts", workbook(rows, &["A2:C2"]));
    assert_eq!(run.out.lines().count(), 3, "{}{}", run.out, run.err);
    assert!(site.exists("content/contacts/zhi-you-ming-cheng-zhan.md"), "{}", run.out);
    for told in ["第 2 行“乡镇”是小标题", "第 4 行“部门工作站”是小标题"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
    // A township over its stations, and a day below the table.
    let (_, run) = contacts("名称,电话\n小满镇,\n小满站,12348\n2026年3月1日,\n");
    assert_eq!(run.out.lines().count(), 1, "{}{}", run.out, run.err);
    for told in ["第 2 行只有“小满镇”", "第 4 行只有“2026年3月1日”"] {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
    // An office that shares its name with a heading or begins like one, or whose name stands over rows.
    let (site, run) = contacts("名称,电话\n三和镇站,\n工作站,12348\n第一中学站,12348\n");
    assert_eq!(run.out.lines().count(), 3, "{}{}", run.out, run.err);
    assert!(site.exists("content/contacts/gong-zuo-zhan.md"));
    let rows: &[&[&str]] =
        &[&["名称", "电话"], &["小满站", "12348"], &["", "办公室：0550-4881234"]];
    let site = Site::sound();
    import(&site, "contacts", workbook(rows, &["A2:A3"]));
    let wanted = labelled(&[("电话", "12348"), ("办公室", "0550-4881234")]);
    assert_eq!(phones(&page(&site, "xiao-man-zhan")), wanted);
}

#[test]
fn what_an_office_is_is_never_guessed() {
    let (site, run) =
        contacts("名称,电话\n某县妇联维权岗,12338\n某县妇联,12338\n某县法律援助中心,12348\n");
    assert!(page(&site, "mou-xian-fu-lian-wei-quan-gang").contains("role = \"station\""));
    assert!(!page(&site, "mou-xian-fu-lian").contains("role"), "{}", run.err);
    assert!(page(&site, "mou-xian-fa-lv-yuan-zhu-zhong-xin").contains("role = \"centre\""));
    assert!(run.err.contains("第 3 行：看不出“某县妇联”是哪一类机构"), "{}", run.err);
    assert_eq!(run.err.matches("I619").count(), 1, "{}", run.err);
    // What stands over all names says it of each.
    let (site, run) = contacts("工作站,电话\n某县妇联,12338\n");
    assert!(page(&site, "mou-xian-fu-lian").contains("role = \"station\""), "{}", run.err);
}

#[test]
fn numbers_without_an_area_code_are_told_however_they_were_typed() {
    let rows: &[&[&str]] = &[
        &["名称", "电话"],
        &["甲站", "4023333"],
        &["乙站", "４０２３３３４转801"],
        &["丙站", "'0550-4023335"],
        &["丁站", "0550-4023336、12348"],
    ];
    let site = Site::sound();
    let run = import(&site, "contacts", workbook(rows, &[]));
    assert!(run.err.contains("第 2 行“电话”里的 4023333 没有区号"), "{}", run.err);
    assert!(run.err.contains("第 3 行“电话”里的 4023334转801 没有区号"), "{}", run.err);
    assert_eq!(run.err.matches("I613").count(), 2, "{}", run.err);
    assert_eq!(phones(&page(&site, "bing-zhan")), labelled(&[("电话", "0550-4023335")]));
}
