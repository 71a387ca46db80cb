//! What users rely on, tried from outside: whole sites in, whole outputs out, the real program.
//!
//! One binary, so that the program's heavy libraries are linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::semicolon_if_nothing_returned,
    clippy::needless_pass_by_value,
    reason = "a test may stop at once, and reads the disk to see what was done to it"
)]

mod bad_input;
mod books;
mod browser;
mod citations;
mod cli;
mod codes;
mod contract;
mod docs;
mod expiry;
mod following;
mod fuzz;
mod guarding;
mod guide;
mod handing;
mod import;
mod old;
mod paper;
mod photos;
mod plain;
mod press;
mod privacy;
mod publishing;
mod reports;
mod same_text;
mod sample;
mod search;
mod serving;
mod sheets;
mod signing;
mod site;
mod strangers;
mod tables;
mod writing;
