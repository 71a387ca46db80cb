//! Which cipher locks what (ISO 32000-2, 7.6.6).
//!
//! Old locks have one cipher for everything. Since then a lock names filters, and one of them for
//! texts, for streams and for enclosed files; each stream may name its own.

use std::collections::BTreeMap;

use super::super::object::{Dictionary, Object, Stream};
use super::cipher::Cipher;
use super::said::Said;

/// The filter that locks nothing.
const IDENTITY: &[u8] = b"Identity";

/// The ciphers of a file; none is one that is not known.
pub(super) struct Filters {
    pub(super) texts: Cipher,
    streams: Cipher,
    files: Option<Cipher>,
    /// Whether what describes the file is locked as well.
    described: bool,
    named: BTreeMap<Vec<u8>, Option<Cipher>>,
}

impl Filters {
    /// None where texts or streams are locked in a way that is not known.
    pub(super) fn of(lock: &Said) -> Option<Self> {
        let mut named = BTreeMap::new();
        if lock.number(b"V")? < 4 {
            let (all, files) = (Cipher::Rc4, Some(Cipher::Rc4));
            return Some(Self { texts: all, streams: all, files, described: true, named });
        }
        let filters = lock.get(b"CF").and_then(Object::dict).map(Dictionary::pairs);
        for (name, filter) in filters.into_iter().flatten() {
            let way = lock.real(filter).and_then(|filter| filter.dict()?.get(&b"CFM"[..])?.name());
            named.insert(name.to_vec(), Cipher::called(way.unwrap_or(b"None")));
        }
        let chosen = |key: &[u8]| lock.get(key).and_then(Object::name);
        let cipher = |name: Option<&[u8]>| find(&named, name.unwrap_or(IDENTITY));
        let (texts, streams) = (cipher(chosen(b"StrF"))?, cipher(chosen(b"StmF"))?);
        let files = chosen(b"EFF").map_or(Some(streams), |name| cipher(Some(name)));
        Some(Self { texts, streams, files, described: lock.described(), named })
    }

    /// What a stream is locked with.
    pub(super) fn of_stream(&self, stream: &Stream) -> Option<Cipher> {
        if let Some(name) = own(&stream.dict) {
            return find(&self.named, name);
        }
        // Some writers leave open what describes a file, and do not say so.
        let open = !self.described || stream.bytes.starts_with(b"<?xpacket");
        match stream.dict.get(&b"Type"[..]).and_then(Object::name) {
            Some(b"Metadata") if open => Some(Cipher::Identity),
            Some(b"EmbeddedFile") => self.files,
            _ => Some(self.streams),
        }
    }
}

fn find(named: &BTreeMap<Vec<u8>, Option<Cipher>>, name: &[u8]) -> Option<Cipher> {
    if name == IDENTITY { Some(Cipher::Identity) } else { *named.get(name)? }
}

/// The filter that a stream names itself: with no name it is the one that locks nothing.
fn own(dict: &Dictionary) -> Option<&[u8]> {
    let list = |key: &[u8]| match dict.get(key) {
        Some(Object::Array(list)) => &list[..],
        other => other.map(std::slice::from_ref).unwrap_or_default(),
    };
    let at = list(b"Filter").iter().position(|filter| filter.name() == Some(b"Crypt"))?;
    let parameters = list(b"DecodeParms").get(at);
    let name = parameters.and_then(|object| object.dict()?.get(&b"Name"[..])?.name());
    Some(name.unwrap_or(IDENTITY))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::super::object::Stream;
    use super::super::super::token::read;
    use super::super::said::Said;
    use super::{Cipher, Filters};

    const CIPHERS: &str = "/V 4/CF<</A<</CFM/AESV2>>/B 7 0 R/C<</CFM/New>>/D<<>>>>";

    fn filters(lock: &str) -> Option<Filters> {
        let (lock, filter) = (read(lock), read("<</CFM/V2>>"));
        let all = BTreeMap::from([(7, &filter)]);
        Filters::of(&Said { dict: lock.dict().unwrap(), all: &all })
    }

    fn cipher(filters: &Filters, dict: &str, bytes: &[u8]) -> Option<Cipher> {
        let dict = read(dict).dict().unwrap().clone();
        filters.of_stream(&Stream { dict, bytes: bytes.to_vec() })
    }

    #[test]
    fn each_kind_has_its_cipher() {
        let all = filters(&format!("<<{CIPHERS}/StrF/A/StmF/B/EFF/C>>")).unwrap();
        assert_eq!(all.texts, Cipher::Aes128);
        assert_eq!(cipher(&all, "<<>>", b""), Some(Cipher::Rc4));
        assert_eq!(cipher(&all, "<</Type/EmbeddedFile>>", b""), None);
        assert_eq!(cipher(&all, "<</Type/Metadata>>", b"\x80"), Some(Cipher::Rc4));
        assert_eq!(cipher(&all, "<</Type/Metadata>>", b"<?xpacket "), Some(Cipher::Identity));
        let all = filters(&format!("<<{CIPHERS}/StmF/A/EncryptMetadata false>>")).unwrap();
        assert_eq!(all.texts, Cipher::Identity);
        assert_eq!(cipher(&all, "<</Type/Metadata>>", b"\x80"), Some(Cipher::Identity));
        assert_eq!(cipher(&all, "<</Type/EmbeddedFile>>", b""), Some(Cipher::Aes128));
        let old = filters("<</V 2/EncryptMetadata false>>").unwrap();
        assert_eq!(old.texts, Cipher::Rc4);
        assert_eq!(cipher(&old, "<</Type/Metadata>>", b""), Some(Cipher::Rc4));
        for name in ["C", "E"] {
            assert!(filters(&format!("<<{CIPHERS}/StmF/{name}>>")).is_none());
            assert!(filters(&format!("<<{CIPHERS}/StrF/{name}>>")).is_none());
        }
        assert!(filters("<</CF 3>>").is_none());
    }

    #[test]
    fn a_stream_may_name_its_own() {
        let all = filters(&format!("<<{CIPHERS}/StrF/A/StmF/A>>")).unwrap();
        for (dict, expected) in [
            ("/Filter/Crypt", Some(Cipher::Identity)),
            ("/Filter[/Crypt/FlateDecode]/DecodeParms[null null]", Some(Cipher::Identity)),
            ("/Filter/Crypt/DecodeParms<</Name/Identity>>", Some(Cipher::Identity)),
            ("/Filter[/Crypt]/DecodeParms[<</Name/B>>]", Some(Cipher::Rc4)),
            ("/Filter[/Crypt]/DecodeParms[<</Name/D>>]", Some(Cipher::Identity)),
            ("/Filter[/Fl/Crypt]/DecodeParms[<</Name/B>><</Name/A>>]", Some(Cipher::Aes128)),
            ("/Filter/Crypt/DecodeParms<</Name/C>>", None),
            ("/Filter/Crypt/DecodeParms<</Name/E>>", None),
            ("/Filter/FlateDecode/DecodeParms<</Name/B>>", Some(Cipher::Aes128)),
        ] {
            assert_eq!(cipher(&all, &format!("<<{dict}>>"), b""), expected, "{dict}");
        }
    }
}
