//! Search without a server: an index that a browser reads a few pieces of.
//!
//! Pages are numbered in the order of their files, after them those the program makes (`entry`).
//! `assets/search/start.js` holds what every search needs, `g0.js` … the index of pairs of characters
//! (`grams`) and of lines of words (`same`), `p0.js` … titles, summaries and texts to show, `words.js`
//! the everyday words and `sounds.js` how they are spoken (`everyday`). They are classic scripts that
//! call one function with their content: they load where only `script-src 'self'` is allowed, and
//! without a server. A search loads the start, one piece for each pair in the question, and the pages
//! shown. Nothing is loaded before somebody searches.

mod entry;
mod everyday;
mod grams;
mod same;
mod text;
mod words;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde_json::json;

use crate::base::fault::Fault;
use crate::base::fingerprint::Fingerprint;
use crate::model::site::Site;
use crate::view::make::guide::Guide;
use crate::web::search::entry::{Entry, entries};
use crate::web::search::everyday::words_and_sounds;
use crate::web::search::grams::{BODY, Dealt, HEADING, KEYWORD, Pile, TITLE, Tally};
use crate::web::search::same::Same;
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
/// Pairs of an ordinary page.
const PAIRS: usize = 1_024;
/// Pages looked at before the piles are filled; more need more memory.
const WAVE: usize = 1_024;
/// Pages whose pairs are sorted together: few, so that the room for them is small and used again.
const SHARE: usize = 32;

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
pub(super) fn index(guide: &Guide<'_>, whole: bool) -> Index {
    let files = Mutex::new(BTreeMap::new());
    let keep = |name: String, bytes| {
        files.lock().unwrap_or_else(PoisonError::into_inner).insert(name, bytes);
        Ok(())
    };
    // Keeping a file in memory does not fail.
    drop(write(guide, whole, &keep));
    Index { files: files.into_inner().unwrap_or_else(PoisonError::into_inner) }
}

/// Takes a file of the index by its name below `FOLDER`, from any thread.
type Put<'p> = dyn Fn(String, Vec<u8>) -> Result<(), Fault> + Sync + 'p;

/// Makes the index and hands on each file as soon as it is made.
///
/// # Errors
/// When `put` fails.
pub(super) fn write(guide: &Guide<'_>, whole: bool, put: &Put<'_>) -> Result<(), Fault> {
    let site = guide.site;
    let entries = entries(guide);
    let piles = (entries.len() * BYTES_OF_PAGE / PIECE).clamp(1, MOST_PIECES) | 1;
    let texts = whole || entries.len() <= TEXTS;
    let made = Made { put, fingerprints: Mutex::default() };
    let extra = &site.settings().web.synonyms;
    let lines: Vec<Vec<&str>> = words::SAME
        .iter()
        .map(|line| line.to_vec())
        .chain(extra.iter().map(|line| line.iter().map(String::as_str).collect()))
        .collect();
    let work = Work { site, same: &Same::of(&lines), piles, texts };
    let shown = fill(&work, &entries, &made)?;
    let firsts = show(&shown, texts, &made)?;
    let (words, sounds) = words_and_sounds(site, &entries);
    made.take("words.js".to_owned(), piece("words", &words))?;
    made.take("sounds.js".to_owned(), piece("sounds", &sounds))?;
    let weights: String = entries.iter().map(|entry| entry.weight(site)).collect();
    let start = json!({
        "pages": entries.len(), "piles": piles, "firsts": firsts,
        "weights": weights, "same": lines, "empty": words::EMPTY.split(' ').collect::<Vec<_>>(), "version": made.version(),
    });
    put("start.js".to_owned(), piece("start", &start))
}

/// What all threads look at.
struct Work<'w> {
    site: &'w Site,
    same: &'w Same,
    piles: usize,
    texts: bool,
}

/// What has been handed on, for the version of the whole.
struct Made<'p> {
    put: &'p Put<'p>,
    fingerprints: Mutex<BTreeMap<String, Fingerprint>>,
}

impl Made<'_> {
    fn take(&self, name: String, bytes: Vec<u8>) -> Result<(), Fault> {
        let of = Fingerprint::of(&bytes);
        // A panic while the map was held leaves it whole: it is only ever added to.
        let mut known = self.fingerprints.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(name.clone(), of);
        drop(known);
        (self.put)(name, bytes)
    }

    /// Another for every other content.
    fn version(self) -> String {
        let known = self.fingerprints.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut hasher = blake3::Hasher::new();
        for of in known.values() {
            hasher.update(of.as_bytes());
        }
        hasher.finalize().to_hex()[..10].to_owned()
    }
}

/// What a result shows.
struct Shown {
    /// Title, address, section, date, summary, as JSON without brackets.
    head: String,
    text: String,
}

/// The pairs of all pages go into files; what results show comes back.
fn fill(work: &Work<'_>, entries: &[Entry], made: &Made<'_>) -> Result<Vec<Shown>, Fault> {
    let mut shown = Vec::with_capacity(entries.len());
    let mut index: Vec<Pile> = (0..work.piles).map(|_| Pile::default()).collect();
    let mut first = 1;
    for wave in entries.chunks(WAVE) {
        let dealt: Vec<(Vec<Shown>, Dealt)> = wave
            .par_chunks(SHARE)
            .enumerate()
            .map(|(at, some)| deal(work, some, first + at * SHARE))
            .collect();
        index.par_iter_mut().enumerate().for_each(|(at, pile)| {
            dealt.iter().flat_map(|(_, dealt)| dealt.of(at)).for_each(|one| pile.take(*one));
        });
        shown.extend(dealt.into_iter().flat_map(|(shown, _)| shown));
        first += wave.len();
    }
    work.same.add(&mut index);
    index.into_par_iter().enumerate().try_for_each(|(at, pile)| {
        let mut out = format!("lantianSearch(\"g{at}\",\"").into_bytes();
        pile.write(&mut out);
        out.extend_from_slice(b"\");\n");
        made.take(format!("g{at}.js"), out)
    })?;
    Ok(shown)
}

/// What results show of some pages, the first of which has this number, and their pairs.
fn deal(work: &Work<'_>, entries: &[Entry], first: usize) -> (Vec<Shown>, Dealt) {
    let site = work.site;
    let mut dealt = Dealt::with_room(entries.len() * PAIRS);
    let (mut tally, mut words) = (Tally::default(), Words::default());
    let mut shown = Vec::with_capacity(entries.len());
    for (number, entry) in (first..).zip(entries) {
        entry.words(site, &mut words);
        let found = entry.head(site);
        tally.clear();
        tally.add(&words.title, TITLE);
        tally.add(&words.keywords, KEYWORD);
        tally.add(&words.headings, HEADING);
        tally.add(&words.text, BODY);
        tally.add(&found.summary, BODY);
        // Cases and news are never the answer to a question, only like it.
        if entry.helps(site) {
            let signs = entry.everyday(site).into_iter().filter_map(|word| work.same.sign(word));
            signs.for_each(|sign| tally.sign(sign, KEYWORD));
        }
        tally.deal(u32::try_from(number).unwrap_or(u32::MAX), &mut dealt);
        let date = found.date.as_deref().unwrap_or("");
        let mut head = String::with_capacity(64 + words.title.len() + found.summary.len());
        for field in [&words.title, found.route, found.section, date, &found.summary] {
            if !head.is_empty() {
                head.push(',');
            }
            quote(field, &mut head);
        }
        let text = if work.texts { words.text.clone() } else { String::new() };
        shown.push(Shown { head, text });
    }
    (shown, dealt.sorted(work.piles))
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
