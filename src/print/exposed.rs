//! The second net on paper: the text of a brochure as it was laid out, before it is packed into a PDF
//! where nobody can look for a number any more.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::brochure::Brochure;
use crate::domain::identifier::citizen::mask;
use crate::domain::identifier::find::scan;
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

fn first(text: &str) -> Option<String> {
    scan(text).first().map(|place| mask(&text[place.clone()]))
}

/// The words of a page in the order they are drawn; pieces of one line joined as they stand.
fn words(frame: &Frame) -> String {
    let mut text = String::new();
    gather(frame, &mut text);
    text
}

fn gather(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather(&group.frame, text),
            FrameItem::Text(run) => text.push_str(&run.text),
            _ => {}
        }
    }
}
