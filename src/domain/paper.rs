//! Paper: finished sizes in millimetres, under the names print shops use.
//!
//! ISO sizes are those of ISO 216. 大32开 and the like are the Chinese trade's finished sizes: the
//! sheet's part after trimming. 布袋 is the part of a cloth bag that a screen prints.

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

    /// ISO A3.
    pub const A3: Self = Self { name: "A3", width: 297, height: 420 };
    /// Half of a 大度 sheet, for posters read across a street.
    pub const HALF_SHEET: Self = Self { name: "对开", width: 570, height: 840 };
    /// A quarter of a 大度 sheet, for posters read across a room.
    pub const QUARTER_SHEET: Self = Self { name: "大4开", width: 420, height: 570 };
    /// An eighth of a 大度 sheet, for New-Year pictures.
    pub const EIGHTH_SHEET: Self = Self { name: "8开", width: 285, height: 420 };
    /// What is printed of a cloth bag.
    pub const BAG: Self = Self { name: "布袋", width: 340, height: 380 };
    /// ISO B5.
    pub const B5: Self = Self { name: "B5", width: 176, height: 250 };
    /// A sixteenth of a 大度 sheet.
    pub const DA16: Self = Self { name: "大16开", width: 210, height: 285 };
    /// A thirty-second of a 大度 sheet.
    pub const DA32: Self = Self { name: "大32开", width: 140, height: 210 };
    /// A thirty-second of a 正度 sheet.
    pub const ZHENG32: Self = Self { name: "正32开", width: 130, height: 185 };

    /// Every size known.
    pub const ALL: [Self; 12] = [
        Self::A4,
        Self::A5,
        Self { name: "A6", width: 105, height: 148 },
        Self::A3,
        Self::HALF_SHEET,
        Self::QUARTER_SHEET,
        Self::EIGHTH_SHEET,
        Self::BAG,
        Self::B5,
        Self::DA16,
        Self::DA32,
        Self::ZHENG32,
    ];

    /// The size of a name; letters may be small.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name.eq_ignore_ascii_case(name.trim()))
    }

    /// How many metres away a sheet of this size on a wall is read from.
    #[must_use]
    pub fn reading_distance(self) -> u16 {
        match self.height {
            800.. => 4,
            500.. => 3,
            400.. => 2,
            _ => 1,
        }
    }

    /// The smallest type in points that is read from there. A character wants a two-hundredth of
    /// the distance in height; a metre is 2,835 points.
    #[must_use]
    pub fn least_type(self) -> f64 {
        f64::from(self.reading_distance()) * 1000.0 / 25.4 * 72.0 / 200.0
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

    #[test]
    fn larger_sheets_are_read_from_further_away() {
        let least = |name| Paper::named(name).unwrap().least_type().round() as u32;
        assert_eq!((least("A4"), least("A3"), least("大4开"), least("对开")), (14, 28, 43, 57));
    }
}
