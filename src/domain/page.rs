//! A page: what every page has, its kind, and its text.

use std::sync::Arc;

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::{Fields, Record, Value};
use crate::base::span::{SourceId, Spanned};
use crate::base::text::Text;
use crate::domain::body::Body;
use crate::domain::citation::{self, Citation};
use crate::domain::kind::Kind;
use crate::say;

/// One page of the site, complete when it exists; nothing is filled in later.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file it was read from.
    pub source: SourceId,
    /// Path of the file below `content/`, with `/`, for example `cases/wages.md`.
    pub path: Box<str>,
    /// What every page has.
    pub head: Head,
    /// What its kind adds.
    pub kind: Kind,
    /// Its text.
    pub body: Body,
    /// The front matter as written, for checks that read every word of it.
    pub record: Record,
}

/// Where the page of the file `path` stands among pages sorted by their paths; else where it would.
///
/// # Errors
/// Where there is no such page.
pub fn place(pages: &[Arc<Page>], path: &str) -> Result<usize, usize> {
    pages.binary_search_by(|page| (*page.path).cmp(path))
}

impl Page {
    /// The file name without `.md`: how other pages refer to it (`office = "centre"`).
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".md").unwrap_or(name)
    }

    /// Every `[[allow]]` as written, also one that was refused.
    pub(crate) fn allowances(&self) -> impl Iterator<Item = &Record> {
        let items = match self.record.get("allow").map(|allow| &allow.value) {
            Some(Value::Array(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter_map(|item| match &item.value {
            Value::Table(record) => Some(record),
            _ => None,
        })
    }

    /// The first folder of the path; empty for pages at the top.
    #[must_use]
    pub fn section(&self) -> &str {
        self.path.split_once('/').map_or("", |(section, _)| section)
    }

    /// Whether this file describes a section (`_index.md`).
    #[must_use]
    pub fn is_index(&self) -> bool {
        self.stem() == "_index"
    }
}

/// The fields every page has.
#[derive(Clone, Debug)]
pub struct Head {
    /// The title.
    pub title: Spanned<String>,
    /// One or two sentences.
    pub summary: Option<Spanned<String>>,
    /// The day it belongs to: published, decided, held.
    pub date: Option<Spanned<Date>>,
    /// The day it was last changed.
    pub updated: Option<Spanned<Date>>,
    /// Left out unless drafts are asked for.
    pub draft: bool,
    /// Place among its neighbours, small first; pages without one come after.
    pub order: Option<u64>,
    /// Subjects.
    pub tags: Vec<Spanned<String>>,
    /// Everyday words people search for.
    pub keywords: Vec<Spanned<String>>,
    /// Articles it rests on.
    pub laws: Vec<Spanned<Citation>>,
    /// Where it comes from.
    pub source: Option<Spanned<String>>,
    /// Who wrote it.
    pub author: Option<Spanned<String>>,
    /// A picture for lists, relative to the page's file.
    pub image: Option<Spanned<String>>,
    /// Old addresses that should still lead here.
    pub aliases: Vec<Spanned<String>>,
    /// Who looked at it.
    pub review: Option<Review>,
    /// What somebody decided to publish all the same.
    pub allow: Vec<Allow>,
}

/// A decision that words a check points at may be published: which, whose, why.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The check.
    pub code: Code,
    /// The words it points at.
    pub text: Spanned<String>,
    /// Who decided.
    pub by: Spanned<String>,
    /// Why.
    pub why: Spanned<String>,
    /// The day it was decided. Decisions written down before this key was known have none.
    pub on: Option<Spanned<Date>>,
}

/// Who signed a page, and when.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// The editor.
    pub editor: Option<Spanned<String>>,
    /// The legal reviewer.
    pub legal: Option<Spanned<String>>,
    /// The person in charge.
    pub chief: Option<Spanned<String>>,
    /// The day of the last signature.
    pub on: Option<Spanned<Date>>,
    /// Which text was signed, as `check` names it; anything else to be told the name.
    pub version: Option<Spanned<String>>,
}

impl Head {
    /// Reads the common fields. Without a title there is no page, but every other field is read
    /// all the same: all faults are wanted at once.
    pub fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let title = fields.required_text("title", "标题");
        let summary = fields.text("summary");
        let date = fields.date("date");
        let updated = fields.date("updated");
        let draft = fields.boolean("draft").is_some_and(|draft| draft.value);
        let order = fields.count("order").map(|order| order.value);
        let tags = fields.texts("tags");
        let keywords = fields.texts("keywords");
        let laws = citation::read_list(fields, "laws");
        let source = fields.text("source");
        let author = fields.text("author");
        let image = fields.text("image");
        let aliases = fields.texts("aliases");
        let review = fields.group("review", say!(zh: "审核记录", en: "review"), Review::read);
        let allow =
            fields.groups("allow", &say!(zh: "放行 [[allow]]", en: "allowance"), Allow::read);
        Some(Self {
            title: title?,
            summary,
            date,
            updated,
            draft,
            order,
            tags,
            keywords,
            laws,
            source,
            author,
            image,
            aliases,
            review,
            allow,
        })
    }
}

impl Allow {
    /// Each key but the day is wanted: a decision without a name or a reason is none. Only checks that site.toml
    /// may change can be allowed, so never a citizen's ID number.
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let code = fields.required_text("code", "C321");
        let text = fields.required_text("text", "138****1234");
        let by = told(fields, "by");
        let why = told(fields, "why");
        let on = fields.date("on");
        let code = code.and_then(|code| {
            let known = Code::find(&code.value).filter(|known| known.adjustable());
            if known.is_none() {
                fields.bad_value(code.span, "code", &code.value, &["C321", "C327", "…"]);
            }
            known
        });
        Some(Self { code: code?, text: text?, by: by?, why: why?, on })
    }
}

/// Stands in the hint for what is wanted, and is refused where it was left standing: whoever pastes a
/// ready-made reason has not thought of one.
const PLACEHOLDER: &str = "在这里写";

/// A text that is wanted and says something: 无, 待填 and 。 record neither who decided nor why.
pub(super) fn told(fields: &mut Fields<'_>, key: &'static str) -> Option<Spanned<String>> {
    const NOTHING: [&str; 27] = [
        "无",
        "略",
        "不详",
        "同上",
        "没有",
        "未知",
        "无名",
        "某某",
        "暂无",
        "理由",
        "原因",
        "无理由",
        "没有理由",
        "见上",
        "同前",
        "不知道",
        "测试",
        "姓名",
        "某人",
        "xx",
        "xxx",
        "none",
        "test",
        "todo",
        "tbd",
        "na",
        "why",
    ];
    // 待填, 待补充, 未填写: it is still to come.
    const LATER: [&str; 4] = ["待", "未填", "稍后", "以后"];
    let wanted = match key {
        "by" => say!(zh: "决定的人", en: "who decided"),
        _ => say!(zh: "真正的理由", en: "the real reason"),
    };
    let text = fields.required_text(key, &format!("{PLACEHOLDER}{}", wanted.zh))?;
    let said: String = text.value.chars().filter(|c| c.is_alphanumeric()).collect();
    let short = said.chars().count() <= 4;
    let nothing = said.is_empty()
        || NOTHING.contains(&&*said.to_lowercase())
        || said.starts_with(PLACEHOLDER)
        || (short && LATER.iter().any(|later| said.starts_with(later)));
    if !nothing {
        return Some(text);
    }
    let value = text.value.trim();
    let message = say!(zh: "字段 `{key}` 不能是 `{value}`", en: "`{key}` cannot be `{value}`");
    let Text { zh, en } = wanted;
    let hint =
        say!(zh: "写{zh}；没有，就不要放行", en: "write {en}; where there is none allow nothing");
    fields.report(Diagnostic::new(Code::BadValue, text.span, message).hint(hint));
    None
}

impl Review {
    fn read(fields: &mut Fields<'_>) -> Self {
        Self {
            editor: fields.text("editor"),
            legal: fields.text("legal"),
            chief: fields.text("chief"),
            on: fields.date("on"),
            version: fields.text("version"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, PLACEHOLDER, Record, SourceId, Spanned, Value, told};
    use crate::base::diagnostic::Diagnostic;
    use crate::base::span::Span;
    use crate::say;

    /// What is told by a key, and what is found; without a value the key is missing.
    fn read(key: &'static str, value: Option<&str>) -> (Option<String>, Vec<Diagnostic>) {
        let at = Span::file(SourceId(0));
        let mut record = Record::default();
        let value = value.map(|value| Spanned::new(Value::Text(value.to_owned()), at));
        record.entries.extend(value.map(|value| (Spanned::new(key.into(), at), value)));
        let mut found = Vec::new();
        let what = say!(zh: "放行", en: "allowance");
        let mut fields = Fields::new(&record, at, what, &mut found);
        let told = told(&mut fields, key).map(|text| text.value);
        (told, found)
    }

    #[test]
    fn a_reason_is_told_or_refused() {
        for value in
            ["本人书面要求公开", "无人接听的号码", "待业在家，本人要求公开", "理由见申请书"]
        {
            assert_eq!(read("why", Some(value)).0.as_deref(), Some(value));
        }
        for value in
            ["无", "待填", "待补充。", "（略）", "理由", "TODO", "……", "在这里写真正的理由"]
        {
            let (told, found) = read("why", Some(value));
            assert_eq!((told, found.len()), (None, 1), "{value}");
        }
    }

    #[test]
    fn no_reason_is_offered_ready_made() {
        for key in ["by", "why"] {
            let (_, found) = read(key, None);
            let hint = &found[0].hints[0].zh;
            let (_, pasted) = hint.split_once(" = \"").unwrap();
            let pasted = pasted.split('"').next().unwrap();
            assert!(
                pasted.starts_with(PLACEHOLDER) && read(key, Some(pasted)).0.is_none(),
                "{hint}"
            );
        }
    }
}
