//! Charts as numbers a template can draw: labelled bars, worked out at build.
//!
//! Every bar carries its words and its number, and a table with the same stands beside it: nothing
//! is said by colour or length alone.

use crate::view::kind::{BarView, ChartView};

/// Width of the drawing in its own units; type in it is 18 of them high, so that on a narrow phone
/// it is still 15 pixels.
const WIDTH: f64 = 320.0;
/// Words over a bar share its line with the number; what is longer is cut, the table has it whole.
const LABEL: usize = 9;
/// From one bar to the next.
const PITCH: f64 = 50.0;

/// Bars for `rows` of label, number in words and value, the longest as wide as `whole`, or as the
/// greatest value where there is no whole. None for fewer than two rows.
#[must_use]
pub fn bars(rows: &[(String, String, f64)], whole: Option<f64>) -> Option<ChartView> {
    let most = rows.iter().map(|(_, _, value)| *value).fold(0.0, f64::max);
    let whole = whole.unwrap_or(most).max(most);
    if rows.len() < 2 || whole <= 0.0 {
        return None;
    }
    let mut top = 0.0;
    let mut bars = Vec::with_capacity(rows.len());
    for (label, words, value) in rows {
        bars.push(BarView {
            label: clipped(label),
            value: words.clone(),
            text_y: top + 18.0,
            y: top + 26.0,
            // Two units at least: nothing that was counted looks like nothing.
            width: (value / whole * WIDTH).max(if *value > 0.0 { 2.0 } else { 0.0 }).round(),
        });
        top += PITCH;
    }
    Some(ChartView { width: WIDTH, height: top, bars })
}

fn clipped(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_owned();
    }
    label.chars().take(LABEL - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let row = |label: &str, value: f64| (label.to_owned(), value.to_string(), value);
        let chart = bars(&[row("民事", 612.0), row("刑事", 384.0), row("行政", 3.0)], Some(999.0));
        let widths: Vec<_> = chart.unwrap().bars.iter().map(|bar| bar.width).collect();
        assert_eq!(widths, [196.0, 123.0, 2.0]);
        assert!(bars(&[row("一", 1.0)], None).is_none());
        assert!(bars(&[row("一", 0.0), row("二", 0.0)], None).is_none());
    }
}
