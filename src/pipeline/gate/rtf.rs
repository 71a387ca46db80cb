//! The words of a rich text file, as old word processors save it: a number may be cut up by the
//! marks for bold letters or for the language.

/// What is left without marks and groups, in the encoding of the file. Marks that end a line or a cell
/// do so.
pub(super) fn plain(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [byte, behind @ ..] = rest {
        rest = behind;
        match byte {
            b'{' | b'}' | b'\r' | b'\n' => {}
            b'\\' => rest = mark(rest, &mut out),
            byte => out.push(*byte),
        }
    }
    out
}

/// Reads on behind a mark's first sign.
fn mark<'b>(bytes: &'b [u8], out: &mut Vec<u8>) -> &'b [u8] {
    if let [b'\'', one, other, rest @ ..] = bytes {
        let code = std::str::from_utf8(&[*one, *other]).ok().map(|two| u8::from_str_radix(two, 16));
        out.extend(code.and_then(Result::ok));
        return rest;
    }
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (word, rest) = bytes.split_at(letters);
    if word.is_empty() {
        return rest.get(1..).unwrap_or_default();
    }
    let sign = usize::from(rest.first() == Some(&b'-'));
    let digits = rest[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, mut rest) = rest.split_at(sign + digits);
    rest = rest.strip_prefix(b" ").unwrap_or(rest);
    match word {
        b"par" | b"line" | b"tab" | b"cell" | b"row" | b"sect" | b"page" => out.push(b'\n'),
        // What old programs show in its place stands behind it.
        b"u" => {
            let number = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok());
            let code = number.map_or(0x20, |number: i32| number & 0xFFFF);
            let sign =
                u8::try_from(if (0xFF01..0xFF5F).contains(&code) { code - 0xFEE0 } else { code });
            out.push(sign.ok().filter(u8::is_ascii).unwrap_or(b' '));
            rest = match rest {
                [b'\\', b'\'', _, _, rest @ ..] => rest,
                [b'\\' | b'{' | b'}', ..] | [] => rest,
                [_, rest @ ..] => rest,
            };
        }
        _ => {}
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_are_taken_out() {
        let read = |text: &str| String::from_utf8(plain(text.as_bytes())).unwrap();
        assert_eq!(read("{\\rtf1\\ansi \\b 3499\\b0\\lang2052 07\\par}8"), "349907\n8");
        assert_eq!(read("\\'31\\u50?\\u-239\\'3f\\u52 ?5\\{\\"), "12145");
        assert_eq!(plain(b"{\\rtf\\'c9\\'ed"), b"\xC9\xED");
        assert_eq!(plain(b"\\'"), b"");
        assert_eq!(plain(b"\\u"), b" ");
    }
}
