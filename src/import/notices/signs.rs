//! What a page prints before or behind its notices and the fields of its lists, in as many ways as there are
//! papers: 【遗失】, ○, the day or the price of a notice, 【单位】 or 单位/ for a field. Each is read as the one
//! sign for it, so that the grammar knows no more than ● and a colon.

use super::field;
use super::glyph::{BULLET, Glyph, is_han};
use super::words::{LOSS, longest};

/// Puts the one sign in the place of each of these.
pub(super) fn read(glyphs: &mut [Glyph]) {
    rings(glyphs);
    tags(glyphs);
    for line in glyphs.split_inclusive_mut(|g| g.c == '\n') {
        prices(line);
        price_behind(line);
        days(line);
        fields(line);
    }
}

/// ○柳青苗　身份证, where a line begins; 二○一九年 goes on with a numeral.
fn rings(glyphs: &mut [Glyph]) {
    for at in 0..glyphs.len().saturating_sub(1) {
        let begins = at.checked_sub(1).is_none_or(|before| glyphs[before].c == '\n');
        let next = glyphs[at + 1].c;
        let numeral = "一二三四五六七八九零○〇".contains(next);
        if begins && matches!(glyphs[at].c, '\u{25CB}' | '\u{25EF}') && is_han(next) && !numeral {
            glyphs[at].c = BULLET;
        }
    }
}

/// 【遗失】 or ◆遗失◆ before each notice of a column is a sign like ●.
fn tags(glyphs: &mut [Glyph]) {
    for at in 0..glyphs.len().saturating_sub(4) {
        let shape = [0, 1, 2, 3].map(|next| glyphs[at + next].c);
        let text = glyphs.get(at + 4).is_some_and(|glyph| is_han(glyph.c));
        let tagged = matches!(shape, ['[', '遗' | '丢', '失', ']']);
        if text && (tagged || matches!(shape, [BULLET, '遗' | '丢', '失', BULLET])) {
            glyphs[at].c = BULLET;
            glyphs[at + 3].c = ':';
        }
    }
}

/// 【60元】 before or behind a notice: what it cost.
fn prices(line: &mut [Glyph]) {
    let mut at = 0;
    while at < line.len() {
        let digits = line[at + 1..].iter().take_while(|g| g.c.is_ascii_digit()).count();
        let end = at + 1 + digits;
        let shaped = line[at].c == '[' && (1..=4).contains(&digits);
        let closed = line.get(end).is_some_and(|g| g.c == '元')
            && line.get(end + 1).is_some_and(|g| g.c == ']');
        if shaped && closed {
            blank(&mut line[at..end + 2]);
            line[at].c = BULLET;
        }
        at += 1;
    }
}

/// …声明作废. 60元: what it cost, without brackets, at the line's end.
fn price_behind(line: &mut [Glyph]) {
    let filled = |g: &Glyph| !g.c.is_whitespace();
    let Some(last) = line.iter().rposition(filled).filter(|at| line[*at].c == '元') else {
        return;
    };
    let number = |g: &Glyph| g.c.is_ascii_digit() || g.c == ' ';
    let from = line[..last].iter().rposition(|g| !number(g)).map_or(0, |at| at + 1);
    let before: String =
        line[..from].iter().rev().filter(|g| filled(g)).take(3).map(|g| g.c).collect();
    let digits = line[from..last].iter().filter(|g| g.c.is_ascii_digit()).count();
    let closed = before.ends_with("废作") || before.ends_with('废');
    let closed = closed || before.chars().skip(1).eq("废作".chars());
    if (1..=4).contains(&digits) && closed {
        blank(&mut line[from..=last]);
    }
}

/// 05-12　某面馆遗失…, 【5月11日】某铺遗失…: the day a notice was first printed stands before it.
fn days(line: &mut [Glyph]) {
    let start = line.iter().take_while(|g| g.c == ' ').count();
    let head: Vec<char> = line[start..].iter().map(|g| g.c).collect();
    let open = usize::from(matches!(head.first(), Some('[' | '(')));
    let Some(day) = day(&head[open..]) else { return };
    let behind = &head[open + day..];
    // 05-12马晓燕, where the spaces of the line were taken out.
    let bare =
        head.get(open + 2) == Some(&'-') && day == 5 && behind.first().is_some_and(|c| is_han(*c));
    let closed = bare || behind.first().is_some_and(|c| matches!(c, ' ' | ']' | ')'));
    let lost = || (0..behind.len()).any(|at| longest(LOSS, &behind[at..]).is_some());
    let named = behind.iter().find(|c| !matches!(c, ' ' | ']' | ')')).is_some_and(|c| is_han(*c));
    if closed && named && (bare || (open == 0) == (behind[0] == ' ')) && lost() {
        let end = start + open + day;
        blank(&mut line[start..end + usize::from(!bare)]);
        line[start].c = BULLET;
    }
}

/// How many characters are a day: 05-12, 2025.5.9, 5月11日.
fn day(chars: &[char]) -> Option<usize> {
    let (mut at, mut parts) = (0, 0);
    loop {
        let digits = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let year = digits == 4 && parts == 0;
        if !(year || (1..=2).contains(&digits)) {
            return None;
        }
        at += digits;
        parts += 1;
        match chars.get(at) {
            Some('-' | '.' | '/' | '年' | '月') => at += 1,
            Some('日') => return (parts > 1).then_some(at + 1),
            _ => return (parts > 1).then_some(at),
        }
    }
}

/// 【单位】某饭店【证照】食品经营许可证, 持证人/柳青苗　证件/教师资格证: names of fields by another sign than a colon, where
/// two of them and more stand in the line.
fn fields(line: &mut [Glyph]) {
    let chars: Vec<char> = line.iter().map(|g| g.c).collect();
    let bracketed: Vec<(usize, usize)> = (0..chars.len())
        .filter(|at| chars[*at] == '[')
        .filter_map(|at| {
            let close = chars[at..].iter().take(14).position(|c| *c == ']')?;
            let name = &chars[at + 1..at + close];
            (close > 1 && labels(name)).then_some((at, at + close))
        })
        .collect();
    if bracketed.len() > 1 {
        for (open, close) in bracketed {
            line[open].c = if open == 0 { ' ' } else { ',' };
            line[close].c = ':';
        }
        return;
    }
    let stroke = |at: &usize| {
        let begins = *at == 0 || chars[at - 1] == ' ';
        let end = chars[*at..].iter().take(12).position(|c| *c == '/')?;
        (begins && end > 1 && labels(&chars[*at..at + end])).then_some(at + end)
    };
    let strokes: Vec<usize> = (0..chars.len()).filter_map(|at| stroke(&at)).collect();
    if strokes.len() > 1 {
        strokes.into_iter().for_each(|at| line[at].c = ':');
    }
}

/// Whether a text is the name of a field, or the label of a number.
fn labels(name: &[char]) -> bool {
    field::name(name) == Some(name.len())
}

fn blank(glyphs: &mut [Glyph]) {
    glyphs.iter_mut().for_each(|g| g.c = ' ');
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;

    fn check(text: &str, expect: &str) {
        let read: String = glyphs(text).iter().map(|g| g.c).filter(|c| *c != ' ').collect();
        assert_eq!(read, expect, "{text}");
    }

    #[test]
    fn signs_before_notices_and_fields() {
        check("05-12　某店遗失公章", "●某店遗失公章");
        check("【5月11日】某店遗失公章", "●某店遗失公章");
        check("2025.5.9 皖M12345车主遗失行驶证", "●皖M12345车主遗失行驶证");
        check("声明作废。【60元】\n某店", "声明作废。●\n某店");
        check("【单位】某店【证照】公章【声明】作废", "单位:某店,证照:公章,声明:作废");
        check("持证人/柳青苗　证件/身份证", "持证人:柳青苗证件:身份证");
    }

    #[test]
    fn days_and_brackets_that_are_none() {
        check("5月10日某店遗失公章", "5月10日某店遗失公章");
        check("2021-09-10 星期五", "2021-09-10星期五");
        check("法人[2021]12号", "法人[2021]12号");
        check("营业执照/税务登记证", "营业执照/税务登记证");
    }
}
