//! The fonts of the site's own folder `fonts/` and of the machine.
//!
//! A family is named, never guessed: with Typst's own fallback a missing character would be taken
//! from any font at all, in the wrong style or as the Japanese form. So templates get lists of
//! families that are known to be here, and whatever they do not hold is reported (P502).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::UNIX_EPOCH;

use serde::Serialize;
use typst::foundations::Bytes;
use typst::text::{Font, FontInfo};
use typst_kit::fonts::{self, FontPath, FontSource, FontStore};

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::files;
use crate::domain::settings::PrintSettings;
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
    /// What is wrong with the files of `fonts/`.
    pub(super) findings: Vec<Diagnostic>,
    /// A hash over every font file's path, size and time.
    pub(super) stamp: blake3::Hash,
}

/// Where fonts are kept ready between one printing and the next: looking for them and reading twenty
/// megabytes of a collection takes longer than setting a changed page.
#[derive(Default)]
pub struct Case {
    found: Mutex<Option<(blake3::Hash, Arc<Fonts>)>>,
}

impl Case {
    /// The fonts, looked for anew where the site's own or the settings are no longer the same.
    pub(super) fn fonts(
        &self,
        root: &Path,
        settings: &PrintSettings,
    ) -> Result<Arc<Fonts>, Vec<Diagnostic>> {
        let (own, _) = files::walk(&root.join("fonts"));
        let mut hasher = blake3::Hasher::new();
        hasher.update(format!("{settings:?}").as_bytes());
        own.iter().for_each(|file| stamp_file(&mut hasher, &file.path));
        let stamp = hasher.finalize();
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((before, fonts)) = &*found
            && *before == stamp
        {
            return Ok(Arc::clone(fonts));
        }
        let fonts = Arc::new(Fonts::find(root, &own, settings)?);
        *found = Some((stamp, Arc::clone(&fonts)));
        Ok(fonts)
    }
}

fn stamp_file(hasher: &mut blake3::Hasher, path: &Path) {
    hasher.update(path.as_os_str().as_encoded_bytes()).update(b"\0");
    let Some(state) = files::state(path) else { return };
    let time = state.modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    hasher.update(&state.size.to_le_bytes());
    hasher.update(&time.map_or(0, |time| time.as_nanos()).to_le_bytes());
}

/// The bytes of a font file, read when they are first needed. A collection holds a dozen faces: they
/// share one copy.
struct FontFile {
    path: PathBuf,
    bytes: OnceLock<Option<Bytes>>,
}

struct Face {
    file: Arc<FontFile>,
    index: u32,
}

impl FontSource for Face {
    fn load(&self) -> Option<Font> {
        let file = &self.file;
        let bytes = file.bytes.get_or_init(|| files::read(&file.path).ok().map(Bytes::new));
        Font::new(bytes.clone()?, self.index)
    }
}

impl Fonts {
    /// Looks for fonts in the site's `fonts/`, which come first, and on the machine.
    fn find(
        root: &Path,
        files: &[files::Found],
        settings: &PrintSettings,
    ) -> Result<Self, Vec<Diagnostic>> {
        let folder = root.join("fonts");
        let own: Vec<_> =
            if files::exists(&folder) { fonts::scan(&folder).collect() } else { Vec::new() };
        let findings = not_fonts(files, &own);
        let mut added: Vec<String> = Vec::new();
        for (_, info) in &own {
            let family = info.family.as_str().to_owned();
            if !added.contains(&family) && !foreign(&family) {
                added.push(family);
            }
        }
        let mut store = FontStore::new();
        let mut read: BTreeMap<PathBuf, Arc<FontFile>> = BTreeMap::new();
        let mut hasher = blake3::Hasher::new();
        for (face, info) in own.into_iter().chain(fonts::system()) {
            let file = read.entry(face.path.clone()).or_insert_with(|| {
                stamp_file(&mut hasher, &face.path);
                Arc::new(FontFile { path: face.path, bytes: OnceLock::new() })
            });
            store.push((Face { file: Arc::clone(file), index: face.index }, info));
        }
        let there = |family: &str| store.book().contains_family(&family.to_lowercase());
        let families = named(settings, &there, choose(&there, &added))?;
        Ok(Self { store, families, findings, stamp: hasher.finalize() })
    }
}

/// Files of `fonts/` that no face came from.
fn not_fonts(there: &[files::Found], faces: &[(FontPath, FontInfo)]) -> Vec<Diagnostic> {
    let strange = there.iter().filter(|file| {
        let text = file.path.extension().is_some_and(|it| it == "txt" || it == "md");
        !text && !faces.iter().any(|(face, _)| face.path == file.path)
    });
    strange
        .map(|file| {
            let name = file.relative.display();
            Diagnostic::general(
                Code::NotAFont,
                say!(zh: "fonts/{name} 不是能用的字体", en: "fonts/{name} is no font that can be used"),
            )
            .hint(say!(
                zh: "放 .ttf、.otf 或 .ttc；压缩包先解开，.woff 换成 .ttf",
                en: "use .ttf, .otf or .ttc; unpack archives, and take the .ttf instead of a .woff",
            ))
        })
        .collect()
}

/// The families of the settings in front of those chosen.
fn named(
    settings: &PrintSettings,
    there: &dyn Fn(&str) -> bool,
    chosen: Option<Families>,
) -> Result<Families, Vec<Diagnostic>> {
    let wanted = [&settings.serif, &settings.sans];
    let missing: Vec<_> = wanted
        .into_iter()
        .flatten()
        .filter(|family| !there(&family.value))
        .map(|family| {
            let name = &family.value;
            Diagnostic::new(
                Code::UnknownFamily,
                family.span,
                say!(zh: "没有字体“{name}”", en: "there is no font family “{name}”"),
            )
            .hint(say!(
                zh: "把它的字体文件放进 fonts/；或删去这一行，用这台电脑上最合适的",
                en: "put its files into fonts/, or delete the line to use the best this machine has",
            ))
        })
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut families = match (chosen, wanted.iter().any(|family| family.is_some())) {
        (Some(families), _) => families,
        (None, true) => Families::default(),
        (None, false) => return Err(vec![none_found()]),
    };
    for (family, list) in wanted.into_iter().zip([&mut families.serif, &mut families.sans]) {
        if let Some(family) = family {
            list.retain(|other| *other != family.value);
            list.insert(0, family.value.clone());
        }
    }
    for (list, other) in
        [(&mut families.serif, &settings.sans), (&mut families.sans, &settings.serif)]
    {
        if let (true, Some(family)) = (list.is_empty(), other) {
            list.push(family.value.clone());
        }
    }
    Ok(families)
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

/// The families to use: of each list the best that the site brings along, else the best there is; the
/// other list behind it for the characters it lacks, and the site's other fonts last. None where there
/// is no Chinese font.
fn choose(there: &dyn Fn(&str) -> bool, added: &[String]) -> Option<Families> {
    let best = |list: &[&str]| {
        let own = list.iter().find(|family| added.iter().any(|own| own == *family));
        own.or_else(|| list.iter().find(|family| there(family))).map(|family| (*family).to_owned())
    };
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
        let own = ["SimSun".to_owned(), "SimHei".to_owned()];
        let all = choose(&|_| true, &own).unwrap();
        assert_eq!(
            (&*all.serif[0], &*all.sans[0]),
            ("SimSun", "SimHei"),
            "the site's own come first"
        );
    }
}
