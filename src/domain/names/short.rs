//! What to write instead of a full name: a surname and 某 for each character behind it, as the Ministry's
//! guidance cases do.
//!
//! Two persons of a page must not become one. Where two names would come out alike, or somebody is
//! called so already, they are told apart as 李某甲 and 李某乙. `check` and the imports all ask here, so
//! that what one offers the other does not correct.

use std::collections::{BTreeMap, BTreeSet};

use super::character::surname;

/// What tells persons apart who would be called alike.
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// How a person is called without his given name: 李某, 欧阳某某, Nguyen某.
pub(crate) fn short(name: &str) -> String {
    if let Some((first, _)) = name.split_once(' ').filter(|_| name.is_ascii()) {
        return format!("{first}某");
    }
    let chars: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
    let length = surname(&chars).unwrap_or(1);
    let given = chars.len().saturating_sub(length).clamp(1, 2);
    chars.into_iter().take(length).chain(std::iter::repeat_n('某', given)).collect()
}

/// The same for all persons of a page, in the order they are first named, each by a name of his own.
pub(crate) fn shortened<'n>(
    names: impl IntoIterator<Item = &'n str>,
    words: &str,
) -> BTreeMap<&'n str, String> {
    let mut all: Vec<&str> = Vec::new();
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for name in names {
        if !seen.contains_key(name) {
            let short = short(name);
            *alike.entry(short.clone()).or_default() += 1;
            seen.insert(name, short);
            all.push(name);
        }
    }
    let there = masked(words);
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    for name in all {
        let Some(short) = seen.get_mut(name) else { continue };
        if alike[short.as_str()] == 1 && !there.contains(short.as_str()) {
            continue;
        }
        let family = short.trim_end_matches('某').to_owned();
        let at = next.entry(family.clone()).or_default();
        while STEMS.get(*at).is_some_and(|stem| there.contains(&*format!("{family}某{stem}"))) {
            *at += 1;
        }
        if let Some(stem) = STEMS.get(*at) {
            *short = format!("{family}某{stem}");
            *at += 1;
        }
    }
    seen
}

/// How persons are called already, with surnames of one character and of two: 李某, 李某某, 李某甲.
fn masked(words: &str) -> BTreeSet<&str> {
    let begins = words.match_indices('某').filter(|(at, _)| !words[..*at].ends_with('某'));
    let forms = begins.flat_map(|(at, _)| {
        let run = words[at..].trim_start_matches('某');
        let stem = run.chars().next().filter(|c| STEMS.contains(c)).map_or(0, char::len_utf8);
        let end = words.len() - run.len() + stem;
        let surnames = words[..at].char_indices().rev().take(2);
        surnames.map(move |(start, _)| &words[start..end])
    });
    forms.collect()
}

#[cfg(test)]
mod tests {
    use super::{short, shortened};

    #[test]
    fn a_surname_and_as_many_as_the_given_name_has() {
        for (name, expected) in [
            ("李强", "李某"),
            ("李秋菊", "李某某"),
            ("欧阳建华", "欧阳某某"),
            ("司马兰", "司马某"),
            ("李陈雨欣", "李某某"),
            ("刘 磊", "刘某"),
            ("Nguyen Thi Hoa", "Nguyen某"),
            ("阿依古丽·买买提", "阿某某"),
        ] {
            assert_eq!(short(name), expected);
        }
    }

    #[test]
    fn two_persons_do_not_become_one() {
        let told = |names: &[&'static str], words: &str| -> Vec<String> {
            let by_name = shortened(names.iter().copied(), words);
            names.iter().map(|name| by_name[name].clone()).collect()
        };
        assert_eq!(told(&["李强", "李建国", "王敏"], ""), ["李某", "李某某", "王某"]);
        assert_eq!(told(&["李强", "李伟", "李强"], ""), ["李某甲", "李某乙", "李某甲"]);
        assert_eq!(
            told(&["李建国", "李强", "李建军", "李伟"], ""),
            ["李某甲", "李某乙", "李某丙", "李某丁"]
        );
        assert_eq!(told(&["李强"], "李某说"), ["李某甲"]);
        assert_eq!(told(&["李强"], "李某某说，李某甲也说"), ["李某"]);
        assert_eq!(told(&["李建国"], "李某某来了，李某甲没有来"), ["李某乙"]);
        assert_eq!(told(&["欧阳兰"], "某日，欧阳某说"), ["欧阳某甲"]);
    }
}
