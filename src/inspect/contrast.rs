//! The theme's colours: whether text stands out from its ground (WCAG 2.2, 1.4.3 and 1.4.6).

use std::collections::BTreeMap;

use crate::inspect::{Group, Item, Level};
use crate::say;

/// Text and the ground it stands on, by the names of the style sheet's custom properties.
const PAIRS: [(&str, &str); 11] = [
    ("ink", "paper"),
    ("ink", "s2"),
    ("slate", "paper"),
    ("slate", "s2"),
    ("slate", "cloud"),
    ("sky", "paper"),
    ("sky", "s2"),
    ("deep", "paper"),
    ("seal", "paper"),
    ("on-sky", "sky"),
    ("on-ground", "ground"),
];

type Colours = BTreeMap<String, [f64; 3]>;

/// `#rgb` or `#rrggbb` as parts from 0 to 1.
fn colour(text: &str) -> Option<[f64; 3]> {
    let hex = text.trim().strip_prefix('#')?;
    if !hex.is_ascii() {
        return None;
    }
    let part = |digits: &str| u8::from_str_radix(digits, 16).ok().map(|n| f64::from(n) / 255.0);
    match hex.len() {
        3 => {
            let one = |at: usize| part(&hex[at..=at].repeat(2));
            Some([one(0)?, one(1)?, one(2)?])
        }
        6 => Some([part(&hex[..2])?, part(&hex[2..4])?, part(&hex[4..])?]),
        _ => None,
    }
}

/// The custom properties of the first rule for `:root` alone, whatever narrows it down
/// (`:root:not([data-theme=light])`), in some CSS without spaces before braces.
fn root(css: &str) -> Colours {
    let mut rules = css.split(":root").skip(1).filter_map(|rest| rest.split_once('{'));
    let whole = |head: &str| !head.contains([' ', ',', '}', '>', '+', '~']);
    let rule = rules.find(|(head, block)| whole(head) && block.trim_start().starts_with("--"));
    let block = rule.and_then(|(_, block)| block.split('}').next()).unwrap_or_default();
    let pairs = block.split(';').filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().strip_prefix("--")?.to_owned(), colour(value)?))
    });
    pairs.collect()
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [f64; 3]) -> f64 {
    let linear =
        colour.map(
            |part| {
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            },
        );
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Rules that name both colours themselves and are hard to read: their selector and the contrast.
fn pale(css: &str) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    for rule in css.split('}') {
        let Some((head, block)) = rule.rsplit_once('{') else { continue };
        let named = |wanted: &[&str]| {
            let mut values = block.rsplit(';').filter_map(|line| line.split_once(':'));
            // Of several the last is what a browser shows.
            let value = values.find(|(name, _)| wanted.contains(&name.trim()));
            value.and_then(|(_, value)| colour(value.split_whitespace().next()?))
        };
        let colours = named(&["color"]).zip(named(&["background", "background-color"]));
        let least = colours.map(|(text, ground)| ratio(text, ground)).filter(|least| *least < 4.5);
        let name = head.rsplit(['{', '\n']).next().unwrap_or(head).trim().to_owned();
        found.extend(least.map(|least| (name, least)));
    }
    found
}

/// Looks at the colours of a style sheet, by day and by night.
pub(super) fn contrast(style: &str) -> Group {
    // Spaces before braces and behind colons are the author's own.
    let style = style.replace(" {", "{").replace(": ", ":");
    let light = root(&style);
    let dark = style.split("prefers-color-scheme:dark").nth(1).map(root).unwrap_or_default();
    let (mut items, mut lost, mut least) = (Vec::new(), 0, f64::INFINITY);
    for (colours, zh, en) in [(&light, "浅色", "light"), (&dark, "深色", "dark")] {
        for (text, ground) in PAIRS {
            let (Some(a), Some(b)) = (colours.get(text), colours.get(ground)) else { continue };
            let found = ratio(*a, *b);
            least = least.min(found);
            if found >= 7.0 {
                continue;
            }
            let (level, points) = if found < 4.5 { (Level::Bad, 5) } else { (Level::Note, 1) };
            lost += points;
            let words = say!(
                zh: "{zh}：--{text} 在 --{ground} 上的对比度是 {found:.1}，正文应在 7 以上（至少 4.5）",
                en: "{en}: --{text} on --{ground} has a contrast of {found:.1}; text wants 7, and 4.5 at the least",
            );
            items.push(Item::new(level, words));
        }
    }
    for (name, found) in pale(&style) {
        lost += 5;
        least = least.min(found);
        let words = say!(
            zh: "样式 {name} 的字和底色对比度只有 {found:.1}，至少要 4.5",
            en: "the rule {name} sets text and ground with a contrast of {found:.1}; 4.5 is the least",
        );
        items.push(Item::new(Level::Bad, words));
    }
    if least.is_infinite() {
        let words = say!(
            zh: "样式表里没有认得的颜色变量，对比度请另行检查",
            en: "the style sheet has no colours known by name: check the contrast by other means",
        );
        items.push(Item::new(Level::Note, words));
    } else if items.is_empty() {
        let words = say!(
            zh: "文字对比度最低 {least:.1}，达到 7 的要求",
            en: "the least contrast of text is {least:.1}: 7 is reached",
        );
        items.push(Item::new(Level::Good, words));
    }
    Group { title: say!(zh: "文字对比度", en: "Contrast"), full: 8, lost, items }
}

#[cfg(test)]
mod tests {
    use super::{Level, colour, contrast, ratio};

    #[test]
    fn known_ratios() {
        let (black, white) = (colour("#000").unwrap(), colour("#ffffff").unwrap());
        assert!((ratio(black, white) - 21.0).abs() < 1e-9);
        // #767676 on white is the usual example of just enough.
        assert!((ratio(colour("#767676").unwrap(), white) - 4.54).abs() < 0.01);
        assert_eq!(colour("red"), None);
    }

    #[test]
    fn a_pale_grey_is_found() {
        let good = contrast(":root{--ink:#000;--paper:#fff}");
        assert_eq!((good.lost, good.items[0].level), (0, Level::Good));
        let pale = contrast(":root{--ink:#bbb;--paper:#fff}");
        assert_eq!((pale.lost, pale.items[0].level), (5, Level::Bad));
        let own = contrast(":root{--ink:#000;--paper:#fff}.lead{color:#bbb;background:#fff}");
        assert_eq!((own.lost, own.items[0].level), (5, Level::Bad));
        let fine = contrast(":root{--ink:#000;--paper:#fff}.lead{color:#333;background:#fff}");
        assert_eq!(fine.lost, 0);
        let twice = ":root{--ink:#000;--paper:#fff}.a{color:#bbb;background:#fff;color:#333}";
        assert_eq!(contrast(twice).lost, 0, "the last one counts");
        let twice = ":root{--ink:#000;--paper:#fff}.a{color:#333;background:#fff;color:#bbb}";
        assert_eq!(contrast(twice).lost, 5);
    }

    #[test]
    fn colours_by_night_are_looked_at() {
        let night = |selector: &str, ink: &str| {
            contrast(&format!(
                ":root{{--ink:#000;--paper:#fff}}@media (prefers-color-scheme:dark){{{selector}{{--ink:{ink};--paper:#16222f}}}}"
            ))
        };
        for selector in [":root", ":root:not([data-theme=light])", ":root "] {
            assert_eq!(night(selector, "#445").lost, 5, "{selector}");
            assert_eq!(night(selector, "#e8eef4").lost, 0, "{selector}");
        }
        // A part of the page has colours of its own.
        let part = ":root{--ink:#000;--paper:#fff}@media (prefers-color-scheme:dark){:root .x{--ink:#445;--paper:#222}}";
        assert_eq!(contrast(part).lost, 0);
    }

    #[test]
    fn the_default_theme_reaches_seven_by_day_and_by_night() {
        let style = include_str!("../../templates/web/assets/style.css");
        let dark = style.split("prefers-color-scheme:dark").nth(1).map(super::root).unwrap();
        assert_eq!(dark.get("paper"), super::colour("#16222f").as_ref());
        let found = contrast(style);
        assert_eq!((found.lost, found.items[0].level), (0, Level::Good), "{:?}", found.items);
    }
}
