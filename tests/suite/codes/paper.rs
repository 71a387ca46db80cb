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

/// A card for a station with this address.
fn station(site: &Site, address: &str) {
    site.write(
        "content/contacts/s.md",
        format!("+++\ntitle = \"某乡工作站\"\nsummary = \"站\"\nrole = \"station\"\naddress = \"{address}\"\nchecked_on = 2026-11-01\n[[phone]]\nnumber = \"0550-0000000\"\n+++\n"),
    );
    brochure(site, "form = \"contact-card\"\nselect = [\"contacts\"]");
}

/// The proof of one notice of a batch of one.
fn proof(site: &Site, number: usize) {
    site.write(
        "content/notices/a.md",
        "+++\ntitle = \"声明\"\ndate = 2026-11-20\nsummary = \"遗失\"\n[[notice]]\nholder = \"某协会\"\ndocument = \"登记证书\"\n+++\n",
    );
    brochure(
        site,
        &format!(
            "form = \"notice-sheet\"\nlayout = \"proof\"\nnotice = {number}\nselect = [\"notices\"]"
        ),
    );
}

/// A brochure whose template sets `text` on an A5 page with wide margins.
fn template(site: &Site, text: &str) {
    brochure(site, "form = \"handbook\"\nselect = [\"about\"]");
    page(site, "![图](a.png)");
    site.write("content/about/a.png", crate::press::PNG);
    site.write(
        "templates/print/handbook.typ",
        format!("#import \"prelude.typ\": *\n#show: settings.with(10pt, 16pt, serif)\n#set page(width: 148mm, height: 210mm, margin: 20mm)\n{text}\n"),
    );
}

/// A QR code of this width for an address of two hundred characters.
fn long_address(site: &Site, width: u32) {
    template(site, &format!("#qr-code({width}mm)"));
    let settings = site.read("site.toml");
    let long = format!("example.gov.cn/{}", "abcdefghi/".repeat(18));
    site.write("site.toml", settings.replace("example.gov.cn/flyz", &long));
}

/// A page with a drawing filled with this.
fn drawing(site: &Site, fill: &str) {
    brochure(site, "form = \"handbook\"\nselect = [\"about\"]");
    page(site, "![图](a.svg)");
    site.write("content/about/a.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#0B5394\"/><stop offset=\"1\" stop-color=\"#A11D16\"/></linearGradient></defs><rect width=\"40\" height=\"20\" fill=\"{fill}\"/></svg>"));
}

/// Trials of what is found only when a press file is made.
pub(super) const PRESS_TRIALS: &[Trial] = &[
    Trial("P530", |s| drawing(s, "url(#g)"), |s| drawing(s, "#0B5394")),
    Trial(
        "P531",
        |s| template(s, "#image(\"/site/about/a.png\", width: 20mm)"),
        |s| template(s, "#image(\"/site/about/a.png\", width: 0.1mm)"),
    ),
    Trial(
        "P532",
        |s| template(s, "#text(size: 5.5pt)[小字]"),
        |s| template(s, "#text(size: 6pt)[小字]"),
    ),
    Trial("P533", |s| long_address(s, 20), |s| long_address(s, 40)),
    Trial(
        "P534",
        |s| template(s, "#page(margin: 0mm, place(rect(width: 100%, height: 9mm, fill: sky)))"),
        |s| {
            template(
                s,
                "#page(margin: 0mm, place(dx: -bleed, dy: -bleed, rect(width: 100% + 2 * bleed, height: 9mm, fill: sky)))",
            );
        },
    ),
    Trial(
        "P535",
        |s| template(s, "#page(margin: 2mm)[靠边的字]"),
        |s| template(s, "#page(margin: 4mm)[靠边的字]"),
    ),
    Trial(
        "P536",
        |s| template(s, "#for _ in range(84) { page[厚] }"),
        |s| template(s, "#for _ in range(78) { page[厚] }"),
    ),
];

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
        |s| brochure(s, "form = \"broadcast\"\nselect = [\"cases\"]\nlarge_print = true"),
        |s| brochure(s, "form = \"leaflet\"\nselect = [\"cases\"]\nlarge_print = true"),
    ),
    Trial("P510", |s| station(s, &"很长的地址".repeat(30)), |s| station(s, &"长地址".repeat(10))),
    Trial(
        "P511",
        |s| brochure(s, &format!("form = \"poster\"\nslogan = \"{}\"", "字".repeat(48))),
        |s| brochure(s, &format!("form = \"poster\"\nslogan = \"{}\"", "字。".repeat(40))),
    ),
    Trial(
        "P512",
        |s| brochure(s, "form = \"poster\"\npaper = \"A3\"\nqr = 29"),
        |s| brochure(s, "form = \"poster\"\npaper = \"A3\"\nqr = 30"),
    ),
    Trial(
        "P513",
        |s| {
            brochure(s, "form = \"bag\"");
            let settings = s.read("site.toml");
            let address = "base_url = \"https://www.example.gov.cn/flyz/\"\n";
            s.write("site.toml", settings.replace(address, ""));
        },
        |s| brochure(s, "form = \"bag\""),
    ),
    Trial(
        "P514",
        |s| brochure(s, "form = \"contact-card\"\nselect = [\"cases\"]"),
        |s| brochure(s, "form = \"contact-card\"\nselect = [\"cases\", \"contacts\"]"),
    ),
    Trial(
        "P515",
        |s| brochure(s, &format!("form = \"bag\"\nslogan = \"{}\"", "免费请律师".repeat(9))),
        |s| brochure(s, &format!("form = \"bag\"\nslogan = \"{}\"", "免费请律师".repeat(2))),
    ),
    Trial(
        "P516",
        |s| brochure(s, "form = \"new-year-picture\"\npaper = \"A5\""),
        |s| brochure(s, "form = \"new-year-picture\"\npaper = \"A3\""),
    ),
    Trial("P517", |s| proof(s, 2), |s| proof(s, 1)),
    Trial(
        "P520",
        |s| {
            brochure(s, "form = \"broadcast\"\nselect = [\"about/page\"]");
            page(s, "一句话。");
        },
        |s| {
            brochure(s, "form = \"broadcast\"\nselect = [\"about/page\"]");
            page(
                s,
                &(0..9)
                    .map(|n| format!("这是第{n}句话，大约有二十个字那么长，念一念要六秒。"))
                    .collect::<String>(),
            );
        },
    ),
    Trial(
        "P521",
        |s| brochure(s, "form = \"anthology\"\nselect = [\"contacts\"]"),
        |s| brochure(s, "form = \"anthology\"\nselect = [\"contacts\", \"cases/wages\"]"),
    ),
    Trial(
        "P523",
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"about\"]");
            page(s, "格鲁吉亚字母ა。");
        },
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"about\"]");
            page(s, "生僻字𬭚、㛃、𠮷、𬎆。");
        },
    ),
    Trial(
        "P537",
        |s| {
            settings(
                s,
                "[print]\nserif = \"没有的宋体\"\n[[brochure]]\nid = \"b\"\ntitle = \"手册\"\nform = \"handbook\"\nselect = [\"cases\"]\n",
            );
        },
        |s| {
            settings(
                s,
                "[print]\nsans = \"Noto Sans CJK SC\"\n[[brochure]]\nid = \"b\"\ntitle = \"手册\"\nform = \"handbook\"\nselect = [\"cases\"]\n",
            );
        },
    ),
    Trial(
        "P538",
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"cases\"]");
            s.write("fonts/宋体.zip", "PK");
        },
        |s| {
            brochure(s, "form = \"handbook\"\nselect = [\"cases\"]");
            s.write("fonts/来源.txt", "下载自某处");
        },
    ),
    Trial(
        "P539",
        |s| {
            brochure(
                s,
                "form = \"handbook\"\nselect = [\"cases\"]\nlarge_print = true\n[[brochure]]\nid = \"b-large\"\ntitle = \"另一本\"\nform = \"handbook\"\nselect = [\"cases\"]",
            );
        },
        |s| {
            brochure(
                s,
                "form = \"handbook\"\nselect = [\"cases\"]\n[[brochure]]\nid = \"b-large\"\ntitle = \"另一本\"\nform = \"handbook\"\nselect = [\"cases\"]",
            );
        },
    ),
];
