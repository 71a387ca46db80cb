//! Facts: what is written once and referred to everywhere else.
//!
//! A phone number lives in `contacts/`, the income standard in site.toml, a figure in
//! `statistics/`. Text refers to them by dotted names, `{{ contact.centre.phone }}`. A reference
//! that leads nowhere is an error, because a hole on paper cannot be mended.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::record::nearest;
use crate::base::span::Span;
use crate::domain::fact;
use crate::domain::kind::Kind;
use crate::domain::kinds::contact::Contact;
use crate::domain::page::Page;
use crate::domain::settings::Settings;
use crate::model::site::Found;
use crate::say;

/// Every fact of the site by its dotted name.
#[derive(Debug, Default)]
pub struct Facts {
    values: BTreeMap<String, String>,
}

impl Facts {
    /// Gathers the facts of settings, contacts and statistics.
    #[must_use]
    pub(super) fn gather(settings: &Settings, pages: &[Arc<Page>]) -> Self {
        let mut facts = Self::default();
        facts.add_settings(settings);
        for page in pages {
            match &page.kind {
                Kind::Contact(contact) => facts.add_contact(page, contact),
                Kind::Statistics(statistics) => {
                    for figure in &statistics.figures {
                        let name = format!("figure.{}.{}", page.stem(), figure.id.value);
                        facts.values.insert(name, plain_number(figure.value.value));
                    }
                }
                _ => {}
            }
        }
        facts
    }

    fn add_settings(&mut self, settings: &Settings) {
        let identity = &settings.identity;
        let hardship = &settings.hardship;
        let day = |date: &Option<crate::base::span::Spanned<crate::base::date::Date>>| {
            date.as_ref().map(|date| words(date.value))
        };
        let named = [
            ("site.title", Some(identity.title.clone())),
            ("hotline.number", Some(identity.hotline.clone())),
            ("publisher.sponsor", identity.sponsor.clone()),
            ("publisher.organiser", identity.organiser.clone()),
            ("publisher.contact", identity.contact.clone()),
            ("hardship.text", hardship.text.clone()),
            ("hardship.basis", hardship.basis.clone()),
            ("hardship.in_force_from", day(&hardship.in_force_from)),
            ("hardship.checked_on", day(&hardship.checked_on)),
            ("hardship.checked_by", hardship.checked_by.clone()),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                self.values.insert(name.to_owned(), value);
            }
        }
    }

    fn add_contact(&mut self, page: &Page, contact: &Contact) {
        let text = |text: &Option<crate::base::span::Spanned<String>>| {
            text.as_ref().map(|text| text.value.clone())
        };
        let named = [
            ("name", text(&contact.name).or_else(|| Some(page.head.title.value.clone()))),
            ("phone", contact.phones.first().map(|phone| phone.number.value.clone())),
            ("address", text(&contact.address)),
            ("hours", text(&contact.hours)),
            ("township", text(&contact.township)),
            ("directions", text(&contact.directions)),
            ("checked_on", contact.checked_on.as_ref().map(|date| words(date.value))),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                self.values.insert(format!("contact.{}.{name}", page.stem()), value);
            }
        }
    }

    /// The value of a fact.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// A text with its references filled in; an unknown one (reported elsewhere) shows as `？`.
    #[must_use]
    pub fn fill<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if memchr::memchr(b'{', text.as_bytes()).is_none() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (range, name) in fact::scan(text) {
            out.push_str(&text[done..range.start]);
            out.push_str(name.ok().and_then(|name| self.get(name)).unwrap_or("？"));
            done = range.end;
        }
        out.push_str(&text[done..]);
        Cow::Owned(out)
    }

    /// Every reference of a page that leads nowhere, front matter included, to be reported by
    /// [`Facts::unknown`]; those that are no names are reported at once.
    pub(super) fn dangling<'p>(&self, page: &'p Page, found: &mut Found) -> Vec<(&'p str, Span)> {
        let body = page.body.facts.iter();
        let mut names: Vec<_> = body.map(|reference| (&*reference.name, reference.span)).collect();
        page.record.each_text(&mut |text, span| {
            for (_, name) in fact::scan(text) {
                match name {
                    Ok(name) => names.push((name, span)),
                    Err(()) => found.push(malformed(span)),
                }
            }
        });
        names.retain(|(name, _)| !self.values.contains_key(*name));
        names
    }

    /// The finding about a reference that leads nowhere; `suggest` looks through all names for the
    /// one that was meant.
    pub(super) fn unknown(&self, (name, at): (&str, Span), suggest: bool) -> Diagnostic {
        let message = say!(zh: "没有可引用的内容 `{name}`", en: "there is no fact named `{name}`");
        let finding = Diagnostic::new(Code::UnknownFact, at, message);
        let known = self.values.keys().map(String::as_str);
        if let Some(near) = suggest.then(|| nearest(name, known.clone())).flatten() {
            return finding.hint(say!(zh: "是否想写 `{near}`？", en: "did you mean `{near}`?"));
        }
        let group = name.split('.').next().unwrap_or(name);
        let alike = known.filter(|known| known.split('.').next() == Some(group));
        let mut list: Vec<_> = alike.take(8).collect();
        if list.is_empty() {
            list =
                vec!["hotline.number", "hardship.text", "contact.文件名.phone", "figure.文件名.id"];
        }
        finding.hint(say!(zh: "可以引用：{list}", en: "known facts: {list}", list list = list))
    }
}

fn malformed(at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::BadFactReference,
        at,
        say!(zh: "`{{{{ … }}}}` 里不是一个名字", en: "there is no name inside `{{{{ … }}}}`"),
    )
    .hint(say!(
        zh: "写作 `{{{{ contact.centre.phone }}}}`",
        en: "write `{{{{ contact.centre.phone }}}}`",
    ))
}

fn words(date: crate::base::date::Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// A figure as people write it in a sentence: whole numbers without a decimal point.
fn plain_number(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value}") }
}
