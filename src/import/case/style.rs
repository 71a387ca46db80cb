//! What the styles and numberings of a write-up say: which paragraphs are headings, which are items of
//! a list, what is bold, struck out or hidden, how large.
//!
//! Ids of styles differ between languages and programs; what they are is told by their names, their
//! outline level, and the style they are based on.

use std::collections::BTreeMap;

use crate::import::package::{Step, attribute};

/// A list a paragraph is an item of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Listing {
    /// What its items are counted by.
    pub(super) id: String,
    /// 0 for the outermost.
    pub(super) level: usize,
    /// Whether they are counted; `None` where the numbering says.
    pub(super) ordered: Option<bool>,
}

/// What a style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) heading: bool,
    pub(super) bold: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Half points.
    pub(super) size: Option<u32>,
    pub(super) list: Option<Listing>,
    based: Option<String>,
}

/// Styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    plain: String,
    /// The type of those whose style says no size, in half points.
    pub(super) size: u32,
}

/// Word's own size of type, in half points.
const SIZE: u32 = 20;

/// Styles that are based on one another, at the most.
const DEEPEST: usize = 8;

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(steps: &[Step]) -> Self {
        let mut styles: BTreeMap<String, Style> = BTreeMap::new();
        let (mut id, mut within) = (String::new(), false);
        let (mut plain, mut size) = (String::new(), SIZE);
        for step in steps {
            let Step::Open(name, attributes) = step else {
                within &= !matches!(step, Step::Close(name) if name == "style");
                continue;
            };
            let value = attribute(attributes, "val").unwrap_or("");
            if name == "style" {
                attribute(attributes, "styleId").unwrap_or("").clone_into(&mut id);
                styles.insert(id.clone(), Style::default());
                within = true;
                let of_paragraphs = attribute(attributes, "type") == Some("paragraph");
                if of_paragraphs && matches!(attribute(attributes, "default"), Some("1" | "true")) {
                    plain.clone_from(&id);
                }
            }
            // Before the first style stands what all are based on.
            if styles.is_empty() && name == "sz" {
                size = value.parse().unwrap_or(SIZE);
            }
            let Some(style) = styles.get_mut(&id).filter(|_| within) else { continue };
            let on = !matches!(value, "0" | "false" | "off");
            match name.as_str() {
                "name" => style.named(value),
                "outlineLvl" if value != "9" => style.heading = true,
                "basedOn" => style.based = Some(value.to_owned()),
                "b" => style.bold = Some(on),
                "strike" | "dstrike" => style.struck = Some(on || style.struck == Some(true)),
                "vanish" => style.hidden = Some(on),
                "sz" => style.size = value.parse().ok(),
                "numId" if value != "0" => {
                    let level = style.list.as_ref().map_or(0, |list| list.level);
                    style.list = Some(Listing { id: value.to_owned(), level, ordered: None });
                }
                "ilvl" => {
                    if let (Some(list), Ok(level)) = (&mut style.list, value.parse()) {
                        list.level = level;
                    }
                }
                _ => {}
            }
        }
        Self { styles, plain, size }
    }

    /// What a style says, and what it has from those it is based on.
    pub(super) fn get(&self, id: &str) -> Style {
        let id = if id.is_empty() { &self.plain } else { id };
        let mut whole = self.styles.get(id).cloned().unwrap_or_default();
        for _ in 0..DEEPEST {
            let Some(parent) = whole.based.take().and_then(|id| self.styles.get(&id)) else {
                break;
            };
            whole.heading |= parent.heading;
            whole.bold = whole.bold.or(parent.bold);
            whole.struck = whole.struck.or(parent.struck);
            whole.hidden = whole.hidden.or(parent.hidden);
            whole.size = whole.size.or(parent.size);
            whole.list = whole.list.take().or_else(|| parent.list.clone());
            whole.based.clone_from(&parent.based);
        }
        whole
    }
}

impl Style {
    /// `heading 1`, `标题 1`, `Title`; `List Bullet 2`, `列表编号`.
    fn named(&mut self, name: &str) {
        let name = name.to_lowercase();
        let heading = ["heading", "标题", "title", "subtitle", "副标题"];
        self.heading |= heading.iter().any(|word| name.starts_with(word));
        let bullet = ["list bullet", "列表项目符号"].iter().any(|word| name.starts_with(word));
        let number = ["list number", "列表编号"].iter().any(|word| name.starts_with(word));
        if bullet || number {
            let level = name.chars().last().and_then(|c| c.to_digit(10)).unwrap_or(1);
            let level = usize::try_from(level.saturating_sub(1)).unwrap_or(0);
            let id = if number { "number" } else { "bullet" }.to_owned();
            self.list = Some(Listing { id, level, ordered: Some(number) });
        }
    }
}

/// Which numberings count, and which only mark, by number id and level.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    formats: BTreeMap<(String, usize), bool>,
    numbers: BTreeMap<String, String>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(steps: &[Step]) -> Self {
        let mut out = Self::default();
        let (mut kind, mut number, mut level) = (String::new(), String::new(), 0);
        for step in steps {
            let Step::Open(name, attributes) = step else { continue };
            let value = attribute(attributes, "val").unwrap_or("");
            match name.as_str() {
                "abstractNum" => {
                    attribute(attributes, "abstractNumId").unwrap_or("").clone_into(&mut kind);
                    level = 0;
                }
                "lvl" => {
                    let said = attribute(attributes, "ilvl").and_then(|level| level.parse().ok());
                    level = said.unwrap_or(0);
                }
                "numFmt" => {
                    let counts = value != "bullet" && value != "none";
                    out.formats.entry((kind.clone(), level)).or_insert(counts);
                }
                "num" => attribute(attributes, "numId").unwrap_or("").clone_into(&mut number),
                "abstractNumId" => {
                    out.numbers.insert(number.clone(), value.to_owned());
                }
                _ => {}
            }
        }
        out
    }

    /// Whether the items of a list are counted.
    pub(super) fn counts(&self, list: &Listing) -> bool {
        list.ordered.unwrap_or_else(|| {
            let kind = self.numbers.get(&list.id);
            let at = |level| kind.and_then(|kind| self.formats.get(&(kind.clone(), level)));
            at(list.level).or_else(|| at(0)).copied().unwrap_or(false)
        })
    }
}
