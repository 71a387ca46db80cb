//! 申请渠道: a way to apply, what to bring there and what happens then.

use crate::base::record::Fields;
use crate::base::span::Spanned;

/// How one applies (法律援助法 arts. 23, 38, 39).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the labels below say what each is")]
pub enum Mode {
    Window,
    Phone,
    Online,
    Station,
    Visit,
    Post,
    Custody,
}

impl Mode {
    /// The words in front matter.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("window", Self::Window),
        ("phone", Self::Phone),
        ("online", Self::Online),
        ("station", Self::Station),
        ("visit", Self::Visit),
        ("post", Self::Post),
        ("custody", Self::Custody),
    ];

    /// The word in front matter and style classes.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, mode)| *mode == self).map_or("", |(word, _)| word)
    }

    /// What a citizen reads.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Window => "到窗口",
            Self::Phone => "打电话",
            Self::Online => "在网上",
            Self::Station => "到乡镇工作站",
            Self::Visit => "上门办",
            Self::Post => "寄材料",
            Self::Custody => "在押人员",
        }
    }
}

/// A channel page.
#[derive(Clone, Debug)]
pub struct Channel {
    /// The way.
    pub mode: Option<Spanned<Mode>>,
    /// A contact's file name without `.md`.
    pub office: Option<Spanned<String>>,
    /// What to bring.
    pub materials: Vec<Spanned<String>>,
    /// What happens, in order.
    pub steps: Vec<Spanned<String>>,
    /// How long it takes.
    pub time_limit: Option<Spanned<String>>,
}

impl Channel {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        Self {
            mode: fields.choice("mode", &Mode::WORDS),
            office: fields.text("office"),
            materials: fields.texts("materials"),
            steps: fields.texts("steps"),
            time_limit: fields.text("time_limit"),
        }
    }
}
