//! Whatever comes in, nothing breaks and no citizen's number gets out: property tests over front
//! matter, Markdown, whole pages, identifiers, notices and office files.
//!
//! A few hundred cases each in every run, the same ones each time: a test that fails by the luck of a
//! draw tells who changed something else about a fault that was there before.
//! `PROPTEST_CASES=200000 cargo test --test suite fuzz` draws new ones and runs for long
//! (`tests/README.md`). What fails is shrunk and kept in `tests/proptest-regressions`.

mod identifiers;
mod import;
mod page;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// So many cases, drawn the same way each time; where `PROPTEST_CASES` asks for more, so many and new
/// ones.
pub(crate) fn cases(least: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return usual;
    }
    ProptestConfig { cases: least, rng_seed: RngSeed::Fixed(12_348), ..usual }
}

/// Scraps of `list` in any order, with some free text between them.
fn scraps(list: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        8 => prop::sample::select(list).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(scrap, 0..most).prop_map(|scraps| scraps.concat())
}

/// An invented citizen's number: area 3499xx is unassigned, the check digit is right.
fn citizen(birth: u32, order: u32) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let (year, month, day) = (1940 + birth % 80, 1 + birth / 80 % 12, 1 + birth / 960 % 28);
    let body = format!("3499{:02}{year}{month:02}{day:02}{:03}", order / 1000 % 100, order % 1000);
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(digit, w)| u32::from(digit - b'0') * w).sum();
    format!("{body}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}
