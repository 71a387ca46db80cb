//! Laws that are named as in force and are not (C315): the Regulation of 2003 on legal aid, and the
//! nine laws that the Civil Code took the place of on 2021-01-01 (《民法典》第一千二百六十条).

use std::ops::Range;

use crate::base::text::Text;
use crate::domain::citation::{Statutes, mentions, without_country};
use crate::say;

/// 《法律援助条例》 of the State Council, 2003. Provinces have regulations of the same name.
pub(super) const REGULATION: &str = "法律援助条例";

/// An article of the Regulation of 2003, or 依据《法律援助条例》, where the sentence does not cite the Law as
/// well.
pub(super) fn regulation(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    if sentence.contains("法律援助法") {
        return None;
    }
    let statutes = Statutes::with([(REGULATION, REGULATION)].into_iter());
    let article = mentions(sentence, &statutes).into_iter().find(|cited| {
        let local = sentence[..cited.words.start].ends_with(['省', '市', '区', '州']);
        let name = without_country(&cited.law.statute);
        cited.words.contains(&hit.start) && name == REGULATION && !local
    });
    let at = article.map(|cited| cited.words).or_else(|| as_basis(sentence, hit))?;
    Some((
        at,
        say!(
            zh: "国务院的条例是2003年的，请引用《法律援助法》的条文（2022年起施行）",
            en: "the Regulation is of 2003: cite the article of the Legal Aid Law (in force since 2022)",
        ),
    ))
}

/// 依据《法律援助条例》 without an article.
fn as_basis(sentence: &str, hit: &Range<usize>) -> Option<Range<usize>> {
    let open = sentence[..hit.start].strip_suffix('《')?;
    let basis = ["依据", "根据", "依照", "按照"].iter().any(|word| open.ends_with(word));
    let close = hit.end + '》'.len_utf8();
    (basis && sentence[hit.end..].starts_with('》')).then_some(open.len()..close)
}

/// Whether 盲聋哑 is part of the name of a school.
pub(super) fn of_a_school(sentence: &str, hit: &Range<usize>) -> bool {
    let behind = &sentence[hit.end..];
    ["学校", "学生", "儿童学校"].iter().any(|word| behind.starts_with(word))
}

/// 《合同法》 and 《中华人民共和国合同法》, but not 《劳动合同法》 nor what is called 原《合同法》.
pub(super) fn repealed(sentence: &str, hit: &Range<usize>) -> Option<(Range<usize>, Text)> {
    const OVER: [&str; 7] = ["取代", "代替", "替代", "失效", "当时", "施行前", "施行以前"];
    let before = &sentence[..hit.start];
    let named = before.strip_suffix("中华人民共和国").unwrap_or(before);
    // 依照婚姻法第二十一条, without signs: what stands before it must begin the name.
    let bare = || {
        let begins = ["依照", "按照", "根据", "依据", "按", "适用", "，", "、"];
        let free = named.is_empty() || begins.iter().any(|word| named.ends_with(word));
        (free && sentence[..hit.end].ends_with('第')).then_some(named)
    };
    let open = named.strip_suffix('《').or_else(bare)?;
    let past = open.ends_with('原') || OVER.iter().any(|word| sentence.contains(word));
    (!past).then(|| {
        let now = say!(
            zh: "2021年1月1日起由《民法典》代替，请引用《民法典》；说当时的事写“原《…》”",
            en: "the Civil Code took its place on 2021-01-01: cite that, or write 原 before it",
        );
        let end = hit.end - if sentence[..hit.end].ends_with('第') { '第'.len_utf8() } else { 0 };
        (open.len()..end, now)
    })
}

/// Whether some words tell of a year before the Civil Code.
pub(super) fn tells_of_then(text: &str) -> bool {
    text.match_indices('年').any(|(at, _)| {
        let number = text[..at].get(at.saturating_sub(4)..).unwrap_or_default();
        number.len() == 4 && number.parse().is_ok_and(|year: u16| (1949..=2020).contains(&year))
    })
}
