//! Paper: finished sizes in millimetres, under the names print shops use.
//!
//! ISO sizes are those of ISO 216. 大32开 and the like are the Chinese trade's finished sizes: the
//! sheet's part after trimming.

/// A finished size, upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its name: `A5`.
    pub name: &'static str,
    /// Millimetres.
    pub width: u16,
    /// Millimetres.
    pub height: u16,
}

impl Paper {
    /// ISO A4.
    pub const A4: Self = Self { name: "A4", width: 210, height: 297 };
    /// ISO A5.
    pub const A5: Self = Self { name: "A5", width: 148, height: 210 };

    /// Every size known.
    pub const ALL: [Self; 8] = [
        Self::A4,
        Self::A5,
        Self { name: "A6", width: 105, height: 148 },
        Self { name: "A3", width: 297, height: 420 },
        Self { name: "B5", width: 176, height: 250 },
        Self { name: "大16开", width: 210, height: 285 },
        Self { name: "大32开", width: 140, height: 210 },
        Self { name: "正32开", width: 130, height: 185 },
    ];

    /// The size of a name; letters may be small.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name.eq_ignore_ascii_case(name.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::Paper;

    #[test]
    fn names_of_the_trade() {
        assert_eq!(Paper::named(" a5 "), Some(Paper::A5));
        assert_eq!(
            Paper::named("大32开").map(|paper| (paper.width, paper.height)),
            Some((140, 210))
        );
        assert_eq!(Paper::named("A55"), None);
    }
}
