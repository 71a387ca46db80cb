//! The second net on paper: the text of a brochure as it was laid out. Here the page is known that a
//! number stands on; the finished PDF is read once more, with all that is written around the pages,
//! before it is handed on (`pipeline::gate`).

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::brochure::Brochure;
use crate::domain::identifier::sighting::{Markup, in_file};
use crate::say;

/// A finding where a page holds a citizen's ID number.
pub(super) fn exposed(brochure: &Brochure, document: &PagedDocument) -> Option<Diagnostic> {
    let pages = document.pages().iter().enumerate();
    let mut texts = pages.map(|(number, page)| (number + 1, words(&page.frame)));
    let (page, number) = texts.find_map(|(page, text)| Some((page, first(&text)?)))?;
    let id = &brochure.id.value;
    let said = say!(
        zh: "印品 `{id}` 第 {page} 页有居民身份证号码 {number}",
        en: "page {page} of the brochure `{id}` shows a citizen's ID number, {number}",
    );
    Some(Diagnostic::new(Code::CitizenIdInText, brochure.id.span, said).hint(say!(
        zh: "号码可能被加粗、链接或换行隔开；在选进来的页面里找到后删去",
        en: "bold type, a link or a line break may split it: find it in the pages selected and delete it",
    )))
}

fn first(text: &Words) -> Option<String> {
    let Words { joined, apart } = text;
    // Two numbers side by side must not become one, nor one in two pieces be missed.
    let found = |text: &String| {
        let number = in_file(text.as_bytes(), Markup::Text).filter(|number| number.sure)?;
        Some(number.number)
    };
    found(joined).or_else(|| found(apart))
}

/// The words of a page in the order they are drawn: pieces joined as they stand, and a line each.
#[derive(Default)]
struct Words {
    joined: String,
    apart: String,
}

fn words(frame: &Frame) -> Words {
    let mut text = Words::default();
    gather(frame, &mut text);
    text
}

fn gather(frame: &Frame, text: &mut Words) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather(&group.frame, text),
            FrameItem::Text(run) => {
                text.joined.push_str(&run.text);
                text.apart.push_str(&run.text);
                text.apart.push('\n');
            }
            _ => {}
        }
    }
}
