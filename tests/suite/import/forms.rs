//! Cases in forms, in two to a file, and with all that stands above a title.

use super::office::{docx, import};
use crate::site::{Run, Site};

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A paragraph as titles are set.
fn large(text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"44\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )
}

/// A cell over so many columns, a paragraph for each line.
fn cell(columns: usize, text: &str) -> String {
    let lines: String = text.split('\n').map(paragraph).collect();
    format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{columns}\"/></w:tcPr>{lines}</w:tc>")
}

fn row(cells: &[(usize, &str)]) -> String {
    let cells: String = cells.iter().map(|(columns, text)| cell(*columns, text)).collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn case(body: &[String]) -> (Site, Run, String) {
    let site = Site::sound();
    let run = import(&site, "case", docx(&body.concat()));
    let page = site.read(run.out.trim());
    (site, run, page)
}

#[test]
fn a_form_becomes_a_case_that_passes_the_check() {
    let rows = [
        row(&[(1, "案例名称"), (3, "张某诉李某离婚纠纷法律援助案")]),
        row(&[(1, "报送单位"), (3, "某县法律援助中心")]),
        row(&[(1, "受理日期"), (1, "2025年11月3日"), (1, "结案日期"), (1, "2026年2月10日")]),
        row(&[(1, "案\n情\n简\n介"), (3, "张某与李某2005年结婚。\n张某带着孩子离家。")]),
        row(&[(1, "办理过程"), (3, "律师起诉离婚。")]),
        row(&[(1, "案例评析"), (3, "家庭暴力不是家务事。")]),
        row(&[(1, "典型意义\n（300字以内）"), (3, "受害人要敢于求助。")]),
    ];
    let table = format!("<w:tbl>{}</w:tbl>", rows.concat());
    let (site, run, page) = case(&[paragraph("附件2"), large("法律援助典型案例申报表"), table]);
    for part in [
        "title = \"张某诉李某离婚纠纷法律援助案\"",
        "\n- 报送单位：某县法律援助中心\n- 受理日期：2025年11月3日\n- 结案日期：2026年2月10日\n",
        "## 案情简介\n\n张某与李某2005年结婚。\n\n张某带着孩子离家。\n",
        "## 办理过程\n\n律师起诉离婚。\n",
        "## 法律分析\n\n家庭暴力不是家务事。\n",
        "## 典型意义\n\n受害人要敢于求助。\n",
    ] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert!(!page.contains('|') && !page.contains("附件") && !page.contains("申报表"), "{page}");
    assert!(!run.err.contains("I621") && !run.err.contains("合并"), "{}", run.err);
    for told in ["没有带过来：“附件2”", "没有带过来：“法律援助典型案例申报表”"]
    {
        assert!(run.err.contains(told), "{told} is not in\n{}", run.err);
    }
    assert_eq!(run.out.trim(), "content/cases/li-hun-jiu-fen-2026.md");
    let findings = site.findings(&["--no-print", "--drafts"]);
    assert!(findings.iter().all(|finding| finding["severity"] != "error"), "{findings:#?}");
}

#[test]
fn a_table_of_figures_stays_one() {
    let rows = [row(&[(1, "名称"), (1, "数额")]), row(&[(2, "合计")])];
    let table = format!("<w:tbl>{}</w:tbl>", rows.concat());
    let (_, run, page) = case(&[large("张某讨薪案"), paragraph("【案情简介】欠薪："), table]);
    assert!(page.contains("| 名称 | 数额 |\n|---|---|\n| 合计 |  |"), "{page}");
    assert!(run.err.contains("带过来了，与原样不同：合并的表格格子"), "{}", run.err);
    assert!(run.err.contains("第一张以“名称”开头"), "{}", run.err);
}

#[test]
fn a_title_in_two_lines_below_what_is_none() {
    let (_, run, page) = case(&[
        paragraph("附件："),
        large("某县法律援助中心对未成年人柳某"),
        large("人身损害赔偿提供法律援助案"),
        paragraph("（某县法律援助中心　供稿）"),
        paragraph("【案情简介】在校受伤。"),
    ]);
    let title = "title = \"某县法律援助中心对未成年人柳某人身损害赔偿提供法律援助案\"";
    assert!(page.contains(title), "{page}");
    assert!(page.contains("供稿）\n\n## 案情简介"), "{page}");
    assert_eq!(page.matches("人身损害赔偿").count(), 1, "{page}");
    assert!(run.err.contains("没有带过来：“附件：”"), "{}", run.err);
    // A line below that is not set alike is text.
    let (_, _, page) =
        case(&[large("张某讨薪记"), paragraph("腊月里的事"), paragraph("【案情简介】欠薪。")]);
    assert!(page.contains("title = \"张某讨薪记\"") && page.contains("\n腊月里的事\n"), "{page}");
}

#[test]
fn two_cases_in_a_file_are_told() {
    let parts = |name: &str| {
        [
            large(name),
            paragraph("【基本案情】事实。"),
            paragraph(&format!("【承办情况】律师代理{name}。")),
            paragraph("【典型意义】有意义。"),
        ]
        .concat()
    };
    let (_, run, _) = case(&[
        large("某县典型案例选编"),
        parts("案例一　张某讨薪案"),
        parts("案例二　李某离婚案"),
    ]);
    assert!(
        run.err
            .contains("像是 2 个案例，请拆成 2 个文件：“案例二　李某离婚案”后面又有一个“案情简介”"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("写成了小标题"), "{}", run.err);
    // Two forms are two cases, and the title of the second is not lost.
    let form = |name: &str| {
        let rows = [
            row(&[(1, "案例名称"), (1, name)]),
            row(&[(1, "案情简介"), (1, "欠薪。")]),
            row(&[(1, "办理过程"), (1, "一、基本情况\n律师代理。")]),
        ];
        format!("<w:tbl>{}</w:tbl>", rows.concat())
    };
    let (_, run, page) = case(&[form("张某讨薪案"), form("李某离婚案")]);
    assert!(run.err.contains("像是 2 个案例"), "{}", run.err);
    assert!(page.contains("title = \"张某讨薪案\"") && page.contains("**李某离婚案**"), "{page}");
    assert!(page.contains("\n一、基本情况\n\n律师代理。\n"), "no part of its own: {page}");
    // One part in two pieces is one case.
    let (_, run, _) = case(&[
        large("张某讨薪案"),
        paragraph("【案情简介】一。"),
        paragraph("【办理过程】二。"),
        paragraph("【基本事实】三。"),
    ]);
    assert!(!run.err.contains("像是") && run.err.contains("写成了小标题"), "{}", run.err);
}

#[test]
fn cases_of_one_pattern_get_names_that_differ() {
    let site = Site::sound();
    let of = |title: &str| {
        let body = [large(title), paragraph("【案情简介】事实。")].concat();
        import(&site, "case", docx(&body)).out.trim().to_owned()
    };
    let wages = of("某县法律援助中心对张某追索劳动报酬提供法律援助案");
    assert_eq!(wages, "content/cases/zhui-suo-lao-dong-bao-chou-2026.md");
    let support = of("某县法律援助中心对李某请求给付赡养费提供法律援助案");
    assert_eq!(support, "content/cases/qing-qiu-gei-fu-shan-yang-fei-2026.md");
    let again = of("某县法律援助中心对王某追索劳动报酬提供法律援助案");
    assert_eq!(again, "content/cases/zhui-suo-lao-dong-bao-chou-2026-2.md");
    assert!(site.read(&wages).contains("张某") && site.read(&again).contains("王某"));
    // The same write-up again is the same page.
    assert_eq!(of("某县法律援助中心对张某追索劳动报酬提供法律援助案"), "");
    let named = of("柳青苗等十二人工伤待遇案");
    assert!(!named.contains("liu-qing-miao"), "{named}");
}
