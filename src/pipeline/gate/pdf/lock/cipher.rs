//! The ciphers that lock PDFs (ISO 32000-2, 7.6.3).
//!
//! Whatever a damaged file says of lengths and fillings, as many whole blocks are opened as there are.

use std::borrow::Cow;

use aes::cipher::{
    Array, Block, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit, StreamCipher,
};
use aes::{Aes128, Aes256};
use md5::{Digest, Md5};

/// Bytes of a block, and of what stands before the first one.
const BLOCK: usize = 16;

/// What some bytes are locked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cipher {
    Identity,
    Rc4,
    Aes128,
    Aes256,
}

impl Cipher {
    /// By the name that a lock has for it.
    pub(super) fn called(name: &[u8]) -> Option<Self> {
        match name {
            b"None" => Some(Self::Identity),
            b"V2" => Some(Self::Rc4),
            b"AESV2" => Some(Self::Aes128),
            b"AESV3" => Some(Self::Aes256),
            _ => None,
        }
    }

    /// With the key of one object; only the last way has one key for all.
    pub(super) fn keyed(self, key: &[u8], number: u32, generation: u16) -> Keyed<'_> {
        let salt: &[u8] = match self {
            Self::Identity | Self::Aes256 => {
                return Keyed { cipher: self, key: Cow::Borrowed(key) };
            }
            Self::Rc4 => b"",
            Self::Aes128 => b"sAlT",
        };
        let place = [&number.to_le_bytes()[..3], &generation.to_le_bytes()].concat();
        let mut own = Md5::digest([key, &place, salt].concat()).to_vec();
        own.truncate(key.len() + 5);
        Keyed { cipher: self, key: Cow::Owned(own) }
    }
}

/// A cipher with the key for it.
pub(super) struct Keyed<'k> {
    cipher: Cipher,
    key: Cow<'k, [u8]>,
}

impl Keyed<'_> {
    /// Opens what was locked; false where nothing of it could be, which is left as it is.
    pub(super) fn open(&self, bytes: &mut Vec<u8>) -> bool {
        match self.cipher {
            Cipher::Identity => true,
            Cipher::Rc4 => rc4(&self.key, bytes),
            _ if bytes.is_empty() => true,
            Cipher::Aes128 => chained::<cbc::Decryptor<Aes128>>(&self.key, bytes).is_some(),
            Cipher::Aes256 => chained::<cbc::Decryptor<Aes256>>(&self.key, bytes).is_some(),
        }
    }
}

/// There and back; false where there is no such key.
pub(super) fn rc4(key: &[u8], bytes: &mut [u8]) -> bool {
    rc4::Rc4::new_from_slice(key).is_ok_and(|mut cipher| cipher.try_apply_keystream(bytes).is_ok())
}

/// Opens blocks that each depend on the one before, and takes the filling off; where that is damaged,
/// nobody knows what belongs to it, and it stays.
fn chained<D: KeyIvInit + BlockModeDecrypt>(key: &[u8], bytes: &mut Vec<u8>) -> Option<()> {
    let (first, locked) = bytes.split_at_checked(BLOCK)?;
    let mut plain = locked.to_vec();
    let blocks = Block::<D>::slice_as_chunks_mut(&mut plain).0;
    D::new_from_slices(key, first).ok()?.decrypt_blocks(blocks);
    plain.truncate(plain.len() / BLOCK * BLOCK);
    let last = plain.last().copied().unwrap_or_default();
    let filling = vec![last; usize::from(last)];
    if filling.len() <= BLOCK && plain.ends_with(&filling) {
        plain.truncate(plain.len() - filling.len());
    }
    *bytes = plain;
    Some(())
}

/// Opens the key of a file, which is locked with nothing before it and without a filling.
pub(super) fn open_key(key: &[u8; 32], mut locked: [u8; 32]) -> [u8; 32] {
    let mut cipher = cbc::Decryptor::<Aes256>::new(key.into(), &Array::default());
    cipher.decrypt_blocks(Array::slice_as_chunks_mut(&mut locked).0);
    locked
}

/// Locks whole blocks with the first half of a key, the second one before them.
pub(super) fn lock(key: &[u8], plain: &mut [u8]) -> Option<()> {
    let (key, rest) = key.split_first_chunk::<BLOCK>()?;
    let first = rest.first_chunk::<BLOCK>()?;
    let mut cipher = cbc::Encryptor::<Aes128>::new(key.into(), first.into());
    cipher.encrypt_blocks(Array::slice_as_chunks_mut(plain).0);
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cipher, lock, rc4};

    const KEY: &[u8; 16] = b"0123456789abcdef";

    /// The blocks of a text, locked for the first object, behind what stands before them.
    fn locked(plain: &[u8]) -> Vec<u8> {
        let keyed = Cipher::Aes128.keyed(KEY, 1, 0);
        let mut bytes = plain.to_vec();
        lock(&[&keyed.key, &b"abcdefghijklmnop"[..]].concat(), &mut bytes).unwrap();
        [&b"abcdefghijklmnop"[..], &bytes].concat()
    }

    #[track_caller]
    fn opens(mut bytes: Vec<u8>, expected: Option<&[u8]>) {
        let before = bytes.clone();
        let opened = Cipher::Aes128.keyed(KEY, 1, 0).open(&mut bytes);
        assert_eq!(opened, expected.is_some());
        assert_eq!(bytes, expected.unwrap_or(&before));
    }

    #[test]
    fn known_answers() {
        // RFC 6229 and FIPS 197, whose key of 256 bits is one for all objects.
        let mut bytes = [0; 8];
        assert!(rc4(&[1, 2, 3, 4, 5], &mut bytes));
        assert_eq!(bytes, [0xB2, 0x39, 0x63, 0x05, 0xF0, 0x3D, 0xC0, 0x27]);
        assert!(!rc4(b"", &mut bytes));
        let key: Vec<u8> = (0..32).collect();
        let block = 0x8EA2_B7CA_5167_45BF_EAFC_4990_4B49_6089_u128;
        let mut bytes = [[0; 16], block.to_be_bytes()].concat();
        assert!(Cipher::Aes256.keyed(&key, 9, 9).open(&mut bytes));
        assert_eq!(bytes, 0x0011_2233_4455_6677_8899_AABB_CCDD_EEFF_u128.to_be_bytes());
    }

    #[test]
    fn of_what_is_damaged_what_there_is() {
        opens(locked(b"12348\x0B\x0B\x0B\x0B\x0B\x0B\x0B\x0B\x0B\x0B\x0B"), Some(b"12348"));
        opens(locked(&[16; 16]), Some(b""));
        for odd in [b"123481234812348\0", b"12348123481234\x01\x02", b"123481234812348\x11"] {
            opens(locked(odd), Some(odd));
        }
        let whole = locked(b"1234812348123481234812348123481\x01");
        opens(whole[..whole.len() - 3].to_vec(), Some(b"1234812348123481"));
        opens(whole[..16].to_vec(), Some(b""));
        opens(whole[..15].to_vec(), None);
        opens(Vec::new(), Some(b""));
        // A key that is none for this cipher.
        let mut bytes = whole.clone();
        assert!(!Cipher::Aes256.keyed(KEY, 1, 0).open(&mut bytes));
        assert_eq!(bytes, whole);
    }

    proptest! {
        #[test]
        fn any_bytes_and_keys_are_fine(
            cipher in prop::sample::select(vec![Cipher::Rc4, Cipher::Aes128, Cipher::Aes256]),
            key in prop::collection::vec(any::<u8>(), 0..40),
            bytes in prop::collection::vec(any::<u8>(), 0..70),
        ) {
            let mut opened = bytes.clone();
            let done = cipher.keyed(&key, 1, 2).open(&mut opened);
            prop_assert!(opened.len() <= bytes.len() && (done || opened == bytes));
        }
    }
}
