//! One cell of an office's row: what it says, and what is told of it.

use super::Telling;
use super::column::Column;
use super::office::Office;
use super::telephone::{headless, restored, several};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::domain::identifier::find::conceal;
use crate::domain::identifier::phone::Phone;
use crate::import::sheet::{self, Cell};
use crate::say;

/// So many characters of a cell are shown in a report.
const SHOWN: usize = 40;

/// A cell that is read: its row, and the heading over it.
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) heading: String,
}

impl Place {
    /// What a cell says, citizens' numbers starred out.
    pub(super) fn text(
        &self,
        cell: &Cell,
        column: Column,
        telling: &mut Telling,
    ) -> Option<String> {
        let Self { line, heading } = self;
        let text = match cell {
            Cell::Empty => return None,
            Cell::Formula => {
                let message = say!(zh: "第 {line} 行“{heading}”是公式，没有算出的值", en: "row {line}: {heading} is a formula without a value");
                telling.say(Code::FormulaWithoutValue, message);
                return None;
            }
            Cell::Lost(left) if column == Column::Phone || left.starts_with('#') => {
                let message = say!(
                    zh: "第 {line} 行“{heading}”只剩 {left}，原来的数字已经丢了，没有导入。请找到原来的号码，把那一列设成“文本”再填",
                    en: "row {line}: of {heading} only {left} is left and its digits are lost; it was not imported: look the number up again and set the column to text",
                );
                telling.say(Code::CellUnread, message);
                return None;
            }
            Cell::Number(number) if column == Column::Phone && conceal(number) == *number => {
                return Some(self.number(number, telling));
            }
            Cell::Text(text) | Cell::Number(text) | Cell::Date(text) | Cell::Lost(text) => text,
        };
        let hidden = conceal(text);
        if hidden != *text {
            let message = say!(zh: "第 {line} 行有身份证号，已遮住", en: "row {line} holds an ID number, which was starred out");
            telling.say(Code::NumberHidden, message);
        }
        // Numbers that a table of text left without their zero, where nothing else stands in the cell.
        if column == Column::Phone && headless(text) {
            return Some(self.number(text, telling));
        }
        Some(hidden.into_owned())
    }

    /// A telephone that is nothing but digits to the table.
    fn number(&self, number: &str, telling: &mut Telling) -> String {
        let Self { line, heading } = self;
        let Some(phone) = restored(number) else {
            let message = say!(zh: "第 {line} 行“{heading}”在表格里是数字 {number}，看不出是不是丢了 0，照原样写了，请核对", en: "row {line}: {heading} is the number {number} in the table; whether it lost a zero cannot be told, so it was kept as it is: compare it");
            telling.say(Code::PhoneAsNumber, message);
            return number.to_owned();
        };
        let message = say!(zh: "第 {line} 行“{heading}”在表格里是数字，读作 {phone}，请核对", en: "row {line}: {heading} is a number in the table, read as {phone}: compare it");
        telling.say(Code::PhoneAsNumber, message);
        phone
    }

    /// The telephones of a cell; `told` where the cell is a number, of which all was said.
    pub(super) fn phones(
        &self,
        text: &str,
        told: bool,
        office: &mut Office,
        telling: &mut Telling,
    ) {
        let Self { line, heading } = self;
        let says = ["电话", "手机", "座机", "热线"].iter().any(|word| heading.contains(word));
        let plain = if says { heading.as_str() } else { "电话" };
        let cell = several(text);
        for phone in cell.phones {
            let mut number = phone.number;
            if headless(&number) {
                number = self.number(&number, telling);
            } else if !told && Phone::parse(&number).is_none() {
                self.local(&number, telling);
            }
            let label = if phone.label.is_empty() { plain.to_owned() } else { phone.label };
            office.phones.push((label, number));
        }
        for left in cell.left.iter().filter(|left| !matches!(left.as_str(), "无" | "暂无" | "-"))
        {
            let left = shortened(left);
            let message = say!(zh: "第 {line} 行“{heading}”里的“{left}”读不成电话，没有导入", en: "row {line}: “{left}” in {heading} is no telephone and was not imported");
            telling.say(Code::CellUnread, message);
        }
    }

    /// A telephone that only works where it is: typed as text, it says no more than a number does.
    fn local(&self, number: &str, telling: &mut Telling) {
        let Self { line, heading } = self;
        let message = say!(zh: "第 {line} 行“{heading}”里的 {number} 没有区号，照原样写了，请核对、补上区号", en: "row {line}: {number} in {heading} has no area code and was kept as it is: compare it and add the code");
        telling.say(Code::PhoneAsNumber, message);
    }

    pub(super) fn unread(&self, text: &str, telling: &mut Telling) {
        let Self { line, heading } = self;
        let text = shortened(text);
        let message = say!(zh: "第 {line} 行“{heading}”写的是“{text}”，读不成日期，没有导入。日期写成 2026-11-01", en: "row {line}: “{text}” in {heading} is no date and was not imported; write 2026-11-01");
        telling.say(Code::CellUnread, message);
    }

    pub(super) fn pointing(&self, text: &str, telling: &mut Telling) {
        let Self { line, heading } = self;
        let text = shortened(&conceal(text));
        let message = say!(zh: "第 {line} 行“{heading}”写的是“{text}”，看不出照哪一格，没有导入。请写全", en: "row {line}: {heading} says “{text}”, and which cell that means cannot be told; it was not imported: write it out");
        telling.say(Code::CellUnread, message);
    }

    pub(super) fn second(&self, text: &str, telling: &mut Telling) {
        let Self { line, heading } = self;
        let text = shortened(text);
        let message = say!(zh: "第 {line} 行“{heading}”与前面的列说的是一项，只要了前面的，没有导入：{text}", en: "row {line}: {heading} says what a column before it says; only the first was imported, not “{text}”");
        telling.say(Code::CellUnread, message);
    }
}

/// The beginning of a cell, as a report shows it.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// 2026-11-01, 2026/11/1, 2026.11.1, 2026年11月1日, 20261101, and the 46327 that tables make of it.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.len() == 8 {
        return Date::new(
            text[..4].parse().ok()?,
            text[4..6].parse().ok()?,
            text[6..].parse().ok()?,
        );
    }
    if digits && text.len() == 5 {
        return day(&sheet::day(text.parse().ok()?)?);
    }
    // A clock behind the day is not asked for: 2026/11/1 0:00.
    let text = text.split([' ', 'T']).next().unwrap_or_default();
    let mut parts =
        text.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.trim().is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_as_tables_write_them() {
        for text in ["2026年11月1日", "2026/11/1 0:00", "20261101", "46327", "2026-11-01"] {
            assert_eq!(
                day(text).map(|day| day.to_string()).as_deref(),
                Some("2026-11-01"),
                "{text}"
            );
        }
        for text in ["11月1日", "已核实", "99999999", "2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
