//! Long numbers that may be a citizen's with a slip in it (C348).
//!
//! Area, birth date and order as in an ID number, a check digit that does not fit, and no word to say
//! what it is: most likely one digit was miscopied, and the others still lead to one person. But an
//! office that numbers its files by county, day and serial writes the same, so a page may allow it.

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::domain::identifier::find::{conceal, doubtful};
use crate::say;

pub(super) fn like_a_persons(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if doubtful(read.all()).is_empty() {
        return;
    }
    for (text, span) in read.texts() {
        for place in doubtful(text) {
            // Born after today: no person's.
            if born(&text[place.clone()]).is_some_and(|day| day > facts.today) {
                continue;
            }
            let said = say!(
                zh: "这个号码像身份证号，只是校验位不对",
                en: "this number looks like a citizen's ID number with a wrong check digit",
            );
            found.push(
                Diagnostic::new(Code::DoubtfulNumber, span, said).narrow(&conceal(&text[place])).hint(say!(
                    zh: "是身份证号就删去；是别的号码，前面写明叫什么（如“受理号：”），或用 [[allow]] 说明",
                    en: "delete it if it is one; else write what it is before it, or say so in [[allow]]",
                )),
            );
        }
    }
}

/// The date inside a number.
fn born(number: &str) -> Option<Date> {
    let digits: Vec<i16> =
        number.chars().filter_map(|c| c.to_digit(10)?.try_into().ok()).skip(6).take(8).collect();
    let [a, b, c, d, e, f, g, h] = digits[..] else { return None };
    let month = i8::try_from(e * 10 + f).ok()?;
    Date::new(a * 1000 + b * 100 + c * 10 + d, month, i8::try_from(g * 10 + h).ok()?)
}
