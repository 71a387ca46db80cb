//! What the heaviest case costs a phone, said after every build: a budget nobody sees is not kept.

use std::sync::{Mutex, PoisonError};

use crate::base::artifact::Artifact;
use crate::base::text::Text;
use crate::base::weight::{compressed, over};
use crate::say;

/// The heaviest case and the style, noted as files are made, from any thread.
#[derive(Default)]
pub(super) struct Weights {
    case: Mutex<Option<Artifact>>,
    style: Mutex<Option<Artifact>>,
}

impl Weights {
    /// Looks at a finished file.
    pub(super) fn note(&self, file: &Artifact) {
        let path = file.path.as_str();
        let name = path.strip_prefix("cases/").and_then(|name| name.strip_suffix(".html"));
        let list = |name: &str| name.contains('/') || name == "index" || name.starts_with("page-");
        let slot = match name {
            Some(name) if !list(name) => &self.case,
            _ if path.starts_with("assets/style-") => &self.style,
            _ => return,
        };
        let mut held = slot.lock().unwrap_or_else(PoisonError::into_inner);
        // Of two alike the first by name, so that every build says the same.
        let heavier = held.as_ref().is_none_or(|known| {
            (known.bytes.len(), path) < (file.bytes.len(), known.path.as_str())
        });
        if heavier {
            *held = Some(file.clone());
        }
    }

    /// A sentence about the heaviest case; none where there is no case.
    pub(super) fn words(&self) -> Option<Text> {
        let held = |slot: &Mutex<Option<Artifact>>| {
            slot.lock().unwrap_or_else(PoisonError::into_inner).take()
        };
        let (case, style) = (held(&self.case)?, held(&self.style)?);
        let bytes = case.bytes.len() + style.bytes.len();
        let small = compressed(&case.bytes) + compressed(&style.bytes);
        let kb = |bytes: usize| format!("{}.{}", bytes / 1000, bytes % 1000 / 100);
        let (path, sum, less) = (&case.path, kb(bytes), kb(small));
        let mut words = say!(
            zh: "最重的案例 {path} 连样式 {sum} kB，压缩后 {less} kB",
            en: "the heaviest case, {path}, is {sum} kB with its style, {less} kB compressed",
        );
        if over(bytes, small) {
            words.zh.push_str("，超过 30 kB（压缩后 12 kB），老手机打开慢");
            words.en.push_str(": over 30 kB (12 kB compressed), slow on an old phone");
        }
        Some(words)
    }
}
