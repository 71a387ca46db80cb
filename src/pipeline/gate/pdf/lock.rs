//! Locked PDFs. Many are locked only against changes, with an empty password, which opens them.
//!
//! A lock says which cipher locks texts, which one streams and which one enclosed files ([`filters`]);
//! its key is found by what it says of itself ([`key`]). What lies packed in a stream of objects is
//! locked with that stream, and not once more. What only a password opens stays as it is and is told;
//! what lies open beside it is read all the same.

mod cipher;
mod filters;
mod key;
mod said;

use self::cipher::Cipher;
use self::filters::Filters;
use self::said::Said;
use super::file::Placed;
use super::object::{Dictionary, Object};
use crate::pipeline::gate::contents::Reader;
use crate::pipeline::gate::unread::Unread;

/// Takes the lock that its trailer names from the objects of a file.
///
/// # Errors
/// Where it stays on, or on a part of them.
pub(super) fn open(
    found: &mut [Placed],
    trailer: &Dictionary,
    reader: &mut Reader,
) -> Result<(), Unread> {
    let Some(lock) = trailer.get(&b"Encrypt"[..]) else { return Ok(()) };
    let own = lock.reference();
    let (key, filters) = opened(trailer, found, reader)?;
    let mut whole = true;
    for Placed { number, generation, object } in found {
        // Neither the lock itself nor the tables of places are locked.
        if own == Some(*number) || object.is(b"Type", b"XRef") {
            continue;
        }
        let keyed = |cipher: Cipher| cipher.keyed(&key, *number, *generation);
        let texts = keyed(filters.texts);
        // A text too short for its cipher was never locked.
        object.unlock(&mut |bytes| _ = texts.open(bytes));
        if let Object::Stream(stream) = object {
            let cipher = filters.of_stream(stream);
            whole &= cipher.is_some_and(|cipher| keyed(cipher).open(&mut stream.bytes));
        }
    }
    if whole { Ok(()) } else { Err(Unread::PartOfPdf) }
}

/// The key of a file and what it locks.
fn opened(
    trailer: &Dictionary,
    found: &[Placed],
    reader: &mut Reader,
) -> Result<(Vec<u8>, Filters), Unread> {
    let all = found.iter().map(|placed| (placed.number, &placed.object)).collect();
    let trailer = Said { dict: trailer, all: &all };
    let id = trailer.get(b"ID").and_then(|list| trailer.real(list.array()?.first()?)?.string());
    let dict = trailer.get(b"Encrypt").and_then(Object::dict).ok_or(Unread::LockedPdf)?;
    let lock = Said { dict, all: &all };
    let filters = Filters::of(&lock).ok_or(Unread::LockedPdf)?;
    Ok((key::find(&lock, id.unwrap_or_default(), reader)?, filters))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{File, filter, look};
    use crate::pipeline::gate::contents::Reader;
    use crate::pipeline::gate::unread::Unread;

    type Named = (&'static str, &'static [u8]);

    macro_rules! files {
        ($($name:literal)*) => {
            [$(($name, include_bytes!(concat!("../../../../tests/cases/pdf/", $name, ".pdf")))),*]
        };
    }

    /// Locked with an empty password.
    const OPEN: [Named; 17] = files!(
        "rc4-40" "rc4-40-packed" "rc4-128" "rc4-128-packed" "rc4-v4" "rc4-v4-packed"
        "aes-128" "aes-128-packed" "aes-r5" "aes-r5-packed" "aes-256" "aes-256-packed"
        "rc4-v4-open" "aes-128-open" "aes-r5-open" "aes-256-open" "owner-empty"
    );
    const SHUT: [Named; 5] =
        files!("password-rc4" "password-128" "password-r5" "password-256" "password-open");

    /// What stands on the page, enclosed, in the description in either form, and as a name.
    const PARTS: [&str; 5] = ["(349907", "Enclosed.", "adobe:ns:meta", "Title", "a.txt"];

    /// All that is told by texts and streams.
    fn told(bytes: &[u8]) -> (String, Option<Unread>) {
        let mut reader = Reader::with(1 << 20);
        let (file, unread) = File::read(bytes, &mut reader);
        let mut all = Vec::new();
        for (_, object) in file.all() {
            object.each(&mut |object| all.push(object.string().unwrap_or_default().to_vec()));
            let plain = object.stream().map(|stream| filter::plain(stream, &file, &mut reader));
            all.extend(plain.and_then(Result::ok));
        }
        let all: Vec<_> = all.iter().map(|text| String::from_utf8_lossy(text)).collect();
        (all.join("\n"), unread)
    }

    /// With one more object, written by somebody who changed it later.
    fn changed(bytes: &[u8], object: &str) -> Vec<u8> {
        [bytes, format!("\n99 0 obj<<{object} endobj\n%%EOF\n").as_bytes()].concat()
    }

    #[test]
    fn every_cipher_is_opened() {
        for (name, bytes) in OPEN {
            let (all, unread) = told(bytes);
            for part in PARTS {
                assert!(all.contains(part), "{name}: {part} in {all}");
            }
            assert_eq!(unread, None, "{name}");
        }
    }

    #[test]
    fn a_password_keeps_all_but_the_open_shut() {
        for (name, bytes) in SHUT {
            let (all, unread) = told(bytes);
            assert_eq!(unread, Some(Unread::LockedPdf), "{name}");
            assert!(PARTS.iter().all(|part| *part == PARTS[2] || !all.contains(part)), "{name}");
            assert_eq!(all.contains(PARTS[2]), name == "password-open", "{name}");
        }
    }

    #[test]
    fn what_is_not_locked_or_too_short_to_be() {
        for (name, bytes) in OPEN {
            if !name.starts_with("rc4-40") && !name.starts_with("rc4-128") {
                let open = changed(bytes, "/Filter/Crypt/Length 5>>stream\n12348\nendstream");
                let (all, unread) = told(&open);
                assert!(all.contains("12348") && unread.is_none(), "{name}");
            }
            let signature = "/ByteRange[0 9 9 9]/Contents(Signed by somebody with a long name)>>";
            let (all, unread) = told(&changed(bytes, signature));
            assert!(all.contains("Signed by") && unread.is_none(), "{name}");
            let (all, unread) = told(&changed(bytes, "/Length 5>>stream\n12348\nendstream"));
            let short = (!name.starts_with("rc4")).then_some(Unread::PartOfPdf);
            assert!(all.contains(PARTS[0]) && unread == short, "{name}: {unread:?}");
        }
    }

    #[test]
    fn looking_for_a_key_is_paid_for() {
        for (name, bytes) in OPEN {
            let mut reader = Reader::with(1 << 20);
            while reader.walk(100_000).is_ok() {}
            let (_, unread) = File::read(bytes, &mut reader);
            let new = ["aes-256", "aes-r5", "owner"].iter().any(|new| name.starts_with(new));
            assert_eq!(unread == Some(Unread::TooMuch), new, "{name}: {unread:?}");
        }
    }

    proptest! {
        #[test]
        fn any_damage_to_a_lock_is_fine(
            (_, file) in prop::sample::select([&OPEN[..], &SHUT].concat()),
            slips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut bytes = file.to_vec();
            let end = memchr::memmem::rfind(&bytes, b"/Standard").unwrap();
            let start = memchr::memmem::rfind(&bytes[..end], b" obj").unwrap();
            let end = start + memchr::memmem::find(&bytes[start..], b"endobj").unwrap();
            for (at, byte) in slips {
                bytes[start + at.index(end - start)] = byte;
            }
            look(&bytes, &mut Reader::with(1 << 20), 0);
            bytes.remove(start + cut.index(end - start));
            look(&bytes, &mut Reader::with(1 << 20), 0);
        }
    }
}
