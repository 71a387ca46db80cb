//! Entries of lists. A case stands in the list of its section, of its category, of each group and of
//! its township, and below the pages it is like; an entry depends on its page and on how deep the
//! list lies, and on nothing else, so it is made once for each depth. The list of a section is the only
//! one of its depth that has all pages, and is not kept: ten thousand entries are five megabytes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tera::{Context, Value};

use crate::base::diagnostic::Diagnostic;
use crate::model::site::{PageId, Site};
use crate::view::make::brief::brief;
use crate::web::templates::Templates;

/// Where a list stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the home page or a section's own: most of its entries stand nowhere else at this depth.
    Own,
    /// Among lists that share their entries.
    Shared,
}

/// The entries of one depth, by page.
type Shelf = Vec<OnceLock<Box<str>>>;

/// Entries made so far, by the way to the root.
#[derive(Default)]
pub(super) struct Entries {
    shelves: Mutex<BTreeMap<String, Arc<Shelf>>>,
}

impl Entries {
    /// The entries of these pages, one below the other; empty where there are none.
    ///
    /// # Errors
    /// A finding where the template cannot make one.
    pub(super) fn list(
        &self,
        (site, templates): (&Site, &Templates),
        ids: &[PageId],
        (root, stands): (&str, Place),
    ) -> Result<Value, Diagnostic> {
        if ids.is_empty() {
            return Ok(Value::safe_string(""));
        }
        let shelf = self.shelf(root, site.pages().len());
        let mut html = String::new();
        for id in ids {
            if !html.is_empty() {
                html.push('\n');
            }
            let place = &shelf[id.0 as usize];
            if let Some(entry) = place.get() {
                html.push_str(entry);
                continue;
            }
            let entry = make(site, templates, *id, root)?;
            html.push_str(&entry);
            if stands == Place::Shared {
                // Made twice where two threads ask at once: the same both times.
                let _ = place.set(entry);
            }
        }
        Ok(Value::safe_string(&html))
    }

    fn shelf(&self, root: &str, pages: usize) -> Arc<Shelf> {
        // A panic while the map was held leaves it whole: it is only ever added to.
        let mut shelves = self.shelves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shelf) = shelves.get(root) {
            return Arc::clone(shelf);
        }
        let shelf: Arc<Shelf> = Arc::new((0..pages).map(|_| OnceLock::new()).collect());
        shelves.insert(root.to_owned(), Arc::clone(&shelf));
        shelf
    }
}

fn make(
    site: &Site,
    templates: &Templates,
    id: PageId,
    root: &str,
) -> Result<Box<str>, Diagnostic> {
    let mut context = Context::new();
    context.insert("item", &brief(site, id));
    context.insert("root", root);
    templates.piece("entry.html", &context)
}
