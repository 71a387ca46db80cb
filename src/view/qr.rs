//! A QR code as rows of dark runs, which a template draws as one vector shape.
//!
//! Level M, as paper gets dirty. The quiet zone of four modules belongs to the symbol (ISO/IEC
//! 18004) and is left to the template, which knows the ground it stands on.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// A symbol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Qr {
    /// Modules a side.
    pub size: usize,
    /// For each row the dark runs: first module and length.
    pub rows: Vec<Vec<[usize; 2]>>,
    /// What it says.
    pub url: String,
}

/// The symbol for an address; none for an empty one or one too long for a symbol.
#[must_use]
pub fn qr(url: &str) -> Option<Qr> {
    if url.is_empty() {
        return None;
    }
    let code = QrCode::with_error_correction_level(url, EcLevel::M).ok()?;
    let size = code.width();
    let colors = code.to_colors();
    let rows = colors.chunks(size).map(runs).collect();
    Some(Qr { size, rows, url: url.to_owned() })
}

fn runs(row: &[Color]) -> Vec<[usize; 2]> {
    let mut runs: Vec<[usize; 2]> = Vec::new();
    for (at, color) in row.iter().enumerate() {
        if *color == Color::Light {
            continue;
        }
        match runs.last_mut() {
            Some([start, length]) if *start + *length == at => *length += 1,
            _ => runs.push([at, 1]),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn finder_patterns_stand_in_three_corners() {
        let code = qr("https://www.example.gov.cn/flyz/").unwrap();
        let (top, bottom) = (&code.rows[0], &code.rows[code.size - 1]);
        assert_eq!(top[0], [0, 7]);
        assert_eq!(top[top.len() - 1], [code.size - 7, 7]);
        assert_eq!(bottom[0], [0, 7]);
        assert!(qr("").is_none());
    }
}
