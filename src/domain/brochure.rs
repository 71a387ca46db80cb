//! 印品: what is printed, on what, from which pages.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::domain::kind::KindName;
pub use crate::domain::paper::Paper;
pub use crate::domain::sheet::{Layout, Sheet};
use crate::say;

/// The forms of printed matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words say what each is")]
pub enum Form {
    Handbook,
    Leaflet,
    Poster,
    NewYearPicture,
    Anthology,
    ContactCard,
    NoticeSheet,
    CheckupSheet,
    Checklist,
    SignOff,
    Bag,
    Broadcast,
}

impl Form {
    /// The words in site.toml.
    pub const WORDS: [(&'static str, Self); 12] = [
        ("handbook", Self::Handbook),
        ("leaflet", Self::Leaflet),
        ("poster", Self::Poster),
        ("new-year-picture", Self::NewYearPicture),
        ("anthology", Self::Anthology),
        ("contact-card", Self::ContactCard),
        ("notice-sheet", Self::NoticeSheet),
        ("checkup-sheet", Self::CheckupSheet),
        ("checklist", Self::Checklist),
        ("sign-off", Self::SignOff),
        ("bag", Self::Bag),
        ("broadcast", Self::Broadcast),
    ];

    /// The word in site.toml, also the name of the template.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, form)| *form == self).map_or("", |(word, _)| word)
    }

    /// Whether its pages are folded and stapled into each other: their count is a multiple of four. A
    /// checklist is a sheet for each matter, handed out singly.
    #[must_use]
    pub fn stapled(self) -> bool {
        matches!(self, Self::Handbook | Self::Anthology)
    }

    /// Whether it is one sheet, seen as a whole, and not read page by page.
    #[must_use]
    pub fn single_sheet(self) -> bool {
        matches!(
            self,
            Self::Poster
                | Self::NewYearPicture
                | Self::ContactCard
                | Self::NoticeSheet
                | Self::CheckupSheet
                | Self::Bag
        )
    }

    /// Whether it shows pages of the site; a poster says only what site.toml says.
    #[must_use]
    pub fn shows_pages(self) -> bool {
        !matches!(self, Self::Poster | Self::NewYearPicture | Self::Bag)
    }

    /// The papers it can be printed on, the usual one first; empty where any will do.
    #[must_use]
    pub fn papers(self) -> &'static [Paper] {
        match self {
            Self::Handbook | Self::Anthology => {
                &[Paper::A5, Paper::DA32, Paper::ZHENG32, Paper::B5, Paper::A4, Paper::DA16]
            }
            Self::Checklist => &[Paper::A5, Paper::DA32, Paper::B5, Paper::A4, Paper::DA16],
            Self::Leaflet => &[Paper::A4, Paper::DA16, Paper::A3],
            Self::SignOff => &[Paper::A4, Paper::DA16],
            Self::Poster => &[Paper::QUARTER_SHEET, Paper::A3, Paper::HALF_SHEET, Paper::A4],
            Self::NewYearPicture => {
                &[Paper::EIGHTH_SHEET, Paper::A3, Paper::QUARTER_SHEET, Paper::HALF_SHEET]
            }
            Self::Bag => &[Paper::BAG],
            Self::ContactCard | Self::NoticeSheet => &[Paper::A4, Paper::A3],
            Self::CheckupSheet => &[Paper::A3, Paper::A4],
            _ => &[],
        }
    }
}

/// What a print shop prints with. The files to download are always in screen colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// One or two ready-mixed inks beside black.
    Spot,
    /// Cyan, magenta, yellow and black.
    #[default]
    Cmyk,
    /// Black alone.
    Black,
}

impl Colour {
    /// The words in site.toml.
    pub const WORDS: [(&'static str, Self); 3] =
        [("spot", Self::Spot), ("cmyk", Self::Cmyk), ("black", Self::Black)];

    /// The word in site.toml.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, colour)| *colour == self).map_or("", |(word, _)| word)
    }
}

/// The inks of [`Colour::Spot`] where site.toml names none: sky blue and seal red; on a New-Year
/// picture red and gold; on cloth one alone.
const INKS: [&str; 2] = ["PANTONE 2945 C", "PANTONE 1805 C"];
const FESTIVE_INKS: [&str; 2] = ["PANTONE 186 C", "PANTONE 871 C"];

/// What a form is printed with where site.toml does not say, and the inks it takes.
fn usual_colour(form: Form, layout: Option<Layout>) -> (Colour, &'static [&'static str]) {
    match (form, layout) {
        (Form::NewYearPicture, _) => (Colour::Spot, &FESTIVE_INKS),
        (Form::Bag, _) => (Colour::Spot, &INKS[..1]),
        (Form::NoticeSheet, Some(Layout::Block)) => (Colour::Black, &INKS),
        _ => (Colour::Cmyk, &INKS),
    }
}

/// Which pages: `"cases:5"` is the first five of the section `cases`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// A section's folder, or a page's path below `content/` without `.md`.
    pub name: String,
    /// At most so many.
    pub limit: Option<usize>,
}

impl Selection {
    /// Reads `cases` or `cases:5`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, limit) = match text.split_once(':') {
            Some((name, limit)) => (name, Some(limit.trim().parse().ok().filter(|&n| n > 0)?)),
            None => (text, None),
        };
        let name = name.trim();
        (!name.is_empty()).then(|| Self { name: name.to_owned(), limit })
    }

    /// The kind of the pages selected.
    #[must_use]
    pub fn kind(&self) -> KindName {
        KindName::of_section(self.name.split('/').next().unwrap_or(&self.name))
    }
}

/// What the files of a brochure end in, after its id and `-large`.
const FILES: [&str; 5] = [".pdf", "-booklet.pdf", "-sheets.pdf", "-preflight.txt", ".txt"];

/// A printed piece to make.
#[derive(Clone, Debug, PartialEq)]
pub struct Brochure {
    /// Its file name without `.pdf`.
    pub id: Spanned<String>,
    /// What it is.
    pub form: Spanned<Form>,
    /// Its title.
    pub title: Spanned<String>,
    /// Paper, where it was said.
    pub paper: Option<Spanned<Paper>>,
    /// Which pages.
    pub select: Vec<Spanned<Selection>>,
    /// Whether a large-print twin is made too.
    pub large_print: bool,
    /// How many will be printed; shown in the imprint.
    pub copies: Option<u64>,
    /// What only single sheets have.
    pub sheet: Sheet,
    /// What the print shop prints with.
    pub colour: Colour,
    /// The ready-mixed inks, one or two.
    pub inks: Vec<String>,
}

impl Brochure {
    /// The paper to print on: as written, else what the form is usually printed on.
    #[must_use]
    pub fn paper(&self) -> Paper {
        let usual = self.form.value.papers().first().copied().unwrap_or(Paper::A4);
        self.paper.as_ref().map_or(usual, |paper| paper.value)
    }

    /// The paper of the large-print twin: the same for what hangs on a wall, else A4, which every
    /// office can print. A panel of an A4 leaflet holds 13 characters of 18 pt in a line; on A3 it
    /// holds the 18 to 20 that old eyes read with ease.
    #[must_use]
    pub fn large_paper(&self) -> Paper {
        match self.form.value {
            Form::Leaflet => Paper::A3,
            form if form.shows_pages() => Paper::A4,
            _ => self.paper(),
        }
    }

    /// The name of its file; the large-print twin stands beside it.
    #[must_use]
    pub fn file_name(&self, large_print: bool) -> String {
        let twin = if large_print { "-large" } else { "" };
        let ending = if self.form.value == Form::Broadcast { "txt" } else { "pdf" };
        format!("{}{twin}.{ending}", self.id.value)
    }

    /// Whether citizens find it on the site. What only the house needs comes from `lantian print`: a
    /// review sheet, an announcer's script, a bag's print, a newspaper's block, a notice's proof.
    #[must_use]
    pub fn for_citizens(&self) -> bool {
        let house = matches!(self.form.value, Form::SignOff | Form::Broadcast | Form::Bag);
        !house && self.layout() == Layout::Sheet
    }

    /// Whether nothing of it is cut, so that nothing bleeds and there are no marks: what the office's
    /// own printer prints, a block that a newspaper takes into its page, the print on a bag.
    #[must_use]
    pub fn uncut(&self) -> bool {
        matches!(self.form.value, Form::SignOff | Form::Bag) || self.layout() != Layout::Sheet
    }

    /// How notices are laid out; other forms know no other layout.
    fn layout(&self) -> Layout {
        if self.form.value != Form::NoticeSheet {
            return Layout::Sheet;
        }
        self.sheet.layout.as_ref().map_or(Layout::Sheet, |layout| layout.value)
    }

    /// Every file a brochure with this id may have in the folder of printed matter.
    pub fn file_names(id: &str) -> impl Iterator<Item = String> {
        let twins = ["", "-large"];
        twins.into_iter().flat_map(move |twin| FILES.map(|file| format!("{id}{twin}{file}")))
    }

    /// Reads one `[[brochure]]`.
    pub fn read(fields: &mut Fields<'_>) -> Option<Self> {
        let id = fields.required_text("id", "handbook");
        if !fields.has("form") {
            fields.missing("form", "\"handbook\"");
        }
        let form = fields.choice("form", &Form::WORDS);
        let title = fields.required_text("title", "法律援助便民手册");
        let paper = read_paper(fields);
        let select = read_selections(fields);
        let large_print = fields.boolean("large_print").is_some_and(|large| large.value);
        let copies = fields.count("copies").map(|copies| copies.value);
        let sheet = Sheet::read(fields);
        let colour = fields.choice("colour", &Colour::WORDS).map(|colour| colour.value);
        let layout = sheet.layout.as_ref().map(|layout| layout.value);
        let (usual, usual_inks) =
            usual_colour(form.as_ref().map_or(Form::Handbook, |form| form.value), layout);
        let inks = read_inks(fields, usual_inks);
        let id = id.filter(|id| {
            let clean = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            let fine = id.value.chars().all(clean);
            if !fine {
                fields.bad_value(id.span, "id", &id.value, &["a-z 0-9 -"]);
            }
            fine
        });
        let (id, form, title, colour) = (id?, form?, title?, colour.unwrap_or(usual));
        Some(Self { id, form, title, paper, select, large_print, copies, sheet, colour, inks })
    }
}

/// One or two inks; the usual ones where none are named.
fn read_inks(fields: &mut Fields<'_>, usual: &[&str]) -> Vec<String> {
    let written = fields.texts("inks");
    if let Some(third) = written.get(2) {
        fields.report(
            Diagnostic::new(
                Code::BadValue,
                third.span,
                say!(zh: "专色最多两种", en: "two spot inks at the most"),
            )
            .hint(say!(
                zh: "颜色更多时写 `colour = \"cmyk\"`，四色印刷更便宜",
                en: "for more colours use `colour = \"cmyk\"`, which is cheaper then",
            )),
        );
    }
    if written.is_empty() {
        return usual.iter().map(|&ink| ink.to_owned()).collect();
    }
    written.into_iter().take(2).map(|ink| ink.value).collect()
}

fn read_paper(fields: &mut Fields<'_>) -> Option<Spanned<Paper>> {
    let written = fields.text("paper")?;
    let paper = Paper::named(&written.value);
    if paper.is_none() {
        let names = Paper::ALL.map(|paper| paper.name);
        fields.bad_value(written.span, "paper", &written.value, &names);
    }
    paper.map(|paper| Spanned::new(paper, written.span))
}

fn read_selections(fields: &mut Fields<'_>) -> Vec<Spanned<Selection>> {
    let mut list = Vec::new();
    for text in fields.texts("select") {
        if let Some(selection) = Selection::parse(&text.value) {
            list.push(Spanned::new(selection, text.span));
        } else {
            let value = &text.value;
            fields.report(
                Diagnostic::new(
                    Code::BadValue,
                    text.span,
                    say!(zh: "看不懂的选编 `{value}`", en: "not a selection: `{value}`"),
                )
                .hint(say!(zh: "写作 `cases` 或 `cases:5`", en: "write `cases` or `cases:5`")),
            );
        }
    }
    list
}
