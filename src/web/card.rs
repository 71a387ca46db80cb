//! An office for a telephone's address book: vCard 3.0 (RFC 2426), as a file and as a QR code.
//!
//! Version 3.0, not 4.0: old Android phones and chat programs read nothing newer. The code holds
//! name and numbers only, so that it stays coarse enough for a cheap camera.

use std::fmt::Write as _;

use crate::domain::kind::Kind;
use crate::domain::kinds::contact::Contact;
use crate::model::site::{PageId, Site};
use crate::view::make::link;
use crate::view::qr::qr;
use crate::view::words;
use crate::web::calendar::{escaped, folded};

/// The file.
pub(super) fn card(site: &Site, id: PageId) -> String {
    lines(site, id, true)
}

/// The code as a drawing, with the quiet zone of four modules.
pub(super) fn code(site: &Site, id: PageId) -> String {
    let Some(qr) = qr(&lines(site, id, false)) else { return String::new() };
    let side = qr.size + 8;
    let mut path = String::new();
    for (y, row) in qr.rows.iter().enumerate() {
        for [x, length] in row {
            let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + 4, y + 4);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>\n"
    )
}

fn lines(site: &Site, id: PageId, whole: bool) -> String {
    let Kind::Contact(contact) = &site.page(id).kind else { return String::new() };
    let name = name(site, id, contact);
    let mut out = String::from("BEGIN:VCARD\r\nVERSION:3.0\r\n");
    let mut line = |text: &str| {
        out.push_str(&if whole { folded(text) } else { format!("{text}\r\n") });
    };
    line(&format!("N:{};;;;", escaped(&name)));
    line(&format!("FN:{}", escaped(&name)));
    for phone in &contact.phones {
        let number = site.fill(&phone.number.value);
        line(&format!("TEL;TYPE=WORK,VOICE:{}", words::dial(&number)));
    }
    if whole {
        if let Some(organiser) = &site.settings().identity.organiser {
            line(&format!("ORG:{}", escaped(organiser)));
        }
        if let Some(address) = &contact.address {
            line(&format!("ADR;TYPE=WORK:;;{};;;;", escaped(&site.fill(&address.value))));
        }
        if let Some([longitude, latitude]) = &contact.geo {
            line(&format!("GEO:{latitude};{longitude}"));
        }
        if let Some(hours) = &contact.hours {
            line(&format!("NOTE:{}", escaped(&site.fill(&hours.value))));
        }
        let base = &site.settings().web.base_url;
        if !base.is_empty() {
            line(&format!("URL:{base}{}", site.route(id)));
        }
    }
    line("END:VCARD");
    out
}

/// The name in the address book; a made-up entry says so there too.
fn name(site: &Site, id: PageId, contact: &Contact) -> String {
    let name = contact.name.as_ref().map(|name| site.fill(&name.value).into_owned());
    let name = name.unwrap_or_else(|| link(site, id).title);
    if contact.sample { format!("{name}（示例）") } else { name }
}
