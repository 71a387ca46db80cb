//! Footnotes and endnotes: their texts stand in parts of their own, and the text only says their number.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::import::package::{Step, attribute};

/// Texts of notes by their kind and id, and in the order in which the text calls them.
#[derive(Debug, Default)]
pub(super) struct Notes {
    texts: BTreeMap<(bool, String), String>,
    pub(super) called: Vec<String>,
}

/// What an id is the id of: the two kinds count for themselves.
fn end(name: &str) -> bool {
    name.starts_with("endnote")
}

impl Notes {
    /// Reads the texts of a part with the reader of the write-up.
    pub(super) fn read(&mut self, steps: &[Step], reader: &mut Reader) {
        let mut open = None;
        for step in steps {
            match step {
                Step::Open(name, attributes) if matches!(name.as_str(), "footnote" | "endnote") => {
                    // The line over the notes is kept as a note of its own.
                    let plain = matches!(attribute(attributes, "type"), None | Some("normal"));
                    let id = attribute(attributes, "id").filter(|_| plain);
                    open = id.map(|id| (end(name), id.to_owned()));
                }
                Step::Close(name) if matches!(name.as_str(), "footnote" | "endnote") => {
                    let text = reader.drained();
                    if let Some(key) = open.take()
                        && !text.is_empty()
                    {
                        self.texts.insert(key, text);
                    }
                }
                _ if open.is_some() => reader.step(step),
                _ => {}
            }
        }
    }

    /// The place of a note among those that are called; none where it has no text.
    pub(super) fn call(&mut self, reference: &str, id: &str) -> Option<usize> {
        let text = self.texts.get(&(end(reference), id.to_owned()))?;
        self.called.push(text.clone());
        Some(self.called.len() - 1)
    }
}
