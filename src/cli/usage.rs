//! Wrong usage, said in the reader's language: clap's own sentences are English.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::base::text::{Lang, Text};
use crate::cli::options::Colour;
use crate::cli::terminal::{Terminal, say_error};
use crate::say;

/// Prints help or what was wrong, and gives the exit code.
pub(super) fn explain(error: &clap::Error, lang: Lang) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Terminal::new(lang, Colour::Never).raw(help(error, lang).as_bytes());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Terminal::new(lang, Colour::Never).line(help(error, lang).trim_end());
            ExitCode::from(2)
        }
        _ => {
            say_error(lang, &sentence(error));
            let hint = match lang {
                Lang::Zh => "看用法：lantian --help",
                Lang::En => "for usage see lantian --help",
            };
            Terminal::new(lang, Colour::Never).line(hint);
            ExitCode::from(2)
        }
    }
}

/// Help as clap renders it; the one word of its own that it puts into every usage line is English.
fn help(error: &clap::Error, lang: Lang) -> String {
    let text = error.render().to_string();
    match lang {
        Lang::Zh => text.replace("[OPTIONS]", "[选项]"),
        Lang::En => text,
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(list) => Some(list.join("、")),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn sentence(error: &clap::Error) -> Text {
    let get = |kind| context(error, kind).unwrap_or_default();
    let typed = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let near = |kind| {
        context(error, kind).map_or((String::new(), String::new()), |near| {
            (format!("；是否想写 {near}？"), format!("; did you mean {near}?"))
        })
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let (zh, en) = near(ContextKind::SuggestedArg);
            say!(zh: "没有选项 {typed}{zh}", en: "there is no option {typed}{en}")
        }
        ErrorKind::InvalidSubcommand => {
            let word = get(ContextKind::InvalidSubcommand);
            let (zh, en) = near(ContextKind::SuggestedSubcommand);
            say!(zh: "没有命令 {word}{zh}", en: "there is no command {word}{en}")
        }
        ErrorKind::MissingRequiredArgument => {
            say!(zh: "还缺 {typed}", en: "{typed} is missing")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let list = get(ContextKind::ValidValue);
            let (zh, en) = if list.is_empty() {
                (String::new(), String::new())
            } else {
                (format!("；可以写：{list}"), format!("; possible values: {list}"))
            };
            let value = if value.is_empty() { "…".to_owned() } else { value };
            say!(zh: "{typed} 不能是 {value}{zh}", en: "{typed} cannot be {value}{en}")
        }
        ErrorKind::ArgumentConflict => {
            say!(zh: "{typed} 写了两次，或与别的选项冲突", en: "{typed} was given twice or clashes with another option")
        }
        _ => {
            let text = error.render().to_string();
            let first = text.lines().next().unwrap_or_default().to_owned();
            say!(zh: "用法不对：{first}", en: "wrong usage: {first}")
        }
    }
}
