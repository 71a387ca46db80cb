//! Names in running text: persons by surname and given name, companies by their full one.
//!
//! Pure rules over words, as `identifier` is over digits; whether a name may stand where it stands is
//! for `check` to say, and what to write instead for `import`: both go by these rules.

mod abroad;
mod behind;
mod beside;
mod builder;
mod called;
mod character;
mod company;
mod first;
mod foreign;
mod generic;
mod instead;
mod kin;
mod labels;
mod listed;
mod office;
mod offices;
mod person;
mod pseudonym;
mod run;
pub(crate) mod saying;
mod services;
mod short;
mod spaced;
mod spot;
mod subject;
mod told;
mod trade;
mod vocabulary;
mod ware;
mod way;
mod weigh;
mod whole;
mod work;

pub(crate) use character::surname;
pub(crate) use company::companies;
pub(crate) use instead::instead;
pub(crate) use listed::Places;
pub(crate) use person::names as persons;
pub(crate) use short::{short, shortened};
