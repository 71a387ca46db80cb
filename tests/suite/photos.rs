//! Photos: upright, small, without metadata; originals stay at home.

use image::{DynamicImage, GenericImageView, ImageDecoder, ImageReader, Rgb, RgbImage};
use std::io::Cursor;

use crate::site::{Site, TODAY, tree};

/// A picture whose left half is red, its right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) }
    })
}

/// A PNG file of this size.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    halves(width, height).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A JPEG file with this EXIF block put in front.
fn jpeg(width: u32, height: u32, exif: &[u8]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    halves(width, height).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let bytes = bytes.into_inner();
    let length = u16::try_from(exif.len() + 8).unwrap().to_be_bytes();
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xE1];
    file.extend(length);
    file.extend(b"Exif\0\0");
    file.extend(exif);
    file.extend(&bytes[2..]);
    file
}

/// EXIF as a phone writes it: held upright (a turn by 90°), the maker's name, and coordinates.
fn phone(place: bool) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()]
            .concat()
    };
    exif.extend([3, 0]);
    exif.extend(entry(0x010F, 2, 12, 50));
    exif.extend(entry(0x0112, 3, 1, 6));
    exif.extend(entry(0x8825, 4, 1, 62));
    exif.extend([0; 4]);
    exif.extend(b"SecretPhone\0");
    exif.extend([1, 0]);
    exif.extend(entry(if place { 2 } else { 0 }, 5, 3, 80));
    exif.extend([0; 28]);
    exif
}

/// A photo from a phone, with or without the place.
fn located(place: bool) -> Vec<u8> {
    jpeg(1600, 1000, &phone(place))
}

fn article(site: &Site, photo: &str) {
    let text = format!(
        "+++\ntitle = \"动态\"\nsummary = \"摘要\"\ndate = 2026-11-20\nauthor = \"某\"\n[[photo]]\nfile = \"{photo}\"\ncaption = \"窗口\"\n+++\n看[大图]({photo})。\n\n![窗口里的人]({photo})\n"
    );
    site.write("content/articles/a.md", text);
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_phone_photo_goes_out_upright_in_three_widths_without_its_metadata() {
    let site = Site::sound();
    site.write("content/articles/it.jpg", located(true));
    article(&site, "it.jpg");
    let run = site.build();
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("W760"), "{}", run.err);
    let files = tree(&site.path("public"));
    let photos: Vec<_> = files.iter().filter(|(name, _)| name.starts_with("articles/it")).collect();
    // 1000 across once upright: 480 and all of it.
    assert_eq!(photos.len(), 2, "{:?}", files.keys());
    for (name, bytes) in &photos {
        let mut decoder = ImageReader::with_format(Cursor::new(bytes), image::ImageFormat::Jpeg)
            .into_decoder()
            .unwrap();
        assert_eq!(decoder.exif_metadata().unwrap(), None, "{name}");
        assert!(!contains(bytes, "SecretPhone") && !contains(bytes, "Exif"), "{name}");
        let image = DynamicImage::from_decoder(decoder).unwrap();
        assert!(image.height() > image.width(), "{name}");
        // The red half was left; a turn to the right brings it to the top.
        let top = image.get_pixel(image.width() / 2, image.height() / 10);
        assert!(top[0] > 150 && top[2] < 80, "{name}: {top:?}");
    }
    let page = String::from_utf8(files["articles/a.html"].clone()).unwrap();
    let widest = photos.iter().find(|(name, _)| name.ends_with("-1000.jpg")).unwrap().0;
    let name = widest.strip_prefix("articles/").unwrap();
    assert!(page.contains(&format!("href=\"../{widest}\"")), "{page}");
    assert!(page.contains(&format!("../{widest} 1000w")) && page.contains("-480.jpg 480w"));
    assert!(page.contains("width=\"1000\" height=\"1600\""), "{name}");
    let images: Vec<_> = page.split("<img ").skip(1).collect();
    assert_eq!(images.len(), 2);
    assert!(!images[0].split('>').next().unwrap().contains("lazy"), "the first comes at once");
    assert!(images[1].split('>').next().unwrap().contains("lazy"));
    assert!(images.iter().all(|image| image.contains("decoding=\"async\"")));
}

#[test]
fn a_second_build_decodes_nothing_and_a_spoiled_store_is_mended() {
    let site = Site::sound();
    site.write("content/articles/it.jpg", located(false));
    article(&site, "it.jpg");
    assert_eq!(site.build().code, 0);
    let first = tree(&site.path("public"));
    let kept = tree(&site.path(".lantian-cache"));
    assert_eq!(kept.len(), 3, "two widths and the note for git: {:?}", kept.keys());
    // What stands in the store is taken: an entry made to differ, with its right hash, shows.
    let (name, entry) = kept.iter().find(|(name, _)| *name != ".gitignore").unwrap();
    let other = b"\xFF\xD8other".to_vec();
    let whole = [blake3::hash(&other).as_bytes().as_slice(), &other].concat();
    site.write(&format!(".lantian-cache/{name}"), whole);
    site.write("content/about/new.md", "+++\ntitle = \"新\"\nsummary = \"新\"\n+++\n新。\n");
    assert_eq!(site.build().code, 0);
    assert!(tree(&site.path("public")).values().any(|bytes| *bytes == other));
    // One that was cut short is made again, to the same bytes.
    site.write(&format!(".lantian-cache/{name}"), &entry[..entry.len() / 2]);
    std::fs::remove_file(site.path("content/about/new.md")).unwrap();
    assert_eq!(site.build().code, 0);
    let again = tree(&site.path("public"));
    let photos = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        files
            .iter()
            .filter(|(name, _)| name.contains("/it-"))
            .map(|(n, b)| (n.clone(), b.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(photos(&first), photos(&again));
}

#[test]
fn an_id_number_in_a_file_name_or_in_the_metadata_stops_the_build() {
    // A made-up number with a right check digit.
    let number = "11010519491231002X";
    for (name, bytes) in [
        (format!("content/about/{number}.png"), png(8, 8)),
        ("content/about/a.jpg".to_owned(), jpeg(8, 8, number.as_bytes())),
    ] {
        let site = Site::sound();
        site.write(&name, bytes);
        let run = site.build();
        assert_eq!(run.code, 1, "{name}");
        assert!(run.err.contains("C301") && !run.err.contains(number), "{}", run.err);
        assert!(!site.exists("public"));
    }
}

#[test]
fn a_photo_cut_short_stops_the_build_and_says_so() {
    let site = Site::sound();
    let whole = png(400, 300);
    site.write("content/articles/it.png", &whole[..whole.len() - 200]);
    article(&site, "it.png");
    let run = site.build();
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("W761") && run.err.contains("it.png"), "{}", run.err);
    assert!(!site.exists("public"));
}

#[test]
fn files_of_the_root_keep_their_name_and_lose_their_metadata() {
    let site = Site::sound();
    site.write("static/badge.jpg", located(false));
    assert_eq!(site.build().code, 0);
    let bytes = std::fs::read(site.path("public/badge.jpg")).unwrap();
    assert!(!contains(&bytes, "SecretPhone"));
    let image = image::load_from_memory(&bytes).unwrap();
    assert_eq!(image.dimensions(), (1000, 1600));
}

#[test]
fn formats_are_known_by_their_content() {
    let site = Site::sound();
    site.write("content/articles/it.jpg", png(1000, 500));
    article(&site, "it.jpg");
    let run = site.build();
    assert_eq!(run.code, 0, "{}", run.err);
    let names: Vec<_> = tree(&site.path("public")).into_keys().collect();
    assert!(
        names.iter().any(|name| name.contains("articles/it-") && name.ends_with("-1000.png")),
        "{names:?}"
    );
    assert!(!names.contains(&"articles/it.jpg".to_owned()));
}

#[cfg(feature = "print")]
#[test]
fn paper_gets_three_hundred_dots_an_inch_and_no_metadata() {
    let site = Site::sound();
    site.write("content/about/it.jpg", jpeg(3000, 2000, &phone(true)));
    site.write(
        "content/about/a.md",
        "+++\ntitle = \"页\"\nsummary = \"页\"\n+++\n![窗口](it.jpg)\n",
    );
    let brochure = "[[brochure]]\nid = \"book\"\nform = \"handbook\"\ntitle = \"手册\"\nselect = [\"about\"]\n";
    site.write("site.toml", format!("{}{brochure}", crate::site::SITE));
    let out = site.path("public");
    let run = site.run(&["build", "--date", TODAY, "--out", out.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.err);
    let list = std::process::Command::new("pdfimages")
        .arg("-list")
        .arg(out.join("brochures/book.pdf"))
        .output()
        .unwrap();
    let list = String::from_utf8(list.stdout).unwrap();
    let row: Vec<_> =
        list.lines().find(|line| line.contains("jpeg")).unwrap().split_whitespace().collect();
    // Upright it is 2000 across; A5 takes 1748.
    assert_eq!(row[3], "1748", "{list}");
    let bytes = std::fs::read(out.join("brochures/book.pdf")).unwrap();
    assert!(!contains(&bytes, "SecretPhone"));
}

#[test]
fn lists_show_the_picture_a_page_names_as_small_as_there_is() {
    let site = Site::sound();
    site.write("content/articles/it.png", png(1200, 600));
    let page = "+++\ntitle = \"动态\"\nsummary = \"摘要\"\ndate = 2026-11-20\nimage = \"it.png\"\n+++\n一。\n";
    site.write("content/articles/a.md", page);
    site.build().expect(0);
    let list = site.read("public/articles/index.html");
    let at = list.find("<img src=\"../articles/it-").expect("a picture");
    let picture = list[at..].split('>').next().unwrap();
    assert!(picture.contains("-480.png\" alt=\"\""), "{picture}");
    assert!(picture.contains("width=\"480\" height=\"240\""), "{picture}");
    let file = picture.split(['"']).nth(1).unwrap().trim_start_matches("../");
    assert!(site.exists(&format!("public/{file}")));
}

/// EXIF with a latitude and nothing else.
fn placed() -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1A\0\0\0\0\0\0\0".to_vec();
    exif.extend(b"\x01\0\x02\0\x05\0\x03\0\0\0\x2C\0\0\0\0\0\0\0");
    exif.extend([1; 24]);
    exif
}

const XMP: &str = "<x:xmpmeta><rdf:Description exif:GPSLatitude=\"32,32.5N\"/></x:xmpmeta>";

/// A chunk of a PNG.
fn chunk(name: &[u8], inside: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(name);
    crc.update(inside);
    let length = u32::try_from(inside.len()).unwrap().to_be_bytes();
    [&length[..], name, inside, &crc.sum().to_be_bytes()].concat()
}

/// A PNG with a chunk behind its header.
fn png_with(name: &[u8], inside: &[u8]) -> Vec<u8> {
    let whole = png(600, 300);
    [&whole[..33], &chunk(name, inside), &whole[33..]].concat()
}

/// A WebP with metadata: the plain one's chunk within a file that says it has more.
fn webp_with(name: &[u8], inside: &[u8], flag: u8) -> Vec<u8> {
    let mut plain = Cursor::new(Vec::new());
    halves(600, 300).write_to(&mut plain, image::ImageFormat::WebP).unwrap();
    let plain = plain.into_inner();
    let piece = |name: &[u8], inside: &[u8]| {
        let length = u32::try_from(inside.len()).unwrap().to_le_bytes();
        let even = &b"\0"[..inside.len() % 2];
        [name, &length, inside, even].concat()
    };
    let [width, height] = [599u32, 299].map(u32::to_le_bytes);
    let more = [&[flag, 0, 0, 0][..], &width[..3], &height[..3]].concat();
    let all = [b"WEBP", &piece(b"VP8X", &more)[..], &plain[12..], &piece(name, inside)].concat();
    piece(b"RIFF", &all)
}

#[test]
fn the_place_is_told_and_taken_out_wherever_it_stands() {
    let xmp = |head: &[u8]| [head, XMP.as_bytes()].concat();
    let app1 = |inside: &[u8]| {
        let plain = jpeg(600, 300, b"");
        let length = u16::try_from(inside.len() + 2).unwrap().to_be_bytes();
        [b"\xFF\xD8\xFF\xE1", &length[..], inside, &plain[2..]].concat()
    };
    for (name, bytes) in [
        ("exif.jpg", jpeg(600, 300, &placed())),
        ("xmp.jpg", app1(&xmp(b"http://ns.adobe.com/xap/1.0/\0"))),
        ("exif.png", png_with(b"eXIf", &placed())),
        ("xmp.png", png_with(b"iTXt", &xmp(b"XML:com.adobe.xmp\0\0\0\0\0"))),
        ("exif.webp", webp_with(b"EXIF", &placed(), 8)),
        ("xmp.webp", webp_with(b"XMP ", XMP.as_bytes(), 4)),
    ] {
        let site = Site::sound();
        site.write(&format!("content/articles/{name}"), bytes);
        article(&site, name);
        let run = site.build().expect(0);
        assert!(run.err.contains("W760"), "{name}: {}", run.err);
        let stem = format!("articles/{}-", name.split('.').next().unwrap());
        let files = tree(&site.path("public"));
        let mut out = files.iter().filter(|(path, _)| path.starts_with(&stem)).peekable();
        assert!(out.peek().is_some(), "{name}: {:?}", files.keys());
        for (path, bytes) in out {
            for word in ["GPSLatitude", "II*\0", "Exif", "eXIf", "EXIF"] {
                assert!(!contains(bytes, word), "{name}: {word} in {path}");
            }
        }
    }
}

#[test]
fn an_iphones_picture_is_refused_with_words_whatever_it_is_called() {
    for name in ["a.heic", "a.jpg"] {
        let site = Site::sound();
        site.write(&format!("content/about/{name}"), b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
        let run = site.build().expect(1);
        assert!(run.err.contains("W764") && run.err.contains("兼容性最佳"), "{}", run.err);
    }
}

/// The files a picture among the articles goes out as.
fn published(name: &str, bytes: &[u8]) -> Vec<Vec<u8>> {
    let site = Site::sound();
    site.write(&format!("content/articles/{name}"), bytes);
    article(&site, name);
    site.build().expect(0);
    let stem = format!("articles/{}-", name.split('.').next().unwrap());
    let files = tree(&site.path("public")).into_iter();
    files.filter(|(path, _)| path.starts_with(&stem)).map(|(_, bytes)| bytes).collect()
}

#[test]
fn a_chart_stays_as_small_as_it_was() {
    let chart = RgbImage::from_fn(470, 300, |x, y| {
        let bar = (x / 40 % 2) * u32::from(y > (x * 7 + 31) % 200);
        Rgb(if (x + y) % 97 == 0 {
            [90, 90, 90]
        } else {
            [[255, 255, 255], [30, 90, 160]][bar as usize]
        })
    });
    let mut gif = Cursor::new(Vec::new());
    chart.write_to(&mut gif, image::ImageFormat::Gif).unwrap();
    let gif = gif.into_inner();
    let out = published("chart.gif", &gif);
    let [out] = &out[..] else { panic!("one width") };
    assert!(out.len() <= gif.len() * 11 / 10, "{} of {}", out.len(), gif.len());
    assert_eq!(image::load_from_memory(out).unwrap().to_rgb8(), chart, "nothing is lost");
}

#[test]
fn what_carries_nothing_else_goes_out_as_it_is_where_it_is_smaller() {
    let photo = RgbImage::from_fn(400, 300, |x, y| {
        let noise = (x * 7919 + y * 104_729) % 251;
        Rgb([noise as u8, (x % 256) as u8, (y % 256) as u8])
    });
    let mut small = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut small, 30);
    photo.write_with_encoder(encoder).unwrap();
    assert_eq!(published("plain.jpg", &small), [small.clone()]);
    for more in [&b"\xFF\xFE\0\x07hello"[..], b"\xFF\xE1\0\x08Exif\0\0", b"\xFF\xED\0\x07hello"] {
        let told = [&small[..2], more, &small[2..]].concat();
        let out = published("told.jpg", &told);
        assert!(out.len() == 1 && out[0] != told && !contains(&out[0], "hello"));
    }
    let behind = [&small[..], b"hello"].concat();
    assert!(!contains(&published("behind.jpg", &behind)[0], "hello"));
}

#[test]
fn a_photo_inside_an_attachment_is_told_and_the_attachment_goes_out() {
    use std::io::Write as _;
    let site = Site::sound();
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, place) in [("word/media/image1.jpeg", true), ("word/media/image2.jpeg", false)] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&located(place)).unwrap();
    }
    site.write("content/articles/材料.docx", archive.finish().unwrap().into_inner());
    site.write(
        "content/articles/a.md",
        "+++\ntitle = \"动态\"\nsummary = \"摘要\"\ndate = 2026-11-20\nauthor = \"某\"\n+++\n看[材料](材料.docx)。\n",
    );
    let run = site.build();
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("W760") && run.err.contains("材料.docx"), "{}", run.err);
    assert!(run.err.contains("image1.jpeg") && !run.err.contains("image2.jpeg"), "{}", run.err);
    assert!(site.exists("public/articles/材料.docx"));
}
