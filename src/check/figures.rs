//! Arithmetic of published figures (C303, C304): 法律援助法 art. 58 wants them disclosed, readers add
//! them up.

use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::domain::kind::Kind;
use crate::domain::kinds::statistics::{Figure, Statistics};
use crate::say;

fn statistics<'a>(read: &'a Read<'_>) -> Option<&'a Statistics> {
    match &read.page.kind {
        Kind::Statistics(statistics) => Some(statistics),
        _ => None,
    }
}

pub(super) fn parts_sum(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(statistics) = statistics(read) else { return };
    for figure in statistics.figures.iter().filter(|figure| !figure.parts.is_empty()) {
        let sum: f64 = figure.parts.iter().map(|part| part.value.value).sum();
        let total = figure.value.value;
        // As exact as decimals are kept: 50.05 and 50.055 are not 100.10.
        if (sum - total).abs() > 1e-6 {
            let label = &figure.label.value;
            let [sum, difference] = [sum, sum - total].map(rounded);
            found.push(
                Diagnostic::new(
                    Code::PartsDoNotSum,
                    figure.value.span,
                    say!(
                        zh: "`{label}`写的是 {total}，分项加起来是 {sum}",
                        en: "`{label}` says {total} but its parts sum to {sum}",
                    ),
                )
                .hint(say!(
                    zh: "相差 {difference}，请与台账核对总数和各分项",
                    en: "the difference is {difference}: compare total and parts with the register",
                )),
            );
        }
    }
}

/// Without what binary fractions add: 100.10499999 is 100.105.
fn rounded(number: f64) -> f64 {
    (number * 1e4).round() / 1e4
}

pub(super) fn percentages_follow(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Some(statistics) = statistics(read) else { return };
    for figure in &statistics.figures {
        share_of_another(figure, statistics, found);
        if let (Some(target), Some(percent)) = (&figure.target, &figure.target_percent) {
            compare(figure.value.value, target.value, percent, found);
        }
    }
}

fn share_of_another(figure: &Figure, statistics: &Statistics, found: &mut Vec<Diagnostic>) {
    let Some(whole_id) = &figure.percent_of else { return };
    let whole = statistics.figures.iter().find(|whole| whole.id.value == whole_id.value);
    let Some(whole) = whole else {
        let name = &whole_id.value;
        let list: Vec<_> = statistics.figures.iter().map(|f| f.id.value.as_str()).collect();
        let list = list.join("、");
        found.push(
            Diagnostic::new(
                Code::PercentDoesNotFollow,
                whole_id.span,
                say!(zh: "没有叫 `{name}` 的数字", en: "there is no figure named `{name}`"),
            )
            .hint(say!(zh: "这一页的数字：{list}", en: "figures of this page: {list}")),
        );
        return;
    };
    if let Some(percent) = &figure.percent {
        compare(figure.value.value, whole.value.value, percent, found);
    }
}

fn compare(
    part: f64,
    whole: f64,
    percent: &crate::base::span::Spanned<f64>,
    found: &mut Vec<Diagnostic>,
) {
    let written = percent.value;
    if whole == 0.0 {
        found.push(
            Diagnostic::new(
                Code::PercentDoesNotFollow,
                percent.span,
                say!(
                    zh: "总数或任务数是 0，算不出百分比",
                    en: "the whole or the target is 0: nothing is a share of it",
                ),
            )
            .hint(say!(
                zh: "核对总数或任务数，或删去百分比",
                en: "check the whole or the target, or delete the percentage",
            )),
        );
        return;
    }
    // As many places as were written: 77.98 is compared to two places, 78 to none.
    let places = (0..4).find(|places| {
        let scale = 10f64.powi(*places);
        ((written * scale).round() - written * scale).abs() < 1e-6
    });
    let scale = 10f64.powi(places.unwrap_or(4));
    let exact = part / whole * 100.0;
    if ((exact * scale).round() - written * scale).abs() > 1e-6 {
        let exact = format!("{exact:.2}");
        found.push(
            Diagnostic::new(
                Code::PercentDoesNotFollow,
                percent.span,
                say!(
                    zh: "{part} ÷ {whole} 是 {exact}%，写的是 {written}%",
                    en: "{part} ÷ {whole} is {exact}% but {written}% is written",
                ),
            )
            .hint(say!(
                zh: "核对两个数字，或改正百分比",
                en: "check both figures or correct the percentage",
            )),
        );
    }
}
