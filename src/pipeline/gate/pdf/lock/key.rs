//! The key of a file that opens with an empty password (ISO 32000-2, 7.6.4).

use md5::{Digest as _, Md5};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::cipher::{lock, open_key, rc4};
use super::said::Said;
use crate::pipeline::gate::contents::Reader;
use crate::pipeline::gate::unread::Unread;

/// Filled up to 32 bytes with these, an empty password is nothing else.
const EMPTY: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// What looking for a key costs, in bytes gone through: it is made to take long, and a file may enclose
/// thousands of locked ones.
const SEARCH: u64 = 8 * 1024;

/// What one password costs in the newest way, which takes longest.
const TRIAL: u64 = 128 * 1024;

/// Rounds after which the newest way has ended, whatever it began with.
const MOST_ROUNDS: u16 = 287;

/// The key of a file with this lock and the first of its two names.
///
/// # Errors
/// Where no key is found, or looking for it takes more than may be gone through.
pub(super) fn find(said: &Said, id: &[u8], reader: &mut Reader) -> Result<Vec<u8>, Unread> {
    reader.walk(SEARCH)?;
    let key = match (said.number(b"V"), said.number(b"R")) {
        (Some(1 | 2 | 4), Some(revision @ 2..=4)) => old(said, revision, id),
        (Some(5), Some(revision @ 5..=6)) => new(said, revision, reader)?,
        _ => None,
    };
    key.ok_or(Unread::LockedPdf)
}

/// By MD5 of all that the lock allows and names.
fn old(said: &Said, revision: i64, id: &[u8]) -> Option<Vec<u8>> {
    let may = u32::try_from(said.number(b"P")? & 0xFFFF_FFFF).ok()?;
    let owner = said.text(b"O")?.get(..32)?;
    let open: &[u8] = if revision == 4 && !said.described() { &[0xFF; 4] } else { &[] };
    let seed = [&EMPTY, owner, &may.to_le_bytes(), id, open].concat();
    let known = said.text(b"U")?.get(..16)?;
    // Writers leave the length out, mean bytes by it, or take another one.
    let length = said.number(b"Length").and_then(|length| usize::try_from(length).ok());
    let lengths = [length.map(|bits| bits / 8), length, Some(16), Some(5)];
    let lengths = lengths.into_iter().flatten().filter(|length| (5..=16).contains(length));
    let mut keys = lengths.map(|length| stretched(&seed, length, revision));
    keys.find(|key| proof(key, revision, id).starts_with(known))
}

fn stretched(seed: &[u8], length: usize, revision: i64) -> Vec<u8> {
    let mut key = Md5::digest(seed).to_vec();
    key.truncate(length);
    if revision > 2 {
        for _ in 0..50 {
            key = Md5::digest(&key).to_vec();
            key.truncate(length);
        }
    }
    key
}

/// What stands in a lock that this key opens.
fn proof(key: &[u8], revision: i64, id: &[u8]) -> Vec<u8> {
    if revision == 2 {
        let mut own = EMPTY.to_vec();
        rc4(key, &mut own);
        return own;
    }
    let mut own = Md5::digest([&EMPTY, id].concat()).to_vec();
    for turn in 0..20 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ turn).collect();
        rc4(&key, &mut own);
    }
    own
}

/// By the hash of an empty password: of one for readers, or of the owner's.
fn new(said: &Said, revision: i64, reader: &mut Reader) -> Result<Option<Vec<u8>>, Unread> {
    let text = |key: &[u8]| said.text(key).and_then(<[u8]>::first_chunk::<48>);
    let user = text(b"U").map_or(&[][..], |user| user);
    for (own, locked, beside) in [(b"U", b"UE", &[][..]), (b"O", b"OE", user)] {
        let locked = said.text(locked).and_then(<[u8]>::first_chunk);
        let (Some(own), Some(locked)) = (text(own), locked) else { continue };
        reader.walk(TRIAL)?;
        let (known, salts) = own.split_at(32);
        let (trial, salt) = salts.split_at(8);
        if hash(revision, trial, beside).is_some_and(|hash| hash == known) {
            let key = hash(revision, salt, beside);
            return Ok(key.map(|key| open_key(&key, *locked).to_vec()));
        }
    }
    Ok(None)
}

/// The hash of an empty password with what stands beside it (2.B).
fn hash(revision: i64, salt: &[u8], beside: &[u8]) -> Option<[u8; 32]> {
    let mut hash = Sha256::digest([salt, beside].concat()).to_vec();
    let rounds = if revision == 5 { 0 } else { MOST_ROUNDS };
    for round in 1..=rounds {
        let mut bytes = [&hash, beside].concat().repeat(64);
        lock(&hash, &mut bytes)?;
        let sum: u32 = bytes.iter().take(16).copied().map(u32::from).sum();
        hash = match sum % 3 {
            0 => Sha256::digest(&bytes).to_vec(),
            1 => Sha384::digest(&bytes).to_vec(),
            _ => Sha512::digest(&bytes).to_vec(),
        };
        if round >= 64 && u16::from(*bytes.last()?) + 32 <= round {
            break;
        }
    }
    hash.first_chunk().copied()
}
