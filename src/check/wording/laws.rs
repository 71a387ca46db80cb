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

/// 依据《法律援助条例》 and 《法律援助条例》规定 without an article.
fn as_basis(sentence: &str, hit: &Range<usize>) -> Option<Range<usize>> {
    const THEN: [&str; 5] = ["年", "当时", "新法", "公布", "起草"];
    let before = &sentence[..hit.start];
    let signed = before.strip_suffix('《');
    let open = signed.unwrap_or(before);
    let (behind, end) = match signed {
        Some(_) => (sentence[hit.end..].strip_prefix('》')?, hit.end + '》'.len_utf8()),
        None => (&sentence[hit.end..], hit.end),
    };
    let of_state = ["国务院的", "国务院"].iter().find_map(|of| open.strip_suffix(of));
    let lead = of_state.unwrap_or(open);
    let basis = ["依据", "根据", "依照", "按照"].iter().any(|word| lead.ends_with(word));
    // A province's is called so too: 我省《法律援助条例》.
    let whole = of_state.is_some()
        || open.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
        || open.ends_with('按');
    let says =
        whole && behind.starts_with("规定") && !THEN.iter().any(|word| sentence.contains(word));
    (basis || says).then_some(open.len()..end)
}

/// Whether 盲聋哑 is part of a name, or the word of a law that still says so: the Criminal Law (art. 19)
/// and the Criminal Procedure Law (art. 35) do.
pub(super) fn said_otherwise(sentence: &str, hit: &Range<usize>) -> bool {
    const NAMES: [&str; 7] = ["学校", "学生", "儿童学校", "儿童康复", "教育", "协会", "语"];
    const LAWS: [&str; 3] = ["刑法", "刑事诉讼法", "刑诉法"];
    let behind = &sentence[hit.end..];
    NAMES.iter().any(|word| behind.starts_with(word))
        || LAWS.iter().any(|law| sentence.contains(law))
}

/// 请到户籍所在地的法律援助中心申请: there and nowhere else. A province may let people apply there too.
pub(super) fn sent_home(sentence: &str, hit: &Range<usize>) -> bool {
    const TOO: [&str; 7] = ["可以", "或", "都行", "也行", "也能", "还是", "不论"];
    let behind = &sentence[hit.end..];
    let behind = behind.split('，').next().unwrap_or(behind);
    let ours = ["法律援助", "援助中心", "援助机构"].iter().any(|word| behind.contains(word));
    let to =
        ["到", "回", "向", "去", "在"].iter().any(|word| sentence[..hit.start].ends_with(word));
    ours && to && behind.contains("申请") && !TOO.iter().any(|word| sentence.contains(word))
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
