//! Articles cited in running text, in every spelling people use.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr;
use memchr::memmem::Finder;

use super::numeral::{is_numeral, parse_numeral};
use super::owner::{self, Name, Stands, Whose};
use super::statutes::Statutes;
use super::{Citation, Place, REACHING, articles_at, lists};

/// What every citation of an article in words begins with, and what it counts.
static CITES: LazyLock<[Finder<'_>; 3]> = LazyLock::new(|| ["第", "条", "＃"].map(Finder::new));

/// Whether a text can cite an article at all: a first look, for nearly every text does not.
#[must_use]
pub fn may_cite(text: &str) -> bool {
    let bytes = text.as_bytes();
    CITES[0].find(bytes).is_some()
        || memchr(b'#', bytes).is_some()
        || CITES[2].find(bytes).is_some()
        || CITES[1].find_iter(bytes).any(|at| text[..at].trim_end().ends_with(is_numeral))
}

/// An article cited in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where its words stand.
    pub words: Range<usize>,
    /// The article.
    pub law: Citation,
    /// The article that the row begins with which ends here: 31 of 第三十一条至第三十三条.
    pub since: Option<u16>,
}

/// What a text is on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What begins a section.
    Heading,
    /// Running text, which goes on where the text before it ended.
    Running,
    /// It stands for itself: a string of the front matter.
    Apart,
}

/// Every article cited in one text by itself: behind 《》, behind a statute known by name, behind 同法 and
/// 该法, listed behind one of those, or standing alone behind the law named last.
#[must_use]
pub fn mentions(text: &str, statutes: &Statutes<'_>) -> Vec<Mention> {
    if !may_cite(text) {
        return Vec::new();
    }
    let names = owner::names(text, statutes);
    Reader::of(text, statutes, &names).read().0
}

/// The same of all texts of a page, in order. An article that stands alone is that of the law named
/// last in its section, or of the only one the page names, in its text or in its `laws`.
#[must_use]
pub fn mentions_on<'n>(
    statutes: &Statutes<'_>,
    laws: impl Iterator<Item = &'n str>,
    texts: &[(&str, Part)],
) -> Vec<Vec<Mention>> {
    if !texts.iter().any(|(text, _)| owner::may_stand_alone(text)) {
        return texts.iter().map(|(text, _)| mentions(text, statutes)).collect();
    }
    let names: Vec<Vec<Name<'_>>> =
        texts.iter().map(|(text, _)| owner::names(text, statutes)).collect();
    let sole = owner::sole(laws, &names, statutes);
    // Named in the text it is what the text is about; `laws` may be what the page rests on besides.
    let told = names.iter().flatten().any(|name| matches!(name.whose, Whose::Law(_)));
    let mut held = None;
    let read = texts.iter().zip(&names).map(|((text, part), names)| {
        if *part != Part::Running {
            held = None;
        }
        let strict = held.is_none() && !told;
        let before = held.or(sole.map(Whose::Law));
        let reader = Reader { strict, before, ..Reader::of(text, statutes, names) };
        let (found, lost) = reader.read();
        let last = names.iter().rfind(|name| name.lasts);
        if lost.is_some_and(|at| last.is_none_or(|name| name.end <= at)) {
            held = Some(Whose::Thing);
        } else if let Some(last) = last {
            held = Some(last.whose);
        }
        if *part == Part::Apart {
            held = None;
        }
        found
    });
    read.collect()
}

/// One text while it is read.
struct Reader<'t, 'a> {
    text: &'t str,
    statutes: &'t Statutes<'a>,
    names: &'t [Name<'a>],
    /// What the text before it was about.
    before: Option<Whose<'a>>,
    /// Whether that is only what the page rests on: then an article must be set apart.
    strict: bool,
    /// Where an article was somebody else's.
    lost: Option<usize>,
    found: Vec<Mention>,
}

/// The statute of some articles, and where the words of the citation begin.
struct Source {
    start: usize,
    statute: String,
    /// Whether they end a row that begins with the article before.
    reaches: bool,
    /// Whether the statute is named right there.
    named: bool,
}

impl Source {
    fn named(start: usize, statute: &str) -> Self {
        Self { start, statute: statute.to_owned(), reaches: false, named: true }
    }
}

impl<'t, 'a> Reader<'t, 'a> {
    /// A text by itself.
    fn of(text: &'t str, statutes: &'t Statutes<'a>, names: &'t [Name<'a>]) -> Self {
        Self { text, statutes, names, before: None, strict: false, lost: None, found: Vec::new() }
    }

    /// What is found, and where the text was lost to something else.
    fn read(mut self) -> (Vec<Mention>, Option<usize>) {
        let mut done = 0;
        for (at, sign) in self.text.match_indices(['第', '#', '＃', '条']) {
            if at < done {
                continue;
            }
            let cited = match sign {
                "条" => self.bare(done, at),
                "第" => self.articles(at),
                _ => self.short(at, sign.len()),
            };
            let Some((source, places)) = cited else {
                if sign == "条" && owner::counts_something(self.text, at) {
                    self.lost = Some(at);
                }
                continue;
            };
            for (index, place) in places.into_iter().enumerate() {
                let first = index == 0;
                let reaches = place.reaches || first && source.reaches;
                let since = self.found.last().and_then(|last| last.law.article);
                // There is no article 0; said to be one of a law, it is one too few.
                let wrong = place.law.article == Some(0) && !source.named;
                done = place.words.end;
                let Some(law) = Citation::of(&source.statute, &place.law).filter(|_| !wrong) else {
                    continue;
                };
                let from = if first { source.start } else { place.words.start };
                let since = since.filter(|_| reaches);
                self.found.push(Mention { words: from..place.words.end, law, since });
            }
        }
        (self.found, self.lost)
    }

    /// The articles whose 第 stands at `at`.
    fn articles(&mut self, at: usize) -> Option<(Source, Vec<Place>)> {
        let (end, places) = articles_at(self.text, at)?;
        let source = self.statute_before(at).or_else(|| self.alone(at..end, &places))?;
        Some((source, places))
    }

    /// `法律援助法#31`, where the statute is known.
    fn short(&self, at: usize, length: usize) -> Option<(Source, Vec<Place>)> {
        let (start, name) = self.statutes.at_end(self.text[..at].trim_end())?;
        let digits = &self.text[at + length..];
        let count = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let number = parse_numeral(&digits[..count])?;
        let law = Citation::of_article("", number);
        let place = Place { words: at..at + length + count, law, reaches: false };
        Some((Source::named(start, name), vec![place]))
    }

    /// 《法律援助法》99条, and 七十五条 of 第三十一条、七十五条: an article without 第, right behind its statute
    /// or listed behind another article.
    fn bare(&self, done: usize, at: usize) -> Option<(Source, Vec<Place>)> {
        let text = self.text;
        let before = text.get(done..at)?.trim_end();
        let digits = before.trim_end_matches(is_numeral);
        let number = parse_numeral(&before[digits.len()..])?;
        let start = done + digits.len();
        let end = at + '条'.len_utf8();
        // A comma begins something else as often: 第三十一条，三条意见.
        let last = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        let listed = self.found.last().is_some_and(|mention| {
            let between = text.get(mention.words.end..start).map(str::trim);
            between.is_some_and(|sign| lists(sign) && (!is_comma(sign) || number > 10 && last))
        });
        let close = text[..start].trim_end();
        if !(listed || close.ends_with(CLOSING) || self.statutes.at_end(close).is_some()) {
            return None;
        }
        let source = self.statute_before(start)?;
        let law = Citation::of_article("", number);
        Some((source, vec![Place { words: start..end, law, reaches: false }]))
    }

    /// The statute that the article at `at` is of, where that is said right before it.
    fn statute_before(&self, at: usize) -> Option<Source> {
        let (text, statutes) = (self.text, self.statutes);
        let before = without_chapters(&text[..at]);
        let bare = without_brackets(before);
        // 《法律援助法》的第八十一条.
        let of = OF.iter().find_map(|word| bare.strip_suffix(word)).map(without_brackets);
        let names = |name: &&str| name.ends_with(CLOSING) || statutes.at_end(name).is_some();
        let bare = of.filter(names).unwrap_or(bare);
        if let Some((open, name)) = quoted(bare, statutes) {
            return Some(Source::named(open, name));
        }
        if bare.ends_with('》') {
            return None;
        }
        if let Some((start, name)) = statutes.at_end(bare) {
            return Some(Source::named(start, name));
        }
        if let Some(word) = SAME.iter().find(|word| bare.ends_with(**word)) {
            let start = bare.len() - word.len();
            let named = last_named(&text[..start], &self.found);
            let held = || match self.before {
                Some(Whose::Law(name)) => Some(name.to_owned()),
                _ => None,
            };
            return Some(Source::named(start, &named.or_else(held)?));
        }
        let last = self.found.last()?;
        // What a space parts is listed too: 第三十一条 第七十五条.
        let spaced = text[..at].ends_with([' ', '\u{3000}']);
        let between = text.get(last.words.end..before.len())?.trim();
        let reaches = REACHING.contains(&between);
        let statute = last.law.statute.clone();
        let listed = lists(between) || between.is_empty() && spaced;
        listed.then_some(Source { start: at, statute, reaches, named: false })
    }

    /// The statute of an article that stands alone.
    fn alone(&mut self, place: Range<usize>, articles: &[Place]) -> Option<Source> {
        let name = self.names.iter().rfind(|name| name.end <= place.start);
        let lost = self.lost.is_some_and(|at| name.is_none_or(|name| name.end <= at));
        let whose = name.map_or(self.before, |name| Some(name.whose));
        let law = match whose.filter(|_| !lost)? {
            Whose::Law(law) => Some(law),
            Whose::Other | Whose::Thing => None,
        };
        let number = articles.first()?.law.article?;
        let known = name.filter(|_| law.is_some()).map(|name| name.end);
        let apart = name.is_some() || !self.strict || owner::set_apart(self.text, &place);
        match owner::stands(self.text, place.clone(), number, known) {
            Stands::Alone if !apart => None,
            Stands::Alone => {
                let statute = law?.to_owned();
                Some(Source { start: place.start, statute, reaches: false, named: false })
            }
            Stands::Elsewhere => {
                self.lost = Some(place.start);
                None
            }
            Stands::Open => None,
        }
    }
}

fn is_comma(sign: &str) -> bool {
    ["，", ",", "；", ";"].contains(&sign)
}

/// What stands between the name of a law and its article: 《法律援助法》的第八十一条.
const OF: [&str; 6] = ["里的", "中的", "的", "中", "里", "之"];

/// What closes the name of a statute: 《》, and what people write for it.
pub(super) const CLOSING: [char; 6] = ['》', '〉', '”', '」', '』', '】'];

/// The name in the signs a text ends with. In quotation marks it must be a statute's: in “三个一”第二条
/// nothing is.
fn quoted<'t>(bare: &'t str, statutes: &Statutes<'_>) -> Option<(usize, &'t str)> {
    let close = bare.chars().next_back()?;
    let inside = &bare[..bare.len() - close.len_utf8()];
    let opening = ['《', '〈', '“', '「', '『', '【'];
    let at = CLOSING.iter().position(|sign| *sign == close)?;
    let open = inside.rfind(opening[at])?;
    let name = &inside[open + opening[at].len_utf8()..];
    (at < 2 || statutes.called(name).is_some()).then_some((open, name))
}

/// Words for the statute that was named last.
pub(super) const SAME: [&str; 9] =
    ["同法", "该法", "本法", "该法律", "这部法律", "同条例", "该条例", "该规定", "该办法"];

/// The statute named last: in 《》, or where an article of it was cited.
fn last_named(before: &str, found: &[Mention]) -> Option<String> {
    let quoted = before.rfind('》').and_then(|close| {
        let open = before[..close].rfind('《')?;
        Some((close, &before[open + '《'.len_utf8()..close]))
    });
    let cited = found.last().map(|last| (last.words.end, last.law.statute.as_str()));
    quoted.max(cited).map(|(_, name)| name.to_owned())
}

/// Without 第四章, 第二节 at the end.
fn without_chapters(before: &str) -> &str {
    let mut before = before;
    while let Some(rest) = before.strip_suffix(['章', '节', '编']) {
        let Some(at) = rest.rfind('第') else { break };
        if parse_numeral(&rest[at + '第'.len_utf8()..]).is_none() {
            break;
        }
        before = &rest[..at];
    }
    before
}

/// Without spaces at the end, and without one bracket: 《法律援助法》（2021年）.
fn without_brackets(before: &str) -> &str {
    /// 2021年8月20日第十三届全国人民代表大会常务委员会第三十次会议通过 and 以下简称 are not longer.
    const LONGEST: usize = 50;
    let bare = before.trim_end();
    let Some(inside) = bare.strip_suffix(['）', ')']) else { return bare };
    let mut signs = inside.char_indices().rev().take(LONGEST);
    match signs.find(|(_, c)| "（(".contains(*c)) {
        Some((open, _)) => bare[..open].trim_end(),
        None => bare,
    }
}

#[cfg(test)]
mod tests;
