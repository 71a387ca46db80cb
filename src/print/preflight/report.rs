//! The sheet that goes along with a file to the print shop: plain Chinese, one fact a line.

use crate::base::diagnostic::Diagnostic;
use crate::domain::brochure::Colour;
use crate::print::preflight::Piece;
use crate::print::shop::BLEED;

/// Writes the sheet.
pub(super) fn report(piece: &Piece<'_>, findings: &[Diagnostic]) -> String {
    let brochure = piece.job.brochure;
    let twin = if piece.job.large() { "（大字版）" } else { "" };
    let file = brochure.file_name(piece.job.large());
    let mut lines = vec![
        format!("印前检查　{}{twin}", brochure.title.value),
        String::new(),
        format!("文件　　　{file}"),
        format!("编号　　　{}", piece.code),
        format!("日期　　　{}", piece.today),
    ];
    lines.extend(brochure.copies.map(|copies| format!("印数　　　{copies} 份")));
    lines.extend([
        format!("成品尺寸　{:.0} × {:.0} 毫米", piece.facts.size.0, piece.facts.size.1),
        format!("页数　　　{}", pages(piece)),
        format!("出血　　　{}", bleed(piece)),
        format!("颜色　　　{}", colours(piece)),
        format!("字体　　　{}（都已嵌入）", fonts(piece)),
        format!("最小字号　{}", smallest(piece)),
        format!("图片　　　{}", pictures(piece)),
        format!("二维码　　{}", codes(piece)),
        "缺字　　　没有".to_owned(),
    ]);
    lines.extend(companions(piece));
    lines.push(String::new());
    if findings.is_empty() {
        lines.push("没有发现印厂会退回的问题。".to_owned());
    } else {
        lines.push(format!("有 {} 个问题：", findings.len()));
        for finding in findings {
            lines.push(format!("· {}（{}）", finding.message.zh, finding.code.id()));
            lines.extend(finding.hints.iter().map(|hint| format!("　{}", hint.zh)));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn pages(piece: &Piece<'_>) -> String {
    let count = piece.finished.pages;
    if piece.job.brochure.form.value.stapled() {
        let added = match piece.finished.added {
            0 => String::new(),
            added => format!("，其中补了 {added} 页空白"),
        };
        return format!("{count} 页，骑马订{added}");
    }
    if !piece.told.folds.is_empty() {
        return format!("{count} 面，折线标在裁切线外（虚线）");
    }
    format!("{count} 页")
}

fn bleed(piece: &Piece<'_>) -> String {
    if piece.job.brochure.uncut() {
        return "没有：不裁".to_owned();
    }
    format!("四边各 {BLEED:.0} 毫米；裁切线在出血外面")
}

fn colours(piece: &Piece<'_>) -> String {
    let brochure = piece.job.brochure;
    let spots: Vec<_> = piece.facts.spots.iter().map(String::as_str).collect();
    match brochure.colour {
        Colour::Black => "单黑".to_owned(),
        Colour::Spot if spots.is_empty() => "单黑（没有用到专色）".to_owned(),
        Colour::Spot => format!("{} 种专色加黑：{}", spots.len(), spots.join("、")),
        Colour::Cmyk if piece.facts.coloured => "四色（青、品红、黄、黑）；黑字只用黑版".to_owned(),
        Colour::Cmyk => "只用到黑".to_owned(),
    }
}

fn fonts(piece: &Piece<'_>) -> String {
    piece.facts.families.iter().map(String::as_str).collect::<Vec<_>>().join("、")
}

fn smallest(piece: &Piece<'_>) -> String {
    match piece.facts.smallest() {
        Some((size, page)) => format!("{size} 磅（第 {page} 页）"),
        None => "没有字".to_owned(),
    }
}

fn pictures(piece: &Piece<'_>) -> String {
    match piece.facts.coarsest() {
        Some((dots, page)) => {
            format!("{} 张，最低 {dots:.0} dpi（第 {page} 页）", piece.facts.pictures.len())
        }
        None => "没有照片，图形都是矢量".to_owned(),
    }
}

fn codes(piece: &Piece<'_>) -> String {
    let smallest = piece.told.codes.iter().min_by(|a, b| a.0.total_cmp(&b.0));
    match smallest {
        Some((width, _, page)) => {
            format!("{width:.0} 毫米（第 {} 页），扫出来是 {}", page + 1, piece.url)
        }
        None => "没有".to_owned(),
    }
}

/// The files for the office printer.
fn companions(piece: &Piece<'_>) -> Vec<String> {
    let file = piece.job.brochure.file_name(piece.job.large());
    let stem = file.trim_end_matches(".pdf");
    let mut lines = Vec::new();
    if piece.finished.booklet.is_some() {
        lines.push(format!(
            "自己印　　{stem}-booklet.pdf：双面打印，选“沿短边翻转”，对折后在中缝订两针"
        ));
    }
    if piece.finished.sheets.is_some() {
        let paper = piece.job.brochure.paper().name;
        lines.push(format!("自己印　　{stem}-sheets.pdf：{paper} 一张纸排满，照短线裁开"));
    }
    lines
}
