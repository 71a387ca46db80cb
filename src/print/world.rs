//! What Typst can see: the print templates, the data, the site's own pictures; no package, no
//! network, no other file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};

use crate::base::artifact::Asset;
use crate::base::date::Date;
use crate::base::files;
use crate::base::span::SourceId;
use crate::domain::paper::Paper;
use crate::model::site::Site;
use crate::picture::{Picture, Store};
use crate::print::Press;
use crate::print::fonts::Fonts;

/// The data's name for templates.
const DATA: &str = "data.json";

/// One brochure's world.
pub(super) struct Desk<'f> {
    library: LazyHash<Library>,
    fonts: &'f Fonts,
    files: FileStore<Shelf>,
    main: FileId,
    today: Date,
}

/// The files there are, by their path from `/`.
pub(super) struct Shelf {
    texts: BTreeMap<String, Bytes>,
    sources: BTreeMap<String, SourceId>,
    on_disk: BTreeMap<String, PathBuf>,
    pictures: BTreeMap<String, Shown>,
    store: Store,
}

/// A picture and how many pixels across it needs on this paper.
struct Shown {
    file: PathBuf,
    picture: Picture,
    width: u32,
}

impl Shelf {
    /// The templates, what stands beside them, and the site's files below `/site/`. Pictures are
    /// made anew, never finer than `paper` can show.
    pub(super) fn fill(site: &Site, press: &Press<'_>, paper: Paper, data: Vec<u8>) -> Self {
        let theme = press.theme;
        let mut texts = BTreeMap::from([(DATA.to_owned(), Bytes::new(data))]);
        let mut sources = BTreeMap::new();
        for (name, file) in theme.below("print") {
            texts.insert(name.to_owned(), Bytes::from_string(file.text.to_string()));
            sources.insert(name.to_owned(), file.source);
        }
        let beside = theme.extras.iter().filter_map(|(path, file)| {
            Some((path.strip_prefix("print/")?.to_owned(), file.clone()))
        });
        let raster = |asset: &Asset| {
            site.picture(&asset.path).filter(|picture| !picture.widths().is_empty())
        };
        let pictures = site.assets().iter().filter_map(|asset| {
            let picture = raster(asset)?.clone();
            let name = format!("site/{}", picture.paper_name(asset.path.as_str()));
            let width = picture.width_on_paper(paper.width);
            Some((name, Shown { file: asset.file.clone(), picture, width }))
        });
        let assets = site.assets().iter().filter(|asset| raster(asset).is_none());
        let assets = assets.map(|asset| (format!("site/{}", asset.path), asset.file.clone()));
        Self {
            texts,
            sources,
            on_disk: beside.chain(assets).collect(),
            pictures: pictures.collect(),
            store: Store::of(press.root),
        }
    }

    /// The template a file is, for findings.
    pub(super) fn template(&self, id: FileId) -> Option<SourceId> {
        self.sources.get(id.get().vpath().get_without_slash()).copied()
    }
}

impl Shelf {
    /// A hash over everything a piece can be made from, except the fonts.
    pub(super) fn hash_into(&self, hasher: &mut blake3::Hasher) {
        let mut part = |bytes: &[u8]| {
            hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
        };
        for (name, text) in &self.texts {
            part(name.as_bytes());
            part(text);
        }
        let data = self.texts.get(DATA).map(Bytes::as_slice).unwrap_or_default();
        for (name, file) in &self.on_disk {
            // Of the site's files those the data names; what stands beside templates may be used by them.
            let used = !name.starts_with("site/") || mentions(data, name);
            if used {
                part(name.as_bytes());
                part(&files::read(file).unwrap_or_default());
            }
        }
        for (name, shown) in &self.pictures {
            if mentions(data, name) {
                part(name.as_bytes());
                part(shown.picture.hash.as_bytes());
                part(&shown.width.to_le_bytes());
            }
        }
    }
}

/// Whether a JSON text has a string that ends in `/name`.
fn mentions(json: &[u8], name: &str) -> bool {
    let quoted = serde_json::to_string(name).unwrap_or_default();
    let wanted = format!("/{}", quoted.trim_start_matches('"'));
    std::str::from_utf8(json).is_ok_and(|json| json.contains(&wanted))
}

impl FileLoader for Shelf {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath();
        let name = path.get_without_slash();
        let missing = || FileError::NotFound(PathBuf::from(name));
        if *id.get().root() != VirtualRoot::Project {
            return Err(missing());
        }
        if let Some(text) = self.texts.get(name) {
            return Ok(text.clone());
        }
        if let Some(Shown { file, picture, width }) = self.pictures.get(name) {
            let made = self.store.paper(file, picture, *width);
            return made
                .map(Bytes::new)
                .map_err(|why| FileError::Other(Some(why.to_string().into())));
        }
        let file = self.on_disk.get(name).ok_or_else(missing)?;
        files::read(file).map(Bytes::new).map_err(|error| FileError::from_io(error, file))
    }
}

impl<'f> Desk<'f> {
    /// A desk with `template` (`handbook.typ`) as the main file; none for a name that is no path.
    pub(super) fn new(shelf: Shelf, template: &str, fonts: &'f Fonts, today: Date) -> Option<Self> {
        let path = VirtualPath::new(template).ok()?;
        Some(Self {
            library: LazyHash::new(Library::builder().build()),
            fonts,
            files: FileStore::new(shelf),
            main: RootedPath::new(VirtualRoot::Project, path).intern(),
            today,
        })
    }

    /// The shelf the files come from.
    pub(super) fn shelf(&self) -> &Shelf {
        self.files.loader()
    }
}

/// The day as Typst counts it.
pub(super) fn datetime(date: Date) -> Option<Datetime> {
    let part = |number: i32| u8::try_from(number).unwrap_or(1);
    let (year, month, day) =
        (i32::from(date.year()), part(i32::from(date.month())), part(i32::from(date.day())));
    Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.store.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.store.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        datetime(self.today)
    }
}
