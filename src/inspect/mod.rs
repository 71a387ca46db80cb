//! The inspector's view of a site: what 国办秘函〔2019〕19号 and the annex to 国办发〔2017〕47号 look at.
//!
//! Checks ask whether a page is right; an inspection asks whether a site is alive and complete: blank
//! or stale columns, tags, dead links, the footer, weights, the colours of the theme. It looks at the
//! pages as they were made, so that a site's own templates are inspected too. The points are ours,
//! after the weights of the inspection tables that counties publish; nothing here stops a build.
//! A site whose content has errors cannot be made: its report names them, looks at what needs no
//! finished page, and gives no points.

mod columns;
mod contrast;
mod look;
mod plain;
mod sheet;

use crate::base::date::Date;
use crate::base::text::Text;
use crate::model::site::Site;
use crate::say;

pub use look::Seen;
pub use plain::PlainPage;

/// How serious an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Good,
    /// Worth knowing.
    Note,
    /// To be mended.
    Bad,
    /// Fails a site outright in an inspection.
    Veto,
}

/// One observation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// How serious.
    pub level: Level,
    /// What was seen.
    pub words: Text,
    /// Where: paths below the site's root.
    pub places: Vec<String>,
}

impl Item {
    fn new(level: Level, words: Text) -> Self {
        Self { level, words, places: Vec::new() }
    }

    fn at(mut self, places: Vec<String>) -> Self {
        self.places = places;
        self
    }
}

/// Items of one sort and their points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What was looked at.
    pub title: Text,
    /// Points to be had.
    pub full: u32,
    /// Points lost, at most all.
    pub lost: u32,
    /// What was seen.
    pub items: Vec<Item>,
}

/// The whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Name of the site.
    pub site: String,
    /// The day it was inspected for.
    pub day: Date,
    /// What stands against making the site.
    pub errors: Vec<Item>,
    /// Everything seen.
    pub groups: Vec<Group>,
}

impl Inspection {
    /// Points out of 100; none for a site with errors.
    #[must_use]
    pub fn score(&self) -> Option<u32> {
        let got = self.groups.iter().map(|group| group.full - group.lost.min(group.full));
        self.errors.is_empty().then(|| got.sum())
    }

    /// Whether something fails the site outright.
    #[must_use]
    pub fn vetoed(&self) -> bool {
        self.groups.iter().flat_map(|group| &group.items).any(|item| item.level == Level::Veto)
    }
}

/// An error of the content, and where it stands: `content/cases/a.md:12`.
#[must_use]
pub fn error(words: Text, place: Option<String>) -> Item {
    Item::new(Level::Bad, words).at(place.into_iter().collect())
}

/// Inspects a site: `seen` is every file it has, `style` the text of its style sheet, `plain` how
/// plainly the site and its pages for citizens are written. Where there are `errors` nothing was made,
/// and nothing is said of tags, links and weights.
#[must_use]
pub fn inspect(
    site: &Site,
    errors: Vec<Item>,
    mut seen: Vec<Seen>,
    style: &str,
    plain: (usize, &[PlainPage]),
) -> Inspection {
    seen.sort_by(|a, b| a.path.cmp(&b.path));
    let made = errors.is_empty();
    let groups = [
        Some(columns::columns(site)),
        made.then(|| look::tags(&seen)),
        made.then(|| look::links(site, &seen)),
        Some(footer(site)),
        made.then(|| look::weights(&seen)),
        Some(contrast::contrast(style)),
        Some(plain::plain(plain.0, plain.1)),
    ];
    let groups = groups.into_iter().flatten().collect();
    Inspection { site: site.settings().identity.title.clone(), day: site.today(), errors, groups }
}

/// What must stand at the foot of every page.
fn footer(site: &Site) -> Group {
    let identity = &site.settings().identity;
    let wanted = [
        (&identity.sponsor, "sponsor", "主办单位"),
        (&identity.organiser, "organiser", "承办单位"),
        (&identity.contact, "contact", "联系方式"),
        (&identity.site_code, "site_code", "网站标识码"),
        (&identity.icp, "icp", "ICP备案编号"),
        (&identity.police, "police", "公安备案号"),
        (&identity.error_report, "error_report", "“网站找错”入口"),
    ];
    let mut items: Vec<Item> = wanted
        .into_iter()
        .filter(|(value, ..)| value.is_none())
        .map(|(_, key, word)| {
            let words = say!(
                zh: "页脚缺少{word}：在 site.toml 的 [publisher] 里写 {key}",
                en: "the footer lacks {word}: set `{key}` under [publisher] in site.toml",
            );
            Item::new(Level::Bad, words)
        })
        .collect();
    let lost = u32::try_from(items.len()).unwrap_or(u32::MAX).saturating_mul(2);
    if items.is_empty() {
        items.push(Item::new(Level::Good, say!(zh: "页脚信息齐全", en: "the footer is complete")));
    }
    Group { title: say!(zh: "页脚信息", en: "Footer"), full: 14, lost, items }
}
