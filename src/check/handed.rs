//! What an event's page says was handed out is what its front matter says (C334).
//!
//! The yearly report adds up the front matters; readers see the text. A text may tell a part of it, so
//! much at one village, so it is judged only where it tells one number of a thing, or where the
//! numbers it tells sum to more or less than the whole.

use super::agree::said::NARROWING;
use super::quantity::{Quantity, ending, quantity};
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::kind::Kind;
use crate::domain::kinds::event::HandedOut;
use crate::say;

pub(super) fn out_agrees(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Event(event) = &read.page.kind else { return };
    if event.handed_out.is_empty() {
        return;
    }
    let head = &read.page.head;
    let head = [Some(&head.title), head.summary.as_ref()].into_iter().flatten();
    let mut texts: Vec<(&str, Span)> = head.map(|text| (text.value.as_str(), text.span)).collect();
    texts.extend(read.leaves().map(|(words, span, _)| (words, span)));
    for item in &event.handed_out {
        let mut told: Vec<(Quantity<'_>, Span)> = Vec::new();
        for (text, span) in &texts {
            told.extend(said(text, item).into_iter().map(|number| (number, *span)));
        }
        let whole = item.count.value;
        let sum: f64 = told.iter().map(|(number, _)| number.value).sum();
        let some = told.iter().any(|(number, _)| !number.differs(whole));
        if some || (sum - whole).abs() < 1e-9 {
            continue;
        }
        found.extend(told.first().map(|(number, span)| differs(item, number, *span)));
    }
}

fn differs(item: &HandedOut, here: &Quantity<'_>, span: Span) -> Diagnostic {
    let (label, whole, here_value) = (&item.label.value, item.count.value, here.value);
    Diagnostic::new(
        Code::FigureDiffers,
        span,
        say!(
            zh: "“{label}”这里是 {here_value}，文件头 [[handed_out]] 里是 {whole}",
            en: "“{label}” is {here_value} here and {whole} in [[handed_out]]",
        ),
    )
    .hint(say!(zh: "与发放记录核对，改成一样的", en: "compare with the record and make them one"))
    .narrow(here.words)
}

/// The numbers a text tells of a thing: 便民手册300本, 300本便民手册.
fn said<'t>(text: &'t str, item: &HandedOut) -> Vec<Quantity<'t>> {
    let unit = item.unit.as_ref().map_or("", |unit| unit.value.trim());
    let label = item.label.value.trim();
    if unit.is_empty() || label.is_empty() {
        return Vec::new();
    }
    let sentences = text.split(['。', '！', '？', '；', '\n']);
    let whole = sentences.filter(|sentence| !NARROWING.iter().any(|word| sentence.contains(word)));
    whole.flat_map(|sentence| in_sentence(sentence, label, unit)).collect()
}

fn in_sentence<'t>(sentence: &'t str, label: &str, unit: &str) -> Vec<Quantity<'t>> {
    let numbers = sentence.match_indices(label).filter_map(|(at, _)| {
        let behind = &sentence[at + label.len()..];
        let behind = behind.trim_start_matches(['共', '计', '》', '”', ' ']);
        if let Some(number) = quantity(behind)
            && behind[number.words.len()..].trim_start().starts_with(unit)
        {
            return Some(number);
        }
        let opens = |c: char| matches!(c, '《' | '“' | ' ' | '的');
        let before = sentence[..at].trim_end_matches(opens);
        let before = before.strip_suffix("法律援助").unwrap_or(before).trim_end_matches(opens);
        ending(before.strip_suffix(unit)?.trim_end())
    });
    numbers.collect()
}

#[cfg(test)]
mod tests {
    use super::in_sentence;

    #[test]
    fn numbers_of_a_thing() {
        let told = |text| -> Vec<f64> {
            in_sentence(text, "便民手册", "本").into_iter().map(|number| number.value).collect()
        };
        assert_eq!(told("现场发放便民手册300本、布袋200个"), [300.0]);
        assert_eq!(told("发了300本法律援助便民手册"), [300.0]);
        assert_eq!(told("上午发放便民手册一百本，下午又发20本便民手册"), [100.0, 20.0]);
        assert_eq!(told("发放便民手册300份"), [0.0; 0]);
        assert_eq!(told("发放年画300本，便民手册也有"), [0.0; 0]);
    }
}
