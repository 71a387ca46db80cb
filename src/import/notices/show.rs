//! A reading as JSON and as findings.

use serde_json::{Value, json};

use super::{Change, Reading, Record};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::{SourceId, Span};
use crate::domain::kinds::notice::{HolderKind, IDENTIFIER_KINDS, Of};
use crate::say;

/// The word for a holder's kind in JSON and front matter.
#[must_use]
pub fn holder_word(kind: HolderKind) -> &'static str {
    match kind {
        HolderKind::Organisation => "organisation",
        HolderKind::Person => "person",
    }
}

/// The word for whose number it is.
#[must_use]
pub fn of_word(of: Of) -> &'static str {
    match of {
        Of::Holder => "holder",
        Of::Document => "document",
    }
}

/// `{"records": […], "unread": […]}`.
#[must_use]
pub fn json(reading: &Reading) -> Value {
    let unread: Vec<Value> = reading
        .unread
        .iter()
        .map(|unread| json!({"line": unread.line, "text": unread.text, "reason": unread.reason.word()}))
        .collect();
    json!({"records": reading.records.iter().map(record).collect::<Vec<_>>(), "unread": unread})
}

fn record(record: &Record) -> Value {
    let identifiers: Vec<Value> = record
        .identifiers
        .iter()
        .map(|number| {
            json!({"kind": number.kind, "value": number.value, "valid": number.valid, "of": of_word(number.of)})
        })
        .collect();
    json!({
        "holder": record.holder,
        "holder_kind": holder_word(record.holder_kind),
        "document": record.document,
        "copies": record.copies,
        "declared_void": record.declared_void,
        "identifiers": identifiers,
        "line": record.line,
    })
}

/// What the editor should look at.
#[must_use]
pub fn findings(reading: &Reading, source: SourceId) -> Vec<Diagnostic> {
    let at = |at: usize| Span::new(source, at..at);
    let mut found: Vec<Diagnostic> = Vec::new();
    for unread in &reading.unread {
        let (zh, en) = unread.reason.label();
        let (code, hint) = if unread.reason.needs_reading() {
            let hint = say!(
                zh: "是遗失声明的，请照报纸手工补写到 content/notices/",
                en: "if it is a notice of loss, write it into content/notices/ by hand",
            );
            (Code::NoticeUnread, hint)
        } else {
            let hint =
                say!(zh: "不是遗失声明的，不用管", en: "nothing to do if it is no notice of loss");
            (Code::NoticePassedOver, hint)
        };
        let message = say!(zh: "没有收进来：{zh}", en: "not taken in: {en}");
        found.push(Diagnostic::new(code, at(unread.at), message).hint(hint));
    }
    for (place, change) in &reading.changes {
        found.push(changed(change, at(*place)));
    }
    for record in &reading.records {
        for number in record.identifiers.iter().filter(|number| number.valid == Some(false)) {
            let label = IDENTIFIER_KINDS.iter().find(|(kind, _)| *kind == number.kind);
            let label = label.map_or("编号", |(_, label)| label);
            let (value, holder) = (&number.value, &record.holder);
            let message = say!(
                zh: "{holder}的{label} `{value}` 不符合编码规则",
                en: "`{value}` of {holder} does not obey the rule for its kind",
            );
            let hint = say!(zh: "与报纸原文逐位核对", en: "compare it with the newspaper");
            found.push(
                Diagnostic::new(Code::ImportedNumberWrong, at(record.at), message).hint(hint),
            );
        }
    }
    if reading.records.is_empty() {
        let message = say!(zh: "没有读到遗失声明", en: "no notice of loss was found");
        found.push(Diagnostic::new(Code::NoNotices, at(0), message));
    }
    found.sort_by_key(Diagnostic::order);
    found
}

fn changed(change: &Change, at: Span) -> Diagnostic {
    match change {
        Change::Width(shown, count) => {
            let message = say!(
                zh: "{count} 个全角数字或字母（{shown}）读作半角",
                en: "{count} full-width digits or letters ({shown}) were read as half-width",
            );
            Diagnostic::new(Code::CharacterChanged, at, message)
        }
        Change::Private(c) => {
            let code = format!("U+{:04X}", u32::from(*c));
            let message = say!(
                zh: "有私用区字符 {code}，照原样留着",
                en: "a private-use character {code} was kept as it is",
            );
            Diagnostic::new(Code::PrivateInImport, at, message).hint(say!(
                zh: "多半是旧系统里的生僻字，对照报纸换成正确的字",
                en: "most likely a rare character of an old system: replace it after the newspaper",
            ))
        }
        Change::Withheld(shown) => {
            let message = say!(
                zh: "账号或卡号（{shown}）没有收",
                en: "the number of an account or a card ({shown}) was not taken in",
            );
            Diagnostic::new(Code::NumberWithheld, at, message).hint(say!(
                zh: "不用补：证件自己的编号已经收了；要看全文，看报纸",
                en: "nothing to add: the document's own number was taken in, and the newspaper has the whole",
            ))
        }
        Change::Repaired(old, new) => {
            let message = say!(
                zh: "`{old}` 读作 `{new}`，改后校验位才对",
                en: "`{old}` was read as `{new}`, which its check digit confirms",
            );
            Diagnostic::new(Code::CharacterChanged, at, message)
                .hint(say!(zh: "与报纸原文核对", en: "compare it with the newspaper"))
        }
    }
}
