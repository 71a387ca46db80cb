//! Sentences said in both languages at once.
//!
//! Every message is built in Chinese and English where the fault is found. The compiler then
//! guarantees that both exist and have the same arguments, and whoever reads a rule sees exactly
//! what the editor will see. Findings are rare, so building both costs nothing that matters.

/// The language a person is spoken to in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese, the default.
    #[default]
    Zh,
    /// English.
    En,
}

/// One sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The sentence in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Builds a [`Text`]: `say!(zh: "未知字段 `{k}`", en: "unknown field `{k}`", k = key)`.
///
/// Both format strings take the same named arguments; variables in scope may be captured too. An
/// argument written `list names = items` is joined as each language joins a list.
#[macro_export]
macro_rules! say {
    (zh: $zh:literal, en: $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = &$value;)*
        $crate::base::text::Text { zh: format!($zh), en: format!($en) }
    }};
    (zh: $zh:literal, en: $en:literal, list $name:ident = $items:expr $(,)?) => {{
        let items = &$items;
        let zh = { let $name = items.join("、"); format!($zh) };
        let en = { let $name = items.join(", "); format!($en) };
        $crate::base::text::Text { zh, en }
    }};
}
