//! Events for a telephone's calendar: iCalendar (RFC 5545), whole days.

use crate::base::date::Date;
use crate::domain::kind::{Kind, KindName};
use crate::model::site::{PageId, Site};
use crate::view::make::{link, text};

/// A line holds at most so many bytes (RFC 5545, 3.1; RFC 2426, 2.6).
const LINE: usize = 75;

/// The calendar of one event, or of all that have a day.
pub(super) fn calendar(site: &Site, only: Option<PageId>) -> String {
    let events: Vec<PageId> =
        only.map_or_else(|| site.of_kind(KindName::Event).collect(), |id| vec![id]);
    let title = &site.settings().identity.title;
    let mut out = String::from(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//lantian//events//ZH\r\nCALSCALE:GREGORIAN\r\n",
    );
    out.push_str(&folded(&format!("X-WR-CALNAME:{}", escaped(title))));
    for id in events {
        event(site, id, &mut out);
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn event(site: &Site, id: PageId, out: &mut String) {
    let page = site.page(id);
    let Kind::Event(event) = &page.kind else { return };
    let Some(day) = event.day.as_ref().map(|day| day.value) else { return };
    let base = &site.settings().web.base_url;
    let route = site.route(id);
    // The day it was announced stands for the time stamp: the same input gives the same bytes.
    let stamp = page.head.updated.as_ref().or(page.head.date.as_ref()).map_or(day, |day| day.value);
    let host = base.split_once("://").map_or("", |(_, rest)| rest).split('/').next();
    let host = host.filter(|host| !host.is_empty()).unwrap_or("lantian");
    let mut line = |text: String| out.push_str(&folded(&text));
    line("BEGIN:VEVENT".to_owned());
    line(format!("UID:{}@{host}", escaped(route.as_str())));
    line(format!("DTSTAMP:{}T000000Z", compact(stamp)));
    line(format!("DTSTART;VALUE=DATE:{}", compact(day)));
    line(format!("SUMMARY:{}", escaped(&link(site, id).title)));
    if let Some(place) = text(site, event.place.as_ref()) {
        line(format!("LOCATION:{}", escaped(&place)));
    }
    if let Some(summary) = text(site, page.head.summary.as_ref()) {
        line(format!("DESCRIPTION:{}", escaped(&summary)));
    }
    if !base.is_empty() {
        line(format!("URL:{base}{route}"));
    }
    line("END:VEVENT".to_owned());
}

/// 20261204.
fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Text as both formats want it: `\`, `;`, `,` and line ends escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line with its end; long ones go on after a line end and a space, never within a character.
pub(super) fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{escaped, folded};

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(escaped("周一,周二;\\\n三"), "周一\\,周二\\;\\\\\\n三");
    }

    proptest! {
        #[test]
        fn folding_loses_nothing_and_keeps_lines_short(text in "[a-z援助中心，、 ]{0,200}") {
            let folded = folded(&text);
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("{text}\r\n"));
        }
    }
}
