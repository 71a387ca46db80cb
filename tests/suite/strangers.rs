//! Attachments from strangers: made badly, or made to do harm. Nothing ends the program or keeps it
//! for ever, and what can be read is read all the same.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use crate::guarding::{ID, attached, gzip, packed};
use crate::site::{Run, Site};

/// The attachment was not searched to its end: it is kept back, and that is said.
#[track_caller]
fn said(name: &str, bytes: &[u8]) -> Run {
    let site = Site::sound();
    site.write(&format!("content/about/{name}"), bytes);
    let start = Instant::now();
    let run = site.build().expect(1);
    assert!(run.err.contains("W765"), "{name}: {}", run.err);
    assert!(start.elapsed() < Duration::from_secs(60), "{name}: {:?}", start.elapsed());
    run
}

/// Nothing is said of the attachment.
#[track_caller]
fn clean(name: &str, bytes: &[u8]) {
    let site = Site::sound();
    site.write(&format!("content/about/{name}"), bytes);
    let run = site.build().expect(0);
    assert!(!run.err.contains("W765"), "{name}: {}", run.err);
}

fn flate(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A stream with its dictionary.
fn stream(dict: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<<{dict}/Length {}>>stream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// A PDF of these objects, numbered from 1, the first of them its catalog.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(out.len());
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    out.extend(
        format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes(),
    );
    out
}

/// A page that draws this, with more objects from 6 on.
fn page(content: Vec<u8>, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>>>>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]>>".to_vec(),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

fn drawn(words: &str) -> Vec<u8> {
    format!("BT /F1 12 Tf 50 700 Td ({words}) Tj ET").into_bytes()
}

#[test]
fn brackets_without_end() {
    for open in ["[", "<</A ", "[<<"] {
        let deep = open.repeat(100_000).into_bytes();
        said("deep.pdf", &page(stream("", &drawn("12348")), std::slice::from_ref(&deep)));
        said("content.pdf", &page(stream("", &deep), &[]));
        let dict = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
        let objects = stream(dict, &flate(&[b"9 0 ", &deep[..]].concat()));
        said("packed.pdf", &page(stream("", &drawn("12348")), &[objects]));
        // What could be read before is still found.
        attached("found.pdf", &page(stream("", &drawn(ID)), &[deep]));
    }
    clean("strings.pdf", &page(stream("", &drawn(&"(".repeat(100_000))), &[]));
}

#[test]
fn streams_that_unpack_without_end() {
    let bomb = flate(&vec![b' '; 80 << 20]);
    assert!(bomb.len() < 1 << 20);
    said("drawn.pdf", &page(stream("/Filter/FlateDecode", &bomb), &[]));
    let plain = || stream("", &drawn("12348"));
    for kind in ["ObjStm/N 1/First 9", "EmbeddedFile", "Metadata"] {
        let object = stream(&format!("/Type/{kind}/Filter/FlateDecode"), &bomb);
        said("bomb.pdf", &page(plain(), &[object]));
    }
    // Nobody opens a picture or a font for its words.
    let picture = stream("/Subtype/Image/Filter/FlateDecode", &bomb);
    clean("picture.pdf", &page(plain(), &[picture, stream("/Filter/FlateDecode", &bomb)]));
}

#[test]
fn streams_that_unpack_to_nothing_again_and_again() {
    let empty = stream("/Filter/ASCII85Decode", &vec![b' '; 4 << 20]);
    let pages = vec![b"<</Type/Page/Contents 4 0 R>>".to_vec(); 20_000];
    said("pages.pdf", &page(empty, &pages));
    let mut archive = packed_bytes("a.gz", &[]);
    // Deflate's empty blocks, and a thousand names for one member.
    let blocks = b"\0\0\0\xFF\xFF".repeat(1 << 20);
    let size = u32::try_from(blocks.len()).unwrap().to_le_bytes();
    let list = archive.windows(4).rposition(|mark| mark == b"PK\x01\x02").unwrap();
    for head in [8, list + 10] {
        archive[head] = 8;
        archive[head + 10..head + 14].copy_from_slice(&size);
    }
    let end = archive.windows(4).rposition(|mark| mark == b"PK\x05\x06").unwrap();
    let (entry, mut end) = (archive[list..end].to_vec(), archive[end..].to_vec());
    let place = u32::try_from(list + blocks.len()).unwrap().to_le_bytes();
    let count = 5000u16.to_le_bytes();
    end[8..10].copy_from_slice(&count);
    end[10..12].copy_from_slice(&count);
    end[16..20].copy_from_slice(&place);
    let mut whole = [&archive[..list], &blocks[..]].concat();
    for number in 0..5000u16 {
        let mut entry = entry.clone();
        let [low, high] = number.to_le_bytes();
        entry[46..48].copy_from_slice(&[b'a' + low % 26, b'a' + high % 26]);
        entry[48..50].copy_from_slice(&[b'0' + low % 10, b'0' + (low / 10) % 10]);
        whole.extend(entry);
    }
    whole.extend(end);
    said("names.zip", &whole);
}

#[test]
fn tables_of_places_that_lie() {
    // A row of no bytes, for ever; rows of a million million bytes; rows as long.
    for table in [
        "/W[0 0 0]/Index[0 4611686018427387904]",
        "/W[1000000000000 1 1]",
        "/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 99999999999>>",
    ] {
        let mut file = b"%PDF-1.7\n".to_vec();
        let place = file.len();
        let table = stream(&format!("/Type/XRef/Size 9{table}/Root 2 0 R"), &flate(&[0; 64]));
        file.extend(
            [b"1 0 obj\n", &table[..], b"\nendobj\n2 0 obj<</Type/Catalog>>endobj\n"].concat(),
        );
        let end = format!("startxref\n{place}\n%%EOF\n");
        clean("table.pdf", &[&file[..], end.as_bytes()].concat());
        let title = format!("3 0 obj<</Title({ID})>>endobj\n{end}");
        attached("table.pdf", &[&file[..], title.as_bytes()].concat());
    }
    // A thousand places for one large stream are one stream.
    let many = page(stream("", &vec![b' '; 1 << 20]), &[]);
    let text = String::from_utf8(many).unwrap();
    let row = "0000000300 00000 n \n".repeat(10_000);
    clean("many.pdf", text.replace("trailer", &format!("9 10000\n{row}trailer")).as_bytes());
}

#[test]
fn pdfs_however_they_are_packed_and_locked() {
    let read = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/pdf/");
        std::fs::read(format!("{folder}{name}")).unwrap()
    };
    let found = |name: &str| drop(attached(name, &read(name)));
    found("packed.pdf");
    // Whoever may read it needs no password: what may be done with it is the owner's.
    for lock in ["rc4-40", "rc4-128", "rc4-v4", "aes-128", "aes-r5", "aes-256"] {
        found(&format!("{lock}.pdf"));
        found(&format!("{lock}-packed.pdf"));
    }
    for lock in ["rc4-v4", "aes-128", "aes-r5", "aes-256"] {
        found(&format!("{lock}-open.pdf"));
    }
    found("owner-empty.pdf");
    for lock in ["rc4", "128", "r5", "256", "open"] {
        let name = format!("password-{lock}.pdf");
        let run = said(&name, &read(&name));
        assert!(run.err.contains("PDF 加了密码"), "{name}: {}", run.err);
    }
    // What describes a file may lie open beside what a password keeps shut.
    let described = format!("<x:a>{ID}</x:a>{}", " ".repeat(8));
    let from = br#"<x:xmpmeta xmlns:x="adobe:ns:meta/"/>"#;
    let open = replaced(&read("password-open.pdf"), from, described.as_bytes());
    attached("open.pdf", &open);
}

#[test]
fn what_a_pdf_holds_beside_its_pages() {
    let plain = || stream("", &drawn("12348"));
    let file = stream("", format!("柳某,{ID}").as_bytes());
    let described = b"<</Type/Filespec/F(a.csv)/EF<</F 6 0 R>>>>".to_vec();
    attached("enclosed.pdf", &page(plain(), &[file, described]));
    // What a later change replaced can still be dug out.
    let before = page(plain(), &[format!("<</Title({ID})>>").into_bytes()]);
    attached("earlier.pdf", &[&before[..], b"6 0 obj<</Title(Form)>>endobj\n%%EOF\n"].concat());
    let after_a_picture = [b"BI /W 1 /H 1 ID \xFF[<</EIx EI\n", &drawn(ID)[..]].concat();
    attached("inline.pdf", &page(stream("", &after_a_picture), &[]));
    // What was filled in, in a stream that only a program knows.
    let filled = format!("<xfa:data><id>{ID}</id></xfa:data>");
    attached("xfa.pdf", &page(plain(), &[stream("", filled.as_bytes())]));
    let packed = stream("/Filter/FlateDecode", &flate(filled.as_bytes()));
    attached("xfa.pdf", &page(plain(), &[packed]));
    let font = b"<</Type/FontDescriptor/FontFile2 6 0 R>>".to_vec();
    clean("font.pdf", &page(plain(), &[stream("", filled.as_bytes()), font]));
    // Old Chinese fonts are read by the name of their codes.
    let font = b"<</Type/Font/Subtype/Type0/Encoding/GBK-EUC-H/BaseFont/SimSun>>".to_vec();
    let text = page(stream("", &drawn(ID)), &[font]);
    let text = String::from_utf8(text).unwrap().replace("/F1 5 0 R", "/F1 6 0 R");
    attached("gbk.pdf", text.as_bytes());
}

#[test]
fn files_within_files_within_files() {
    let mut inside = page(stream("", &drawn(ID)), &[]);
    for depth in 1..=6 {
        inside = page(stream("", &drawn("12348")), &[stream("/Type/EmbeddedFile", &inside)]);
        if depth == 3 {
            attached("three.pdf", &inside);
        }
    }
    said("six.pdf", &inside);
    attached("a.gz", &gzip(&packed_bytes("b.gz", &gzip(ID.as_bytes()))));
}

fn packed_bytes(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file(name, stored).unwrap();
    archive.write_all(bytes).unwrap();
    archive.finish().unwrap().into_inner()
}

/// An archive of a member that is damaged and one with this text.
fn damaged_first(text: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [("a.txt", &*"甲".repeat(99)), ("b.txt", text)] {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    let mut bytes = archive.finish().unwrap().into_inner();
    // The packed bytes of the first member, behind its head and name.
    bytes[35..40].fill(0xFF);
    bytes
}

#[test]
fn a_damaged_member_hides_no_other() {
    attached("a.zip", &damaged_first(ID));
    said("a.zip", &damaged_first("12348"));
    let part = gzip(format!("{ID}\n{}", "甲乙丙丁戊己庚辛".repeat(9)).as_bytes());
    attached("a.gz", &part[..part.len() - 9]);
}

#[test]
fn archives_that_lie() {
    attached("up.zip", &packed("../../../etc/a.txt", ID));
    attached("root.zip", &packed("/etc/a.txt", ID));
    clean("up.zip", &packed("../../../etc/a.txt", "12348"));
    assert!(!std::path::Path::new("/etc/a.txt").exists());
    // A size that is not its own, in both heads.
    let mut large = packed_bytes("a.txt", ID.as_bytes());
    let list = large.windows(4).rposition(|mark| mark == b"PK\x01\x02").unwrap();
    large[22..26].fill(0xFF);
    large[list + 24..list + 28].fill(0xFF);
    attached("large.zip", &large);
    // More members than any archive of texts has, and ends without a beginning.
    let mut many = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..20_000 {
        many.start_file(format!("{number}"), zip::write::SimpleFileOptions::default()).unwrap();
    }
    said("many.zip", &many.finish().unwrap().into_inner());
    let end = b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2E\0\0\0\0\0\0\0\0\0";
    said("ends.zip", &[b"PK\x03\x04", &end.repeat(200_000)[..]].concat());
    said("bomb.zip", &packed("a.txt", &" ".repeat(80 << 20)));
}

#[test]
fn pdfs_made_to_end_the_reader() {
    // A description that begins like a file, again and again.
    said("nest.pdf", &b"%PDF-1 0 obj<</Type/Metadata>>stream\n".repeat(2500));
    // A letter that stands for many, and words of it.
    let table = format!("1 beginbfchar <61> <{}> endbfchar", "4E01".repeat(8));
    let font = b"<</Type/Font/Subtype/Type1/ToUnicode 7 0 R>>".to_vec();
    let words = flate(&[b"BT /F1 1 Tf (", &b"a".repeat(9 << 20)[..], b") Tj ET"].concat());
    let bomb = page(stream("/Filter/FlateDecode", &words), &[font, stream("", table.as_bytes())]);
    said("letters.pdf", &replaced(&bomb, b"/F1 5 0 R", b"/F1 6 0 R"));
    // Nothing behind the word that begins an object.
    said("nothing.pdf", &[b"%PDF-1.4\n", &b"1 0 obj %".repeat(200_000)[..]].concat());
    let start = Instant::now();
    said("words.pdf", &[b"%PDF-1.4\n", &b"1 0 obj x\n".repeat(400_000)[..]].concat());
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    // Lists that many share.
    let list = [b"[".to_vec(), b"6 0 R ".repeat(6000), b"]".to_vec()].concat();
    let mut more = vec![stream("", b""), list];
    more.extend(vec![b"<</Type/Page/Contents 7 0 R>>".to_vec(); 6000]);
    said("parts.pdf", &page(stream("", b""), &more));
    let files: Vec<u8> = (0..20_000).flat_map(|key| format!("/{key} 1 0 R").into_bytes()).collect();
    let files = [b"<<", &files[..], b">>"].concat();
    let users = [b"[".to_vec(), b"<</EF 6 0 R>>".repeat(20_000), b"]".to_vec()].concat();
    let start = Instant::now();
    clean("files.pdf", &page(stream("", b""), &[files, users]));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

/// The same with one thing in the place of another of the same length.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = bytes.windows(from.len()).position(|part| part == from).unwrap();
    bytes[at..at + from.len()].copy_from_slice(to);
    bytes
}

#[test]
fn words_set_sign_by_sign() {
    let draws = |content: String| page(stream("", content.as_bytes()), &[]);
    let signs = |text: &str, step: &str| {
        text.chars().map(|sign| format!("({sign}) Tj {step} 0 Td ")).collect::<String>()
    };
    // A number of a phone in the next column.
    let (id, phone) = (signs(ID, "9.5"), signs("13900000000", "9.5"));
    attached("td.pdf", &draws(format!("BT /F1 16 Tf 50 700 Td {id}60 0 Td {phone}ET")));
    let places = ID.chars().chain("13900000000".chars()).enumerate().map(|(at, sign)| {
        let x = 50 + 9 * at + if at < 18 { 0 } else { 60 };
        format!("2 0 0 2 {x} 700 Tm ({sign}) Tj ")
    });
    attached("tm.pdf", &draws(format!("BT /F1 6 Tf {}ET", places.collect::<String>())));
    attached("tj.pdf", &draws(format!("BT /F1 12 Tf [({ID})-2000(13900000000)]TJ ET")));
    attached("lines.pdf", &draws(format!("BT /F1 12 Tf (13900000000) ' ({ID}) ' ET")));
    let spans = format!(
        "BT /F1 12 Tf /Span<</MCID 0/Lang(en-US)>>BDC ({}) Tj EMC \
         /Span<</MCID 1/Lang(en-US)>>BDC ({}) Tj EMC ET",
        &ID[..10],
        &ID[10..]
    );
    attached("spans.pdf", &draws(spans));
    attached("aloud.pdf", &draws(format!("/Span<</ActualText({ID})>>BDC EMC")));
}

/// A page with this number drawn in hexadecimal codes, by this font.
fn coded(code: impl Fn(u32) -> String, font: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let codes: String = ID.chars().map(|sign| code(sign.to_digit(10).unwrap())).collect();
    let mut all = vec![font.as_bytes().to_vec()];
    all.extend_from_slice(more);
    let content = format!("BT /F1 12 Tf <{codes}> Tj ET");
    replaced(&page(stream("", content.as_bytes()), &all), b"/F1 5 0 R", b"/F1 6 0 R")
}

#[test]
fn fonts_of_every_kind() {
    let names = "zero/one/two/three/four/five/six/seven/eight/nine";
    let differences = format!("<</Subtype/Type1/Encoding<</Differences[1/{names}]>>>>");
    attached("names.pdf", &coded(|digit| format!("{:02X}", digit + 1), &differences, &[]));
    let wide = |digit| format!("{:04X}", digit + 17);
    let chinese = "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</CIDSystemInfo\
                   <</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>";
    attached("gb1.pdf", &coded(wide, chinese, &[]));
    said("places.pdf", &coded(wide, "<</Subtype/Type0/Encoding/Identity-H>>", &[]));
    // The name of the codes counts, not what a table says of some of them.
    let table = stream("", b"1 beginbfrange <30> <39> <0030> endbfrange");
    let gbk = "<</Subtype/Type0/Encoding/GBK-EUC-H/ToUnicode 7 0 R>>";
    attached("gbk.pdf", &coded(|digit| format!("{:02X}", digit + 0x30), gbk, &[table]));
    // A font without a number of its own, and one that holds within its brackets only.
    let other = "<</Subtype/Type0/Encoding/GBK-EUC-H>>";
    let content = format!("/F1 9 Tf q /F2 9 Tf BT (1) Tj ET Q BT <{}> Tj ET", "0031".repeat(3));
    let table =
        stream("", format!("1 beginbfchar <0031> <{}> endbfchar", hexadecimal(6)).as_bytes());
    let parts = page(stream("", content.as_bytes()), &[table]);
    let fonts = format!("<</Subtype/Type0/ToUnicode 6 0 R>>/F2{other}");
    let parts = String::from_utf8(parts).unwrap().replace("5 0 R", &fonts);
    // Its table says six digits of the number at a time: only the first six of them three times.
    clean("direct.pdf", parts.as_bytes());
    let three = parts.replace(&"0031".repeat(3), "003100320033").replace(
        "1 beginbfchar",
        &format!("1 beginbfchar <0032> <{}> <0033> <{}>", sixth(1), sixth(2)),
    );
    attached("direct.pdf", three.as_bytes());
}

/// The first digits of the number in UTF-16.
fn hexadecimal(count: usize) -> String {
    ID[..count].bytes().map(|digit| format!("00{digit:02X}")).collect()
}

fn sixth(part: usize) -> String {
    hexadecimal(18)[part * 24..][..24].to_owned()
}

#[test]
fn what_later_changes_replaced() {
    let before = page(stream("", &drawn(ID)), &[]);
    let empty = "stream\nendstream endobj\n%%EOF\n";
    let content = format!("4 0 obj<<>>{empty}");
    attached("content.pdf", &[&before[..], content.as_bytes()].concat());
    let other = format!("3 0 obj<</Type/Page/Contents 9 0 R>>endobj\n9 0 obj<<>>{empty}");
    attached("page.pdf", &[&before[..], other.as_bytes()].concat());
    for kind in ["Type/EmbeddedFile", "Type/Metadata", "Subtype/Form"] {
        let words = if kind == "Subtype/Form" { drawn(ID) } else { ID.into() };
        let before = page(stream("", b""), &[stream(&format!("/{kind}"), &words)]);
        attached("part.pdf", &[&before[..], format!("6 0 obj<<>>{empty}").as_bytes()].concat());
    }
}

#[test]
fn archives_of_offices() {
    let members = |all: &[(&str, &[u8])]| {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in all {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    // Pictures and fonts of programs, and what a Mac adds.
    let odd = b"\x01\0\0\0\x6C\0\0\0\xFF\xFF\xFF\xFF\0\x81\xFF\xFE".repeat(20);
    let names =
        ["word/media/a.emf", "word/fonts/a.odttf", "ppt/fonts/a.fntdata", "__MACOSX/._a.txt"];
    let healthy = names.map(|name| (name, &odd[..]));
    clean("a.docx", &members(&healthy));
    let run = said("a.docx", &members(&[("word/a.odd", &odd[1..])]));
    assert!(run.err.contains("压缩包里的 `word/a.odd`"), "{}", run.err);
    // The embedded table of an office file is no old file to be saved as another.
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[0; 600][..]].concat();
    let site = Site::sound();
    site.write("content/about/a.docx", members(&[("word/embeddings/oleObject1.bin", &old)]));
    let run = site.build().expect(1);
    assert!(run.err.contains("W765") && !run.err.contains("docx、xlsx"), "{}", run.err);
    // Names in GBK, and two members with one name.
    let name = format!("ZZ{ID}.txt");
    let mut gbk = members(&[(&name, b"x")]);
    while let Some(at) = gbk.windows(2).position(|part| part == b"ZZ") {
        gbk[at..at + 2].copy_from_slice(b"\xC8\xFD");
    }
    attached("gbk.zip", &gbk);
    let mut twice = members(&[("a.txt", b"x"), ("b.txt", b"y")]);
    clean("twice.zip", &twice);
    while let Some(at) = twice.windows(5).position(|part| part == b"b.txt") {
        twice[at] = b'a';
    }
    said("twice.zip", &twice);
    let rich = format!("{{\\rtf1\\ansi \\b {}\\b0\\lang2052 {}\\par}}", &ID[..6], &ID[6..]);
    attached("a.rtf", rich.as_bytes());
    clean("a.rtf", b"{\\rtf1\\ansi \\b 12348\\par}");
}
