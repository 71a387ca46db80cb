//! The fonts of the machine and of the site's own folder `fonts/`.
//!
//! A family is named, never guessed: with Typst's own fallback a missing character would be taken
//! from any font at all, in the wrong style or as the Japanese form. So templates get lists of
//! families that are known to be here, and whatever they do not hold is reported (P502).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;
use typst_kit::fonts::{self, FontStore};

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::say;

/// Families for long reading, best first. 思源宋体 under the names it is shipped with, then what
/// office systems have.
const SERIF: [&str; 7] = [
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Serif SC",
    "Songti SC",
    "SimSun",
    "STSong",
];

/// Families for headings, tables and large print.
const SANS: [&str; 8] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "SimHei",
];

/// Families that are made to hold the rarest characters (GB 18030-2022, level 3), by how their
/// names begin.
const RARE: [&str; 8] = [
    "Noto Sans CJK SC",
    "Noto Serif CJK SC",
    "Plangothic",
    "BabelStone Han",
    "SimSun-ExtB",
    "SimSun-ExtG",
    "HanaMin",
    "Jigmo",
];

/// The families a template may use, in the order they are tried for each character.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Families {
    /// For long reading.
    pub(super) serif: Vec<String>,
    /// For headings and tables.
    pub(super) sans: Vec<String>,
}

/// All fonts found.
pub(super) struct Fonts {
    pub(super) store: FontStore,
    pub(super) families: Families,
}

impl Fonts {
    /// Looks for fonts in the site's `fonts/` and on the machine.
    ///
    /// # Errors
    /// A finding where there is no Chinese font at all.
    pub(super) fn find(root: &Path) -> Result<Self, Box<Diagnostic>> {
        let mut store = FontStore::new();
        let own = root.join("fonts");
        let own: Vec<_> = if own.is_dir() { fonts::scan(&own).collect() } else { Vec::new() };
        let mut added: Vec<String> = own.iter().map(|(_, info)| info.family.clone()).collect();
        added.retain(|family| !foreign(family));
        added.sort();
        added.dedup();
        store.extend(own);
        store.extend(fonts::system());
        let families =
            choose(&|family| store.book().contains_family(&family.to_lowercase()), &added);
        let families = families.ok_or_else(|| Box::new(none_found()))?;
        Ok(Self { store, families })
    }
}

impl Fonts {
    /// For each character that the chosen families lack, a family of this machine that has it; a
    /// character no family has is left out. A face made for another region would show its own
    /// form of the character and is never taken.
    pub(super) fn others(&self, lacking: &BTreeSet<char>) -> BTreeMap<char, String> {
        let book = self.store.book();
        let mut families: Vec<(&str, Vec<usize>)> = book
            .families()
            .filter(|(family, _)| !foreign(family))
            .map(|(family, faces)| (family, faces.collect()))
            .collect();
        families.sort_by_key(|(family, _)| {
            RARE.iter().position(|known| family.starts_with(known)).unwrap_or(RARE.len())
        });
        let has = |faces: &[usize], c: char| {
            let face = faces.iter().filter_map(|face| book.info(*face));
            face.into_iter().any(|info| info.coverage.contains(u32::from(c)))
        };
        let found = lacking.iter().filter_map(|c| {
            let family = families.iter().find(|(_, faces)| has(faces, *c))?;
            Some((*c, family.0.to_owned()))
        });
        found.collect()
    }
}

impl Families {
    /// The same, and these behind them.
    pub(super) fn with<'f>(&self, more: impl IntoIterator<Item = &'f String>) -> Self {
        let mut families = self.clone();
        for family in more {
            for list in [&mut families.serif, &mut families.sans] {
                if !list.contains(family) {
                    list.push(family.clone());
                }
            }
        }
        families
    }
}

/// Whether a family is the form of Chinese characters used in another region.
fn foreign(family: &str) -> bool {
    const REGIONS: [&str; 6] = ["JP", "KR", "TC", "TW", "HK", "Japanese"];
    family.split_whitespace().any(|word| REGIONS.contains(&word)) || family.contains("Last Resort")
}

/// The families to use: the best there is of each list, the other list behind it for the
/// characters it lacks, and the site's own fonts last. None where there is no Chinese font.
fn choose(there: &dyn Fn(&str) -> bool, added: &[String]) -> Option<Families> {
    let best = |list: &[&str]| list.iter().find(|family| there(family)).map(|f| (*f).to_owned());
    let (serif, sans) = (best(&SERIF), best(&SANS));
    if serif.is_none() && sans.is_none() {
        return None;
    }
    let order = |first: &Option<String>, second: &Option<String>| {
        let mut list: Vec<String> = first.iter().chain(second).cloned().collect();
        list.extend(
            added.iter().filter(|family| !list.contains(family)).cloned().collect::<Vec<_>>(),
        );
        list
    };
    Some(Families { serif: order(&serif, &sans), sans: order(&sans, &serif) })
}

fn none_found() -> Diagnostic {
    Diagnostic::general(
        Code::MissingFont,
        say!(zh: "这台电脑上没有找到中文字体", en: "no Chinese font was found on this machine"),
    )
    .hint(say!(
        zh: "Debian、Ubuntu：sudo apt install fonts-noto-cjk",
        en: "Debian, Ubuntu: sudo apt install fonts-noto-cjk",
    ))
    .hint(say!(
        zh: "或者把思源宋体、思源黑体的字体文件放进网站文件夹的 fonts/",
        en: "or put Noto Serif CJK SC and Noto Sans CJK SC into fonts/ in the site's folder",
    ))
    .hint(say!(zh: "只要网页时用 --no-print", en: "for the site alone use --no-print"))
}

#[cfg(test)]
mod tests {
    use super::{choose, foreign};

    #[test]
    fn a_face_of_another_region_is_known_by_its_name() {
        for family in ["Noto Serif CJK JP", "Noto Sans Mono CJK KR", "Source Han Sans HK"] {
            assert!(foreign(family), "{family}");
        }
        for family in ["Noto Serif CJK SC", "SimSun-ExtB", "DejaVu Sans", "HKSCS"] {
            assert!(!foreign(family), "{family}");
        }
    }

    #[test]
    fn the_best_family_first_and_the_other_style_behind_it() {
        let there = |family: &str| matches!(family, "Noto Sans CJK SC" | "SimSun" | "SimHei");
        let families = choose(&there, &["县名用字".to_owned()]).unwrap();
        assert_eq!(families.serif, ["SimSun", "Noto Sans CJK SC", "县名用字"]);
        assert_eq!(families.sans, ["Noto Sans CJK SC", "SimSun", "县名用字"]);
        assert!(choose(&|_| false, &["县名用字".to_owned()]).is_none());
    }
}
