//! The objects a PDF is made of (ISO 32000-1, 7.3).

/// Keys and values in the order of the keys. A tree would take half a kilobyte for one key alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dictionary(Vec<(Vec<u8>, Object)>);

impl Dictionary {
    /// Of several values with one key, the last.
    pub(super) fn of(mut pairs: Vec<(Vec<u8>, Object)>) -> Self {
        pairs.reverse();
        pairs.sort_by(|one, other| one.0.cmp(&other.0));
        pairs.dedup_by(|one, other| one.0 == other.0);
        pairs.shrink_to_fit();
        Self(pairs)
    }

    pub(super) fn get(&self, key: &[u8]) -> Option<&Object> {
        let at = self.0.binary_search_by(|(own, _)| own.as_slice().cmp(key)).ok()?;
        Some(&self.0[at].1)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Object> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(super) fn pairs(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(key, value)| (&key[..], value))
    }

    /// Adds what another one says; that counts where both do.
    pub(super) fn extend(&mut self, other: Self) {
        let mut pairs = std::mem::take(&mut self.0);
        pairs.extend(other.0);
        *self = Self::of(pairs);
    }

    fn unlock(&mut self, f: &mut impl FnMut(&mut Vec<u8>)) {
        let signed = self.get(b"ByteRange").is_some();
        for (key, value) in &mut self.0 {
            // A signature covers the file as it is locked, and names whose it is in the open.
            if !signed || key != b"Contents" {
                value.unlock(f);
            }
        }
    }
}

/// What a PDF is made of; nothing says nothing here.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Other,
    Truth(bool),
    Integer(i64),
    /// A number with a fraction.
    Real(f64),
    Name(Vec<u8>),
    String(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    /// Of another object, by its number.
    Reference(u32),
    Stream(Box<Stream>),
}

/// A stream: what it says of itself, and its bytes as they lie in the file, or unlocked. Of a picture,
/// which holds no text, the bytes are left out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stream {
    pub(super) dict: Dictionary,
    pub(super) bytes: Vec<u8>,
}

impl Object {
    pub(super) fn truth(&self) -> Option<bool> {
        if let Self::Truth(truth) = self { Some(*truth) } else { None }
    }

    pub(super) fn integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }

    /// A number with or without a fraction.
    #[expect(clippy::cast_precision_loss, reason = "places on a page are small")]
    pub(super) fn real(&self) -> Option<f64> {
        match self {
            Self::Integer(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(super) fn string(&self) -> Option<&[u8]> {
        if let Self::String(bytes) = self { Some(bytes) } else { None }
    }

    pub(super) fn array(&self) -> Option<&[Self]> {
        if let Self::Array(list) = self { Some(list) } else { None }
    }

    pub(super) fn reference(&self) -> Option<u32> {
        if let Self::Reference(number) = self { Some(*number) } else { None }
    }

    pub(super) fn stream(&self) -> Option<&Stream> {
        if let Self::Stream(stream) = self { Some(stream) } else { None }
    }

    /// What it says of itself, of a dictionary or a stream.
    pub(super) fn dict(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    /// Whether a dictionary or a stream has this name under a key.
    pub(super) fn is(&self, key: &[u8], name: &[u8]) -> bool {
        let value = self.dict().and_then(|dict| dict.get(key));
        value.and_then(Self::name) == Some(name)
    }

    /// Hands on the object and all that stands in it.
    pub(super) fn each<'o>(&'o self, f: &mut impl FnMut(&'o Self)) {
        f(self);
        if let Self::Array(list) = self {
            list.iter().for_each(|object| object.each(f));
        }
        let values = self.dict().into_iter().flat_map(Dictionary::values);
        values.for_each(|object| object.each(f));
    }

    /// Changes every string in it that a lock covers.
    pub(super) fn unlock(&mut self, f: &mut impl FnMut(&mut Vec<u8>)) {
        match self {
            Self::String(bytes) => f(bytes),
            Self::Array(list) => list.iter_mut().for_each(|object| object.unlock(f)),
            Self::Dictionary(dict) => dict.unlock(f),
            Self::Stream(stream) => stream.dict.unlock(f),
            _ => {}
        }
    }
}
