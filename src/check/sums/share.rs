//! A share as running text says it, and what it is of: 占71.3%, 占案件总数的61%, 约占六成, 占民事案件的60%.

use super::class::bare;
use super::part::Part;
use crate::check::quantity::{Quantity, is_digit, quantity};

/// A percentage with its places.
#[derive(Clone, Copy)]
pub(super) struct Percent<'t> {
    pub(super) value: f64,
    pub(super) places: i32,
    /// How far it may be off: it was rounded or cut, or is about so much.
    pub(super) within: f64,
    pub(super) words: &'t str,
}

impl Percent<'_> {
    /// Whether it is this one.
    pub(super) fn fits(&self, exact: f64) -> bool {
        (exact - self.value).abs() < self.within
    }

    /// As it stands in the text: 71.3%, 百分之五十七.
    pub(super) fn written(&self) -> String {
        let sign = if self.words.starts_with(HUNDREDTHS) { "" } else { "%" };
        format!("{}{sign}", self.words)
    }
}

/// Stands before a percentage in words.
const HUNDREDTHS: &str = "百分之";

/// The percentage a text begins with; none that is about so much.
pub(super) fn percent(text: &str) -> Option<Percent<'_>> {
    let in_words = text.strip_prefix(HUNDREDTHS);
    let number: Quantity<'_> = quantity(in_words.unwrap_or(text))?;
    let (length, behind) = match in_words {
        Some(rest) => {
            let length = HUNDREDTHS.len() + number.words.len();
            (length, Some(&rest[number.words.len()..]))
        }
        None if text.starts_with(|c: char| c.is_ascii_digit()) => {
            let length = number.words.len();
            (length, text[length..].strip_prefix(['%', '％']))
        }
        None => return None,
    };
    let behind = behind?;
    let places = number.words.split_once('.').map_or(0, |(_, places)| places.len());
    let places = i32::try_from(places).ok()?;
    let within = 10f64.powi(-places);
    // 百分之五点七, 61%左右.
    let exact = !behind.starts_with(['左', '以', '多', '点', '余']);
    exact.then_some(Percent { value: number.value, places, within, words: &text[..length] })
}

/// A share said of a number before it.
pub(super) struct Share<'t> {
    /// What it is of, in its own words; nothing where it is of the whole.
    pub(super) of: &'t str,
    pub(super) percent: Percent<'t>,
    /// Where it ends in the text.
    pub(super) end: usize,
}

/// The share a text begins with: ，占61.3%, （占总数的61%）, ，约占71%, ，比例为71.3%.
pub(super) fn share(rest: &str) -> Option<Share<'_>> {
    let bare = rest.trim_start_matches(['，', '（', ' ']);
    let words = ["约占", "占", "所占比例", "比例", "比重"]
        .iter()
        .find_map(|sign| bare.strip_prefix(sign))?;
    // As far as its words go; a clause has no end where nobody wrote one.
    let far = words.char_indices().nth(LONGEST).map_or(words.len(), |(at, _)| at);
    let at = words[..far].find(is_digit)?;
    let of = of_what(&words[..at])?;
    let mut percent = percent(&words[at..])?;
    if bare.starts_with('约') || words[..at].ends_with('约') {
        percent.within = about(percent.value, percent.within);
    }
    let from = percent.words.as_ptr() as usize - rest.as_ptr() as usize;
    let behind = rest[from + percent.words.len()..].trim_start_matches(['%', '％']);
    let behind = behind.trim_start_matches('）');
    Some(Share { of, percent, end: rest.len() - behind.len() })
}

/// Characters between 占 and its number at most.
const LONGEST: usize = 16;

/// What a share is of: 案件总数 of 案件总数的; none where the words are a clause of their own.
fn of_what(words: &str) -> Option<&str> {
    let mut of = words.trim_matches([' ', '：']);
    for end in ["约", "到", "达", "了", "为", "重", "比例", "比重", "比", "的"] {
        of = of.strip_suffix(end).unwrap_or(of);
    }
    (!of.contains(['，', '、', '（', '）', '。', '；'])).then_some(of)
}

/// A share of about so much is one rounded to its tens, or to its fives.
fn about(value: f64, step: f64) -> f64 {
    let rounded_to = |to: f64| (value / to - (value / to).round()).abs() < 1e-9;
    if rounded_to(10.0) {
        6.0
    } else if rounded_to(5.0) {
        3.5
    } else {
        2.0 * step
    }
}

/// Whether a share of this is one of the whole: 案件总数, or 受理案件 where the whole was 受理.
pub(super) fn is_of_whole(of: &str, whole: &Part<'_>) -> bool {
    const ANY: [&str; 12] =
        ["案件", "案", "件", "总量", "总", "数", "量", "全部", "所有", "法律援助", "全体", "的"];
    const SAID: [&str; 9] =
        ["办理", "受理", "承办", "指派", "咨询", "接待", "发放", "资料", "受援人"];
    let mut rest = of;
    while !rest.is_empty() {
        let next = ANY.iter().find_map(|word| rest.strip_prefix(word)).or_else(|| {
            let mut said = SAID.iter().filter(|word| whole.label.contains(**word));
            said.find_map(|word| rest.strip_prefix(word))
        });
        match next {
            Some(next) => rest = next,
            None => return false,
        }
    }
    true
}

/// The number among others that a share is of by name: 占民事案件的60%, 民事案件中劳动报酬.
pub(super) fn named<'p, 't>(of: &str, parts: &'p [Part<'t>]) -> Option<&'p Part<'t>> {
    let mut named =
        parts.iter().filter(|part| !bare(of).is_empty() && bare(part.label) == bare(of));
    let one = named.next()?;
    named.next().is_none().then_some(one)
}

/// What a label says it is a part of: 民事案件 of 民事案件中劳动报酬. 中心 and 中小学 are no such words.
pub(super) fn within(label: &str) -> Option<&str> {
    let words = ["心", "小", "央", "学", "介", "国", "级", "专", "医", "旬", "面"];
    label.match_indices(['中', '里']).find_map(|(at, sign)| {
        let behind = &label[at + sign.len()..];
        let word = words.iter().any(|word| behind.starts_with(word));
        (at > 0 && !word && !label[..at].ends_with('其')).then(|| &label[..at])
    })
}
