//! Codes of print.

use crate::codes::{Trial, page, settings};
use crate::site::Site;

fn brochure(site: &Site, lines: &str) {
    settings(site, &format!("[[brochure]]\nid = \"b\"\ntitle = \"手册\"\n{lines}\n"));
}

fn many_stations(site: &Site, count: usize) {
    for number in 0..count {
        site.write(
            &format!("content/contacts/s{number}.md"),
            format!("+++\ntitle = \"第{number}工作站\"\nsummary = \"站\"\nrole = \"station\"\nchecked_on = 2026-11-01\n[[phone]]\nnumber = \"0550-0000000\"\n+++\n"),
        );
    }
    brochure(site, "form = \"leaflet\"\nselect = [\"contacts\"]");
}

pub(super) const TRIALS: &[Trial] = &[
    Trial(
        "P501",
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"cases\"]");
            s.write("templates/print/handbook.typ", "#nothing-there");
        },
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"cases\"]");
            s.write(
                "templates/print/handbook.typ",
                "#import \"prelude.typ\": *\n#show: settings.with(10pt, 16pt, serif)\n好",
            );
        },
    ),
    Trial(
        "P502",
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"about\"]");
            page(s, "生僻字𪚥。");
        },
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"about\"]");
            page(s, "生僻字䶮。");
        },
    ),
    Trial(
        "P504",
        |s| brochure(s, "form = \"handbook\"\nselect = [\"articles\"]"),
        |s| brochure(s, "form = \"handbook\"\nselect = [\"cases:3\", \"cases/wages\"]"),
    ),
    Trial("P505", |s| many_stations(s, 60), |s| many_stations(s, 20)),
    Trial(
        "P506",
        |s| brochure(s, "form = \"poster\"\nselect = [\"cases\"]"),
        |s| brochure(s, "form = \"leaflet\"\nselect = [\"cases\"]"),
    ),
];
