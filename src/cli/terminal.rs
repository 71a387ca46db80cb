//! Printing: data to standard output, everything else to standard error.
//!
//! A reader that goes away (`| head`) is no fault: what cannot be written is dropped.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::base::diagnostic::Diagnostic;
use crate::base::source::Sources;
use crate::base::text::{Lang, Text};
use crate::cli::options::Colour;
use crate::report::human::{self, Paint};

/// Where words go and how they look.
pub(super) struct Terminal {
    pub(super) lang: Lang,
    colour: Colour,
}

impl Terminal {
    pub(super) fn new(lang: Lang, colour: Colour) -> Self {
        Self { lang, colour }
    }

    #[expect(clippy::disallowed_methods, reason = "the command line may read the environment")]
    fn paint(&self, terminal: bool) -> Paint {
        let wanted = match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var("NO_COLOR").is_err(),
        };
        if wanted { Paint::Colour } else { Paint::Plain }
    }

    /// Data, to standard output.
    pub(super) fn raw(&self, bytes: &[u8]) {
        let _ = std::io::stdout().lock().write_all(bytes);
    }

    /// Findings as the result of a command, to standard output.
    pub(super) fn findings(&self, findings: &[Diagnostic], sources: &Sources) {
        let paint = self.paint(std::io::stdout().is_terminal());
        self.raw(human::render(findings, sources, self.lang, paint).as_bytes());
    }

    /// Findings beside the result of a command, to standard error.
    pub(super) fn remarks(&self, findings: &[Diagnostic], sources: &Sources) {
        let paint = self.paint(std::io::stderr().is_terminal());
        let text = human::render(findings, sources, self.lang, paint);
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }

    /// A sentence about what happened, to standard error.
    pub(super) fn line(&self, line: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }

    /// The same in both languages.
    pub(super) fn say(&self, text: &Text) {
        self.line(text.get(self.lang));
    }

    /// Something went wrong.
    pub(super) fn error(&self, words: &str) {
        let lead = if self.lang == Lang::Zh { "错误：" } else { "error: " };
        self.line(&format!("{lead}{words}"));
    }

    /// A bar for long work; invisible where standard error is no terminal.
    pub(super) fn progress(&self) -> ProgressBar {
        if !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
        let template = match self.lang {
            Lang::Zh => "{bar:30} {pos}/{len} 个文件",
            Lang::En => "{bar:30} {pos}/{len} files",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        bar
    }
}

/// Before the options are read there is no [`Terminal`] yet.
pub(super) fn say_error(lang: Lang, text: &Text) {
    Terminal::new(lang, Colour::Never).error(text.get(lang));
}
