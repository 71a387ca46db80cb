//! Floor 9: flags become orders, results become words and an exit code.
//!
//! The only floor that prints, reads the environment and knows what day it is. What was typed
//! (`options::Options`) is turned into what it means once, here, so that no stage below knows
//! that there is a command line. Exit codes: 0 fine, 1 the content has errors, 2 wrong usage, 3 the
//! machine failed.

mod build;
mod command;
mod import;
mod options;
mod pack;
mod pages;
mod terminal;
mod usage;
mod weight;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::base::fault::Fault;
use crate::cli::options::{Action, Options};
use crate::cli::terminal::Terminal;

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Fine,
    ContentErrors,
    WrongUsage,
    MachineFailed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::ContentErrors => Self::from(1),
            Outcome::WrongUsage => Self::from(2),
            Outcome::MachineFailed => Self::from(3),
        }
    }
}

/// Runs the program with these arguments, the program's own name first.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.collect();
    let lang = options::language(&arguments);
    let matches = match command::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, lang),
    };
    let options = match Options::read(&matches, lang) {
        Ok(options) => options,
        Err(wrong) => {
            terminal::say_error(lang, &wrong);
            return ExitCode::from(2);
        }
    };
    let terminal = Terminal::new(lang, options.colour);
    match act(&options, &terminal) {
        Ok(outcome) => outcome.into(),
        Err(fault) => {
            terminal.error(fault.text().get(lang));
            ExitCode::from(3)
        }
    }
}

fn act(options: &Options, terminal: &Terminal) -> Result<Outcome, Fault> {
    match &options.action {
        Action::Init { folder } => pages::init(folder, options, terminal),
        Action::New { kind, title, name } => {
            pages::new(*kind, title, name.as_deref(), options, terminal)
        }
        Action::Check(checking) => build::check(checking, options, terminal),
        Action::Build(building) => build::build(building, options, terminal),
        Action::Print { out } => build::print(out, options, terminal),
        #[cfg(feature = "serve")]
        Action::Serve { port } => {
            let wanted = crate::serve::Wanted {
                root: &options.root,
                order: &options.order,
                port: *port,
                lang: options.lang,
            };
            crate::serve::serve(&wanted, &|line| terminal.line(line))?;
            Ok(Outcome::Fine)
        }
        Action::Verify { folder, manifest } => pack::verify(folder, manifest.as_deref(), terminal),
        Action::Import(importing) => import::import(importing, options, terminal),
        Action::Explain { code } => Ok(pages::explain(code.as_deref(), terminal)),
        Action::Completions { shell } => {
            terminal.raw(&command::completions(*shell, options.lang));
            Ok(Outcome::Fine)
        }
    }
}
