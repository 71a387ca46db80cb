//! Calendar days, without a clock.
//!
//! What day it is today is a value that the command line decides and passes down; nothing below
//! may ask. A thin wrapper around jiff's civil date, so that other floors do not depend on jiff's
//! changing names.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The first day there is; never met in practice.
    pub const FIRST: Self = Self(jiff::civil::Date::MIN);

    /// The day, or nothing where no such day exists (30 February).
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2026-03-02` strictly.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = y.len() == 4 && m.len() == 2 && d.len() == 2 && parts.next().is_none();
        if !shaped {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// Year, for example 2026.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Days from `earlier` to `self`; negative when `self` is the earlier one.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        (self.0 - earlier.0).get_days()
    }

    /// The day so many days later; nothing where the calendar ends.
    #[must_use]
    pub fn plus(self, days: i32) -> Option<Self> {
        self.0.checked_add(jiff::Span::new().days(days)).ok().map(Self)
    }

    /// Monday = 0 … Sunday = 6.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().to_monday_zero_offset()).unwrap_or(0)
    }
}

impl fmt::Display for Date {
    /// ISO form, `2026-03-02`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_that_exist() {
        assert_eq!(Date::parse("2026-02-28").map(|d| d.to_string()).as_deref(), Some("2026-02-28"));
        for wrong in ["2026-02-30", "2026-13-01", "2026-2-3", "26-02-03", "2026-02-03T00:00", ""] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_between_and_weekdays() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(day("2026-03-01").days_since(day("2026-02-27")), 2);
        assert_eq!(day("2024-03-01").days_since(day("2024-02-27")), 3);
        assert_eq!(day("2026-11-24").weekday(), 1);
    }
}
