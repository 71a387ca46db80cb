//! A table of offices becomes pages of `content/contacts/`, one a row.
//!
//! Columns are known by their Chinese headings. A telephone that the table took for a number has lost
//! its leading zero: it is put back only where the digits leave no doubt, and told in every case.

use super::front::Front;
use super::sheet::{self, Cell, Row};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::domain::identifier::find::conceal;
use crate::domain::kinds::contact::Role;
use crate::domain::slug::pinyin_slug;
use crate::import::Page;
use crate::say;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Role,
    Township,
    Address,
    Hours,
    Directions,
    Phone,
    CheckedOn,
    CheckedBy,
    Summary,
    /// A running number: passed over without a word.
    Number,
}

/// Headings, each with the other words tables use for it.
const HEADINGS: [(Column, &[&str]); 11] = [
    (
        Column::Name,
        &[
            "名称",
            "机构名称",
            "机构",
            "单位",
            "单位名称",
            "站点名称",
            "工作站名称",
            "工作站",
            "部门",
            "标题",
        ],
    ),
    (Column::Role, &["类型", "类别", "性质", "机构类型"]),
    (Column::Township, &["乡镇", "所在乡镇", "乡镇名称", "镇", "街道", "乡镇街道", "辖区"]),
    (Column::Address, &["地址", "办公地址", "详细地址", "地点", "办公地点", "位置"]),
    (Column::Hours, &["时间", "办公时间", "工作时间", "开放时间", "服务时间", "上班时间"]),
    (Column::Directions, &["路线", "怎么走", "乘车路线", "交通", "交通路线"]),
    (
        Column::Phone,
        &[
            "电话",
            "联系电话",
            "办公电话",
            "值班电话",
            "咨询电话",
            "投诉电话",
            "热线",
            "手机",
            "手机号",
            "联系方式",
            "固定电话",
            "座机",
            "电话号码",
        ],
    ),
    (Column::CheckedOn, &["核实日期", "核对日期", "核实时间", "检查日期"]),
    (Column::CheckedBy, &["核实人", "核对人"]),
    (Column::Summary, &["简介", "说明", "摘要", "服务内容", "职责"]),
    (Column::Number, &["序号", "编号", "行号"]),
];

fn known(heading: &str) -> Option<Column> {
    let bare: String =
        heading.chars().filter(|c| !c.is_whitespace() && !"：:*＊".contains(*c)).collect();
    let bare = bare.split(['(', '（']).next().unwrap_or_default();
    HEADINGS.iter().find(|(_, words)| words.contains(&bare)).map(|(column, _)| *column)
}

/// Pages of a table.
#[must_use]
pub fn read(bytes: &[u8], source: SourceId, today: Date) -> Reported<Vec<Page>> {
    let start = Span::file(source);
    let sheet = match sheet::read(bytes) {
        Ok(sheet) => sheet,
        Err(wrong) => {
            return Reported::new(
                Vec::new(),
                vec![Diagnostic::new(Code::ImportUnreadable, start, wrong)],
            );
        }
    };
    let mut found = Vec::new();
    if let Some(name) = sheet.encoding {
        let message = say!(zh: "文件是 {name} 编码，已照此读取", en: "the file is {name} and was read as such");
        found.push(Diagnostic::new(Code::ImportEncoding, start, message));
    }
    if sheet.others > 0 {
        let count = sheet.others;
        let message = say!(zh: "只读了第一张表，另有 {count} 张没有读", en: "only the first sheet was read; {count} more were not");
        found.push(Diagnostic::new(Code::UnknownColumn, start, message));
    }
    let headed = sheet.rows.iter().take(20).position(|(_, cells)| headings(cells).is_some());
    let Some(headed) = headed else {
        let message = say!(zh: "前 20 行里没有列名，至少要有“名称”和“电话”", en: "no headings in the first 20 rows: 名称 and 电话 at least");
        found.push(Diagnostic::new(Code::TableWithoutHeadings, start, message));
        return Reported::new(Vec::new(), found);
    };
    let columns = headings(&sheet.rows[headed].1).unwrap_or_default();
    unknown(&sheet.rows[headed].1, &columns, source, &mut found);
    let mut pages: Vec<Page> = Vec::new();
    for row in &sheet.rows[headed + 1..] {
        if let Some(page) = page(row, &columns, &Telling { source, today }, &mut found) {
            let taken = |stem: &str| pages.iter().any(|page: &Page| page.stem == stem);
            let mut stem = page.stem.clone();
            // Two offices whose names sound the same.
            for number in 2.. {
                if !taken(&stem) {
                    break;
                }
                stem = format!("{}-{number}", page.stem);
            }
            pages.push(Page { stem, ..page });
        }
    }
    Reported::new(pages, found)
}

/// The columns of a row of headings: it has a name and a telephone or an address.
fn headings(cells: &[Cell]) -> Option<Vec<(Option<Column>, String)>> {
    let columns: Vec<(Option<Column>, String)> = cells
        .iter()
        .map(|cell| match cell {
            Cell::Text(text) => (known(text), text.clone()),
            _ => (None, String::new()),
        })
        .collect();
    let has = |wanted: Column| columns.iter().any(|(column, _)| *column == Some(wanted));
    (has(Column::Name) && (has(Column::Phone) || has(Column::Address))).then_some(columns)
}

fn unknown(
    cells: &[Cell],
    columns: &[(Option<Column>, String)],
    source: SourceId,
    found: &mut Vec<Diagnostic>,
) {
    for ((column, heading), _) in columns.iter().zip(cells) {
        if column.is_none() && !heading.is_empty() {
            let heading = conceal(heading);
            let message =
                say!(zh: "列“{heading}”没有导入", en: "the column {heading} was not imported");
            found.push(Diagnostic::new(Code::UnknownColumn, Span::file(source), message));
        }
    }
}

/// What every row is told with.
struct Telling {
    source: SourceId,
    today: Date,
}

impl Telling {
    fn say(&self, code: Code, message: crate::base::text::Text, found: &mut Vec<Diagnostic>) {
        found.push(Diagnostic::new(code, Span::file(self.source), message));
    }
}

fn page(
    (line, cells): &Row,
    columns: &[(Option<Column>, String)],
    telling: &Telling,
    found: &mut Vec<Diagnostic>,
) -> Option<Page> {
    if cells.iter().all(|cell| *cell == Cell::Empty) {
        return None;
    }
    let mut texts: Vec<(Column, String)> = Vec::new();
    let mut phones: Vec<(String, String)> = Vec::new();
    for ((column, heading), cell) in columns.iter().zip(cells) {
        let Some(column) = *column else { continue };
        let text = match cell {
            Cell::Empty => continue,
            Cell::Formula => {
                let message = say!(zh: "第 {line} 行“{heading}”是公式，没有算出的值", en: "row {line}: {heading} is a formula without a value");
                telling.say(Code::FormulaWithoutValue, message, found);
                continue;
            }
            Cell::Number(number) if column == Column::Phone => {
                let phone = restored(number);
                let message = say!(zh: "第 {line} 行“{heading}”在表格里是数字，读作 {phone}，请核对", en: "row {line}: {heading} is a number in the table, read as {phone}: compare it");
                telling.say(Code::PhoneAsNumber, message, found);
                phone
            }
            Cell::Text(text) | Cell::Number(text) | Cell::Date(text) => {
                hidden(text, *line, telling, found)
            }
        };
        if column == Column::Phone {
            let label = if heading.contains("电话") && heading != "电话" {
                heading.clone()
            } else {
                "电话".to_owned()
            };
            phones.extend(several(&text).into_iter().map(|number| (label.clone(), number)));
        } else if !texts.iter().any(|(old, _)| *old == column) {
            texts.push((column, text));
        }
    }
    let get = |wanted: Column| {
        texts.iter().find(|(column, _)| *column == wanted).map(|(_, text)| text.as_str())
    };
    let Some(name) = get(Column::Name) else {
        telling.say(
            Code::RowSkipped,
            say!(zh: "第 {line} 行没有名称", en: "row {line} has no name"),
            found,
        );
        return None;
    };
    Some(Page {
        section: "contacts",
        stem: pinyin_slug(name, 8),
        text: written(name, &get, &phones, telling.today),
    })
}

fn written<'t>(
    name: &str,
    get: &dyn Fn(Column) -> Option<&'t str>,
    phones: &[(String, String)],
    today: Date,
) -> String {
    let mut front = Front::default();
    front.text("title", name);
    front.text("role", role(get(Column::Role).unwrap_or(name)).word());
    front.raw("date", &today.to_string());
    let keys = [
        ("summary", Column::Summary),
        ("township", Column::Township),
        ("address", Column::Address),
        ("hours", Column::Hours),
        ("directions", Column::Directions),
        ("checked_by", Column::CheckedBy),
    ];
    for (key, column) in keys {
        if let Some(text) = get(column) {
            front.text(key, text);
        }
    }
    // A day that cannot be read is left out: an unchecked contact is a finding of `check`.
    if let Some(day) = get(Column::CheckedOn).and_then(day) {
        front.raw("checked_on", &day.to_string());
    }
    for (label, number) in phones {
        front.group("phone");
        front.text("label", label);
        front.text("number", number);
    }
    front.page("")
}

/// What an office is, by the words for it.
fn role(words: &str) -> Role {
    let has = |word: &str| words.contains(word);
    if has("热线") || has("12348") {
        Role::Hotline
    } else if has("窗口") || has("服务大厅") {
        Role::Window
    } else if has("值班") {
        Role::Duty
    } else if has("站") || has("司法所") || has("点") {
        Role::Station
    } else {
        Role::Centre
    }
}

/// 2026-11-01, 2026/11/1, 2026.11.1, 2026年11月1日.
fn day(text: &str) -> Option<Date> {
    let mut parts =
        text.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.trim().is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}

/// The digits of a telephone that was a number: eleven beginning with 1 are a mobile number, five a
/// hotline, ten or eleven others lost the zero of their area code.
fn restored(number: &str) -> String {
    let digits = number.chars().all(|c| c.is_ascii_digit());
    match (digits, number.len()) {
        (true, 10) if number.starts_with("400") || number.starts_with("800") => number.to_owned(),
        (true, 10) => match number.as_bytes() {
            // Two-digit area codes without their zero: 10, 20 to 29.
            [b'1', b'0', ..] | [b'2', ..] => format!("0{}-{}", &number[..2], &number[2..]),
            _ => format!("0{}-{}", &number[..3], &number[3..]),
        },
        (true, 11) if !number.starts_with('1') => format!("0{}-{}", &number[..3], &number[3..]),
        _ => number.to_owned(),
    }
}

/// Several numbers in one cell.
fn several(text: &str) -> Vec<String> {
    let folded: String = text
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '－' | '—' | '–' => '-',
            c => c,
        })
        .collect();
    let parts = folded.split(['、', '，', ',', '；', ';', '/', '\n', ' ']);
    parts
        .map(str::trim)
        .filter(|part| part.chars().any(|c| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// Text without a citizen's number.
fn hidden(text: &str, line: usize, telling: &Telling, found: &mut Vec<Diagnostic>) -> String {
    let hidden = conceal(text);
    if hidden != text {
        let message = say!(zh: "第 {line} 行有身份证号，已遮住", en: "row {line} holds an ID number, which was starred out");
        telling.say(Code::NumberHidden, message, found);
    }
    hidden.into_owned()
}

#[cfg(test)]
mod tests {
    use super::{day, restored, several};

    #[test]
    fn telephones_that_were_numbers() {
        for (number, phone) in [
            ("5500000102", "0550-0000102"),
            ("13800000000", "13800000000"),
            ("12348", "12348"),
            ("1012345678", "010-12345678"),
            ("55100000001", "0551-00000001"),
            ("4000000000", "4000000000"),
        ] {
            assert_eq!(restored(number), phone);
        }
        assert_eq!(several("0550－0000001、0550-0000002"), ["0550-0000001", "0550-0000002"]);
        assert_eq!(day("2026年11月1日").map(|day| day.to_string()).as_deref(), Some("2026-11-01"));
    }
}
