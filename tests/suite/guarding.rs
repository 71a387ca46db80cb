//! The last look at what goes out: attachments, PDFs, notices, names of sources.

use std::io::Write;

use crate::site::{Run, Site, TODAY};

/// Invented: area 3499xx is unassigned.
pub(crate) const ID: &str = "349907198511030129";

/// Publishing this site must be refused because of a citizen's number, which no report repeats.
#[track_caller]
fn refused(what: &str, spoil: impl FnOnce(&Site)) -> Run {
    let site = Site::sound();
    spoil(&site);
    let run = site.build().expect(1);
    assert!(run.err.contains("C301"), "{what}: {}", run.err);
    assert!(!run.err.contains(ID) && !run.err.contains("19851103"), "{what}: {}", run.err);
    assert!(!site.exists("public"), "{what}");
    run
}

pub(crate) fn attached(name: &str, bytes: &[u8]) -> Run {
    refused(name, |site| site.write(&format!("content/about/{name}"), bytes))
}

pub(crate) fn packed(name: &str, text: &str) -> Vec<u8> {
    packed_bytes(name, text.as_bytes())
}

pub(crate) fn packed_bytes(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(bytes).unwrap();
    archive.finish().unwrap().into_inner()
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn attachments_are_opened() {
    let run = attached("a.csv", "姓名,甲,乙,丙\n柳某,349907,19851103,0129\n".as_bytes());
    assert!(run.err.contains("content/about/a.csv"), "the source is named: {}", run.err);
    let old = "姓名,身份证号\n柳某,349907851103012\n";
    attached("gbk.csv", &encoding_rs::GB18030.encode(old).0);
    attached("marked.txt", &utf16(&format!("\u{FEFF}柳某{ID}")));
    attached("bare.txt", &utf16(&format!("id {ID} of")));
    let escaped: String = ID.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
    attached("a.json", format!("{{\"a\":\"{escaped}\"}}").as_bytes());
    let coded: String = ID.chars().map(|c| format!("&#{};", u32::from(c))).collect();
    attached("a.htm", format!("<p>{coded}</p>").as_bytes());
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>349907\
                   <tspan>1985</tspan><tspan>1103</tspan>0129</text></svg>";
    attached("a.svg", drawing.as_bytes());
    attached("a.xml", b"<a><b>349907</b><b>198511030129</b></a>");
    let runs = "<w:p><w:r><w:t>349907</w:t></w:r><w:r><w:t>198511030129</w:t></w:r></w:p>";
    attached("a.docx", &packed("word/document.xml", runs));
    attached(
        "a.xlsx",
        &packed("xl/sharedStrings.xml", &format!("<sst><si><t>{ID}</t></si></sst>")),
    );
    attached("a.zip", &packed(&format!("{ID}.txt"), "好"));
    attached("a.txt.gz", &gzip(ID.as_bytes()));
    attached("b.zip.gz", &gzip(&packed("a.csv", &format!("柳某,{ID}"))));
}

/// Two pages in one: a stream packed as office programs pack it, and a description in UTF-16.
fn pdf(drawn: &str, title: &[u8], link: &str) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, StringFormat, dictionary};
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" },
    );
    let mut stream = Stream::new(dictionary! {}, drawn.as_bytes().to_vec());
    stream.compress().unwrap();
    let content = document.add_object(stream);
    let link = dictionary! {
        "Type" => "Annot", "Subtype" => "Link",
        "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(link) },
    };
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Annots" => vec![link.into()],
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    let told = Object::String(title.to_vec(), StringFormat::Literal);
    let info = document.add_object(dictionary! { "Title" => told });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn pdfs_are_read() {
    let text = |words: &str| format!("BT /F1 12 Tf 50 700 Td ({words}) Tj ET");
    let site = Site::sound();
    site.write("content/about/a.pdf", pdf(&text("12348"), b"Form", "https://a.example/"));
    assert!(!site.build().expect(0).err.contains("W765"));
    attached("drawn.pdf", &pdf(&text(ID), b"Form", "x"));
    let pieces = "BT /F1 12 Tf [(3499) -20 (071985)] TJ 60 0 Td (11030129) Tj ET";
    attached("pieces.pdf", &pdf(pieces, b"Form", "x"));
    let title: Vec<u8> =
        "\u{FEFF}柳某".encode_utf16().chain(ID.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    attached("title.pdf", &pdf(&text("12348"), &title, "x"));
    let coded: String = ID.bytes().map(|byte| format!("%{byte:02X}")).collect();
    attached("link.pdf", &pdf(&text("12348"), b"Form", &format!("https://a.example/?id={coded}")));
}

fn page(site: &Site, body: &str) {
    let text = format!("+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++\n{body}\n");
    site.write("content/about/page.md", text);
}

#[test]
fn pages_however_they_are_written() {
    for body in [
        "柳某（349907–19851103–0129）",
        "学籍号L349907198511030129",
        "No349907198511030129",
        "34990719851103012943B1",
        "|甲|乙|\n|---|---|\n|349907198|511030129|",
        "[表](https://a.example/?id=%33%34%39%39%30%37%31%39%38%35%31%31%30%33%30%31%32%39)",
        "349907&zwnj;1985&shy;1103&ensp;0129",
        "身份证号：3499071985****0129",
        "公民身份号码三四九九〇七一九八五一一〇三〇一二九",
    ] {
        refused(body, |site| page(site, body));
    }
}

#[test]
fn a_number_cut_up_names_its_page_and_stands_first() {
    let body = "柳某（34990**719851**10*3*0129）";
    let run = refused(body, |site| {
        page(site, body);
        site.write("content/about/a.zip", b"PK\x03\x04 broken");
    });
    let (error, warning) = (run.err.find("C301").unwrap(), run.err.find("W765").unwrap());
    assert!(error < warning, "{}", run.err);
    assert!(run.err.contains("content/about/page.md"), "{}", run.err);
    assert!(!run.err.contains("assets/search"), "the page is to blame: {}", run.err);
}

fn notice(site: &Site, kind: &str, value: &str) {
    site.write(
        "content/notices/n.md",
        format!(
            "+++\ntitle = \"遗失声明\"\nsummary = \"一则\"\ndate = 2026-11-20\n\n[[notice]]\n\
             holder = \"柳某\"\nholder_kind = \"person\"\ndocument = \"证件\"\n\n\
             [[notice.identifier]]\nkind = \"{kind}\"\nvalue = \"{value}\"\n+++\n"
        ),
    );
}

#[test]
fn a_notice_hides_the_birth_date() {
    for (kind, value, hidden) in [
        ("id_card", "34**************29", true),
        ("id_card", "349907－19851103－0129", false),
        ("id_card", "3499071985****0129", false),
        ("id_card", "34990719851103A129", false),
        ("disability_card", "34**************2943B1", true),
        ("disability_card", "34990719851103012943B1", false),
        ("other", "349907851103012", false),
        ("other", "AB12345", true),
    ] {
        let site = Site::sound();
        notice(&site, kind, value);
        let run = site.run(&["check", "--no-print", "--date", TODAY]);
        let said = run.out + &run.err;
        assert_eq!(said.contains("C301"), !hidden, "{kind} {value}");
        // Nor does the report spread it.
        assert!(hidden || !said.contains(value), "{said}");
    }
}

#[test]
fn fifteen_digits_on_an_id_card_are_no_receipt() {
    let site = Site::sound();
    notice(&site, "receipt", "349907851103012");
    let path = "content/notices/n.md";
    site.run(&["check", "--no-print", "--date", TODAY]).expect(0);
    site.write(path, site.read(path).replace("\"证件\"", "\"身份证\""));
    let run = site.run(&["check", "--no-print", "--date", TODAY]).expect(1);
    let said = run.out + &run.err;
    assert!(said.contains("C301") && !said.contains("349907851103012"), "{said}");
}

/// A report on something else in a page whose file is called by the number.
#[test]
fn reports_do_not_repeat_the_name_of_a_file() {
    let site = Site::sound();
    site.write(
        &format!("content/about/柳某{ID}.md"),
        "+++\ntitle = \"甲\"\nsumary = \"乙\"\n+++\n文。\n",
    );
    for format in ["human", "json", "sarif"] {
        let run = site.run(&["check", "--no-print", "--date", TODAY, "--format", format]).expect(1);
        let said = run.out + &run.err;
        assert!(said.contains("F101") && !said.contains(ID), "{format}: {said}");
    }
}

/// Who mends an error on a page must not learn only then what an attachment holds.
#[test]
fn attachments_are_told_of_beside_other_errors() {
    let site = Site::sound();
    site.write("content/about/a.csv", format!("姓名,身份证号\n柳某,{ID}\n"));
    let clean = "content/about/b.csv";
    site.write(clean, "站点,电话\n炉桥站,0550-0000000\n");
    site.write("content/about/bad.md", "+++\ntitle = \"甲\"\nsumary = \"乙\"\n+++\n文。\n");
    let run = site.run(&["check", "--no-print", "--date", TODAY]).expect(1);
    let said = run.out + &run.err;
    assert!(said.contains("F101") && said.contains("C301"), "{said}");
    assert!(said.contains("content/about/a.csv") && !said.contains(clean), "{said}");
    assert!(!said.contains(ID), "{said}");
    site.build().expect(1);
    assert!(!site.exists("public"), "nothing goes out");
}

#[test]
fn an_inspection_looks_at_attachments_too() {
    let site = Site::sound();
    site.write("content/about/a.csv", format!("姓名,号码\n柳某,{ID}\n"));
    let run = site.run(&["check", "--inspection", "--no-print", "--date", TODAY]).expect(1);
    let said = run.out + &run.err;
    assert!(said.contains("C301") && !said.contains(ID), "{said}");
}
