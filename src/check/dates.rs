//! Dates that lie ahead (C335): what was published or changed on a day to come was mistyped. Inspections
//! of government sites count forged dates (国办秘函〔2019〕19号).

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Spanned;
use crate::domain::kind::Kind;
use crate::say;

pub(super) fn ahead(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let head = &read.page.head;
    // An event is announced before its day; its `date` may be that day.
    let event = matches!(read.page.kind, Kind::Event(_));
    let published = head.date.as_ref().filter(|_| !event);
    let reviewed = head.review.as_ref().and_then(|review| review.on.as_ref());
    let days = [(published, "date"), (head.updated.as_ref(), "updated"), (reviewed, "on")];
    let decided = head.allow.iter().map(|allow| (allow.on.as_ref(), "on"));
    for (day, key) in days.into_iter().chain(decided).filter_map(|(day, key)| Some((day?, key))) {
        if day.value > facts.today {
            found.push(lies_ahead(day, key));
        }
    }
}

pub(super) fn lies_ahead(day: &Spanned<Date>, key: &str) -> Diagnostic {
    let date = day.value;
    Diagnostic::new(
        Code::DateAhead,
        day.span,
        say!(zh: "`{key}` 写的 {date} 还没有到", en: "`{key}` is {date}, which lies ahead"),
    )
    .hint(say!(
        zh: "核对年月日；还没到日子的，先设 draft = true",
        en: "check the day; for a page to come set draft = true",
    ))
}
