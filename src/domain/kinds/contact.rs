//! 联系方式: an office, its numbers and hours, and when somebody last checked them.

use crate::base::date::Date;
use crate::base::record::Fields;
use crate::base::span::Spanned;
use crate::say;

/// What an office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the labels below say what each is")]
pub enum Role {
    Hotline,
    Centre,
    Window,
    Station,
    Duty,
}

impl Role {
    /// The words in front matter.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("centre", Self::Centre),
        ("window", Self::Window),
        ("station", Self::Station),
        ("hotline", Self::Hotline),
        ("duty", Self::Duty),
    ];

    /// The word in front matter and style classes.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, role)| *role == self).map_or("", |(word, _)| word)
    }

    /// What a citizen reads.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Hotline => "热线",
            Self::Centre => "法律援助中心",
            Self::Window => "服务窗口",
            Self::Station => "乡镇工作站",
            Self::Duty => "值班律师",
        }
    }
}

/// A number to call.
#[derive(Clone, Debug)]
pub struct Phone {
    /// What it is for: 值班电话.
    pub label: Option<Spanned<String>>,
    /// The number as people write it.
    pub number: Spanned<String>,
    /// When somebody answers, where that differs from the office's hours.
    pub hours: Option<Spanned<String>>,
}

/// A contact page.
#[derive(Clone, Debug)]
pub struct Contact {
    /// What it is.
    pub role: Option<Spanned<Role>>,
    /// Name where it differs from the title.
    pub name: Option<Spanned<String>>,
    /// Township it serves.
    pub township: Option<Spanned<String>>,
    /// Where it is.
    pub address: Option<Spanned<String>>,
    /// When it is open.
    pub hours: Option<Spanned<String>>,
    /// How to get there.
    pub directions: Option<Spanned<String>>,
    /// Longitude and latitude in degrees, as written.
    pub geo: Option<[String; 2]>,
    /// When somebody last called and looked.
    pub checked_on: Option<Spanned<Date>>,
    /// Who.
    pub checked_by: Option<Spanned<String>>,
    /// A made-up entry, shown as such everywhere.
    pub sample: bool,
    /// Its numbers.
    pub phones: Vec<Phone>,
}

impl Contact {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        Self {
            role: fields.choice("role", &Role::WORDS),
            name: fields.text("name"),
            township: fields.text("township"),
            address: fields.text("address"),
            hours: fields.text("hours"),
            directions: fields.text("directions"),
            geo: geo(fields),
            checked_on: fields.date("checked_on"),
            checked_by: fields.text("checked_by"),
            sample: fields.boolean("sample").is_some_and(|sample| sample.value),
            phones: fields.groups("phone", &say!(zh: "电话 [[phone]]", en: "phone"), |phone| {
                let label = phone.text("label");
                let number = phone.required_text("number", "0550-0000000");
                let hours = phone.text("hours");
                Some(Phone { label, number: number?, hours })
            }),
        }
    }
}

/// Longitude and latitude of a place in China; the bounds also tell when they are swapped.
fn geo(fields: &mut Fields<'_>) -> Option<[String; 2]> {
    let written = fields.texts("geo");
    let (first, last) = (written.first()?, written.last()?);
    let within = |text: &Spanned<String>, low: f64, high: f64| {
        text.value.trim().parse().is_ok_and(|degrees: f64| (low..=high).contains(&degrees))
    };
    if written.len() == 2 && within(first, 73.0, 136.0) && within(last, 3.0, 54.0) {
        return Some([&first.value, &last.value].map(|degrees| degrees.trim().to_owned()));
    }
    let said: Vec<_> = written.iter().map(|text| text.value.as_str()).collect();
    let at = first.span;
    fields.bad_value(at, "geo", &said.join(", "), &["[\"117.68\", \"32.53\"]"]);
    None
}
