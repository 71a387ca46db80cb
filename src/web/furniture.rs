//! What is the same on many pages is made once: the menu, and the foot of the page.
//!
//! Both depend on how deep a page lies, the menu also on the column that is marked in it, and on
//! nothing else; ten thousand pages need a few dozen of them. They are templates of their own, which
//! see only what they depend on, so that none can hold what belongs to one page.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tera::{Context, Value};

use crate::base::diagnostic::Diagnostic;
use crate::web::templates::Templates;

/// Pieces made so far, by template, way to the root and column.
#[derive(Default)]
pub(super) struct Furniture {
    made: Mutex<BTreeMap<(&'static str, String, String), Value>>,
}

impl Furniture {
    /// The piece made by this template for pages whose way to the root is `root`, in the column with
    /// this title (or none).
    ///
    /// # Errors
    /// A finding where the template cannot make it.
    pub(super) fn piece(
        &self,
        templates: &Templates,
        site: &Value,
        template: &'static str,
        (root, column): (&str, &str),
    ) -> Result<Value, Diagnostic> {
        // A panic while the map was held leaves it whole: it is only ever added to.
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (template, root.to_owned(), column.to_owned());
        if let Some(piece) = made.get(&key) {
            return Ok(piece.clone());
        }
        let mut context = Context::new();
        context.insert_value("site", site.clone());
        context.insert("root", root);
        context.insert("column", column);
        let bytes = templates.render(template, &context)?;
        let piece = Value::safe_string(&String::from_utf8_lossy(&bytes));
        made.insert(key, piece.clone());
        Ok(piece)
    }
}
