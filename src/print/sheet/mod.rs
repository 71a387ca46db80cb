//! What single sheets show beside the pages: the few words of site.toml, the calendar of a
//! New-Year picture, the order of a self-check's questions, notices as sentences.
//!
//! `rules` judges without the typesetter; `alarm` reads what a template says when its text does
//! not fit.

#[cfg(feature = "print")]
pub(super) mod alarm;
#[cfg(feature = "print")]
mod almanac;
#[cfg(feature = "print")]
mod chart;
#[cfg(feature = "print")]
mod notice;
pub(super) mod rules;

#[cfg(feature = "print")]
pub(super) use shown::{SheetData, sheet};

#[cfg(feature = "print")]
mod shown {
    use serde::Serialize;

    use crate::domain::brochure::{Brochure, Form};
    use crate::model::site::Site;
    use crate::print::sheet::almanac::{Almanac, almanac};
    use crate::print::sheet::chart::layers;
    use crate::print::sheet::notice::{Sentence, sentences};
    use crate::print::sheet::rules::{least_qr, usual_qr};
    use crate::view::page::PageView;

    /// `data.sheet`
    #[derive(Debug, Serialize)]
    pub(in crate::print) struct SheetData {
        slogan: Option<String>,
        action: Option<String>,
        /// First line, second line; empty where there is none.
        couplet: Vec<String>,
        /// `sheet`, `block`, `proof`
        layout: &'static str,
        /// The one notice wanted, from 1.
        notice: Option<u64>,
        /// Width of the QR code in millimetres, as asked for.
        qr: u64,
        /// Below this many millimetres a QR code of this form is refused.
        least_qr: u64,
        /// The smallest type in points that can be read from where such a sheet is read.
        least_type: f64,
        /// The calendar; only for New-Year pictures.
        almanac: Option<Almanac>,
    }

    /// Gathers what a single sheet shows.
    pub(in crate::print) fn sheet(site: &Site, brochure: &Brochure) -> SheetData {
        let form = brochure.form.value;
        let paper = brochure.paper();
        let sheet = &brochure.sheet;
        let filled = |text: &str| site.fill(text).into_owned();
        let text = |text: &Option<crate::base::span::Spanned<String>>| {
            text.as_ref().map(|text| filled(&text.value))
        };
        SheetData {
            slogan: text(&sheet.slogan),
            action: text(&sheet.action),
            couplet: sheet.couplet.iter().map(|line| filled(&line.value)).collect(),
            layout: sheet.layout.as_ref().map(|layout| layout.value).unwrap_or_default().word(),
            notice: sheet.notice.as_ref().map(|number| number.value),
            qr: sheet.qr.as_ref().map_or_else(|| usual_qr(form, paper), |width| width.value),
            least_qr: least_qr(form, paper),
            least_type: (paper.least_type() * 10.0).round() / 10.0,
            almanac: (form == Form::NewYearPicture).then(|| {
                let year = sheet.year.as_ref().and_then(|year| i16::try_from(year.value).ok());
                almanac(year.unwrap_or_else(|| coming(site)))
            }),
        }
    }

    /// The year whose calendar people want now.
    fn coming(site: &Site) -> i16 {
        let today = site.today();
        today.year() + i16::from(today.month() >= 7)
    }

    /// What a page adds for single sheets.
    #[derive(Debug, Serialize)]
    pub(in crate::print) struct PageExtras {
        /// Numbers of a self-check's questions, from 0, in columns from the start on.
        layers: Vec<Vec<usize>>,
        /// A batch's notices as newspapers print them.
        sentences: Vec<Sentence>,
    }

    /// The extras of a page.
    pub(in crate::print) fn extras(view: &PageView) -> PageExtras {
        PageExtras {
            layers: view.checkup.as_ref().map(layers).unwrap_or_default(),
            sentences: view.notice.as_ref().map(sentences).unwrap_or_default(),
        }
    }
}

#[cfg(feature = "print")]
pub(super) use shown::{PageExtras, extras};
