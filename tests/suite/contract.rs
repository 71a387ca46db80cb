//! The template contract, `docs/templates.md`: written from the view types, and every template named.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use crate::site::repository;

const BEGIN: &str = "<!-- views: written from src/view by the test suite -->\n";

/// A type of the views: its name, what it is, its fields with type and meaning.
struct View {
    name: String,
    about: String,
    fields: Vec<(String, String, String)>,
}

/// The structs of a source file with their documentation.
fn views(source: &str) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    let (mut about, mut inside) = (Vec::new(), false);
    for line in source.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/// ") {
            about.push(words);
        } else if let Some(rest) = line.strip_prefix("pub struct ") {
            let name = rest.split([' ', '<', '(']).next().unwrap().to_owned();
            views.push(View { name, about: about.join(" "), fields: Vec::new() });
            (about, inside) = (Vec::new(), rest.ends_with('{'));
        } else if let Some((name, kind)) =
            line.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")).filter(|_| inside)
        {
            let field = (name.to_owned(), said(kind.trim_end_matches(',')), about.join(" "));
            views.last_mut().unwrap().fields.push(field);
            about.clear();
        } else if !line.starts_with("#[") {
            inside &= line != "}";
            about.clear();
        }
    }
    views
}

/// A type in the words of somebody who writes templates.
fn said(kind: &str) -> String {
    let inner = |outer: &str| kind.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(kind) = inner("Option<") {
        return format!("{} or none", said(kind));
    }
    if let Some(kind) = inner("Vec<") {
        return format!("list of {}", said(kind));
    }
    match kind {
        "String" | "&'static str" => "text".to_owned(),
        "bool" => "true or false".to_owned(),
        "usize" | "f64" | "i32" | "u8" | "u32" => "number".to_owned(),
        _ if kind.contains("BTreeMap") => "map of LinkView".to_owned(),
        _ => kind.rsplit("::").next().unwrap().trim_matches(['[', ']']).to_owned(),
    }
}

/// Every view, in the order of the files.
fn all() -> Vec<View> {
    let folder = repository().join("src/view");
    let source = |file| fs::read_to_string(folder.join(format!("{file}.rs"))).unwrap();
    let files = ["site", "page", "kind", "brief", "list", "guide", "qr"];
    files.into_iter().flat_map(|file| views(&source(file))).collect()
}

fn written() -> String {
    let mut out = BEGIN.to_owned();
    for view in all() {
        let _ = write!(
            out,
            "\n### {}\n\n{}\n\n| name | holds | what |\n|---|---|---|\n",
            view.name, view.about
        );
        for (name, kind, about) in view.fields {
            let _ = writeln!(out, "| `{name}` | {kind} | {} |", about.replace('|', "\\|"));
        }
    }
    out
}

/// `src/view/fields.rs`: the names of all fields of all views.
fn names() -> String {
    let fields = all().into_iter().flat_map(|view| view.fields);
    let names: BTreeSet<String> = fields.map(|(name, ..)| name).collect();
    let mut out = "//! The names of all fields of all views, by which templates are judged. The test suite writes them\n\
        //! from the views, together with docs/templates.md.\n\n\
        /// In their order.\npub const FIELDS: &[&str] = &[\n"
        .to_owned();
    for name in names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    out + "];\n"
}

/// A file that is written from the views: as it should be, or written anew.
fn up_to_date(path: &str, whole: &str) {
    let file = repository().join(path);
    if std::env::var_os("LANTIAN_BLESS").is_some() {
        fs::write(&file, whole).unwrap();
        return;
    }
    let text = fs::read_to_string(&file).unwrap();
    assert!(text == whole, "{path} is out of date: LANTIAN_BLESS=1 cargo test writes it anew");
}

#[test]
fn the_contract_is_the_view_types() {
    let text = fs::read_to_string(repository().join("docs/templates.md")).unwrap();
    let (head, _) = text.split_once(BEGIN).expect("the mark before the generated part");
    up_to_date("docs/templates.md", &format!("{head}{}", written()));
    up_to_date("src/view/fields.rs", &names());
}

#[test]
fn the_contract_names_every_template_and_asset() {
    let text = fs::read_to_string(repository().join("docs/templates.md")).unwrap();
    let (head, _) = text.split_once(BEGIN).unwrap();
    for folder in ["templates/web", "templates/web/assets"] {
        for entry in fs::read_dir(repository().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(!name.contains('.') || head.contains(&format!("`{name}`")), "{name}");
        }
    }
}

#[test]
fn the_reading_of_types_sees_names_and_meanings() {
    let views = views(
        "/// `x` in\n/// templates.\n#[derive(Clone)]\npub struct A {\n    /// Words.\n    pub title: Option<Vec<String>>,\n}\n",
    );
    assert_eq!(views[0].about, "`x` in templates.");
    assert_eq!(
        views[0].fields[0],
        ("title".into(), "list of text or none".into(), "Words.".into())
    );
}
