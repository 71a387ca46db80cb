//! Whether a content is the same as another one.
//!
//! Every page is asked that of once a build, and every piece of the search index, so it must cost
//! next to nothing. Nobody who seeks two contents of one fingerprint is kept from finding them: what
//! must be proved (a copy handed over, a picture's place) is hashed elsewhere, with BLAKE3 or SHA-256.

use std::io::{self, Read};

use twox_hash::XxHash3_128;

/// 128 bits of a content; the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// Of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(XxHash3_128::oneshot(bytes).to_be_bytes())
    }

    /// Of all that is read, without holding the whole of it.
    ///
    /// # Errors
    /// As the reader says.
    pub fn of_reader(mut file: impl Read) -> io::Result<Self> {
        let mut hasher = XxHash3_128::new();
        let mut room = vec![0; 64 * 1024];
        loop {
            match file.read(&mut room) {
                Ok(0) => return Ok(Self(hasher.finish_128().to_be_bytes())),
                Ok(length) => hasher.write(&room[..length]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// A short name of it, as people copy it out: `3f9a-21c0`.
    #[must_use]
    pub fn short(&self) -> String {
        let [a, b, c, d, ..] = self.0;
        format!("{a:02x}{b:02x}-{c:02x}{d:02x}")
    }

    /// As bytes, to be part of another hash.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn what_is_read_has_that_of_its_bytes() {
        for length in [0, 1, 240, 64 * 1024, 200_000] {
            let bytes: Vec<u8> = (0..length).map(|at: u32| at.to_le_bytes()[0]).collect();
            let of = Fingerprint::of(&bytes);
            assert_eq!(Fingerprint::of_reader(&bytes[..]).unwrap(), of);
            assert_ne!(Fingerprint::of(&[&bytes[..], b"x"].concat()), of);
        }
    }
}
