//! Tera, filled with the theme's web templates.

mod fault;
mod fields;

use tera::{Context, Tera};

use crate::base::diagnostic::{Diagnostic, Reported};
use crate::base::theme::Theme;
use crate::web::templates::fault::Sources;

/// Bytes a page is given to begin with: most fit.
const ROOM: usize = 16 * 1024;

/// The set of web templates, understood and checked against each other.
pub struct Templates {
    tera: Tera,
    sources: Sources,
}

impl Templates {
    /// Reads the set. `None` with a finding where it does not hold together: unknown filters,
    /// components, parents and blocks are found here, before any page is made; so are names that no
    /// view has.
    #[must_use]
    pub fn read(theme: &Theme) -> Reported<Option<Self>> {
        let html = |name: &str| name.ends_with(".html");
        let files: Vec<_> = theme.below("web").filter(|(name, _)| html(name)).collect();
        let sources =
            files.iter().map(|(name, file)| ((*name).to_owned(), (*file).clone())).collect();
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        let added = tera.add_raw_templates(files.iter().map(|(name, file)| (*name, &*file.text)));
        let templates = Self { tera, sources };
        match added {
            Ok(()) => {
                let unknown = fields::findings(&templates.sources);
                Reported::new(Some(templates), unknown)
            }
            Err(error) => Reported::new(None, fault::findings(&templates.sources, &error, "")),
        }
    }

    /// Fills a template.
    pub(super) fn render(&self, name: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::with_capacity(ROOM);
        let done = self.tera.render_to(name, context, &mut bytes);
        done.map(|()| bytes).map_err(|error| {
            // Filling stops at its first fault.
            let mut found = fault::findings(&self.sources, &error, name);
            found.swap_remove(0)
        })
    }

    /// Fills a template that is part of pages: its text without line breaks at either end.
    pub(super) fn piece(&self, name: &str, context: &Context) -> Result<Box<str>, Diagnostic> {
        let bytes = self.render(name, context)?;
        Ok(String::from_utf8_lossy(&bytes).trim_matches('\n').into())
    }
}
