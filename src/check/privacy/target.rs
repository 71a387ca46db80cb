//! Mobiles behind links (C321): nobody reads the address, but a tap calls it and a search finds it.

use super::digits::{lettered, rows};
use super::mobile::{DIGITS, at_group, mobile, reported};
use crate::base::diagnostic::Diagnostic;
use crate::check::Read;

/// Numbers behind links that the page's words do not say as well: those are marked there.
pub(super) fn find(read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    for link in &read.page.body.links {
        let Some((number, digits)) = number(&link.address) else { continue };
        if read.all().contains(number) {
            continue;
        }
        let (message, mend) = reported(&digits);
        let code = crate::base::code::Code::PrivateMobile;
        found.push(Diagnostic::new(code, link.span, message).narrow(number).hint(mend));
    }
}

/// The mobile of an address, as written and by its digits: all of what is called, the name of a mailbox,
/// a whole part of a path. `/p/13800000000.html` counts somebody's pages.
fn number(address: &str) -> Option<(&str, String)> {
    let (scheme, rest) = address.split_once(':')?;
    if matches!(&*scheme.to_ascii_lowercase(), "tel" | "sms" | "callto") {
        let all = rows(rest, DIGITS);
        let row = all.first()?;
        let (groups, digits) = at_group(rest, row, 0)?;
        return Some((&rest[row[groups.start].start..row[groups.end - 1].end], digits));
    }
    let mut parts = rest.split(['/', '=', '?', '&', '#', '@', ':', ';', '+']);
    let plain = |part: &&str| {
        let home = part.strip_prefix("86").filter(|home| home.len() == DIGITS).unwrap_or(part);
        mobile(home) && !lettered(part, &(0..part.len()))
    };
    let part = parts.find(plain)?;
    Some((part, part[part.len() - DIGITS..].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn what_a_link_leads_to() {
        for address in [
            "tel:13800000000",
            "tel:+86-138-0000-0000",
            "sms:13800000000?body=你好",
            "mailto:13800000000@163.com",
            "https://weixin.qq.com/u/13800000000",
            "https://example.com/?phone=8613800000000&x=1",
        ] {
            assert_eq!(number(address).unwrap().1, "13800000000", "{address}");
        }
        for address in [
            "tel:0550-0000000",
            "tel:12348",
            "https://example.com/p/13800000000.html",
            "https://example.com/?t=1380000000000",
            "https://example.com/138000000001/",
            "../13800000000",
            "",
        ] {
            assert!(number(address).is_none(), "{address}");
        }
    }
}
