//! Tera, and its faults as findings in the template's own file and line.

use std::collections::BTreeMap;

use tera::{Context, ErrorKind, Tera};

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::span::{SourceId, Span};
use crate::base::theme::Theme;
use crate::say;

/// Bytes a page is given to begin with: most fit.
const ROOM: usize = 16 * 1024;

/// The set of web templates, understood and checked against each other.
pub struct Templates {
    tera: Tera,
    sources: BTreeMap<String, (SourceId, usize)>,
}

impl Templates {
    /// Reads the set. `None` with a finding where it does not hold together: unknown filters,
    /// components, parents and blocks are found here, before any page is made.
    #[must_use]
    pub fn read(theme: &Theme) -> Reported<Option<Self>> {
        let html = |name: &str| name.ends_with(".html");
        let files: Vec<_> = theme.below("web").filter(|(name, _)| html(name)).collect();
        let sources = files
            .iter()
            .map(|(name, file)| ((*name).to_owned(), (file.source, file.text.len())))
            .collect();
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        let added = tera.add_raw_templates(files.iter().map(|(name, file)| (*name, &*file.text)));
        let templates = Self { tera, sources };
        match added {
            Ok(()) => Reported::clean(Some(templates)),
            Err(error) => {
                let finding = templates.finding(&error, "");
                Reported::new(None, vec![finding])
            }
        }
    }

    /// Fills a template.
    pub(super) fn render(&self, name: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::with_capacity(ROOM);
        let done = self.tera.render_to(name, context, &mut bytes);
        done.map(|()| bytes).map_err(|error| self.finding(&error, name))
    }

    /// Fills a template that is part of pages: its text without line breaks at either end.
    pub(super) fn piece(&self, name: &str, context: &Context) -> Result<Box<str>, Diagnostic> {
        let bytes = self.render(name, context)?;
        Ok(String::from_utf8_lossy(&bytes).trim_matches('\n').into())
    }

    fn finding(&self, error: &tera::Error, rendering: &str) -> Diagnostic {
        let (file, range, message) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                (report.filename(), report.span().range.clone(), report.message().to_owned())
            }
            ErrorKind::MissingParent { current, .. } => (current.as_str(), 0..0, error.to_string()),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                (tpl.as_str(), 0..0, error.to_string())
            }
            _ => (rendering, 0..0, error.to_string()),
        };
        let message = message.lines().next().unwrap_or_default().to_owned();
        let said = say!(zh: "网页模板出错：{message}", en: "the template fails: {message}");
        let place = self.sources.get(file).map(|(source, length)| {
            Span::new(*source, range.start.min(*length)..range.end.min(*length))
        });
        let mut finding = Diagnostic::general(Code::WebTemplate, said);
        finding.at = place;
        finding.hint(say!(
            zh: "照 docs/templates.md 核对变量名；删去自己的模板即恢复默认",
            en: "compare the names with docs/templates.md; delete your template to get the default back",
        ))
    }
}
