//! Streams unpacked (ISO 32000-1, 7.4), never to more than is left of the budget.

use std::io::Read;

use super::file::File;
use super::object::{Dictionary, Object, Stream};
use super::token::unfold;
use crate::pipeline::gate::contents::Reader;
use crate::pipeline::gate::unread::Unread;

/// Why a stream is not read: none of its ways of packing a text is known.
const ODD: Unread = Unread::PartOfPdf;

/// Ways of packing one over the other: nobody needs more than two.
const MOST: usize = 8;

/// What a stream holds.
///
/// # Errors
/// Where it holds more than may be read, or is packed in a way for pictures.
pub(super) fn plain(stream: &Stream, file: &File, reader: &mut Reader) -> Result<Vec<u8>, Unread> {
    reader.walk(stream.bytes.len() as u64)?;
    let mut bytes = None;
    let list = |key: &[u8]| match file.value(&stream.dict, key) {
        Some(Object::Array(list)) => &list[..],
        // Nothing is said with `null` as without the key.
        None | Some(Object::Other) => &[],
        Some(other) => std::slice::from_ref(other),
    };
    let (filters, parameters) = (list(b"Filter"), list(b"DecodeParms"));
    if filters.len() > MOST {
        return Err(ODD);
    }
    for (at, filter) in filters.iter().enumerate() {
        let packed: &[u8] = bytes.as_deref().unwrap_or(&stream.bytes);
        let parameters = parameters.get(at).and_then(|object| file.real(object)?.dict());
        let filter = file.real(filter).and_then(Object::name);
        bytes = Some(match filter.ok_or(ODD)? {
            b"FlateDecode" | b"Fl" => {
                let unpacked = reader.lenient(flate2::read::ZlibDecoder::new(packed))?;
                predicted(unpacked, parameters)?
            }
            b"LZWDecode" | b"LZW" => predicted(lzw(packed, parameters, reader)?, parameters)?,
            b"ASCII85Decode" | b"A85" => reader.lenient(&ascii85(packed)[..])?,
            b"ASCIIHexDecode" | b"AHx" => {
                let end = memchr::memchr(b'>', packed).unwrap_or(packed.len());
                reader.lenient(&unfold(&packed[..end])[..])?
            }
            // The way of locking; what is locked was unlocked before.
            b"Crypt" => continue,
            b"RunLengthDecode" | b"RL" => reader.lenient(Runs { packed, left: 0, again: None })?,
            _ => return Err(ODD),
        });
    }
    match bytes {
        Some(bytes) => Ok(bytes),
        None => reader.lenient(&stream.bytes[..]),
    }
}

fn number(parameters: &Dictionary, key: &[u8], default: usize) -> Option<usize> {
    match parameters.get(key) {
        Some(value) => usize::try_from(value.integer()?).ok(),
        None => Some(default),
    }
}

/// Undoes what was done to the bytes before packing: each row as its difference from the one above
/// (PNG's ways, W3C PNG 9). A row longer than all there is says that the numbers are wrong.
fn predicted(data: Vec<u8>, parameters: Option<&Dictionary>) -> Result<Vec<u8>, Unread> {
    let Some(parameters) = parameters else { return Ok(data) };
    if number(parameters, b"Predictor", 1).is_none_or(|way| way < 10) {
        return Ok(data);
    }
    if data.is_empty() {
        return Ok(data);
    }
    let size = || {
        let colours = number(parameters, b"Colors", 1)?;
        let bits = colours.checked_mul(number(parameters, b"BitsPerComponent", 8)?)?;
        let row = bits.checked_mul(number(parameters, b"Columns", 1)?)?.div_ceil(8);
        (1..=data.len()).contains(&row).then_some((row, bits.div_ceil(8)))
    };
    let Some((row, step)) = size() else { return Err(ODD) };
    let mut above = vec![0; row];
    let mut plain = Vec::with_capacity(data.len());
    for line in data.chunks(row + 1) {
        let mut current = line[1..].to_vec();
        for at in 0..current.len() {
            let left = if at >= step { current[at - step] } else { 0 };
            let corner = if at >= step { above[at - step] } else { 0 };
            let guess = match line[0] {
                1 => left,
                2 => above[at],
                3 => u8::midpoint(left, above[at]),
                4 => nearest(left, above[at], corner),
                _ => 0,
            };
            current[at] = current[at].wrapping_add(guess);
        }
        plain.extend_from_slice(&current);
        current.resize(row, 0);
        above = current;
    }
    Ok(plain)
}

/// The one of three neighbours that is nearest to what their slope promises (Paeth).
fn nearest(left: u8, above: u8, corner: u8) -> u8 {
    let promised = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |from: u8| (promised - i16::from(from)).abs();
    if far(left) <= far(above) && far(left) <= far(corner) {
        left
    } else if far(above) <= far(corner) {
        above
    } else {
        corner
    }
}

fn lzw(
    packed: &[u8],
    parameters: Option<&Dictionary>,
    reader: &mut Reader,
) -> Result<Vec<u8>, Unread> {
    let late = parameters.is_some_and(|dict| number(dict, b"EarlyChange", 1) == Some(0));
    let order = weezl::BitOrder::Msb;
    let mut decoder = if late {
        weezl::decode::Decoder::new(order, 8)
    } else {
        weezl::decode::Decoder::with_tiff_size_switch(order, 8)
    };
    reader.lenient(Lzw { decoder: &mut decoder, packed })
}

/// Unpacks as it is read.
struct Lzw<'l> {
    decoder: &'l mut weezl::decode::Decoder,
    packed: &'l [u8],
}

impl Read for Lzw<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let done = self.decoder.decode_bytes(self.packed, out);
            self.packed = &self.packed[done.consumed_in..];
            if done.consumed_out > 0 || done.consumed_in == 0 || out.is_empty() {
                return Ok(done.consumed_out);
            }
        }
    }
}

/// A byte says how many follow, or how often the next one stands (7.4.5).
struct Runs<'r> {
    packed: &'r [u8],
    /// Bytes of this run that are still to come.
    left: usize,
    /// The byte that stands again and again.
    again: Option<u8>,
}

impl Read for Runs<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            let [length, rest @ ..] = self.packed else { return Ok(0) };
            (self.packed, self.again) = (rest, None);
            match (*length, rest) {
                (128, _) | (_, []) => {
                    self.packed = &[];
                    return Ok(0);
                }
                (length @ 0..128, _) => self.left = (usize::from(length) + 1).min(rest.len()),
                (length, [byte, rest @ ..]) => {
                    self.left = 257 - usize::from(length);
                    (self.packed, self.again) = (rest, Some(*byte));
                }
            }
        }
        let count = self.left.min(out.len());
        if let Some(byte) = self.again {
            out[..count].fill(byte);
        } else {
            let (now, rest) = self.packed.split_at(count);
            out[..count].copy_from_slice(now);
            self.packed = rest;
        }
        self.left -= count;
        Ok(count)
    }
}

/// Five signs for four bytes; `z` for four noughts.
fn ascii85(packed: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let (mut group, mut count) = (0u32, 0);
    let mut add = |group: u32, count: usize| plain.extend_from_slice(&group.to_be_bytes()[..count]);
    for byte in packed {
        match byte {
            b'z' if count == 0 => add(0, 4),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    add(group, 4);
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        add(group, count - 1);
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::super::file::File;
    use super::super::object::{Object, Stream};
    use super::super::token::read;
    use super::plain;
    use crate::pipeline::gate::contents::Reader;
    use crate::pipeline::gate::unread::Unread;

    fn unpacked(dict: &str, bytes: &[u8], left: u64) -> Result<Vec<u8>, Unread> {
        let Object::Dictionary(dict) = read(dict) else { panic!("{dict}") };
        let mut file = File::default();
        file.objects.insert(7, Object::Name(b"FlateDecode".to_vec()));
        file.objects.insert(8, read("<</Predictor 12/Columns 3>>"));
        plain(&Stream { dict, bytes: bytes.into() }, &file, &mut Reader::with(left))
    }

    fn flate(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn every_way_of_packing_text() {
        assert_eq!(unpacked("<<>>", b"12348", 9).unwrap(), b"12348");
        assert_eq!(unpacked("<</Filter/ASCIIHexDecode>>", b"31 32 3>", 9).unwrap(), b"120");
        assert_eq!(
            unpacked("<</Filter/A85>>", b"87cURD]i,\"Ebo80~>", 99).unwrap(),
            b"Hello World!"
        );
        let packed = weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8)
            .encode(b"12348 12348 12348")
            .unwrap();
        assert_eq!(unpacked("<</Filter/LZW>>", &packed, 99).unwrap(), b"12348 12348 12348");
        let twice = flate(b"313233>");
        assert_eq!(unpacked("<</Filter[/Fl/AHx]>>", &twice, 99).unwrap(), b"123");
        // Of what broke off, what there is.
        let whole = flate(&b"12348 ".repeat(2000));
        let part = unpacked("<</Filter/FlateDecode>>", &whole[..whole.len() - 6], 20_000).unwrap();
        assert!(part.starts_with(b"12348 12348"));
        assert_eq!(unpacked("<</Filter/DCTDecode>>", b"", 9), Err(Unread::PartOfPdf));
        let runs = [2, b'1', b'2', b'3', 255, b'4', 128, b'9'];
        assert_eq!(unpacked("<</Filter/RunLengthDecode>>", &runs, 99).unwrap(), b"12344");
        assert_eq!(unpacked("<</Filter/RL>>", &[9, b'1'], 99).unwrap(), b"1");
        assert_eq!(unpacked("<</Filter/RL>>", &[129, b'1'], 99), Err(Unread::TooMuch));
        assert_eq!(unpacked("<</Filter null>>", b"12348", 9).unwrap(), b"12348");
        assert_eq!(unpacked("<</Filter 7 0 R>>", &flate(b"123"), 9).unwrap(), b"123");
        assert_eq!(unpacked("<</Filter[7 0 R]>>", &flate(b"123"), 9).unwrap(), b"123");
        let empty = "<</Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>>>";
        assert_eq!(unpacked(empty, b"", 9).unwrap(), b"");
    }

    #[test]
    fn ways_that_lock_cost_nothing_and_few_follow_one_another() {
        let dict = |count: usize| format!("<</Filter[/Fl{}]>>", "/Crypt".repeat(count));
        assert_eq!(unpacked(&dict(7), &flate(b"12348"), 5).unwrap(), b"12348");
        assert_eq!(unpacked(&dict(8), &flate(b"12348"), 5), Err(Unread::PartOfPdf));
    }

    #[test]
    fn rows_that_differ_from_the_one_above() {
        let rows = flate(&[2, 1, 2, 3, 2, 0, 0, 1, 1, 5, 1, 1, 4, 1, 1, 1, 3, 9, 9, 9]);
        let dict = "<</Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>>>";
        let plain = [1, 2, 3, 1, 2, 4, 5, 6, 7, 6, 7, 8, 12, 18, 22];
        assert_eq!(unpacked(dict, &rows, 99).unwrap(), plain);
        assert_eq!(unpacked("<</Filter 7 0 R/DecodeParms 8 0 R>>", &rows, 99).unwrap(), plain);
    }

    #[test]
    fn bombs_and_absurd_numbers() {
        let bomb = flate(&vec![0; 10_000_000]);
        assert!(bomb.len() < 20_000);
        assert_eq!(unpacked("<</Filter/FlateDecode>>", &bomb, 1000), Err(Unread::TooMuch));
        let row = flate(&[2, 1, 2, 3]);
        for numbers in [
            "Columns 999999999",
            "Columns 9223372036854775807",
            "Columns -1",
            "Columns 0",
            "Colors 99999999999999",
        ] {
            let dict = format!("<</Filter/FlateDecode/DecodeParms<</Predictor 15/{numbers}>>>>");
            assert_eq!(unpacked(&dict, &row, 99), Err(Unread::PartOfPdf), "{numbers}");
        }
    }
}
