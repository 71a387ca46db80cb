//! A case in a form: 案例名称 | …, 案情简介 | …, as counties send them in. What its first cells call becomes
//! headings and text, the other fields a list.
//!
//! A table is a form by its rows, never by its looks: two of them name parts of a case, or one does and
//! another names the case. A table of figures stays a table.

use super::document::{Block, Cell, note_at};
use super::part::part;

/// What a form says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) title: Option<String>,
    pub(super) blocks: Vec<Block>,
    /// The form's own name, which is nothing of the case.
    pub(super) name: Option<String>,
}

/// Labels of the title; the plain ones only where a table is a form without them.
const TITLES: [&str; 8] = [
    "案例标题",
    "案例名称",
    "案例题目",
    "案件名称",
    "案件标题",
    "案例题名",
    "典型案例名称",
    "案例（事）名称",
];
const PLAIN_TITLES: [&str; 3] = ["标题", "题目", "名称"];

/// Labels of what is told of a person: before them stands of whom.
const OF_PERSONS: [&str; 12] = [
    "姓名",
    "性别",
    "年龄",
    "民族",
    "出生",
    "职业",
    "住址",
    "地址",
    "电话",
    "身份证",
    "文化程度",
    "单位",
];

/// Characters that a title has at the least: 案件名称 | 案号 is the head of a list.
const SHORTEST_TITLE: usize = 5;
/// Characters of a value that is still one of a list.
const LONGEST_VALUE: usize = 120;
/// Characters that a label has at the most.
const LONGEST_LABEL: usize = 20;

/// The form that a table is.
pub(super) fn form(rows: &[Vec<Cell>]) -> Option<Form> {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| own(row)).collect();
    let mut parts: Vec<&str> = rows.iter().filter_map(|row| part_row(row)).collect();
    parts.sort_unstable();
    parts.dedup();
    let told = |row: &Vec<&str>| is_title(row[0]) && row[1].chars().count() >= SHORTEST_TITLE;
    let named = rows.iter().any(|row| row.len() > 1 && told(row));
    // 案例名称 over fields of the case, and the parts below the table.
    let head = named && rows.len() > 1 && rows.iter().all(|row| labelled(row));
    if parts.len() < 2 && !(named && parts.len() == 1) && !head {
        return None;
    }
    let mut form = Form::default();
    for (at, row) in rows.iter().enumerate() {
        match row.as_slice() {
            [name] if at == 0 && super::title::is_form_name(name) => {
                form.name = Some((*name).to_owned());
            }
            cells => form.row(cells),
        }
    }
    Some(form)
}

/// The cells of a row without what is only the rest of a merged one.
fn own(row: &[Cell]) -> Vec<&str> {
    row.iter().filter(|cell| !cell.rest).map(|cell| cell.words.trim()).collect()
}

/// A label without the blanks and line ends that fill its cell, and without its colon.
fn solid(words: &str) -> String {
    let seen = |c: &char| !c.is_whitespace() && note_at(*c).is_none();
    let solid: String = words.chars().filter(seen).collect();
    solid.trim_end_matches(['：', ':']).to_owned()
}

/// The part that a cell names, and nothing else.
fn part_label(words: &str) -> Option<&'static str> {
    let short = words.chars().count() <= 2 * LONGEST_LABEL;
    let solid = short.then(|| solid(words))?;
    part(&solid).filter(|part| part.rest.is_empty()).map(|part| part.standard)
}

/// The part that a row names: in a cell with its text behind it, or at the head of its only one.
fn part_row(row: &[&str]) -> Option<&'static str> {
    match row {
        [only] => part_label(only).or_else(|| part(only).map(|part| part.standard)),
        _ => {
            let at = row.iter().position(|cell| part_label(cell).is_some())?;
            let text = row.get(at + 1).is_some_and(|text| !text.is_empty());
            // A row of headings names several things, and of a group there is one.
            (text && at <= 1 && part_label(row[at + 1]).is_none()).then(|| part_label(row[at]))?
        }
    }
}

fn is_title(words: &str) -> bool {
    TITLES.contains(&solid(words).as_str())
}

/// Whether a row is labels, each with what it says.
fn labelled(row: &[&str]) -> bool {
    row.len().is_multiple_of(2)
        && row.chunks(2).all(|pair| {
            let label = solid(pair[0]);
            let fits = (1..=LONGEST_LABEL).contains(&label.chars().count());
            fits && !label.contains(char::is_numeric) && !label.ends_with('案')
        })
}

impl Form {
    fn row(&mut self, cells: &[&str]) {
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        if let Some(at) = cells.iter().position(|cell| part_label(cell).is_some()) {
            for group in cells[..at].iter().filter(|group| !group.is_empty()) {
                self.item(&solid(group));
            }
            self.blocks.push(Block::Heading { words: solid(cells[at]) });
            if let Some((text, more)) = cells[at + 1..].split_first() {
                self.blocks.extend(lines(text).filter(|line| !is_hint(line)).map(paragraph));
                self.row(more);
            }
            return;
        }
        match cells {
            [] => {}
            [only] => self.text(only),
            [label, value, more @ ..]
                if self.title.is_none()
                    && !value.is_empty()
                    && (is_title(label) || PLAIN_TITLES.contains(&solid(label).as_str())) =>
            {
                self.title = Some(value.replace('\n', ""));
                self.row(more);
            }
            _ if cells.len().is_multiple_of(2) => cells.chunks(2).for_each(|pair| self.field(pair)),
            [group, rest @ ..] if OF_PERSONS.iter().any(|label| rest[0].contains(label)) => {
                self.item(&solid(group));
                rest.chunks(2).for_each(|pair| self.field(pair));
            }
            [label, values @ ..] => {
                let values: Vec<&str> =
                    values.iter().copied().filter(|value| !value.is_empty()).collect();
                self.field(&[label, &values.join("　")]);
            }
        }
    }

    /// A label and what it says; a field that says nothing was never filled in.
    fn field(&mut self, pair: &[&str]) {
        let (label, value) = (solid(pair[0]), pair.get(1).copied().unwrap_or_default());
        if is_unfilled(value) {
            return;
        }
        if label.is_empty() || label.chars().count() > LONGEST_LABEL {
            self.text(pair[0]);
            return self.text(value);
        }
        // 正文 | the whole case: no field of a list.
        let long = value.chars().count() > LONGEST_VALUE;
        if long || lines(value).any(|line| part(line).is_some()) {
            self.blocks.push(Block::Bold { words: label });
            return self.text(value);
        }
        self.item(&format!("{label}：{}", value.replace('\n', " ")));
    }

    fn item(&mut self, words: &str) {
        self.blocks.push(Block::Item { words: words.to_owned(), number: None, level: 0 });
    }

    /// The paragraphs of a cell that is no part's, some of which may begin one.
    fn text(&mut self, text: &str) {
        for line in lines(text) {
            match part(line) {
                Some(part) => {
                    self.blocks.push(Block::Heading { words: part.written.to_owned() });
                    self.blocks.extend(lines(part.rest).map(paragraph));
                }
                None => self.blocks.push(paragraph(line)),
            }
        }
    }
}

/// （500字以内）: what the form asks for, and no word of the case.
fn is_hint(line: &str) -> bool {
    let inner = line.strip_prefix(['（', '(']).and_then(|line| line.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| inner.contains('字') && inner.chars().count() <= LONGEST_LABEL)
}

/// Whether nobody wrote into a field: it is empty, or says only where the seal and the day go.
fn is_unfilled(value: &str) -> bool {
    const ASKED: [&str; 5] = ["盖章", "公章", "签字", "签名", "单位"];
    let bare = ASKED.iter().fold(value.to_owned(), |value, word| value.replace(word, ""));
    bare.chars().all(|c| !c.is_alphanumeric() || "年月日".contains(c))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty())
}

fn paragraph(line: &str) -> Block {
    Block::Paragraph { words: line.to_owned(), bold: 0 }
}

#[cfg(test)]
mod tests {
    use super::{Block, Cell, Form, form};

    fn read(rows: &[&[&str]]) -> Option<Form> {
        let cell = |words: &&str| Cell { words: (*words).to_owned(), rest: *words == "<" };
        let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        form(&rows)
    }

    fn words(form: &Form) -> Vec<String> {
        form.blocks.iter().map(Block::words).collect()
    }

    #[test]
    fn a_form_becomes_headings_and_text() {
        let form = read(&[
            &["典型案例申报表", "<"],
            &["案例\n名称", "张某讨薪案", "<", "<"],
            &["报送单位", "某县法律援助中心", "案由", "追索劳动报酬"],
            &["受援人", "姓名", "张某", "性别", ""],
            &["承办人", "许某", "某律师事务所"],
            &["案例内容", "案 情\n简 介\n（500字以内）", "三月起欠薪。\n没有合同。"],
            &["<", "办理\n过程", "（500字左右）\n申请仲裁。\n（示例）"],
            &["推荐单位意见", "同意推荐。\n（盖章）\n2026年3月1日"],
            &["审核意见", "\n（盖章）\n 年  月  日"],
            &["典型意义", "", "备注", "无"],
        ])
        .unwrap();
        assert_eq!(form.title.as_deref(), Some("张某讨薪案"));
        assert_eq!(form.name.as_deref(), Some("典型案例申报表"));
        assert_eq!(
            words(&form),
            [
                "报送单位：某县法律援助中心",
                "案由：追索劳动报酬",
                "受援人",
                "姓名：张某",
                "承办人：许某　某律师事务所",
                "案例内容",
                "案情简介（500字以内）",
                "三月起欠薪。",
                "没有合同。",
                "办理过程",
                "申请仲裁。",
                "（示例）",
                "推荐单位意见：同意推荐。 （盖章） 2026年3月1日",
                "典型意义",
                "备注：无",
            ]
        );
    }

    #[test]
    fn forms_of_other_shapes() {
        for rows in [
            &[&["标题", "张某讨薪案"][..], &["案情简介", "欠薪。"], &["办理过程", "仲裁。"]][..],
            &[&["案例标题", "张某讨薪案"], &["基本案情", "欠薪。"]],
            &[&["案例名称", "张某讨薪案"], &["承办单位", "某县法律援助中心"]],
        ] {
            assert_eq!(read(rows).unwrap().title.as_deref(), Some("张某讨薪案"), "{rows:?}");
        }
        let column = read(&[&["案情简介：欠薪。"], &["办理过程"], &["仲裁。"]]).unwrap();
        assert_eq!(words(&column), ["案情简介", "欠薪。", "办理过程", "仲裁。"]);
        let whole = read(&[
            &["案例名称", "张某讨薪案"],
            &["案由", "追索劳动报酬"],
            &["正文", "一、基本案情\n欠薪。\n二、办理过程：仲裁。"],
        ]);
        let wanted = ["案由：追索劳动报酬", "正文", "基本案情", "欠薪。", "办理过程", "仲裁。"];
        assert_eq!(words(&whole.unwrap()), wanted);
        // Within a part no line begins another.
        let inner = read(&[&["案情简介", "欠薪。"], &["办理过程", "一、基本情况\n二、仲裁"]]);
        let heading = |block: &&Block| matches!(block, Block::Heading { .. });
        assert_eq!(inner.unwrap().blocks.iter().filter(heading).count(), 2);
    }

    #[test]
    fn tables_stay_tables() {
        for rows in [
            &[&["姓名", "欠薪"][..], &["张某", "12000"]][..],
            &[&["名称", "数额"], &["医疗费", "四万元"]],
            &[&["争议焦点", "原告意见", "被告意见"], &["工资", "欠", "不欠"]],
            &[&["案件名称", "案号"], &["张某案", "1号"], &["李某案", "2号"]],
            &[&["案情简介", "办理过程", "法律分析"], &["甲", "乙", "丙"]],
            &[&["时间", "办理情况"], &["三月", "立案"]],
            &[],
        ] {
            assert_eq!(read(rows), None, "{rows:?}");
        }
    }
}
