//! Names and mobiles in the names of files (C321, C327): the file of a case or a notice, and the pictures
//! and files it shows.
//!
//! A file's name is part of the address it is published under, and a photo is saved as it was sent:
//! 张大强13800000000.png.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::check::{Facts, Read};
use crate::domain::body::LinkId;
use crate::domain::identifier::phone::{Line, Phone};
use crate::domain::kind::Kind;
use crate::domain::names::{self, Places};
use crate::model::link::Destination;
use crate::say;

/// What the names of the page's files say of persons.
pub(in crate::check) fn in_files(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let page = read.page;
    if !matches!(page.kind, Kind::Case(_) | Kind::Notice(_)) {
        return;
    }
    look(page.stem(), Span::file(page.source), found);
    if let Some(image) = &page.head.image {
        look(stem(&image.value), image.span, found);
    }
    if page.body.links.is_empty() {
        return;
    }
    let Some(id) = facts.site.at_path(&page.path) else { return };
    for (number, link) in (0..).zip(&page.body.links) {
        if let Destination::File(path) = facts.site.destination(id, LinkId(number)) {
            look(stem(path.as_str()), link.span, found);
        }
    }
}

/// The name of a file without its folder and its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// What one name says.
fn look(name: &str, span: Span, found: &mut Vec<Diagnostic>) {
    if let Some(number) = mobile(name) {
        let message = say!(
            zh: "文件名里有一个手机号码，文件名就是网址",
            en: "the name of a file, which is its address, has a mobile number in it",
        );
        found.push(renamed(Code::PrivateMobile, span, message).narrow(number));
    }
    for place in names::persons(name, &Places::default()) {
        let person = &name[place];
        let message = say!(
            zh: "文件名里的“{person}”像是全名，文件名就是网址",
            en: "“{person}” in the name of a file, which is its address, looks like a full name",
        );
        found.push(renamed(Code::FullName, span, message).narrow(person));
    }
}

fn renamed(code: Code, span: Span, message: Text) -> Diagnostic {
    Diagnostic::new(code, span, message).hint(say!(
        zh: "给文件换个名字，如“讨薪案”“窗口”，链接也改过来",
        en: "give the file another name, such as 讨薪案 or 窗口, and change what leads to it",
    ))
}

/// The mobile in a name: 13800000000, 138-0000-0000.
fn mobile(name: &str) -> Option<&str> {
    let number = |c: &char| c.is_numeric() || matches!(c, '-' | '_' | ' ' | '+');
    let mut rest = name;
    while let Some(at) = rest.find(char::is_numeric) {
        rest = &rest[at..];
        let row: usize = rest.chars().take_while(number).map(char::len_utf8).sum();
        let (row, after) = rest.split_at(row);
        if let Some(found) = in_row(row) {
            return Some(found);
        }
        rest = after;
    }
    None
}

/// The mobile in digits and what cuts them up: a day may stand before it.
fn in_row(row: &str) -> Option<&str> {
    let sign = |c: char| !c.is_numeric();
    let begins =
        row.char_indices().filter(|(at, c)| !sign(*c) && (*at == 0 || row[..*at].ends_with(sign)));
    begins.map(|(at, _)| &row[at..]).find_map(|rest| {
        let eleven = rest.char_indices().filter(|(_, c)| !sign(*c)).nth(10)?;
        let end = eleven.0 + eleven.1.len_utf8();
        let whole = rest[end..].chars().next().is_none_or(sign);
        let number = &rest[..end];
        let digits: String = number.chars().filter(|c| !sign(*c)).collect();
        let mobile = Phone::parse(&digits).is_some_and(|phone| phone.line == Line::Mobile);
        (whole && mobile).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::{mobile, stem};

    #[test]
    fn mobiles_in_names() {
        assert_eq!(stem("cases/张某.tar.png"), "张某.tar");
        assert_eq!(mobile("张大强讨薪案13800000000"), Some("13800000000"));
        assert_eq!(mobile("20261120-138-0000-0000"), Some("138-0000-0000"));
        assert_eq!(mobile("IMG_20261120_101112"), None);
        assert_eq!((mobile("2026-11-20"), mobile("IMG_1380000000012")), (None, None));
    }
}
