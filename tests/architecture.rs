//! The walls of the house: which floor may use which, how long a file may be, how it opens.
//!
//! The plan below is the truth; `docs/architecture.md` shows the same table and a test compares
//! them, so that the prose cannot rot.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may stop at once")]

use std::fs;
use std::path::{Path, PathBuf};

/// Floor, and the floors it may import. Order: from the ground up.
const PLAN: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("report", &["base"]),
    ("publish", &["base"]),
    ("domain", &["base"]),
    ("picture", &["base"]),
    ("syntax", &["base", "domain"]),
    ("load", &["base", "domain", "picture", "syntax"]),
    ("model", &["base", "domain", "picture"]),
    ("check", &["base", "domain", "model"]),
    ("view", &["base", "domain", "model", "picture"]),
    ("web", &["base", "domain", "model", "picture", "view"]),
    ("print", &["base", "domain", "model", "picture", "view"]),
    ("inspect", &["base", "domain", "model", "web"]),
    (
        "pipeline",
        &["base", "domain", "picture", "load", "model", "check", "web", "print", "inspect"],
    ),
    ("serve", &["base", "report", "publish", "pipeline"]),
    ("import", &["base", "domain", "syntax"]),
    ("scaffold", &["base", "domain"]),
    ("cli", &["base", "report", "publish", "pipeline", "serve", "import", "scaffold"]),
];

/// Lines a file may have, tests included.
const LONGEST: usize = 500;

/// Names that say nothing about what is inside.
const BANNED: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "misc"];

fn rust_files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    files
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// `src/web/html.rs` → `web`; `src/pipeline.rs` → `pipeline`.
fn floor(file: &str) -> Option<&str> {
    let rest = file.strip_prefix("src/")?;
    let name = rest.split('/').next()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    (!matches!(name, "lib" | "main")).then_some(name)
}

/// Floors named after `crate::` in a file, whether in one path or in a group.
fn imports(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut found = Vec::new();
    for part in code.split("crate::").skip(1) {
        let names: Vec<&str> = match part.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or("").split(',').collect(),
            None => vec![part],
        };
        for name in names {
            let name: String =
                name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !name.is_empty() && name != "say" {
                found.push(name);
            }
        }
    }
    found
}

#[test]
fn floors_import_only_floors_below() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some(floor) = floor(&file) else { continue };
        let Some((_, allowed)) = PLAN.iter().find(|(name, _)| *name == floor) else {
            wrong.push(format!("{file}: the floor `{floor}` is not in the plan"));
            continue;
        };
        for import in imports(&text) {
            if import != floor && !allowed.contains(&import.as_str()) {
                wrong.push(format!("{file}: may not import crate::{import}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_scan_sees_a_breach() {
    assert_eq!(imports("use crate::web::html;\n// crate::print\n"), ["web"]);
    assert_eq!(imports("use crate::{base::text, web::{a}};"), ["base", "web"]);
    assert_eq!(imports("let x = crate::load::load();"), ["load"]);
}

#[test]
fn files_are_short_and_say_why_they_exist() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let lines = text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{file}: {lines} lines, {LONGEST} at the most"));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{file}: does not open with //!"));
        }
        let names = file.split(['/', '.']).filter(|part| BANNED.contains(part));
        wrong.extend(names.map(|name| format!("{file}: `{name}` says nothing")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_document_shows_this_plan() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
    let text = fs::read_to_string(path).unwrap();
    for (floor, allowed) in PLAN {
        let list = if allowed.is_empty() { "–".to_owned() } else { allowed.join(", ") };
        let row = format!("| `{floor}` | {list} |");
        assert!(text.contains(&row), "docs/architecture.md lacks the row {row}");
    }
}
