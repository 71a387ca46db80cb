//! What is the same on many pages is made once: the site's tags, the head with the menu, the foot,
//! what stands beside and below every text, the ways to narrow a list.
//!
//! All of it depends on how deep a page lies, the menu also on the column that is marked in it, and
//! on nothing else; ten thousand pages need a few dozen of them. They are templates of their own,
//! which see only what they depend on, so that none can hold what belongs to one page. The one thing
//! that does, the large-type twin some pages of the guide have, is asked for by name and made anew.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Context, Value};

use crate::base::diagnostic::Diagnostic;
use crate::view::list::FacetView;
use crate::web::templates::Templates;

/// The pieces every page gets: their names in templates, and whether they lead to the twin.
const PIECES: [(&str, &str, bool); 5] = [
    ("head", "head.html", false),
    ("top", "top.html", true),
    ("foot", "foot.html", true),
    ("ask", "ask.html", false),
    ("free", "free.html", false),
];

/// In the order of [`PIECES`].
type Set = Vec<Value>;

/// Where a page stands.
#[derive(Clone, Copy)]
pub(super) struct Standing<'p> {
    /// The way to the root.
    pub(super) root: &'p str,
    /// Title of its section, where that is in the menu; else nothing.
    pub(super) column: &'p str,
    /// Its twin in the large-type edition.
    pub(super) twin: Option<&'p str>,
}

/// Pieces made so far.
#[derive(Default)]
pub(super) struct Furniture {
    /// By way to the root, then by column.
    sets: Mutex<BTreeMap<String, BTreeMap<String, Arc<Set>>>>,
    /// Ways to narrow a list, by way to the root, address of the list's first page, and whether they
    /// are open.
    facets: Mutex<BTreeMap<(String, String, bool), Value>>,
}

impl Furniture {
    /// Adds the pieces of a page to what its template gets.
    ///
    /// # Errors
    /// A finding where a template cannot make one.
    pub(super) fn hang(
        &self,
        templates: &Templates,
        site: &Value,
        context: &mut Context,
        standing: Standing<'_>,
    ) -> Result<(), Diagnostic> {
        let set = self.set(templates, site, Standing { twin: None, ..standing })?;
        for ((name, template, leads), piece) in PIECES.into_iter().zip(&*set) {
            let own = leads && standing.twin.is_some();
            let piece =
                if own { make(templates, site, template, standing)? } else { piece.clone() };
            context.insert_value(name, piece);
        }
        Ok(())
    }

    fn set(
        &self,
        templates: &Templates,
        site: &Value,
        standing: Standing<'_>,
    ) -> Result<Arc<Set>, Diagnostic> {
        let Standing { root, column, .. } = standing;
        // A panic while the map was held leaves it whole: it is only ever added to.
        let sets = || self.sets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(set) = sets().get(root).and_then(|sets| sets.get(column)) {
            return Ok(Arc::clone(set));
        }
        let pieces =
            PIECES.iter().map(|(_, template, _)| make(templates, site, template, standing));
        let set = Arc::new(pieces.collect::<Result<Set, _>>()?);
        sets().entry(root.to_owned()).or_default().insert(column.to_owned(), Arc::clone(&set));
        Ok(set)
    }

    /// The ways to narrow the list whose first page is `list`, open or not; `facets` gives them.
    /// Empty where there are none.
    ///
    /// # Errors
    /// A finding where the template cannot make them.
    pub(super) fn facets(
        &self,
        templates: &Templates,
        (root, list, open): (&str, &str, bool),
        facets: impl FnOnce() -> Vec<FacetView>,
    ) -> Result<Value, Diagnostic> {
        let made = || self.facets.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (root.to_owned(), list.to_owned(), open);
        if let Some(piece) = made().get(&key) {
            return Ok(piece.clone());
        }
        let facets = facets();
        let mut context = Context::new();
        context.insert("root", root);
        context.insert("facets", &facets);
        context.insert("open", &open);
        let piece = match facets.as_slice() {
            [] => Value::safe_string(""),
            _ => rendered(templates, "facets.html", &context)?,
        };
        made().insert(key, piece.clone());
        Ok(piece)
    }
}

fn make(
    templates: &Templates,
    site: &Value,
    template: &str,
    standing: Standing<'_>,
) -> Result<Value, Diagnostic> {
    let mut context = Context::new();
    context.insert_value("site", site.clone());
    context.insert("root", standing.root);
    context.insert("column", standing.column);
    context.insert("twin", &standing.twin);
    rendered(templates, template, &context)
}

fn rendered(templates: &Templates, template: &str, context: &Context) -> Result<Value, Diagnostic> {
    Ok(Value::safe_string(&templates.piece(template, context)?))
}
