//! Locked PDFs. Many are locked only against changes, with an empty password, which opens them.
//!
//! The old way of locking (RC4, ISO 32000-1, 7.6) is opened here; it protects nothing any more. What
//! is locked with AES stays shut: that a file was not read is said, and its lock can be taken off.

use md5::{Digest, Md5};

use super::file::Placed;
use super::object::{Dictionary, Object};

/// A PDF that cannot be opened without a password.
pub(super) struct Locked;

/// Filled up to 32 bytes with these, an empty password is nothing else.
const EMPTY: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// The objects of a file as they are without the lock that its trailer names.
pub(super) fn open(mut found: Vec<Placed>, trailer: &Dictionary) -> Result<Vec<Placed>, Locked> {
    let Some(lock) = trailer.get(&b"Encrypt"[..]) else { return Ok(found) };
    let own = lock.reference();
    let dict = match own {
        Some(number) => {
            let mut placed = found.iter().rev();
            placed.find(|placed| placed.number == number).and_then(|placed| placed.object.dict())
        }
        None => lock.dict(),
    };
    let key = dict.and_then(|dict| Key::of(dict, trailer)).ok_or(Locked)?;
    for Placed { number, generation, object } in &mut found {
        // Neither the lock itself nor the tables of places are locked.
        if own == Some(*number) || object.is(b"Type", b"XRef") {
            continue;
        }
        let key = key.of_object(*number, *generation);
        object.change_strings(&mut |bytes| rc4(&key, bytes));
        if let Object::Stream(stream) = object {
            rc4(&key, &mut stream.bytes);
        }
    }
    Ok(found)
}

struct Key(Vec<u8>);

impl Key {
    /// The key of a file that opens with an empty password.
    fn of(lock: &Dictionary, trailer: &Dictionary) -> Option<Self> {
        let number = |key: &[u8]| lock.get(key).and_then(Object::integer);
        let text = |key: &[u8]| lock.get(key).and_then(Object::string);
        let revision = number(b"R")?;
        // Later ways may be RC4 too, but hardly anybody writes that.
        if !(1..=2).contains(&number(b"V")?) || !(2..=3).contains(&revision) {
            return None;
        }
        let length = if revision == 2 { 40 } else { number(b"Length").unwrap_or(40) };
        let length = usize::try_from(length / 8).ok().filter(|length| (5..=16).contains(length))?;
        let id = trailer.get(&b"ID"[..]).and_then(Object::array).and_then(<[Object]>::first);
        let id = id.and_then(Object::string).unwrap_or_default();
        let may = u32::try_from(number(b"P")? & 0xFFFF_FFFF).ok()?;
        let owner = text(b"O")?.get(..32)?;
        let mut key = Md5::digest([&EMPTY, owner, &may.to_le_bytes(), id].concat()).to_vec();
        key.truncate(length);
        if revision == 3 {
            for _ in 0..50 {
                key = Md5::digest(&key)[..length].to_vec();
            }
        }
        let known = text(b"U")?.get(..16)?;
        let mut own = EMPTY.to_vec();
        if revision == 3 {
            own = Md5::digest([&EMPTY, id].concat()).to_vec();
            for turn in 0..20u8 {
                let key: Vec<u8> = key.iter().map(|byte| byte ^ turn).collect();
                rc4(&key, &mut own);
            }
        } else {
            rc4(&key, &mut own);
        }
        (own.get(..16) == Some(known)).then_some(Self(key))
    }

    /// Every object has a key of its own.
    fn of_object(&self, number: u32, generation: u16) -> Vec<u8> {
        let place = [&number.to_le_bytes()[..3], &generation.to_le_bytes()].concat();
        let key = Md5::digest([&self.0[..], &place].concat());
        key[..(self.0.len() + 5).min(16)].to_vec()
    }
}

/// The cipher, there and back. `key` is not empty.
fn rc4(key: &[u8], bytes: &mut [u8]) {
    let mut state: [u8; 256] = std::array::from_fn(|at| at.to_le_bytes()[0]);
    let mut other = 0u8;
    for at in 0..256 {
        other = other.wrapping_add(state[at]).wrapping_add(key[at % key.len()]);
        state.swap(at, usize::from(other));
    }
    let (mut one, mut other) = (0u8, 0u8);
    for byte in bytes {
        one = one.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(one)]);
        state.swap(usize::from(one), usize::from(other));
        let sum = state[usize::from(one)].wrapping_add(state[usize::from(other)]);
        *byte ^= state[usize::from(sum)];
    }
}
