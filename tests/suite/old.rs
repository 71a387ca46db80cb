//! Office files of before 2007, which offices have most of, and files that nobody but a person can read.

use std::fs;
use std::io::Read;

use crate::guarding::{ID, attached};
use crate::site::{Site, repository};

/// A file that an office program wrote.
fn written(name: &str) -> Vec<u8> {
    let path = repository().join("tests/cases/old").join(name);
    if path.exists() {
        return fs::read(path).unwrap();
    }
    let packed = fs::read(path.with_extension("ppt.gz")).unwrap();
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn files_of_old_programs_are_read() {
    for name in ["clean.doc", "clean.xls", "clean.ppt"] {
        let site = Site::sound();
        site.write(&format!("content/about/{name}"), written(name));
        let run = site.build().expect(0);
        assert!(!run.err.contains("W765") && !run.err.contains("C348"), "{name}: {}", run.err);
        assert!(site.exists(&format!("public/about/{name}")), "{name}");
    }
}

#[test]
fn numbers_in_files_of_old_programs() {
    // Boxes in a row, a line broken within the number, an old number below its head, cells of a sheet.
    for name in ["boxes.doc", "broken.doc", "cells.doc", "plain.ppt"] {
        attached(name, &written(name));
    }
    let run = attached("cells.xls", &written("cells.xls"));
    assert!(run.err.contains("工作表“cells”第 2 行"), "{}", run.err);
    attached("head.xls", &written("head.xls"));
    // The same, called by what WPS calls it, and in an archive.
    attached("b.wps", &written("cells.doc"));
    attached("a.zip", &crate::guarding::packed_bytes("b.et", &written("cells.xls")));
}

#[test]
fn sectors_in_any_order() {
    // The number lies across two sectors, and another stream's sector lies between them.
    let mut file = cfb_of(&[("Other", vec![b'x'; 4096 * 2]), ("WordDocument", vec![])]);
    let mut text = vec![b'.'; 2 * 4096 - 9];
    text.extend(ID.bytes());
    text.resize(3 * 4096, b'.');
    for part in text.chunks(4096) {
        grow(&mut file, "WordDocument", part);
        grow(&mut file, "Other", &[b'y'; 4096]);
    }
    let bytes = file.into_inner().into_inner();
    assert!(
        !bytes.windows(ID.len()).any(|part| part == ID.as_bytes()),
        "the number lies in pieces"
    );
    attached("a.doc", &bytes);
}

type Compound = cfb::CompoundFile<std::io::Cursor<Vec<u8>>>;

fn cfb_of(streams: &[(&str, Vec<u8>)]) -> Compound {
    let mut file = Compound::create(std::io::Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        grow(&mut file, name, bytes);
    }
    file
}

fn grow(file: &mut Compound, name: &str, bytes: &[u8]) {
    use std::io::{Seek, SeekFrom, Write};
    let mut stream =
        if file.exists(name) { file.open_stream(name) } else { file.create_stream(name) }.unwrap();
    stream.seek(SeekFrom::End(0)).unwrap();
    stream.write_all(bytes).unwrap();
    stream.flush().unwrap();
    drop(stream);
    file.flush().unwrap();
}

#[test]
fn what_cannot_be_read_waits_for_a_person() {
    let site = Site::sound();
    let locked = cfb_of(&[("EncryptedPackage", b"12345678".to_vec())]).into_inner().into_inner();
    site.write("content/about/locked.docx", locked);
    site.write("content/about/a.rar", b"Rar!\x1A\x07\x01\x00");
    site.write("content/about/b.zip", b"PK\x03\x04 and then nothing");
    let letter =
        "From: a@example.org\nContent-Transfer-Encoding: base64\n\nMzQ5OTA3MTk4NTExMDMwMTI5\n";
    site.write("content/about/c.eml", letter);
    site.write("content/about/d.eml", letter.replace("base64", "7bit"));
    let run = site.build().expect(1);
    assert_eq!(run.err.matches("W765").count(), 4, "{}", run.err);
    assert!(run.err.contains("加了密码") && !site.exists("public"), "{}", run.err);
}

/// What `site.toml` says of an attachment.
fn looked_at(file: &str, version: &str) -> String {
    format!(
        "\n[[attachment]]\nfile = \"{file}\"\nversion = \"{version}\"\nby = \"许某\"\n\
         on = 2026-11-20\nwhy = \"打开看过\"\n"
    )
}

/// The version a report says to write.
fn named(report: &str) -> String {
    let at = report.rfind("version = \"").expect("a version is named") + "version = \"".len();
    report[at..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_person_looked_at_it() {
    let site = Site::sound();
    let settings = site.read("site.toml");
    site.write("content/about/a.rar", b"Rar!\x1A\x07\x01\x00");
    let said = site.build().expect(1).err;
    assert!(said.contains("file = \"content/about/a.rar\""), "{said}");
    let version = named(&said);

    // Before the version is known.
    site.write("site.toml", settings.clone() + &looked_at("content/about/a.rar", "?"));
    assert_eq!(named(&site.build().expect(1).err), version);

    site.write("site.toml", settings.clone() + &looked_at("content/about/a.rar", &version));
    let run = site.build().expect(0);
    assert!(!run.err.contains("W765") && !run.err.contains("C320"), "{}", run.err);
    assert!(site.exists("public/about/a.rar"));

    // Another file under the same name: what was published stands.
    site.write("content/about/a.rar", b"Rar!\x1A\x07\x01\x00\x01");
    let run = site.build().expect(1);
    assert!(run.err.contains("site.toml") && named(&run.err) != version, "{}", run.err);
    assert_eq!(fs::read(site.path("public/about/a.rar")).unwrap(), b"Rar!\x1A\x07\x01\x00");

    // A number that can be seen in it is no matter of looking.
    let open = [b"Rar!\x1A\x07\x01\x00 ", ID.as_bytes()].concat();
    site.write("content/about/a.rar", open);
    let version = named(&site.build().expect(1).err);
    site.write("site.toml", settings.clone() + &looked_at("content/about/a.rar", &version));
    assert!(site.build().expect(1).err.contains("C301"));

    // Nothing of that name.
    site.write("content/about/a.rar", "好");
    assert!(site.build().expect(0).err.contains("C320"));
}
