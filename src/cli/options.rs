//! What was typed becomes what it means.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::base::date::Date;
use crate::base::text::{Lang, Text};
use crate::pipeline::{Edition, Order, Printing, is_web_address};
use crate::say;
use crate::scaffold::KindName;

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

/// The form of `check`'s result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Human,
    Json,
    Sarif,
}

/// What `check` needs beside the order.
#[derive(Debug)]
pub(super) struct Checking {
    pub(super) format: Format,
    /// An inspection instead: on the terminal, or as a page in this file.
    pub(super) inspection: Option<Option<PathBuf>>,
    pub(super) deny_warnings: bool,
}

/// What `build` needs beside the order.
#[derive(Debug)]
pub(super) struct Building {
    pub(super) out: PathBuf,
    pub(super) deny_warnings: bool,
    /// Whether texts get a compressed twin.
    pub(super) compress: bool,
    /// The archive to pack the site into.
    pub(super) zip: Option<PathBuf>,
}

/// What is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Notices,
    Contacts,
    Case,
}

/// What `import` needs beside the order.
#[derive(Debug)]
pub(super) struct Importing {
    pub(super) what: What,
    pub(super) file: String,
    pub(super) json: bool,
    /// Name of the newspaper.
    pub(super) source: Option<String>,
    /// Its page.
    pub(super) page: Option<String>,
    /// File name of the page, without `.md`.
    pub(super) name: Option<String>,
}

/// What is to be done.
#[derive(Debug)]
pub(super) enum Action {
    Init {
        folder: PathBuf,
    },
    New {
        kind: KindName,
        title: String,
        name: Option<String>,
    },
    Check(Checking),
    Build(Building),
    Print {
        out: PathBuf,
    },
    #[cfg(feature = "serve")]
    Serve {
        port: u16,
    },
    Verify {
        folder: PathBuf,
        manifest: Option<PathBuf>,
    },
    Import(Importing),
    Explain {
        code: Option<String>,
    },
    Completions {
        shell: clap_complete::Shell,
    },
}

/// Everything the command line says.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) root: PathBuf,
    pub(super) lang: Lang,
    pub(super) colour: Colour,
    pub(super) order: Order,
    pub(super) action: Action,
}

/// The language: `--lang`, else the locale, else Chinese. Looked up before the command line is
/// read, because its own errors must be said in it.
pub(super) fn language(arguments: &[OsString]) -> Lang {
    let mut typed = None;
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == "--lang" {
            typed = words.next().map(|lang| lang.into_owned());
        } else if let Some(lang) = word.strip_prefix("--lang=") {
            typed = Some(lang.to_owned());
        }
    }
    let chosen = typed.unwrap_or_else(locale);
    if chosen.starts_with("en") { Lang::En } else { Lang::Zh }
}

#[expect(clippy::disallowed_methods, reason = "the command line may read the environment")]
fn locale() -> String {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).unwrap_or_default()
}

impl Options {
    /// Understands what was typed; what cannot be meant is a sentence.
    pub(super) fn read(matches: &ArgMatches, lang: Lang) -> Result<Self, Text> {
        let Some((name, sub)) = matches.subcommand() else {
            return Err(say!(zh: "没有写命令", en: "no command was given"));
        };
        let text = |id: &str| sub.get_one::<String>(id).cloned();
        let root = PathBuf::from(text("root").unwrap_or_else(|| ".".to_owned()));
        let colour = match text("color").as_deref() {
            Some("always") => Colour::Always,
            Some("never") => Colour::Never,
            _ => Colour::Auto,
        };
        let order = order(name, sub)?;
        let action = action(name, sub, &root)?;
        Ok(Self { root, lang, colour, order, action })
    }
}

/// The value of an option that not every command has.
fn maybe(sub: &ArgMatches, id: &str) -> Option<String> {
    sub.try_get_one::<String>(id).ok().flatten().cloned()
}

fn flag(sub: &ArgMatches, id: &str) -> bool {
    sub.try_get_one::<bool>(id).ok().flatten().copied().unwrap_or(false)
}

fn order(name: &str, sub: &ArgMatches) -> Result<Order, Text> {
    let today = match maybe(sub, "date") {
        None => today_in_china(),
        Some(written) => Date::parse(&written).ok_or_else(|| {
            say!(
                zh: "--date 写作 2026-03-02，且确有这一天；写的是 {written}",
                en: "--date takes a day that exists, written 2026-03-02, but got {written}",
            )
        })?,
    };
    let print = match name {
        "print" => {
            let ids = sub.get_many::<String>("brochure");
            Printing::Press(ids.into_iter().flatten().cloned().collect())
        }
        "build" | "check" if !flag(sub, "no_print") => Printing::Downloads(Vec::new()),
        _ => Printing::Nothing,
    };
    let base_url = maybe(sub, "base_url");
    if let Some(url) = &base_url
        && !is_web_address(url)
    {
        return Err(say!(
            zh: "--base-url 是以 https:// 开头的网址，不含空格和引号；写的是 {url}",
            en: "--base-url is an address that starts with https://, without spaces and quotes, but got {url}",
        ));
    }
    let edition = maybe(sub, "edition");
    let edition = Edition::WORDS.into_iter().find(|(word, _)| Some(*word) == edition.as_deref());
    Ok(Order {
        today,
        drafts: flag(sub, "drafts"),
        base_url,
        web: name != "print",
        print,
        edition: edition.map(|(_, edition)| edition).unwrap_or_default(),
    })
}

/// China keeps one time, eight hours ahead, without summer time.
fn today_in_china() -> Date {
    let now = jiff::tz::offset(8).to_datetime(jiff::Timestamp::now()).date();
    // Every day jiff knows is a day we know.
    Date::new(now.year(), now.month(), now.day()).unwrap_or(Date::FIRST)
}

fn action(name: &str, sub: &ArgMatches, root: &Path) -> Result<Action, Text> {
    let text = |id: &str| maybe(sub, id);
    let out = |usual: &str| -> Result<PathBuf, Text> {
        let out = text("out").map_or_else(|| root.join(usual), PathBuf::from);
        outside_sources(&out, root)?;
        Ok(out)
    };
    let deny_warnings = flag(sub, "deny_warnings");
    Ok(match name {
        "init" => Action::Init { folder: text("dir").unwrap_or_default().into() },
        "new" => {
            let word = text("kind").unwrap_or_default();
            let kind = KindName::ALL.into_iter().find(|kind| kind.word() == word);
            Action::New {
                kind: kind.unwrap_or(KindName::Page),
                title: text("title").unwrap_or_default(),
                name: text("name"),
            }
        }
        "check" => {
            let format = match text("format").as_deref() {
                Some("json") => Format::Json,
                Some("sarif") => Format::Sarif,
                _ => Format::Human,
            };
            let inspection = text("inspection");
            let inspection = inspection.map(|file| (!file.is_empty()).then(|| file.into()));
            Action::Check(Checking { format, inspection, deny_warnings })
        }
        "build" => {
            let out = out("public")?;
            let zip =
                text("zip").map(|file| if file.is_empty() { beside(&out) } else { file.into() });
            if let Some(zip) = &zip {
                apart(zip, &out, root)?;
            }
            let compress = flag(sub, "compress");
            Action::Build(Building { out, deny_warnings, compress, zip })
        }
        "verify" => Action::Verify {
            folder: text("dir").unwrap_or_default().into(),
            manifest: text("manifest").map(PathBuf::from),
        },
        "print" => Action::Print { out: out("print")? },
        #[cfg(feature = "serve")]
        "serve" => Action::Serve { port: sub.get_one::<u16>("port").copied().unwrap_or(8000) },
        "import" => Action::Import(importing(sub)?),
        "explain" => Action::Explain { code: text("code") },
        "completions" => Action::Completions {
            shell: *sub
                .get_one::<clap_complete::Shell>("shell")
                .unwrap_or(&clap_complete::Shell::Bash),
        },
        _ => return Err(say!(zh: "没有命令 {name}", en: "there is no command {name}")),
    })
}

/// `public.zip` beside `public`.
fn beside(out: &Path) -> PathBuf {
    let name = out.file_name().map_or("public".into(), std::ffi::OsStr::to_string_lossy);
    out.with_file_name(format!("{name}.zip"))
}

/// An archive inside the folder it is made from would be packed into itself and go with the next
/// build; inside a folder of sources it would be published.
fn apart(zip: &Path, out: &Path, root: &Path) -> Result<(), Text> {
    if full(zip).starts_with(full(out)) {
        let out = out.display();
        return Err(say!(
            zh: "--zip 的文件不能放在输出文件夹 {out} 里面，请写到旁边",
            en: "the archive of --zip cannot lie inside the output folder {out}: put it beside",
        ));
    }
    outside_sources(zip, root)
}

fn full(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn importing(sub: &ArgMatches) -> Result<Importing, Text> {
    let text = |id: &str| maybe(sub, id);
    let what = match text("what").as_deref() {
        Some("contacts") => What::Contacts,
        Some("case") => What::Case,
        _ => What::Notices,
    };
    let name = text("name").map(|name| name.strip_suffix(".md").unwrap_or(&name).to_owned());
    if let Some(name) = &name
        && (name.is_empty() || name.contains(['/', '\\']) || name.starts_with('.'))
    {
        return Err(say!(
            zh: "--name 写一个文件名，不带文件夹；写的是 {name}",
            en: "--name takes a file name without a folder but got {name}",
        ));
    }
    Ok(Importing {
        what,
        file: text("file").unwrap_or_default(),
        json: text("format").as_deref() == Some("json"),
        source: text("source"),
        page: text("page"),
        name,
    })
}

/// Output inside a folder of sources would be read as content by the next build.
fn outside_sources(out: &Path, root: &Path) -> Result<(), Text> {
    let out = full(out);
    for folder in ["content", "templates", "static", "fonts"] {
        if out.starts_with(full(&root.join(folder))) {
            return Err(say!(
                zh: "输出文件夹不能在 {folder}/ 里面",
                en: "the output folder cannot lie inside {folder}/",
            ));
        }
    }
    Ok(())
}
