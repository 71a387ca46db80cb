//! Copies, and what announces a list: 正、副本, 副本一份, 壹枚, 各一份.

use super::clause::strip_number;
use super::lex::{Item, What, run};
use super::phrase::{Document, document};
use super::words::{COUNTERS, FORMS, NUMERALS, any, ending, longest};

/// Copies at `at`: 正、副本, 副本一份, 壹枚; the words, whether 各 was said, how many items.
pub(super) fn copies(items: &[Item], at: usize) -> Option<(String, bool, usize)> {
    let rest = items.get(at..)?;
    if let Some(What::Bracket(inside)) = rest.first().map(|item| &item.what) {
        let (words, each, length) = copies(inside, 0)?;
        let whole = length == inside.len();
        return whole.then_some((words, each, 1));
    }
    let chars = run(rest, 16);
    let mut end = longest(FORMS, &chars).or_else(|| sheets(&chars)).unwrap_or(0);
    // 正本、副本 and 正本、副本各一份 are one set of words.
    while let Some(more) = chars.get(end..).filter(|_| end > 0).and_then(|rest| {
        let joint = usize::from(matches!(rest.first(), Some('、' | '和' | '及' | '与' | '至')));
        longest(FORMS, rest.get(joint..)?).map(|length| joint + length)
    }) {
        end += more;
    }
    let mut each = false;
    let mut count = end;
    // 一式三份: the words before the number belong to it.
    if matches!(chars.get(count), Some('一' | '壹')) && chars.get(count + 1) == Some(&'式') {
        count += 2;
    }
    while matches!(chars.get(count), Some('各' | '均' | '共' | '计' | '每')) {
        each |= matches!(chars[count], '各' | '均');
        count += 1;
    }
    let digits =
        chars[count.min(chars.len())..].iter().take_while(|c| NUMERALS.contains(**c)).count();
    // 一台 of a machine; 台湾 begins what is no unit.
    let unit = chars.get(count + digits).is_some_and(|c| COUNTERS.contains(*c) || *c == '台');
    // 一证 is no count, 三联单 is a document, and 台 may begin 台湾.
    let ends = !matches!(
        chars.get(count + digits + 1),
        Some('单' | '证' | '湾' | '准' | '复' | '发' | '协')
    );
    // 东坡村四组 is a group of the village.
    let village = at.checked_sub(1).and_then(|before| items[before].char());
    let group = chars.get(count + digits) == Some(&'组')
        && matches!(village, Some('村' | '屯' | '庄' | '寨' | '队'));
    if digits > 0 && unit && ends && !group {
        end = count + digits + 1;
    } else {
        each = false;
    }
    (end > 0).then(|| (chars[..end].iter().collect(), each, end))
}

/// 第二、三联: which sheets of a bill.
fn sheets(chars: &[char]) -> Option<usize> {
    if chars.first() != Some(&'第') {
        return None;
    }
    let counted = |c: &&char| NUMERALS.contains(**c) || matches!(**c, '、' | '和');
    let length = 1 + chars[1..].iter().take_while(counted).count();
    (length > 1 && chars.get(length) == Some(&'联')).then_some(length + 1)
}

/// 以下印章:, 全套证照: before a list is no document of it: where the list begins. 下列车辆营运证: before
/// plates is what each of them has lost.
pub(super) fn announced(items: &[Item]) -> usize {
    let colon = items.iter().take(14).position(|item| item.is_mark(':'));
    let pointed = longest(&["以下", "下列", "如下", "下述"], &run(items, 2));
    let Some(colon) = colon else { return pointed.unwrap_or(0) };
    let ends = |at: &usize| document(items, *at).is_some_and(|(_, end)| end == colon);
    match strip_number(&items[colon + 1..]).first().map(|item| &item.what) {
        Some(What::Sign(_)) if pointed.is_some() => {
            let paper = (0..colon).find(ends).unwrap_or(colon + 1);
            // 下列车辆|营运证.
            let vehicles = paper + longest(&["车辆"], &run(&items[paper..], 2)).unwrap_or(0);
            if ends(&vehicles) { vehicles } else { paper }
        }
        _ if pointed.is_some() || collects(items, colon) => colon + 1,
        _ => 0,
    }
}

/// Whether what stands before a colon only says of what kind all is that stands behind it.
fn collects(items: &[Item], colon: usize) -> bool {
    const WORDS: &[&str] = &["证照", "证件", "印章", "印鉴", "证章", "物品", "资料", "材料"];
    const ALL: &[&str] = &["全套", "全部", "所有", "各类", "各种", "相关", "有关", "多种", "一批"];
    let words: String = run(items, colon).iter().collect();
    words.chars().count() == colon
        && ending(WORDS, &words).is_some()
        && any(ALL, &words)
        && document(items, colon + 1).is_some()
}

/// Adds words for copies to a document.
pub(super) fn add_copies(document: &mut Document, words: &str, each: bool) {
    document.each |= each;
    match &mut document.copies {
        Some(old) if old == words => {}
        Some(old) => old.push_str(words),
        none => *none = Some(words.to_owned()),
    }
}

/// 《营业执照副本》: the copies inside the marks.
pub(super) fn quoted_copies(name: String) -> Document {
    for form in ["(正、副本)", "(正副本)", "(副本)", "(正本)", "正、副本", "正副本", "副本", "正本"]
    {
        if let Some(rest) = name.strip_suffix(form).filter(|rest| rest.chars().count() >= 2) {
            let words = form.trim_matches(['(', ')']).to_owned();
            return Document { name: rest.to_owned(), copies: Some(words), ..Document::default() };
        }
    }
    Document { name, ..Document::default() }
}

/// 公章、财务章各一枚: each has one.
pub(super) fn distribute(list: &mut [Document]) {
    if list.len() < 2 {
        return;
    }
    let Some(shared) = list.iter().rev().find(|document| document.each) else { return };
    let words = shared.copies.clone().unwrap_or_default();
    let start = words.find(['各', '均']).unwrap_or(0);
    let one: String = words[start..].trim_start_matches(['各', '均']).to_owned();
    let own = format!("{}{one}", &words[..start]);
    for document in list.iter_mut() {
        if document.each {
            document.copies = Some(own.clone());
        } else if document.copies.is_none() {
            document.copies = Some(one.clone());
        } else if let Some(form) = &mut document.copies
            && FORMS.contains(&form.as_str())
            // 营业执照正、副本及公章、财务专用章各一枚: seals are counted so.
            && !one.ends_with('枚')
        {
            form.push_str(&one);
        }
    }
}
