//! No RGB on the press: what Typst left in screen colours becomes CMYK or grey.
//!
//! Templates name their colours for each edition, so what is found here comes from pictures: photos,
//! drawings, and grey lines of Typst's own. Grey becomes black ink alone, photos keep their blacks in
//! the black plate. Colour runs inside a drawing cannot be changed without drawing it anew: they are
//! told, and the caller makes a finding of them.

use std::collections::BTreeSet;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::print::shop::pages;

/// What could not be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::print) struct Left {
    /// Colour runs in screen colours.
    pub(in crate::print) runs: usize,
    /// Pictures in a form that is not understood.
    pub(in crate::print) pictures: usize,
}

/// How many numbers a screen colour has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Grey,
    Rgb,
}

/// Changes the whole document.
pub(super) fn convert(document: &mut Document, coloured: bool) -> lopdf::Result<Left> {
    let mut left = Left::default();
    let ids: Vec<_> = document.objects.keys().copied().collect();
    for id in ids {
        blend_in_cmyk(document, id);
        let Ok(object) = document.get_object(id) else { continue };
        match object {
            Object::Stream(stream) if is(&stream.dict, b"Subtype", b"Image") => {
                left.pictures += usize::from(!picture(document, id, coloured)?);
            }
            Object::Stream(stream)
                if is(&stream.dict, b"Subtype", b"Form") || stream.dict.has(b"PatternType") =>
            {
                let resources = stream.dict.get_deref(b"Resources", document);
                let resources = resources.and_then(Object::as_dict).cloned().unwrap_or_default();
                redraw(document, &[id], &resources, coloured)?;
            }
            Object::Stream(Stream { dict, .. }) | Object::Dictionary(dict)
                if dict.has(b"ShadingType")
                    && screen(document, dict.get(b"ColorSpace").ok()).is_some() =>
            {
                left.runs += 1;
            }
            _ => {}
        }
    }
    for page in document.page_iter().collect::<Vec<_>>() {
        let resources = pages::resources(document, page)?;
        let contents = document.get_page_contents(page);
        redraw(document, &contents, &resources, coloured)?;
    }
    forget(document);
    Ok(left)
}

/// Takes the screen colour spaces, which no drawing uses any more, out of all resources.
fn forget(document: &mut Document) {
    let all = document.objects.keys().copied();
    let known: BTreeSet<ObjectId> =
        all.filter(|id| screen(document, Some(&Object::Reference(*id))).is_some()).collect();
    let profiles: BTreeSet<ObjectId> = document
        .objects
        .iter()
        .filter(|(_, object)| {
            let numbers =
                object.as_stream().and_then(|it| it.dict.get(b"N")).and_then(Object::as_i64);
            matches!(numbers, Ok(1 | 3))
        })
        .map(|(id, _)| *id)
        .collect();
    let of_a_screen = |space: &Object| match space {
        Object::Reference(id) => known.contains(id),
        Object::Array(parts) => {
            parts
                .get(1)
                .and_then(|it| it.as_reference().ok())
                .is_some_and(|id| profiles.contains(&id))
                && parts.first().is_some_and(|it| it.as_name().is_ok_and(|it| it == b"ICCBased"))
        }
        _ => false,
    };
    for object in document.objects.values_mut() {
        forget_in(object, &of_a_screen);
    }
}

fn forget_in(object: &mut Object, of_a_screen: &dyn Fn(&Object) -> bool) {
    let dictionary = match object {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &mut stream.dict,
        _ => return,
    };
    if let Ok(Object::Dictionary(spaces)) = dictionary.get_mut(b"ColorSpace") {
        let gone: Vec<Vec<u8>> = spaces
            .iter()
            .filter(|(_, space)| of_a_screen(space))
            .map(|(name, _)| name.clone())
            .collect();
        gone.iter().for_each(|name| drop(spaces.remove(name)));
    }
    for (_, inner) in dictionary.iter_mut() {
        forget_in(inner, of_a_screen);
    }
}

fn is(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|value| value == name)
}

/// Transparent things are mixed in the inks they are printed in.
fn blend_in_cmyk(document: &mut Document, id: ObjectId) {
    let Ok(object) = document.get_object_mut(id) else { return };
    let dictionary = match object {
        Object::Stream(stream) => &mut stream.dict,
        Object::Dictionary(dictionary) => dictionary,
        _ => return,
    };
    let change = |group: &mut Dictionary| {
        if is(group, b"S", b"Transparency") && group.has(b"CS") {
            group.set("CS", "DeviceCMYK");
        }
    };
    change(dictionary);
    if let Ok(Object::Dictionary(group)) = dictionary.get_mut(b"Group") {
        change(group);
    }
}

/// Whether a colour space is one of a screen.
fn screen(document: &Document, space: Option<&Object>) -> Option<Screen> {
    let (_, space) = document.dereference(space?).ok()?;
    match space {
        Object::Name(name) if name == b"DeviceRGB" => Some(Screen::Rgb),
        Object::Name(name) if name == b"DeviceGray" => Some(Screen::Grey),
        Object::Array(parts) => {
            let named = |name: &[u8]| {
                parts.first().is_some_and(|first| first.as_name().is_ok_and(|it| it == name))
            };
            if named(b"CalRGB") || named(b"Lab") {
                return Some(Screen::Rgb);
            }
            if named(b"CalGray") {
                return Some(Screen::Grey);
            }
            if !named(b"ICCBased") {
                return None;
            }
            let (_, profile) = document.dereference(parts.get(1)?).ok()?;
            match profile.as_stream().ok()?.dict.get(b"N").and_then(Object::as_i64).ok()? {
                3 => Some(Screen::Rgb),
                1 => Some(Screen::Grey),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Rewrites a drawing where it uses screen colours; all of its streams become the first.
fn redraw(
    document: &mut Document,
    streams: &[ObjectId],
    resources: &Dictionary,
    coloured: bool,
) -> lopdf::Result<()> {
    let mut spaces = Vec::new();
    let named = resources.get_deref(b"ColorSpace", document).and_then(Object::as_dict);
    for (name, space) in named.into_iter().flatten() {
        if let Some(screen) = screen(document, Some(space)) {
            spaces.push((name.clone(), screen));
        }
    }
    if spaces.is_empty() {
        return Ok(());
    }
    let mut text = Vec::new();
    for id in streams {
        let stream = document.get_object(*id)?.as_stream()?;
        text.extend(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()));
        text.push(b'\n');
    }
    let mut content = Content::decode(&text)?;
    let mut painter =
        Painter { spaces: &spaces, now: Spaces::default(), saved: Vec::new(), coloured };
    content.operations.retain_mut(|operation| painter.keeps(operation));
    let text = content.encode()?;
    for (number, id) in streams.iter().enumerate() {
        let stream = document.get_object_mut(*id)?.as_stream_mut()?;
        stream.set_plain_content(if number == 0 { text.clone() } else { Vec::new() });
        stream.compress()?;
    }
    Ok(())
}

/// The screen colour spaces in use for filling and for lines.
#[derive(Clone, Copy, Default)]
struct Spaces {
    fill: Option<Screen>,
    line: Option<Screen>,
}

struct Painter<'s> {
    spaces: &'s [(Vec<u8>, Screen)],
    now: Spaces,
    saved: Vec<Spaces>,
    coloured: bool,
}

impl Painter<'_> {
    /// Changes one operation; says whether it is still needed.
    fn keeps(&mut self, operation: &mut Operation) -> bool {
        match operation.operator.as_str() {
            "q" => self.saved.push(self.now),
            "Q" => self.now = self.saved.pop().unwrap_or_default(),
            "cs" | "CS" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                let space = self.spaces.iter().find(|(known, _)| Some(known.as_slice()) == name);
                let space = space.map(|(_, screen)| *screen);
                *(if operation.operator == "cs" {
                    &mut self.now.fill
                } else {
                    &mut self.now.line
                }) = space;
                return space.is_none();
            }
            "sc" | "scn" => self.set("k", self.now.fill, operation),
            "SC" | "SCN" => self.set("K", self.now.line, operation),
            "rg" => self.set("k", Some(Screen::Rgb), operation),
            "RG" => self.set("K", Some(Screen::Rgb), operation),
            "g" => self.set("k", Some(Screen::Grey), operation),
            "G" => self.set("K", Some(Screen::Grey), operation),
            _ => {}
        }
        true
    }

    fn set(&self, operator: &str, space: Option<Screen>, operation: &mut Operation) {
        let numbers: Option<Vec<f32>> =
            operation.operands.iter().map(|number| number.as_float().ok()).collect();
        let rgb = match (space, numbers.as_deref()) {
            (Some(Screen::Grey), Some([grey])) => [*grey; 3],
            (Some(Screen::Rgb), Some([red, green, blue])) => [*red, *green, *blue],
            _ => return,
        };
        let inks = if self.coloured { cmyk(rgb) } else { [0.0, 0.0, 0.0, 1.0 - lightness(rgb)] };
        operation.operator = operator.to_owned();
        operation.operands = inks.map(Object::Real).to_vec();
    }
}

/// All that can be black is black: grey has no colour cast, and black text one plate.
fn cmyk([red, green, blue]: [f32; 3]) -> [f32; 4] {
    let most = red.max(green).max(blue);
    if most <= 0.0 {
        return [0.0, 0.0, 0.0, 1.0];
    }
    let ink = |part: f32| (most - part) / most;
    [ink(red), ink(green), ink(blue), 1.0 - most]
}

/// How light a colour looks (ITU-R BT.601).
fn lightness([red, green, blue]: [f32; 3]) -> f32 {
    0.299 * red + 0.587 * green + 0.114 * blue
}

/// Changes a picture; says whether it could be.
fn picture(document: &mut Document, id: ObjectId, coloured: bool) -> lopdf::Result<bool> {
    let stream = document.get_object(id)?.as_stream()?;
    match screen(document, stream.dict.get(b"ColorSpace").ok()) {
        None => return Ok(true),
        Some(Screen::Grey) => {
            let stream = document.get_object_mut(id)?.as_stream_mut()?;
            stream.dict.set("ColorSpace", "DeviceGray");
            return Ok(true);
        }
        Some(Screen::Rgb) => {}
    }
    let Some(pixels) = pixels(stream) else { return Ok(false) };
    let mut changed = Vec::with_capacity(pixels.len() / 3 * if coloured { 4 } else { 1 });
    for pixel in pixels.chunks_exact(3) {
        let rgb = [pixel[0], pixel[1], pixel[2]].map(|part| f32::from(part) / 255.0);
        if coloured {
            changed.extend(cmyk(rgb).map(byte));
        } else {
            changed.push(byte(lightness(rgb)));
        }
    }
    let stream = document.get_object_mut(id)?.as_stream_mut()?;
    stream.dict.remove(b"DecodeParms");
    stream.set_plain_content(changed);
    stream.dict.set("ColorSpace", if coloured { "DeviceCMYK" } else { "DeviceGray" });
    stream.dict.set("BitsPerComponent", 8);
    stream.compress()?;
    Ok(true)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
fn byte(part: f32) -> u8 {
    (part * 255.0).round().clamp(0.0, 255.0) as u8
}

/// Red, green and blue of every pixel, eight bits each.
fn pixels(stream: &Stream) -> Option<Vec<u8>> {
    let filters: BTreeSet<String> = stream.filters().unwrap_or_default().into_iter().collect();
    if filters.contains("DCTDecode") {
        let jpeg = image::ImageFormat::Jpeg;
        return Some(
            image::load_from_memory_with_format(&stream.content, jpeg).ok()?.to_rgb8().into_raw(),
        );
    }
    let raw = if filters.is_empty() {
        stream.content.clone()
    } else {
        // lopdf unpacks anything but pictures, whose packing is the same.
        let mut packed = stream.clone();
        packed.dict.remove(b"Subtype");
        packed.decompressed_content().ok()?
    };
    match stream.dict.get(b"BitsPerComponent").and_then(Object::as_i64).ok()? {
        8 => Some(raw),
        16 => Some(raw.into_iter().step_by(2).collect()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::cmyk;

    #[test]
    fn black_and_grey_are_black_ink_alone() {
        assert_eq!(cmyk([0.0; 3]), [0.0, 0.0, 0.0, 1.0]);
        assert_eq!(cmyk([0.5; 3]), [0.0, 0.0, 0.0, 0.5]);
        assert_eq!(cmyk([1.0; 3]), [0.0; 4]);
        assert_eq!(cmyk([1.0, 0.0, 0.0]), [0.0, 1.0, 1.0, 0.0]);
    }
}
