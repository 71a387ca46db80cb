//! What is taken in: notices in every order of their parts, Word files, tables, bytes of any kind.

use lantian::base::date::Date;
use lantian::base::span::SourceId;
use lantian::import::notices::{read, show};
use lantian::import::{case, contacts, text};
use proptest::prelude::*;

use super::{cases, citizen, scraps};
use crate::import::{archive, docx, xlsx};

fn today() -> Date {
    Date::parse("2021-03-12").unwrap()
}

const WORD: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:p/>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:t xml:space=\"preserve\">",
    "<w:pPr>",
    "</w:pPr>",
    "<w:pStyle w:val=\"2\"/>",
    "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:rPr><w:b/></w:rPr>",
    "<w:b w:val=\"0\"/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr>",
    "<w:br/>",
    "<w:tab/>",
    "<w:drawing/>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "</w:ins>",
    "<w:delText>",
    "</w:delText>",
    "<w:hyperlink r:id=\"rId1\">",
    "</w:hyperlink>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:strike/>",
    "<w:trPr><w:del/></w:trPr>",
    "<w:tr>",
    "</w:tr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:instrText> HYPERLINK \"https://example.org\" </w:instrText>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:vMerge/>",
    "案例名称",
    "<m:oMath>",
    "</m:oMath>",
    "<mc:AlternateContent>",
    "</mc:AlternateContent>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#x4E00;",
    "&#x110000;",
    "&nope;",
    "<?x?>",
    "<",
    ">",
    "案情简介",
    "【办理过程】",
    "法律分析",
    "典型意义",
    "张某讨薪案",
    "柳青苗",
    "受援人",
    "349907198511030129",
    "|",
    "#",
    "+++",
    "\"",
    "\\",
    "*",
    "{{",
    "\n",
    " ",
];

const CELLS: &[&str] = &[
    "名称",
    "电话",
    "地址",
    "核实日期",
    "序号",
    ",",
    ",",
    "，",
    "\n",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "\t",
    ";",
    "0550-0000000",
    "5500000102",
    "=A1",
    "2026/11/1",
    "46327",
    "炉桥镇工作站",
    "窗口",
    "349907198511030129",
    "'",
    "\\",
    "+++",
    "\u{FEFF}",
    "\0",
    " ",
];

const ROWS: &[&str] = &[
    "<row r=\"1\">",
    "<row>",
    "</row>",
    "<c r=\"A1\" t=\"s\">",
    "<c r=\"B1\">",
    "<c r=\"XFD1048576\">",
    "<c r=\"ZZZZZZZZ9\">",
    "<c t=\"inlineStr\">",
    "<c t=\"str\">",
    "<c t=\"b\">",
    "<c t=\"e\">",
    "<c s=\"1\">",
    "<c s=\"99\">",
    "</c>",
    "<v>",
    "</v>",
    "<v/>",
    "<is>",
    "</is>",
    "<t>",
    "</t>",
    "<f>A1</f>",
    "0",
    "1",
    "99999999999",
    "-1",
    "1e308",
    "46327",
    "名称",
    "电话",
    "<mergeCell ref=\"A1:XFD9\"/>",
    "&lt;",
    "&#0;",
];

/// Bodies and people that have every sign of a name, and documents of the catalogue.
const HOLDERS: &[&str] = &[
    "柳青苗",
    "欧阳小满",
    "定远县大山建材有限公司",
    "滁州市象棋协会",
    "炉桥镇某村村民委员会",
    "安徽晨曦纺织有限公司工会委员会",
    "来安县人民医院",
    "凤阳县小岗村丰收农机专业合作社",
];
const DOCUMENTS: &[&str] =
    &["公章", "开户许可证", "营业执照", "财务专用章", "退休证", "学生证", "道路运输证", "收据"];
const COPIES: &[&str] = &["", "一份", "副本", "壹枚", "正、副本", "正副本各一份"];

proptest! {
    #![proptest_config(cases(300))]

    /// Holder, document and copies are read in every sentence form, whatever stands around.
    #[test]
    fn every_form_of_a_notice(
        holder in prop::sample::select(HOLDERS),
        document in prop::sample::select(DOCUMENTS),
        copies in prop::sample::select(COPIES),
        form in 0usize..6,
        number in "[0-9]{8}",
        broken in prop::option::of(1usize..7),
        close in prop::sample::select(&["声明作废。", "特此声明作废。", "现声明作废。", "声明作废"][..]),
    ) {
        let shown = match broken {
            Some(at) => format!("{}\n{}", &number[..at], &number[at..]),
            None => number.clone(),
        };
        let label = format!("编号：{shown}");
        let text = match form {
            0 => format!("遗失{holder}{document}{copies}，{label}，{close}"),
            1 => format!("{holder}遗失{document}{copies}，{label}，{close}"),
            2 => format!("{holder}不慎遗失{document}{copies}，{label}，{close}"),
            3 => format!("{holder}因保管不善，将{document}{copies}遗失，{label}，{close}"),
            4 => format!("遗失声明\n{holder}遗失《{document}》{copies}，{label}，{close}"),
            _ => format!("遗失人：{holder}\n证件名称：{document}{copies}\n{label}\n{close}"),
        };
        let page = format!("某日要闻\n\n{text}\n\n广告热线 0550-0000000\n");
        let reading = read(&page);
        prop_assert_eq!(reading.records.len(), 1, "{}", page);
        let record = &reading.records[0];
        prop_assert_eq!(&record.holder, holder, "{}", page);
        prop_assert_eq!(&record.document, document, "{}", page);
        prop_assert_eq!(record.copies.as_deref().unwrap_or(""), copies, "{}", page);
        let numbers: Vec<_> = record.identifiers.iter().map(|n| n.value.as_str()).collect();
        prop_assert_eq!(numbers, [number.as_str()], "{}", page);
        prop_assert!(record.declared_void);
    }

    #[test]
    fn no_number_of_a_citizen_is_kept(
        (birth, order) in (0u32..20_000, 0u32..100_000),
        holder in prop::sample::select(HOLDERS),
        at in 0usize..18,
        gap in prop::sample::select(&["", "\n", " ", "\u{3000}"][..]),
        form in 0usize..4,
    ) {
        let number = citizen(birth, order);
        let written = format!("{}{gap}{}", &number[..at], &number[at..]);
        let text = match form {
            0 => format!("遗失{holder}（身份证号：{written}）残疾人证，声明作废。"),
            1 => format!("{holder}遗失身份证，号码{written}，声明作废。"),
            2 => format!("遗失{holder}残疾人证，证号{written}43，声明作废。"),
            _ => format!("遗失黑色皮包一个，{written}，声明作废。"),
        };
        let shown = show::json(&read(&text)).to_string();
        prop_assert!(!shown.contains(&number) && !shown.contains(&number[..14]), "{text}\n{shown}");
    }

    #[test]
    fn word_files(body in scraps(WORD, 60)) {
        let read = case::read(&docx(&body), SourceId(0), today());
        if let Some(page) = read.value {
            prop_assert!(!page.text.contains("349907198511030129"), "{}", page.text);
        }
    }

    #[test]
    fn tables(rows in scraps(CELLS, 40)) {
        let _ = contacts::read(rows.as_bytes(), SourceId(0), today());
    }

    #[test]
    fn workbooks(rows in scraps(ROWS, 40)) {
        let _ = contacts::read(&xlsx(&rows), SourceId(0), today());
    }

    /// A sound file with some bytes changed, lost or doubled.
    #[test]
    fn damaged_archives(
        slips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..3), 1..8),
        word in any::<bool>(),
    ) {
        let mut bytes = if word {
            docx("<w:p><w:r><w:t>张某讨薪案</w:t></w:r></w:p>")
        } else {
            xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
        };
        for (at, byte, how) in slips {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at.max(4)),
                _ => bytes.insert(at, byte),
            }
        }
        let _ = case::read(&bytes, SourceId(0), today());
        let _ = contacts::read(&bytes, SourceId(0), today());
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = case::read(&bytes, SourceId(0), today());
        let _ = contacts::read(&bytes, SourceId(0), today());
        let _ = case::read(&archive(&[("word/document.xml", &String::from_utf8_lossy(&bytes))]), SourceId(0), today());
        if let Ok(decoded) = text::decode(&bytes) {
            let _ = read(&decoded.text);
        }
    }
}
