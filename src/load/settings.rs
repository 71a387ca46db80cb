//! site.toml becomes [`Settings`].

use std::path::Path;
use std::sync::Arc;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Reported, Severity};
use crate::base::fault::Fault;
use crate::base::files;
use crate::base::record::{Fields, Record, Value, nearest};
use crate::base::span::{SourceId, Span, Spanned};
use crate::domain::brochure::Brochure;
use crate::domain::identifier::phone::HOTLINE;
use crate::domain::settings::{
    Attachment, CheckSettings, ColumnDays, Hardship, Identity, Mark, NoticeTerms, PrintSettings,
    Settings, Signer, is_web_address,
};
use crate::load::{Memory, text};
use crate::say;
use crate::syntax;

/// What site.toml says, and its number where there is one.
pub(super) type Told = (Arc<Settings>, Option<SourceId>);

/// Reads `root/site.toml`. Without one there are default settings and a finding.
pub(super) fn load(root: &Path, memory: &mut Memory) -> Result<Reported<Told>, Fault> {
    let path = root.join("site.toml");
    if !files::exists(&path) {
        let folder = root.display();
        let finding = Diagnostic::general(
            Code::NoSettings,
            say!(zh: "文件夹 `{folder}` 里没有 site.toml", en: "the folder `{folder}` has no site.toml"),
        )
        .hint(say!(
            zh: "用 --root 指出网站文件夹；要新建网站，用 `lantian init 文件夹名`",
            en: "name the site's folder with --root, or make a new site with `lantian init DIR`",
        ));
        return Ok(Reported::new((Arc::new(complete(Settings::default())), None), vec![finding]));
    }
    let bytes = files::read(&path).map_err(|cause| {
        Fault::at(say!(zh: "读取设置", en: "reading the settings"), &path, cause)
    })?;
    let id = memory.number("site.toml");
    let mut found = Vec::new();
    let text = text::decode(id, bytes).drain_into(&mut found);
    found.extend(super::citizen_ids(id, &text));
    let read = syntax::toml::record(id, &text, 0..text.len());
    // A remark, such as one about the encoding, loses no line.
    let lost = |finding: &Diagnostic| {
        finding.code != Code::BadDate && finding.code.severity() == Severity::Error
    };
    let faulty = read.diagnostics.iter().chain(&found).any(lost);
    let record = read.drain_into(&mut found);
    let known = found.len();
    let settings = understand(&record, Span::file(id), &mut found);
    if faulty {
        let late = found.split_off(known);
        found.extend(late.into_iter().filter(|finding| finding.code != Code::MissingKey));
    }
    Ok(Reported::new((Arc::new(complete(settings)), Some(id)), found))
}

/// Fills in what a site need not say.
fn complete(mut settings: Settings) -> Settings {
    if settings.identity.hotline.is_empty() {
        HOTLINE.clone_into(&mut settings.identity.hotline);
    }
    if settings.identity.language.is_empty() {
        "zh-CN".clone_into(&mut settings.identity.language);
    }
    if settings.web.page_size == 0 {
        settings.web.page_size = 20;
    }
    if !settings.web.base_url.is_empty() && !settings.web.base_url.ends_with('/') {
        settings.web.base_url.push('/');
    }
    settings
}

fn understand(record: &Record, at: Span, found: &mut Vec<Diagnostic>) -> Settings {
    let mut fields = Fields::new(record, at, say!(zh: "site.toml", en: "site.toml"), found);
    let mut settings = Settings::default();
    let site = say!(zh: "[site] 一段", en: "[site] section");
    if !fields.has("site") {
        fields.missing("site.title", "\"某县法律援助中心\"");
    }
    fields.group("site", site, |fields| read_site(fields, &mut settings));
    let publisher = say!(zh: "[publisher] 一段", en: "[publisher] section");
    fields.group("publisher", publisher, |fields| read_publisher(fields, &mut settings.identity));
    fields.group("hotline", say!(zh: "[hotline] 一段", en: "[hotline] section"), |fields| {
        if let Some(number) = fields.text("number") {
            settings.identity.hotline = number.value;
        }
    });
    let hardship = say!(zh: "[hardship] 一段", en: "[hardship] section");
    if let Some(hardship) = fields.group("hardship", hardship, read_hardship) {
        settings.hardship = hardship;
    }
    fields.group("notices", say!(zh: "[notices] 一段", en: "[notices] section"), |fields| {
        let days = |count: Option<Spanned<u64>>, usual: u32| {
            count.map_or(usual, |days| u32::try_from(days.value).unwrap_or(u32::MAX))
        };
        let usual = NoticeTerms::default();
        settings.notices = NoticeTerms {
            list_days: days(fields.count("list_days"), usual.list_days),
            page_days: days(fields.count("page_days"), usual.page_days),
        };
    });
    fields.group("search", say!(zh: "[search] 一段", en: "[search] section"), |fields| {
        settings.web.synonyms = read_synonyms(fields);
    });
    settings.check = read_check(&mut fields);
    fields.group("print", say!(zh: "[print] 一段", en: "[print] section"), |fields| {
        settings.print = PrintSettings { serif: fields.text("serif"), sans: fields.text("sans") };
    });
    let brochure = say!(zh: "印品 [[brochure]]", en: "brochure");
    settings.brochures = fields.groups("brochure", &brochure, Brochure::read);
    let attachment = say!(zh: "看过的附件 [[attachment]]", en: "attachment looked at");
    settings.attachments = fields.groups("attachment", &attachment, Attachment::read);
    same_ids(&settings.brochures, &mut fields);
    fields.finish();
    settings
}

fn read_site(fields: &mut Fields<'_>, settings: &mut Settings) {
    let title = fields.required_text("title", "某县法律援助中心");
    settings.identity.title = title.map(|title| title.value).unwrap_or_default();
    settings.identity.tagline = plain(fields.text("tagline"));
    settings.identity.language = plain(fields.text("language")).unwrap_or_default();
    let base = web_address(fields, "base_url", "https://www.example.gov.cn/flyz/");
    settings.web.base_url = base.unwrap_or_default();
    if let Some(size) = fields.count("page_size") {
        if (1..=500).contains(&size.value) {
            settings.web.page_size = usize::try_from(size.value).unwrap_or(20);
        } else {
            fields.bad_value(size.span, "page_size", &size.value.to_string(), &["1 … 500"]);
        }
    }
}

/// An address of the web; anything else, such as `javascript:`, is a finding.
fn web_address(fields: &mut Fields<'_>, key: &'static str, example: &str) -> Option<String> {
    let address = fields.text(key)?;
    if is_web_address(&address.value) {
        return Some(address.value);
    }
    fields.bad_value(address.span, key, &address.value, &[example]);
    None
}

fn read_publisher(fields: &mut Fields<'_>, identity: &mut Identity) {
    identity.sponsor = plain(fields.text("sponsor"));
    identity.organiser = plain(fields.text("organiser"));
    identity.contact = plain(fields.text("contact"));
    identity.icp = plain(fields.text("icp"));
    identity.police = plain(fields.text("police"));
    let code = fields.text("site_code");
    if let Some(code) = code.as_ref().filter(|code| !is_site_code(&code.value)) {
        let written = &code.value;
        let message =
            say!(zh: "网站标识码 `{written}` 的写法不对", en: "`{written}` is no site code");
        fields.report(Diagnostic::new(Code::BadSiteCode, code.span, message).hint(say!(
            zh: "写作 10 位数字，例如 `3411250000`，以主管部门发的为准",
            en: "write ten digits, such as `3411250000`, as it was issued to you",
        )));
    }
    identity.site_code = plain(code);
    let mark = say!(zh: "页脚标识 [[publisher.mark]]", en: "footer mark");
    identity.marks = fields.groups("mark", &mark, |mark| {
        let image = mark.required_text("image", "marks/dzjg.png");
        let name = mark.required_text("name", "党政机关网站标识");
        let href = web_address(mark, "href", "https://…");
        Some(Mark { image: image?, name: name?.value, href })
    });
    identity.error_report = web_address(fields, "error_report", "https://…");
}

/// Ten digits, the first six an area; `bm` and eight digits for ministries (国办发〔2017〕47号).
fn is_site_code(code: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let ministry = code.strip_prefix("bm").is_some_and(|rest| rest.len() == 8 && digits(rest));
    ministry || (code.len() == 10 && digits(code))
}

fn read_hardship(fields: &mut Fields<'_>) -> Hardship {
    Hardship {
        text: plain(fields.text("text")),
        basis: plain(fields.text("basis")),
        in_force_from: fields.date("in_force_from"),
        checked_on: fields.date("checked_on"),
        checked_by: plain(fields.text("checked_by")),
    }
}

fn plain(text: Option<Spanned<String>>) -> Option<String> {
    text.map(|text| text.value)
}

/// Lines of at least two words that mean the same.
fn read_synonyms(fields: &mut Fields<'_>) -> Vec<Vec<String>> {
    const SHAPE: &[&str] = &["[[\"讨薪\", \"劳动报酬\"]]"];
    let Some(value) = fields.raw("synonyms") else { return Vec::new() };
    let word = |value: &Spanned<Value>| match &value.value {
        Value::Text(word) if !word.trim().is_empty() => Some(word.trim().to_owned()),
        _ => None,
    };
    let line = |value: &Spanned<Value>| match &value.value {
        Value::Array(words) if words.len() > 1 => words.iter().map(word).collect(),
        _ => None,
    };
    let lines: Option<Vec<Vec<String>>> = match &value.value {
        Value::Array(lines) => lines.iter().map(line).collect(),
        _ => None,
    };
    if lines.is_none() {
        fields.bad_value(value.span, "synonyms", "…", SHAPE);
    }
    lines.unwrap_or_default()
}

/// `[check]`: codes and their levels, and the terms of checks.
fn read_check(fields: &mut Fields<'_>) -> CheckSettings {
    let mut settings = CheckSettings::default();
    let Some(value) = fields.raw("check") else { return settings };
    let Value::Table(record) = &value.value else {
        fields.bad_value(value.span, "check", "…", &["[check]"]);
        return settings;
    };
    for (key, value) in &record.entries {
        if term(key, value, &mut settings, fields) {
            continue;
        }
        let Some(code) = Code::find(&key.value).filter(|code| code.adjustable()) else {
            fields.report(unknown_code(key));
            continue;
        };
        let level = match &value.value {
            Value::Text(level) => match level.as_str() {
                "error" => Some(Some(Severity::Error)),
                "warning" => Some(Some(Severity::Warning)),
                "off" => Some(None),
                _ => None,
            },
            _ => None,
        };
        match level {
            Some(level) => drop(settings.levels.insert(code, level)),
            None => fields.bad_value(value.span, code.id(), "…", &["error", "warning", "off"]),
        }
    }
    settings
}

/// Reads a term of the checks; false where the key is none.
fn term(
    key: &Spanned<Box<str>>,
    value: &Spanned<Value>,
    settings: &mut CheckSettings,
    fields: &mut Fields<'_>,
) -> bool {
    match &*key.value {
        "review" => read_roles(value, settings, fields),
        "contact_days" => count(key, value, "180", fields, |days| settings.contact_days = days),
        "home_days" => count(key, value, "14", fields, |days| settings.home_days = days),
        "column_days" => read_column_days(key, value, &mut settings.column_days, fields),
        "sentence_length" => count(key, value, "60", fields, |characters| {
            settings.sentence_length = characters as usize;
        }),
        _ => return false,
    }
    true
}

/// Reads a whole number above nought.
fn count(
    key: &Spanned<Box<str>>,
    value: &Spanned<Value>,
    usual: &str,
    fields: &mut Fields<'_>,
    keep: impl FnOnce(u32),
) {
    match value.value {
        Value::Integer(count) if count > 0 => keep(u32::try_from(count).unwrap_or(u32::MAX)),
        _ => fields.bad_value(value.span, &key.value, "…", &[usual]),
    }
}

/// `column_days = 180` for all columns, `column_days = { articles = 14 }` for single ones.
fn read_column_days(
    key: &Spanned<Box<str>>,
    value: &Spanned<Value>,
    days: &mut ColumnDays,
    fields: &mut Fields<'_>,
) {
    let Value::Table(columns) = &value.value else {
        return count(key, value, "180", fields, |all| days.all = Some(all));
    };
    for (column, value) in &columns.entries {
        count(column, value, "180", fields, |own| {
            days.named.push((Spanned::new(column.value.to_string(), column.span), own));
        });
    }
}

/// `review = ["editor", "legal"]`: whose signatures are wanted.
fn read_roles(value: &Spanned<Value>, settings: &mut CheckSettings, fields: &mut Fields<'_>) {
    let words = Signer::WORDS.map(|(word, _)| word);
    let items = match &value.value {
        Value::Array(items) => items.as_slice(),
        _ => std::slice::from_ref(value),
    };
    for item in items {
        let Value::Text(written) = &item.value else {
            fields.bad_value(item.span, "review", "…", &words);
            continue;
        };
        match Signer::WORDS.iter().find(|(word, _)| word == written) {
            Some((_, role)) => settings.review.push(*role),
            None => fields.bad_value(item.span, "review", written, &words),
        }
    }
}

fn unknown_code(key: &Spanned<Box<str>>) -> Diagnostic {
    let name = &key.value;
    let fixed = Code::find(name).is_some();
    let message = if fixed {
        say!(zh: "{name} 的级别不能改", en: "the level of {name} cannot be changed")
    } else {
        say!(zh: "没有代码 {name}", en: "there is no code {name}")
    };
    let finding = Diagnostic::new(Code::UnknownCode, key.span, message);
    let known = Code::ALL.iter().filter(|code| code.adjustable()).map(|code| code.id());
    match nearest(name, known).filter(|_| !fixed) {
        Some(near) => finding.hint(say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?")),
        None => finding.hint(say!(
            zh: "能改的是 C 开头的代码（C301 除外），见 `lantian explain`",
            en: "codes that start with C can be changed, except C301; see `lantian explain`",
        )),
    }
}

/// Two brochures of one name would overwrite each other.
fn same_ids(brochures: &[Brochure], fields: &mut Fields<'_>) {
    for (number, brochure) in brochures.iter().enumerate() {
        let id = &brochure.id;
        if brochures[..number].iter().any(|other| other.id.value == id.value) {
            let name = &id.value;
            fields.report(
                Diagnostic::new(
                    Code::SameAddress,
                    id.span,
                    say!(zh: "印品 `{name}` 已经有了", en: "there is a brochure `{name}` already"),
                )
                .hint(say!(zh: "换一个 id", en: "choose another id")),
            );
        }
    }
}
