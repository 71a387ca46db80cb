//! Builders of the state, by the number that tells them apart: 中建八局, 中铁四局.

use std::ops::Range;
use std::sync::LazyLock;

use crate::base::look::words::Words;

/// What their names begin with.
static HOUSES: LazyLock<Words> =
    LazyLock::new(|| Words::of(&["中建", "中铁", "中交", "中冶", "中水", "中核", "水电"]));

/// Every one in a text.
pub(super) fn named(words: &str) -> impl Iterator<Item = Range<usize>> {
    HOUSES.find(words).filter_map(|hit| {
        let rest = &words[hit.end()..];
        // 集中建三局. 中交一航局: what they build may stand between.
        let part = words[..hit.start()].ends_with(['集', '其']);
        let number = rest
            .trim_start_matches(['第', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
        let field = number.strip_prefix(['航', '公']).unwrap_or(number);
        let office = field.strip_prefix('局').or_else(|| field.strip_prefix("工程局"))?;
        // 水电一局部停工.
        let word = office.starts_with(['部', '面', '势', '限', '长']);
        let named = number.len() < rest.len() && !part && !word;
        named.then(|| hit.start()..words.len() - office.len())
    })
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn builders_by_number() {
        let found = |text: &'static str| named(text).map(|place| &text[place]).collect::<Vec<_>>();
        assert_eq!(found("由中建八局承建，中铁十四局分包"), ["中建八局", "中铁十四局"]);
        assert_eq!(found("中交第二航局把工程包给他人"), ["中交第二航局"]);
        assert_eq!(
            found("项目中建有三座桥，水电局和两个分局，集中建一局，水电一局部停工"),
            [""; 0]
        );
    }
}
