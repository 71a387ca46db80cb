//! The pages as they were made: tags, links, weights.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::artifact::Artifact;
use crate::base::weight::{compressed, over};
use crate::inspect::{Group, Item, Level};
use crate::model::site::Site;
use crate::say;
use crate::web::{Lack, lacks};

/// Places named for one item; more help nobody.
const PLACES: usize = 8;

/// What is kept of a file once it is made.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Below the site's root.
    pub path: String,
    bytes: usize,
    compressed: usize,
    page: bool,
    /// The page of a Markdown file.
    content: bool,
    lacks: Vec<Lack>,
    /// Paths that its links name.
    links: BTreeSet<String>,
    /// Other sites it leads to.
    outside: BTreeSet<String>,
}

impl Seen {
    /// Reads a finished file. `content` says whether it is the page of a Markdown file.
    #[must_use]
    pub fn read(file: &Artifact, content: bool) -> Self {
        let path = file.path.to_string();
        let text = String::from_utf8_lossy(&file.bytes);
        let page = text.starts_with("<!doctype html>") && !text.contains("http-equiv=\"refresh\"");
        let (mut links, mut outside) = (BTreeSet::new(), BTreeSet::new());
        if page {
            for address in addresses(&text) {
                if address.starts_with("http://") || address.starts_with("https://") {
                    outside.insert(address.to_owned());
                } else if !address.contains(':') && !address.starts_with('#') {
                    let bare = address.split(['#', '?']).next().unwrap_or("");
                    links.extend(target(&path, bare));
                }
            }
        }
        let weighed = page || path.ends_with(".css");
        Self {
            bytes: file.bytes.len(),
            compressed: if weighed { compressed(&file.bytes) } else { 0 },
            page,
            content,
            lacks: if page { lacks(&text, content) } else { Vec::new() },
            path,
            links,
            outside,
        }
    }

    /// A file that is passed on as it is.
    #[must_use]
    pub fn passed_on(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            bytes: 0,
            compressed: 0,
            page: false,
            content: false,
            lacks: Vec::new(),
            links: BTreeSet::new(),
            outside: BTreeSet::new(),
        }
    }
}

/// Values of `href` and `src`.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    let starts = [" href=\"", " src=\""];
    starts
        .into_iter()
        .flat_map(move |start| html.split(start).skip(1).filter_map(|rest| rest.split('"').next()))
}

/// The path an address on the page at `from` names; none for the page itself.
fn target(from: &str, address: &str) -> Option<String> {
    if address.is_empty() {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The page for dead addresses.
const LOST: &str = "404.html";

fn few(mut places: Vec<String>) -> Vec<String> {
    if places.len() > PLACES {
        let more = places.len() - PLACES;
        places.truncate(PLACES);
        places.push(format!("… +{more}"));
    }
    places
}

/// Tags of every page.
pub(super) fn tags(seen: &[Seen]) -> Group {
    let mut by: BTreeMap<(&str, u8), Vec<String>> = BTreeMap::new();
    for page in seen {
        for lack in &page.lacks {
            let key = match lack {
                Lack::Missing(name) => (*name, 0),
                Lack::Empty(name) => (*name, 1),
                Lack::Form(name) => (*name, 2),
            };
            by.entry(key).or_default().push(page.path.clone());
        }
    }
    let lost = u32::try_from(by.len()).unwrap_or(u32::MAX).saturating_mul(4);
    let mut items: Vec<Item> = by
        .into_iter()
        .map(|((name, how), places)| {
            let count = places.len();
            let words = match how {
                0 => say!(zh: "{count} 页没有标签 {name}", en: "{count} pages lack the tag {name}"),
                1 => say!(zh: "{count} 页的标签 {name} 是空的", en: "the tag {name} is empty on {count} pages"),
                _ => say!(
                    zh: "{count} 页的 {name} 不是“年-月-日 时:分”",
                    en: "{name} is not written YYYY-MM-DD HH:MM on {count} pages",
                ),
            };
            Item::new(Level::Bad, words).at(few(places))
        })
        .collect();
    if items.is_empty() {
        let count = seen.iter().filter(|page| page.page).count();
        let words =
            say!(zh: "{count} 页的必选标签都齐", en: "{count} pages have every required tag");
        items.push(Item::new(Level::Good, words));
    }
    Group { title: say!(zh: "必选标签", en: "Required tags"), full: 22, lost, items }
}

/// Links within the site, and the sites it leads to.
pub(super) fn links(site: &Site, seen: &[Seen]) -> Group {
    let there: BTreeSet<&str> = seen.iter().map(|file| file.path.as_str()).collect();
    let mut dead: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut outside: BTreeSet<&str> = BTreeSet::new();
    // The page for dead addresses writes its links from the root of the server.
    let folder = site.settings().web.folder().trim_start_matches('/');
    let found = |link: &str| there.contains(link) || link.starts_with("brochures/");
    for page in seen {
        outside.extend(page.outside.iter().map(String::as_str));
        let gone = page.links.iter().filter(|link| {
            let below = link.strip_prefix(folder).unwrap_or(link);
            !(found(link) || (page.path == LOST && found(below)))
        });
        gone.for_each(|link| dead.entry(link).or_default().push(page.path.clone()));
    }
    let own = &site.settings().web.base_url;
    outside.retain(|address| own.is_empty() || !address.starts_with(own.as_str()));
    let lost = u32::try_from(dead.len()).unwrap_or(u32::MAX).saturating_mul(3);
    let mut items: Vec<Item> = dead
        .into_iter()
        .map(|(link, places)| {
            let words = say!(zh: "死链：{link}", en: "a dead link: {link}");
            Item::new(Level::Bad, words).at(few(places))
        })
        .collect();
    if items.is_empty() {
        items.push(Item::new(
            Level::Good,
            say!(zh: "站内没有死链", en: "no dead link within the site"),
        ));
    }
    if !outside.is_empty() {
        let count = outside.len();
        let words = say!(
            zh: "有 {count} 个外站链接，请人工点开核对（程序不上网）",
            en: "{count} links to other sites: follow them by hand (nothing was asked of the network)",
        );
        let places = outside.into_iter().map(str::to_owned).collect();
        items.push(Item::new(Level::Note, words).at(few(places)));
    }
    Group { title: say!(zh: "链接", en: "Links"), full: 12, lost, items }
}

/// Bytes of the pages with their style sheets. The budget is for the cases, whose length is
/// much the same everywhere; a digest of a whole statute is heavy because it is long.
pub(super) fn weights(seen: &[Seen]) -> Group {
    let sheets: BTreeMap<&str, &Seen> = seen
        .iter()
        .filter(|file| file.path.ends_with(".css"))
        .map(|file| (file.path.as_str(), file))
        .collect();
    let weigh = |page: &Seen| {
        let own = page.links.iter().filter_map(|link| sheets.get(link.as_str()));
        own.fold((page.bytes, page.compressed), |sum, sheet| {
            (sum.0 + sheet.bytes, sum.1 + sheet.compressed)
        })
    };
    let kb = |bytes: usize| format!("{}.{}", bytes / 1000, bytes % 1000 / 100);
    let pages = || seen.iter().filter(|file| file.page);
    let budgeted = |page: &&Seen| page.content && page.path.starts_with("cases/");
    let heavy: Vec<String> = pages()
        .filter(budgeted)
        .filter_map(|page| {
            let (bytes, small) = weigh(page);
            over(bytes, small).then(|| format!("{} {} kB / {} kB", page.path, kb(bytes), kb(small)))
        })
        .collect();
    let lost = u32::try_from(heavy.len()).unwrap_or(u32::MAX).min(10);
    let mut items = Vec::new();
    if let Some(page) = pages().max_by_key(|page| (weigh(page), std::cmp::Reverse(&page.path))) {
        let (sum, small) = weigh(page);
        let (sum, small, path) = (kb(sum), kb(small), &page.path);
        let words = say!(
            zh: "全站最重的一页 {path}：连样式 {sum} kB，压缩后 {small} kB（不算图片）",
            en: "the heaviest page of all, {path}: {sum} kB with its style, {small} kB compressed, before images",
        );
        items.push(Item::new(Level::Note, words));
    }
    if heavy.is_empty() {
        let words = say!(
            zh: "每件案例连样式都在 30 kB 以内（压缩后 12 kB）",
            en: "every case is within 30 kB with its style (12 kB compressed)",
        );
        items.push(Item::new(Level::Good, words));
    } else {
        let count = heavy.len();
        let words = say!(
            zh: "{count} 件案例连样式超过 30 kB（压缩后 12 kB），老手机打开慢",
            en: "{count} cases are over 30 kB with their style (12 kB compressed): slow on an old phone",
        );
        items.push(Item::new(Level::Bad, words).at(few(heavy)));
    }
    Group { title: say!(zh: "页面重量", en: "Weights"), full: 8, lost, items }
}
