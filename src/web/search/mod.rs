//! Search without a server: an index that a browser reads a few pieces of.
//!
//! Pages are numbered in the order of their files. `assets/search/start.js` holds what every search
//! needs, `g0.js` … the index of pairs of characters (`grams`), `p0.js` … titles, summaries and texts
//! to show, `pinyin.js` the everyday words by their letters. They are classic scripts that call one
//! function with their content: they load where only `script-src 'self'` is allowed, and without a
//! server. A search loads the start, one piece for each pair in the question, and the pages shown.
//! Nothing is loaded before somebody searches.

mod grams;
mod text;
mod words;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde_json::json;

use crate::base::fault::Fault;
use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::view::make::find::readings;
use crate::web::search::grams::{BODY, Dealt, HEADING, KEYWORD, Pile, TITLE, Tally};
use crate::web::search::text::Words;

/// Where the pieces lie.
pub(super) const FOLDER: &str = "assets/search/";

/// A piece of the index should have about so many bytes: small enough for a slow phone, which needs
/// one for each pair of the question, large enough to be worth a request.
const PIECE: usize = 5_000;
/// Bytes of the index that a page makes on average, for the number of pieces.
const BYTES_OF_PAGE: usize = 2_600;
/// More files than this are a burden to whoever copies the site.
const MOST_PIECES: usize = 1_021;
/// A piece of pages is closed once it has so many bytes.
const PAGES_PIECE: usize = 7_000;
/// Up to so many pages their texts are kept for excerpts. Beyond, that would be a second copy of the
/// whole site: excerpts then come from the summaries.
const TEXTS: usize = 2_000;
/// Pages looked at before the piles are filled; more need more memory.
const WAVE: usize = 1_024;
/// Pages whose pairs are sorted together: few, so that the room for them is small and used again.
const SHARE: usize = 32;
/// Everyday words in the file of pinyin.
const PINYIN_WORDS: usize = 3_000;

/// The finished index in memory, for a preview: file names below `FOLDER` and what they hold.
#[derive(Debug, Default)]
pub struct Index {
    files: BTreeMap<String, Vec<u8>>,
}

impl Index {
    /// The file at a path of the site.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path.strip_prefix(FOLDER)?).map(Vec::as_slice)
    }
}

/// Makes the whole index; `whole` keeps the texts for excerpts however many they are.
pub(super) fn index(site: &Site, whole: bool) -> Index {
    let files = Mutex::new(BTreeMap::new());
    let keep = |name: String, bytes| {
        files.lock().unwrap_or_else(PoisonError::into_inner).insert(name, bytes);
        Ok(())
    };
    // Keeping a file in memory does not fail.
    drop(write(site, whole, &keep));
    Index { files: files.into_inner().unwrap_or_else(PoisonError::into_inner) }
}

/// Takes a file of the index by its name below `FOLDER`, from any thread.
type Put<'p> = dyn Fn(String, Vec<u8>) -> Result<(), Fault> + Sync + 'p;

/// Makes the index and hands on each file as soon as it is made.
///
/// # Errors
/// When `put` fails.
pub(super) fn write(site: &Site, whole: bool, put: &Put<'_>) -> Result<(), Fault> {
    let pages: Vec<PageId> =
        site.pages().filter(|(_, page)| &*page.path != "_index.md").map(|(id, _)| id).collect();
    let piles = (pages.len() * BYTES_OF_PAGE / PIECE).clamp(1, MOST_PIECES) | 1;
    let texts = whole || pages.len() <= TEXTS;
    let made = Made { put, hashes: Mutex::default() };
    let shown = fill(site, &pages, piles, texts, &made)?;
    let firsts = show(&shown, texts, &made)?;
    made.take("pinyin.js".to_owned(), piece("pinyin", &pinyin(site, &pages)))?;
    let weights: String = pages.iter().map(|id| weight(site.page(*id).kind.name())).collect();
    let extra = &site.settings().web.synonyms;
    let same: Vec<Vec<&str>> = words::SAME
        .iter()
        .map(|line| line.to_vec())
        .chain(extra.iter().map(|line| line.iter().map(String::as_str).collect()))
        .collect();
    let start = json!({
        "pages": pages.len(), "piles": piles, "firsts": firsts, "texts": texts,
        "weights": weights, "same": same, "version": made.version(),
    });
    put("start.js".to_owned(), piece("start", &start))
}

/// What has been handed on, for the version of the whole.
struct Made<'p> {
    put: &'p Put<'p>,
    hashes: Mutex<BTreeMap<String, blake3::Hash>>,
}

impl Made<'_> {
    fn take(&self, name: String, bytes: Vec<u8>) -> Result<(), Fault> {
        let hash = blake3::hash(&bytes);
        // A panic while the map was held leaves it whole: it is only ever added to.
        self.hashes.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone(), hash);
        (self.put)(name, bytes)
    }

    /// Another for every other content.
    fn version(self) -> String {
        let hashes = self.hashes.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut hasher = blake3::Hasher::new();
        for hash in hashes.values() {
            hasher.update(hash.as_bytes());
        }
        hasher.finalize().to_hex()[..10].to_owned()
    }
}

/// How much a page is helped by its kind: who searches wants help first, then examples.
fn weight(kind: KindName) -> char {
    match kind {
        KindName::Eligibility | KindName::Channel | KindName::Contact | KindName::Checkup => '9',
        KindName::Page | KindName::Law => '7',
        KindName::Case => '6',
        KindName::Article | KindName::Event | KindName::Statistics => '5',
        KindName::Notice => '4',
    }
}

/// What a result shows.
struct Shown {
    /// Title, address, section, date, summary, as JSON without brackets.
    head: String,
    text: String,
}

/// The pairs of all pages go into files; what results show comes back.
fn fill(
    site: &Site,
    pages: &[PageId],
    piles: usize,
    texts: bool,
    made: &Made<'_>,
) -> Result<Vec<Shown>, Fault> {
    let mut shown = Vec::with_capacity(pages.len());
    let mut index: Vec<Pile> = (0..piles).map(|_| Pile::default()).collect();
    let mut first = 1;
    for wave in pages.chunks(WAVE) {
        let dealt: Vec<(Vec<Shown>, Dealt)> = wave
            .par_chunks(SHARE)
            .enumerate()
            .map(|(at, some)| deal(site, some, first + at * (SHARE), piles, texts))
            .collect();
        index.par_iter_mut().enumerate().for_each(|(at, pile)| {
            dealt.iter().flat_map(|(_, dealt)| dealt.of(at)).for_each(|one| pile.add(*one));
        });
        shown.extend(dealt.into_iter().flat_map(|(shown, _)| shown));
        first += wave.len();
    }
    index.into_par_iter().enumerate().try_for_each(|(at, pile)| {
        let mut out = format!("lantianSearch(\"g{at}\",\"").into_bytes();
        pile.write(&mut out);
        out.extend_from_slice(b"\");\n");
        made.take(format!("g{at}.js"), out)
    })?;
    Ok(shown)
}

/// What results show of some pages, the first of which has this number, and their pairs.
fn deal(
    site: &Site,
    pages: &[PageId],
    first: usize,
    piles: usize,
    texts: bool,
) -> (Vec<Shown>, Dealt) {
    let mut dealt = Dealt::default();
    let (mut tally, mut words) = (Tally::default(), Words::default());
    let mut shown = Vec::with_capacity(pages.len());
    for (number, id) in (first..).zip(pages) {
        let page = site.page(*id);
        text::words(site, page, &mut words);
        let summary = page.head.summary.as_ref().map(|summary| site.fill(&summary.value));
        let summary = summary.as_deref().unwrap_or("");
        tally.clear();
        tally.add(&words.title, TITLE);
        tally.add(&words.keywords, KEYWORD);
        tally.add(&words.headings, HEADING);
        tally.add(&words.text, BODY);
        tally.add(summary, BODY);
        tally.deal(u32::try_from(number).unwrap_or(u32::MAX), &mut dealt);
        let section = site.section_named(page.section()).map_or("", |section| &section.title);
        let dated = matches!(
            page.kind.name(),
            KindName::Case
                | KindName::Notice
                | KindName::Article
                | KindName::Event
                | KindName::Statistics
        );
        let date = page.head.date.as_ref().filter(|_| dated).map(|date| date.value.to_string());
        let route = site.route(*id).as_str();
        let mut head = String::with_capacity(64 + words.title.len() + route.len() + summary.len());
        for field in [&words.title, route, section, date.as_deref().unwrap_or(""), summary] {
            if !head.is_empty() {
                head.push(',');
            }
            quote(field, &mut head);
        }
        let text = if texts { words.text.clone() } else { String::new() };
        shown.push(Shown { head, text });
    }
    (shown, dealt.sorted(piles))
}

/// Adds a text as a string of JSON and of a script alike.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut done = 0;
    for (at, c) in text.char_indices() {
        let safe = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            // Line ends to old scripts, though not to JSON, and what no text has.
            '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => " ",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(safe);
        done = at + c.len_utf8();
    }
    out.push_str(&text[done..]);
    out.push('"');
}

fn piece(name: &str, value: &serde_json::Value) -> Vec<u8> {
    format!("lantianSearch(\"{name}\",{value});\n").into_bytes()
}

/// Results go into files of about one size; the numbers of the pages each file begins with.
fn show(shown: &[Shown], texts: bool, made: &Made<'_>) -> Result<Vec<usize>, Fault> {
    let mut firsts = Vec::new();
    let mut rows: Vec<String> = Vec::new();
    let mut size = 0;
    let close = |rows: &mut Vec<String>, number: usize| {
        let body = std::mem::take(rows).join(",\n");
        let text = format!("lantianSearch(\"p{number}\",[{body}]);\n");
        made.take(format!("p{number}.js"), text.into_bytes())
    };
    for (number, page) in (1..).zip(shown) {
        if rows.is_empty() {
            firsts.push(number);
            size = 0;
        }
        let mut row = format!("[{}", page.head);
        if texts {
            row.push(',');
            quote(&page.text, &mut row);
        }
        row.push(']');
        size += row.len();
        rows.push(row);
        if size >= PAGES_PIECE {
            close(&mut rows, firsts.len() - 1)?;
        }
    }
    if !rows.is_empty() {
        close(&mut rows, firsts.len() - 1)?;
    }
    Ok(firsts)
}

/// Everyday words with their pinyin, whole and by first letters: what `txin` or `lbbgq` may mean.
fn pinyin(site: &Site, pages: &[PageId]) -> serde_json::Value {
    let mut words: BTreeMap<&str, u8> = BTreeMap::new();
    for id in pages {
        let page = site.page(*id);
        let help = u8::from(weight(page.kind.name()) != '9');
        let title = &page.head.title.value;
        let title = (help == 0).then_some(title.as_str());
        let own = page.head.keywords.iter().map(|word| word.value.as_str());
        for word in own.chain(title) {
            let rank = words.entry(word.trim()).or_insert(help);
            *rank = help.min(*rank);
        }
    }
    for word in words::SAME.iter().flat_map(|line| line.iter()) {
        words.entry(word).or_insert(1);
    }
    let mut words: Vec<(&str, u8)> = words.into_iter().collect();
    words.sort_by_key(|(word, rank)| (*rank, word.chars().count()));
    words.truncate(PINYIN_WORDS);
    let rows = words.into_iter().map(|(word, _)| {
        let (whole, initials) = readings(word);
        json!([word, whole, initials])
    });
    rows.collect()
}
