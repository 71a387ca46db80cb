//! Front matter written by the program: keys in the order given, text quoted as TOML wants it.

use std::fmt::Write;

/// The lines between `+++` and `+++`.
#[derive(Debug, Default)]
pub struct Front(String);

impl Front {
    /// A key with text.
    pub fn text(&mut self, key: &str, text: &str) {
        self.raw(key, &quoted(text));
    }

    /// A key with what is TOML already.
    pub fn raw(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    /// A key with a list of texts.
    pub fn list(&mut self, key: &str, texts: &[&str]) {
        let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        self.raw(key, &format!("[{}]", texts.join(", ")));
    }

    /// The next of the groups `[[name]]`; a blank line before those of the first level.
    pub fn group(&mut self, name: &str) {
        let blank = if name.contains('.') { "" } else { "\n" };
        let _ = writeln!(self.0, "{blank}[[{name}]]");
    }

    /// The whole page, with its body.
    #[must_use]
    pub fn page(&self, body: &str) -> String {
        let body = if body.is_empty() { String::new() } else { format!("\n{body}") };
        format!("+++\n{}+++\n{body}", self.0)
    }
}

/// Text in quotation marks, what TOML reserves escaped.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
