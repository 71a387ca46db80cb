//! Tables that tell losses, and what looks like them.

use crate::import::notices::read;

/// What a page gives: `line holder/document/copies/numbers` of each record, ? behind one that is not void, and
/// `line!reason` of what it gives back.
fn told(text: &str) -> Vec<String> {
    let reading = read(text);
    let record = |record: &crate::import::notices::Record| {
        let numbers: Vec<&str> = record.identifiers.iter().map(|n| n.value.as_str()).collect();
        let copies = record.copies.as_deref().unwrap_or_default();
        let (line, holder, document) = (record.line, &record.holder, &record.document);
        let open = if record.declared_void { "" } else { "?" };
        (line, format!("{line} {holder}/{document}/{copies}/{}{open}", numbers.join(",")))
    };
    let unread = reading.unread.iter().map(|u| (u.line, format!("{}!{}", u.line, u.reason.word())));
    let mut all: Vec<(usize, String)> = reading.records.iter().map(record).chain(unread).collect();
    all.sort_by_key(|(line, _)| *line);
    all.into_iter().map(|(_, told)| told).collect()
}

fn check(text: &str, expect: &[&str]) {
    assert_eq!(told(text), expect, "{text}");
}

#[test]
fn the_declaration_in_a_column_above_or_below() {
    let row = "1\t柳青苗\t就业创业证\t3499260019763358";
    check(
        &format!("序号\t遗失人\t遗失证件\t证号\t声明\n{row}\t声明作废"),
        &["2 柳青苗/就业创业证//3499260019763358"],
    );
    check(
        &format!("下列证件遗失，声明作废：\n序号\t姓名\t证件名称\t证号\n{row}"),
        &["3 柳青苗/就业创业证//3499260019763358"],
    );
    check(
        &format!("序号\t遗失人\t遗失证件\t证号\n{row}\n以上证件声明作废。"),
        &["2 柳青苗/就业创业证//3499260019763358"],
    );
    // As sentences without the word: recorded, and not void.
    check(
        &format!("遗失声明\n序号\t遗失人\t遗失证件\t证号\n{row}"),
        &["3 柳青苗/就业创业证//3499260019763358?"],
    );
}

#[test]
fn gaps_of_spaces_and_bars() {
    let all = ["3 柳青苗/公章/壹枚/", "4 安小川/身份证//"];
    for gap in ["\t", "  ", "　　", " | ", "│"] {
        let line = |cells: [&str; 3]| cells.join(gap);
        let head = line(["遗失单位或个人", "遗失物品", "数量"]);
        let (one, two) =
            (line(["凤桥县白荻布店", "公章", "壹枚"]), line(["安小川", "身份证", "无"]));
        let all = all.map(|told| told.replace("柳青苗", "凤桥县白荻布店"));
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        check(&format!("遗失作废声明\n{head}\n{one}\n{two}"), &all);
    }
    check("遗失作废声明\n|姓名|遗失证件|\n|---|---|\n|安小川|身份证|", &["4 安小川/身份证//"]);
    check(
        "遗失作废声明\n姓名 遗失证件 证号\n安小川 学生证 20190101",
        &["3 安小川/学生证//20190101"],
    );
}

#[test]
fn the_paper_in_the_heading_or_in_the_head_of_its_numbers() {
    check(
        "下列道路运输证遗失作废\n车主\t车牌号\t证号\n柳青苗\t皖M12345\t341103200123",
        &["3 柳青苗/道路运输证//皖M12345,341103200123"],
    );
    check(
        "遗失声明\n车主\t车牌号\t道路运输证号\t备注\n柳青苗\t皖M12345\t341103200123\t声明作废",
        &["3 柳青苗/道路运输证//皖M12345,341103200123"],
    );
    // Whose number it is tells no paper that was lost.
    check("姓名\t身份证号\t备注\n柳青苗\t349901197005120313\t声明作废", &["1!unclear"]);
}

#[test]
fn a_time_for_objections() {
    let rows = "序号\t权利人\t不动产权证号\t坐落\n1\t柳青苗\t皖（2017）凤桥县不动产权第0006183号\t白荻镇1号";
    let record = "柳青苗/不动产权证书//皖（2017）凤桥县不动产权第0006183号?";
    let over = "因保管不善，下列权利人不动产权证书遗失，公告期内无异议的，予以补发，原证作废。";
    check(&format!("公告\n{over}\n{rows}"), &[&format!("4 {record}")]);
    let below = "如有异议，请于15个工作日内提出，逾期将予以补发不动产权证书。";
    let record = record.replace("证书", "证");
    check(&format!("遗失公告\n{rows}\n{below}\n凤桥县不动产登记中心"), &[&format!("3 {record}")]);
    check(
        "姓名\t遗失证件\t证号\t声明\n柳青苗\t不动产权证\t皖（2017）凤桥县不动产权第0006183号\t异议期满补发",
        &[&format!("2 {record}")],
    );
}

#[test]
fn two_halves_side_by_side() {
    check(
        "下列学生证遗失，声明作废\n姓名\t学号\t姓名\t学号\n柳青苗\t20190101\t安小川\t20190102\n柏采薇\t20190103",
        &["3 柳青苗/学生证//20190101", "3 安小川/学生证//20190102", "4 柏采薇/学生证//20190103"],
    );
}

#[test]
fn a_row_that_cannot_be_read_is_told_by_itself() {
    let head = "遗失作废声明\n序号\t姓名\t证件名称\t证号";
    check(
        &format!(
            "{head}\n1\t柳青苗\t学生证\t20190101\n2\t\t学生证\t20190102\n3\t安小川\t\t20190103\n4\t柏采薇\t学生证\t2019\t0104"
        ),
        &["3 柳青苗/学生证//20190101", "4!no-holder", "5!no-document", "6!unclear"],
    );
    // The number above is another notice's where this row has its own.
    check(
        &format!("{head}\n1\t柳青苗\t学生证\t20190101\n\t\t身份证\t\n2\t安小川\t学生证\t同上"),
        &["3 柳青苗/学生证//20190101", "4 柳青苗/身份证//", "5 安小川/学生证//"],
    );
}

#[test]
fn cells_broken_over_lines_merged_and_left_out() {
    let head = "序号\t遗失单位\t遗失证件\t证号\t备注";
    check(
        &format!(
            "{head}\n1\t凤桥县白荻\n布店\t学生证\t2019\n0101\t声明作废\n2\t安小川\t学生证\t20190102\t声明作废"
        ),
        &["2 凤桥县白荻布店/学生证//20190101", "5 安小川/学生证//20190102"],
    );
    check(
        &format!("{head}\n1\t安小川\t学生证\t20190102\t声明作废\n就业创业证\t3499260019763358"),
        &["2 安小川/学生证//20190102", "3 安小川/就业创业证//3499260019763358"],
    );
    check(
        &format!("{head}\n1\t安小川\t学生证\t20190102\t声明作废\n2\t柳青苗\t学生证\n合计\t2"),
        &["2 安小川/学生证//20190102", "3 柳青苗/学生证//"],
    );
}

#[test]
fn where_a_table_and_its_introduction_begin_and_end() {
    let rows = "姓名\t证号\n柳青苗\t20190101";
    check(
        &format!(
            "遗失声明\n安小川遗失身份证，声明作废\n因保管不善，以下学生的学生证遗失，声明作废：\n{rows}"
        ),
        &["2 安小川/身份证//", "5 柳青苗/学生证//20190101"],
    );
    check(
        "遗失作废声明\n姓名\t遗失证件\n柳青苗\t学生证\n遗失单位\t印章名称\n凤桥县白荻布店\t公章\n安小川遗失身份证，声明作废。",
        &["3 柳青苗/学生证//", "5 凤桥县白荻布店/公章//", "6 安小川/身份证//"],
    );
}

#[test]
fn citizens_numbers_are_starred() {
    let text = "姓名\t身份证号\t遗失证件\t编号\t备注\n柳青苗\t349901197005120317\t身份证\t\t声明作废\n3\t349901197005120317\t\t\t";
    let reading = read(text);
    assert_eq!(reading.records[0].identifiers[0].value, "34**************17");
    assert_eq!(reading.unread.len(), 1);
    assert!(!reading.unread[0].text.contains("19700512"), "{}", reading.unread[0].text);
}

#[test]
fn tables_of_something_else() {
    for text in [
        "获奖名单\n姓名\t证书名称\t证书编号\n柳青苗\t优秀教师证书\t2019001",
        "姓名\t证书名称\t证书编号\n柳青苗\t教师资格证\t20193412345678901",
        "期号\t奖号\t单位\n2019001\t123456\t注",
        "品名\t单位\t单价\t数量\n公章\t枚\t50元\t1",
        "岗位\t单位\t人数\t学历\n会计\t凤桥县白荻布店\t1\t大专",
        "序号\t企业名称\t许可证编号\t注销原因\n1\t凤桥县白荻布店\tJY13411250012345\t遗失作废",
        "关于注销食品经营许可证的公告\n企业名称\t证件名称\t备注\n凤桥县白荻布店\t食品经营许可证\t声明作废",
        "拾到证件\n姓名\t证件名称\n柳青苗\t身份证",
        "姓名\t处罚文书\t证件名称\n柳青苗\t1号\t驾驶证",
    ] {
        let records = read(text).records;
        assert!(records.is_empty(), "{text}: {records:?}");
    }
}

#[test]
fn a_page_of_heads_takes_no_time() {
    let page = "遗失声明\n\n\n\n".to_owned() + &"姓名\t证件名称\n".repeat(40_000);
    let started = std::time::Instant::now();
    assert!(read(&page).records.is_empty());
    assert!(started.elapsed().as_secs() < 20);
}
