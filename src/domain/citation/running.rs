//! Articles cited in running text, in every spelling people use.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr;
use memchr::memmem::Finder;

use super::numeral::{is_numeral, parse_numeral};
use super::{Citation, LISTING, Place, articles_at};

/// What every citation of an article in words begins with, and what it counts.
static CITES: LazyLock<[Finder<'_>; 2]> = LazyLock::new(|| ["第", "条"].map(Finder::new));

/// Whether a text can cite an article at all: a first look, for nearly every text does not.
#[must_use]
pub fn may_cite(text: &str) -> bool {
    let bytes = text.as_bytes();
    CITES[0].find(bytes).is_some()
        || memchr(b'#', bytes).is_some()
        || CITES[1].find_iter(bytes).any(|at| text[..at].trim_end().ends_with(is_numeral))
}

/// Every article cited in running text: behind 《》, behind a statute known by name (`statutes`),
/// behind 同法 and 该法, and further articles listed behind one of those.
#[must_use]
pub fn mentions(text: &str, statutes: &[&str]) -> Vec<(Range<usize>, Citation)> {
    let mut found: Vec<(Range<usize>, Citation)> = Vec::new();
    if !may_cite(text) {
        return found;
    }
    let mut done = 0;
    for (at, sign) in text.match_indices(['第', '#', '条']) {
        if at < done {
            continue;
        }
        let cited = if sign == "#" {
            short(text, at, statutes)
        } else if sign == "条" {
            bare(text, done, at, statutes, &found)
        } else {
            articles_at(text, at).and_then(|(_, articles)| {
                let (start, statute) = statute_before(text, at, statutes, &found)?;
                Some((start, statute, articles))
            })
        };
        let Some((start, statute, articles)) = cited else { continue };
        for (index, (place, parts)) in articles.into_iter().enumerate() {
            let from = if index == 0 { start } else { place.start };
            done = place.end;
            found.extend(Citation::of(&statute, &parts).map(|cited| (from..place.end, cited)));
        }
    }
    found
}

/// `法律援助法#31`, where the statute is known.
fn short(text: &str, at: usize, statutes: &[&str]) -> Option<(usize, String, Vec<Place>)> {
    let (start, name) = known(&text[..at], statutes)?;
    let digits = &text[at + 1..];
    let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let number = parse_numeral(&digits[..length]).filter(|number| *number > 0)?;
    let place = at..at + 1 + length;
    Some((start, name.to_owned(), vec![(place, Citation::of_article("", number))]))
}

/// 《法律援助法》99条, and 七十五条 of 第三十一条、七十五条: an article without 第, right behind its statute
/// or listed behind another article.
fn bare(
    text: &str,
    done: usize,
    at: usize,
    statutes: &[&str],
    found: &[Place],
) -> Option<(usize, String, Vec<Place>)> {
    let before = text.get(done..at)?.trim_end();
    let digits = before.trim_end_matches(is_numeral);
    let number = parse_numeral(&before[digits.len()..]).filter(|number| *number > 0)?;
    let start = done + digits.len();
    let listed = found.last().is_some_and(|(place, _)| {
        // A comma begins something else as often: 第三十一条，三条意见.
        let between = text.get(place.end..start).map(str::trim);
        between.is_some_and(|sign| LISTING.contains(&sign) && !["，", ","].contains(&sign))
    });
    let close = text[..start].trim_end();
    let behind = close.ends_with(CLOSING) || known(close, statutes).is_some();
    if !(listed || behind) {
        return None;
    }
    let (from, statute) = statute_before(text, start, statutes, found)?;
    let place = start..at + '条'.len_utf8();
    Some((from, statute, vec![(place, Citation::of_article("", number))]))
}

/// What closes the name of a statute: 《》, and what people write for it.
const CLOSING: [char; 6] = ['》', '〉', '”', '」', '』', '】'];

/// The name in the signs a text ends with. In quotation marks it must be a statute's: in “三个一”第二条
/// nothing is.
fn quoted<'t>(bare: &'t str, statutes: &[&str]) -> Option<(usize, &'t str)> {
    let close = bare.chars().next_back()?;
    let inside = &bare[..bare.len() - close.len_utf8()];
    let opening = ['《', '〈', '“', '「', '『', '【'];
    let at = CLOSING.iter().position(|sign| *sign == close)?;
    let open = inside.rfind(opening[at])?;
    let name = &inside[open + opening[at].len_utf8()..];
    let plain = name.trim_start_matches("中华人民共和国");
    (at < 2 || statutes.contains(&name) || statutes.contains(&plain)).then_some((open, name))
}

/// The statute that the article at `at` is of, and where the words of the citation begin.
fn statute_before(
    text: &str,
    at: usize,
    statutes: &[&str],
    found: &[Place],
) -> Option<(usize, String)> {
    let before = without_chapters(&text[..at]);
    let bare = without_brackets(before);
    // 《法律援助法》的第八十一条.
    let of = bare.strip_suffix('的').map(without_brackets);
    let bare = of.filter(|name| name.ends_with(CLOSING)).unwrap_or(bare);
    if let Some((open, name)) = quoted(bare, statutes) {
        return Some((open, name.to_owned()));
    }
    if bare.ends_with('》') {
        return None;
    }
    if let Some((start, name)) = known(bare, statutes) {
        return Some((start, name.to_owned()));
    }
    if let Some(word) = SAME.iter().find(|word| bare.ends_with(**word)) {
        let start = bare.len() - word.len();
        return Some((start, last_named(&text[..start], found)?));
    }
    let (place, last) = found.last()?;
    let between = text.get(place.end..before.len())?.trim();
    let listed = LISTING.contains(&between);
    listed.then(|| (at, last.statute.clone()))
}

/// Words for the statute that was named last.
const SAME: [&str; 6] = ["同法", "该法", "同条例", "该条例", "该规定", "该办法"];

/// The statute named last: in 《》, or where an article of it was cited.
fn last_named(before: &str, found: &[Place]) -> Option<String> {
    let quoted = before.rfind('》').and_then(|close| {
        let open = before[..close].rfind('《')?;
        Some((close, &before[open + '《'.len_utf8()..close]))
    });
    let cited = found.last().map(|(place, last)| (place.end, last.statute.as_str()));
    quoted.max(cited).map(|(_, name)| name.to_owned())
}

/// The longest known name that stands at the end.
fn known<'n>(before: &str, statutes: &[&'n str]) -> Option<(usize, &'n str)> {
    let name =
        statutes.iter().filter(|name| before.ends_with(**name)).max_by_key(|name| name.len())?;
    Some((before.len() - name.len(), name))
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
mod tests {
    use proptest::prelude::*;

    use super::{Citation, mentions};

    fn cited(text: &str) -> Vec<String> {
        let law = "《法律援助法》";
        let found = mentions(text, &["法律援助法"]);
        found.into_iter().map(|(_, cited)| cited.long().replace(law, "")).collect()
    }

    #[test]
    fn citations_in_running_text() {
        let text = "按《法律援助法》第三十一条、第四十二条第一款和法律援助法第99条，第三次去，本法第五条。";
        let found: Vec<_> =
            mentions(text, &["法律援助法"]).into_iter().map(|(_, c)| c.long()).collect();
        let law = "《法律援助法》第";
        let wanted = ["三十一条", "四十二条第一款", "九十九条"].map(|rest| format!("{law}{rest}"));
        assert_eq!(found, wanted);
    }

    #[test]
    fn every_spelling_people_use() {
        for (text, wanted) in [
            (
                "《法律援助法》第二十四、二十五、九十九条",
                &["第二十四条", "第二十五条", "第九十九条"][..],
            ),
            ("《法律援助法》第三十一条和同法第九十九条", &["第三十一条", "第九十九条"]),
            ("《法律援助法》规定，该法第九十九条", &["第九十九条"]),
            ("见法律援助法#99。", &["第九十九条"]),
            ("《法律援助法》第９９条", &["第九十九条"]),
            ("《法律援助法》 第 九十九 条", &["第九十九条"]),
            ("《法律援助法》（2021年）第九十九条", &["第九十九条"]),
            ("《法律援助法》第四章第九十九条", &["第九十九条"]),
            ("《法律援助法》第31-99条", &["第三十一条", "第九十九条"]),
            ("《法律援助法》第三十一条至第九十九条", &["第三十一条", "第九十九条"]),
            ("《法律援助法》第一〇五条", &["第一百零五条"]),
            ("《法律援助法》第九九条", &["第九十九条"]),
            ("《法律援助法》第三十一条之一", &["第三十一条之一"]),
            ("《法律援助法》99条", &["第九十九条"]),
            ("法律援助法 99 条", &["第九十九条"]),
            ("《法律援助法》第三十一条、七十五条", &["第三十一条", "第七十五条"]),
            (
                "《法律援助法》第三十一条和七十五条、99条",
                &["第三十一条", "第七十五条", "第九十九条"],
            ),
            ("“法律援助法”第八十条", &["第八十条"]),
            ("〈法律援助法〉第九十九条", &["第九十九条"]),
            ("我国《法律援助法》的第八十一条", &["第八十一条"]),
            ("【法律援助法】第八十三条", &["第八十三条"]),
            ("【办事指南】第八十三条", &[]),
            ("《法律援助法》共71条", &[]),
            ("《法律援助法》第三十一条，三条意见", &["第三十一条"]),
            ("“三个一”第二条", &[]),
            ("一条、两条、3条", &[]),
            ("《法律援助法》第0条", &[]),
            ("《法律援助法》里没有第几条", &[]),
            ("同法第九十九条", &[]),
            ("第#99", &[]),
        ] {
            assert_eq!(cited(text), wanted, "{text}");
        }
    }

    #[test]
    fn words_of_a_list_stand_apart() {
        let text = "按《法律援助法》第二十四、二十五条第一款办";
        let found = mentions(text, &[]);
        let words: Vec<&str> = found.iter().map(|(place, _)| &text[place.clone()]).collect();
        assert_eq!(words, ["《法律援助法》第二十四", "二十五条第一款"]);
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[第条款项《》（）法一二十百千0-9#、\\PC]{0,40}") {
            let _ = Citation::parse(&text);
            for (place, _) in mentions(&text, &["法"]) {
                prop_assert!(text.get(place).is_some());
            }
        }
    }
}
