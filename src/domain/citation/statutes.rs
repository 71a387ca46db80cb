//! What statutes are called: those digested on a site, and those of the country that every centre cites.
//!
//! Without 《》 a name has no beginning: 程序规定 stands at the end of 公安机关办理刑事案件程序规定 too. So a
//! short name counts only where the words before it cannot be part of a longer one.

/// The country.
const COUNTRY: &str = "中华人民共和国";

/// Statutes in force, the number of their last article, and the year of the version it is the last of:
/// read in the text of each. One that is revised is mended here; a digest on the site goes before.
const NATIONAL: [(&str, u16, u16); 17] = [
    ("法律援助法", 71, 2021),
    ("民法典", 1260, 2020),
    ("刑事诉讼法", 308, 2018),
    ("民事诉讼法", 306, 2023),
    ("行政诉讼法", 103, 2017),
    ("行政复议法", 90, 2023),
    ("劳动法", 107, 2018),
    ("劳动合同法", 98, 2012),
    ("劳动争议调解仲裁法", 54, 2007),
    ("工伤保险条例", 67, 2010),
    ("保障农民工工资支付条例", 64, 2019),
    ("反家庭暴力法", 38, 2015),
    ("老年人权益保障法", 85, 2018),
    ("未成年人保护法", 132, 2024),
    ("妇女权益保障法", 86, 2022),
    ("残疾人保障法", 68, 2018),
    ("无障碍环境建设法", 72, 2023),
];

/// What lawyers and clerks say for short.
const SHORT: [(&str, &str); 9] = [
    ("法援法", "法律援助法"),
    ("无障碍法", "无障碍环境建设法"),
    ("办案程序规定", "办理法律援助案件程序规定"),
    ("法律援助案件程序规定", "办理法律援助案件程序规定"),
    ("刑诉法", "刑事诉讼法"),
    ("民诉法", "民事诉讼法"),
    ("行诉法", "行政诉讼法"),
    ("反家暴法", "反家庭暴力法"),
    ("未保法", "未成年人保护法"),
];

/// The name without the country's.
#[must_use]
pub fn without_country(name: &str) -> &str {
    name.strip_prefix(COUNTRY).unwrap_or(name)
}

/// The usual short forms of a statute's name.
pub fn short_forms(name: &str) -> impl Iterator<Item = &'static str> {
    let name = without_country(name);
    SHORT.into_iter().filter(move |(_, whole)| *whole == name).map(|(short, _)| short)
}

/// The last article of a statute of the country, and the year of the version it is the last of.
#[must_use]
pub fn last_article(name: &str) -> Option<(u16, u16)> {
    let name = without_country(name);
    let whole = SHORT.iter().find(|(short, _)| *short == name).map_or(name, |(_, whole)| *whole);
    NATIONAL.iter().find(|(known, ..)| *known == whole).map(|(_, last, year)| (*last, *year))
}

/// The statutes whose names are known.
#[derive(Clone, Debug, Default)]
pub struct Statutes<'a> {
    /// A name people write, and the name the statute goes by.
    names: Vec<(&'a str, &'a str)>,
    /// How many of them are a site's.
    own: usize,
}

impl<'a> Statutes<'a> {
    /// Those of a site (what is written, and the name each goes by) and those of the country.
    pub fn with(own: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut names: Vec<(&str, &str)> = own.collect();
        let own = names.len();
        let known = NATIONAL.iter().map(|(name, ..)| (*name, *name)).chain(SHORT);
        for (written, name) in known {
            if !names[..own].iter().any(|(mine, _)| *mine == written) {
                names.push((written, name));
            }
        }
        Self { names, own }
    }

    /// The names of a site's statutes.
    pub fn own(&self) -> impl Iterator<Item = &'a str> {
        self.names[..self.own].iter().map(|(written, _)| *written)
    }

    /// Whether a site digests any.
    #[must_use]
    pub fn any_own(&self) -> bool {
        self.own > 0
    }

    /// The name that the statute so called goes by.
    #[must_use]
    pub fn called(&self, name: &str) -> Option<&'a str> {
        let bare = without_country(name);
        let mut names = self.names.iter();
        names.find(|(written, _)| *written == name || *written == bare).map(|(_, name)| *name)
    }

    /// The longest known name that stands at the end.
    pub(super) fn at_end(&self, before: &str) -> Option<(usize, &'a str)> {
        let ends = self.names.iter().map(|(written, _)| *written);
        let ends = ends.filter(|name| before.ends_with(name));
        let name = ends.max_by_key(|name| name.len())?;
        let start = before.len() - name.len();
        begins(&before[..start], name).then_some((start, name))
    }

    /// Every known name without signs: where it stands and what it goes by. Of two that overlap the
    /// longer.
    pub(super) fn written_in(&self, text: &str) -> Vec<(usize, usize, &'a str)> {
        let mut found: Vec<(usize, usize, &str)> = Vec::new();
        for (written, name) in &self.names {
            for (start, _) in text.match_indices(written) {
                found.push((start, start + written.len(), name));
            }
        }
        found.sort_unstable_by_key(|(start, end, _)| (*start, usize::MAX - end));
        let mut end = 0;
        found.retain(|(start, stop, _)| {
            let free = *start >= end;
            end = end.max(*stop);
            free
        });
        found.retain(|(start, end, _)| begins(&text[..*start], &text[*start..*end]));
        found
    }
}

/// What a name or an article may stand right behind without being part of a longer name.
pub(super) const LEADS: [&str; 22] = [
    "依据", "根据", "依照", "按照", "对照", "参照", "违反", "符合", "适用", "引用", "按", "依",
    "据", "见", "看", "和", "与", "及", "或", "由", "是", "到",
];

/// The same of a name only.
const LEADS_NAME: [&str; 8] = ["的", "对", "以", "从", "我国", "现行", "新", COUNTRY];

/// Whether a name can begin behind these words. A long one is nobody else's end: 法律援助法.
fn begins(before: &str, name: &str) -> bool {
    let count = name.chars().count();
    let long = count >= 8 || count >= 5 && name.ends_with('法');
    let open = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    long || open || LEADS.iter().chain(&LEADS_NAME).any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::{Statutes, last_article, short_forms};

    #[test]
    fn names_end_where_a_longer_one_does_not() {
        let statutes = Statutes::with([("程序规定", "程序规定")].into_iter());
        for (text, whole) in [
            ("按照程序规定", true),
            ("程序规定", true),
            ("（程序规定", true),
            ("公安机关办理刑事案件程序规定", false),
            ("民政部门程序规定", false),
            ("违反劳动法", true),
            ("新劳动合同法", true),
            ("本省的法援法", true),
            ("某省反劳动法", false),
        ] {
            assert_eq!(statutes.at_end(text).is_some(), whole, "{text}");
        }
        assert_eq!(statutes.called("刑诉法"), Some("刑事诉讼法"));
        assert_eq!(statutes.called("中华人民共和国民法典"), Some("民法典"));
        assert_eq!(statutes.called("治安管理处罚法"), None);
    }

    #[test]
    fn ends_of_statutes() {
        assert_eq!(last_article("中华人民共和国民法典"), Some((1260, 2020)));
        assert_eq!(last_article("刑诉法"), Some((308, 2018)));
        assert_eq!(last_article("道路交通安全法"), None);
        assert!(short_forms("中华人民共和国法律援助法").eq(["法援法"]));
    }
}
