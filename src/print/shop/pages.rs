//! The pages of a document and the boxes they carry.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// A page as Typst wrote it: the whole with its bleed, and where it is trimmed. Points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Leaf {
    pub(super) id: ObjectId,
    /// Width and height with bleed.
    pub(super) size: [f64; 2],
    /// Left, bottom, right, top.
    pub(super) trim: [f64; 4],
}

impl Leaf {
    /// Width after trimming.
    pub(super) fn width(&self) -> f64 {
        self.trim[2] - self.trim[0]
    }

    /// Height after trimming.
    pub(super) fn height(&self) -> f64 {
        self.trim[3] - self.trim[1]
    }
}

/// All pages in order.
pub(super) fn all(document: &Document) -> lopdf::Result<Vec<Leaf>> {
    document
        .page_iter()
        .map(|id| {
            let page = document.get_dictionary(id)?;
            let whole = rectangle(page.get_deref(b"MediaBox", document)?)?;
            let trim = match page.get_deref(b"TrimBox", document) {
                Ok(trim) => rectangle(trim)?,
                Err(_) => whole,
            };
            Ok(Leaf { id, size: [whole[2] - whole[0], whole[3] - whole[1]], trim })
        })
        .collect()
}

fn rectangle(object: &Object) -> lopdf::Result<[f64; 4]> {
    let mut numbers = [0.0; 4];
    for (number, object) in numbers.iter_mut().zip(object.as_array()?) {
        *number = f64::from(object.as_float()?);
    }
    Ok(numbers)
}

/// A box as PDF writes it.
pub(super) fn written(numbers: [f64; 4]) -> Object {
    #[expect(clippy::cast_possible_truncation, reason = "PDF numbers are short")]
    Object::Array(numbers.iter().map(|number| Object::Real(*number as f32)).collect())
}

/// The content of a page in one piece, uncompressed.
pub(super) fn content(document: &Document, page: ObjectId) -> lopdf::Result<Vec<u8>> {
    document.get_page_content(page)
}

/// The resources of a page, a copy that may be added to.
pub(super) fn resources(document: &Document, page: ObjectId) -> lopdf::Result<Dictionary> {
    let page = document.get_dictionary(page)?;
    match page.get_deref(b"Resources", document) {
        Ok(resources) => resources.as_dict().cloned(),
        Err(_) => Ok(Dictionary::new()),
    }
}

/// A compressed stream of drawing.
pub(super) fn drawing(text: Vec<u8>) -> lopdf::Result<Stream> {
    let mut stream = Stream::new(Dictionary::new(), text);
    stream.compress()?;
    Ok(stream)
}

/// Puts blank pages before the last one until there is a multiple of four, so that the back cover
/// stays at the back; says how many.
pub(super) fn fill_up(document: &mut Document) -> lopdf::Result<usize> {
    let pages: Vec<_> = document.page_iter().collect();
    let Some(last) = pages.last().copied() else { return Ok(0) };
    let wanted = pages.len().next_multiple_of(4) - pages.len();
    let model = document.get_dictionary(last)?;
    let parent = model.get(b"Parent")?.as_reference()?;
    let boxes: Vec<_> = [&b"MediaBox"[..], b"TrimBox"]
        .into_iter()
        .filter_map(|key| Some((key, model.get(key).ok()?.clone())))
        .collect();
    for _ in 0..wanted {
        let content = document.add_object(drawing(Vec::new())?);
        let mut page = dictionary! {
            "Type" => "Page", "Parent" => parent, "Contents" => content,
            "Resources" => Dictionary::new(),
        };
        boxes.iter().for_each(|(key, value)| page.set(*key, value.clone()));
        let page = document.add_object(page);
        let kids = document.get_dictionary_mut(parent)?.get_mut(b"Kids")?.as_array_mut()?;
        let at = kids.iter().position(|kid| *kid == Object::Reference(last)).unwrap_or(kids.len());
        kids.insert(at, Object::Reference(page));
        count_one_more(document, parent)?;
    }
    Ok(wanted)
}

/// Adds one to the count of a node of the page tree and of all above it.
fn count_one_more(document: &mut Document, node: ObjectId) -> lopdf::Result<()> {
    let mut above = Some(node);
    while let Some(id) = above {
        let node = document.get_dictionary_mut(id)?;
        let count = node.get(b"Count")?.as_i64()?;
        node.set("Count", count + 1);
        above = node.get(b"Parent").and_then(Object::as_reference).ok();
    }
    Ok(())
}

/// Puts these pages in the place of all there are, and drops what leads to the old ones.
pub(super) fn replace(document: &mut Document, pages: Vec<Dictionary>) -> lopdf::Result<()> {
    let root = document.catalog()?.get(b"Pages")?.as_reference()?;
    let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    let mut kids = Vec::new();
    for mut page in pages {
        page.set("Parent", root);
        kids.push(Object::Reference(document.add_object(page)));
    }
    let tree = document.get_dictionary_mut(root)?;
    tree.set("Kids", kids);
    tree.set("Count", count);
    let catalog = document.catalog_mut()?;
    for key in
        [&b"Outlines"[..], b"Dests", b"Names", b"StructTreeRoot", b"PageLabels", b"OpenAction"]
    {
        catalog.remove(key);
    }
    Ok(())
}
