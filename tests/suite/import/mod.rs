//! What newspapers, tables and Word wrote, taken in by the real program.

mod blocks;
mod codes;
mod forms;
mod limits;
mod losses;

mod notices;
mod office;
mod paper;
mod tables;
mod writeups;

pub(crate) use codes::TRIALS;
pub(crate) use office::{archive, docx, xlsx};
