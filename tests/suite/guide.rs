//! The guide: can I get help, where do I go, what do I bring, what happened to me; and its
//! large-type edition. Whole sites in, pages out.

use std::collections::{BTreeMap, BTreeSet};

use crate::site::{Site, tree};

/// The small site with a self-check, a township, an event, notices and two years of figures.
fn built() -> BTreeMap<String, String> {
    let site = Site::sound();
    let centre = site.read("content/contacts/centre.md");
    site.write("content/contacts/centre.md", centre.replace("sample = true\n", ""));
    site.write("content/contacts/luqiao.md", "+++\ntitle = \"炉桥镇工作站\"\nsummary = \"站\"\nrole = \"station\"\ntownship = \"炉桥镇\"\naddress = \"司法所；院内\"\nhours = \"周一至周五 8:30–12:00\"\ngeo = [\"117.68\", \"32.53\"]\nchecked_on = 2026-11-01\nsample = true\n[[phone]]\nnumber = \"0550-0000102转8\"\n+++\n");
    site.write("content/checkup/civil.md", "+++\ntitle = \"能申请吗\"\nsummary = \"自测\"\nstart = \"matter\"\n[[question]]\nid = \"matter\"\nask = \"什么事？\"\n[[question.answer]]\nsay = \"工钱\"\nto = \"who\"\n[[question.answer]]\nsay = \"别的\"\nto = \"ask\"\n[[question]]\nid = \"who\"\nask = \"进城打工吗？\"\n[[question.answer]]\nsay = \"是\"\nto = \"yes\"\n[[question.answer]]\nsay = \"不是\"\nto = \"ask\"\n[[outcome]]\nid = \"yes\"\ntitle = \"可以申请\"\nbring = [\"身份证\"]\ngo = [\"eligibility/wages.md\"]\nlaws = [\"法律援助法#42\"]\n[[outcome]]\nid = \"ask\"\ntitle = \"先打电话问\"\n+++\n");
    site.write("content/events/day.md", "+++\ntitle = \"宪法日，来问律师\"\nsummary = \"广场\"\ndate = 2026-11-18\nwhen = 2026-12-04\nwhere = \"广场\"\n+++\n来。\n");
    site.write("content/events/past.md", "+++\ntitle = \"赶集\"\nsummary = \"集\"\ndate = 2026-05-01\nwhen = 2026-05-02\n+++\n去过了。\n");
    site.write("content/notices/day.md", "+++\ntitle = \"某日遗失声明\"\nsummary = \"两则\"\ndate = 2026-11-20\nsource = \"某报\"\npage = \"4\"\n[[notice]]\nholder = \"某某协会\"\ndocument = \"登记证书\"\ndeclared_void = true\n[[notice.identifier]]\nkind = \"account_approval\"\nvalue = \"J3755000026202\"\n[[notice]]\nholder = \"某某公司\"\ndocument = \"营业执照\"\n+++\n");
    site.write("content/notices/alone.md", "+++\ntitle = \"又一日遗失声明\"\nsummary = \"一则\"\ndate = 2026-11-21\nsource = \"某报\"\n[[notice]]\nholder = \"某某商店\"\ndocument = \"营业执照\"\n+++\n");
    for (year, count) in [(2024, 800), (2025, 999)] {
        site.write(&format!("content/statistics/{year}.md"), format!("+++\ntitle = \"{year}年数字\"\nsummary = \"数\"\ndate = {}-01-15\nperiod = \"{year}\"\n[[figure]]\nid = \"accepted\"\nlabel = \"办理案件\"\nvalue = {count}\nunit = \"件\"\n[[figure.part]]\nlabel = \"民事\"\nvalue = {}\n[[figure.part]]\nlabel = \"刑事\"\nvalue = 300\n+++\n说明。\n", year + 1, count - 300));
    }
    site.build().expect(0);
    let files = tree(&site.path("public"));
    files
        .into_iter()
        .filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?)))
        .collect()
}

/// The pages a page's main part links to.
fn links(files: &BTreeMap<String, String>, name: &str) -> BTreeSet<String> {
    let page = &files[name];
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let mut found = BTreeSet::new();
    for address in main.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let path = address.split('#').next().unwrap();
        if path.is_empty() || path.contains(':') {
            continue;
        }
        let mut parts: Vec<&str> = name.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            if part == ".." {
                parts.pop();
            } else {
                parts.push(part)
            }
        }
        found.insert(parts.join("/"));
    }
    found
}

#[test]
fn every_way_through_the_self_check_is_a_page_and_says_what_was_answered() {
    let files = built();
    for edition in ["", "elder/"] {
        let mut open = vec![format!("{edition}checkup/civil.html")];
        let mut seen = BTreeSet::new();
        while let Some(name) = open.pop() {
            if seen.insert(name.clone()) {
                let within = format!("{edition}checkup/civil");
                open.extend(links(&files, &name).into_iter().filter(|to| to.starts_with(&within)));
            }
        }
        assert_eq!(seen.len(), 5, "{seen:?}");
        let outcome = &files[&format!("{edition}checkup/civil/1-1.html")];
        assert!(outcome.contains("<h1>可以申请</h1>") && outcome.contains("身份证"), "{outcome}");
        assert!(outcome.contains("tel:05500000000"), "whom to call");
    }
    let outcome = &files["checkup/civil/1-1.html"];
    for said in ["什么事？", "工钱", "进城打工吗？", "《法律援助法》第四十二条", "where.html"]
    {
        assert!(outcome.contains(said), "{said}");
    }
    assert!(files["checkup/civil.html"].contains("第 1 题，最多还有 1 题"));
    assert!(files["checkup/civil/1.html"].contains("第 2 题，最后一题"));
    assert!(links(&files, "checkup/civil/1.html").contains("checkup/civil.html"), "the way back");
}

#[test]
fn the_finder_leads_from_township_and_stage_to_an_office() {
    let files = built();
    let start = links(&files, "where.html");
    assert!(start.contains("where/lu-qiao-zhen.html") && start.contains("contacts/luqiao.html"));
    for stage in ["talk", "court", "criminal", "elsewhere"] {
        let name = format!("where/stage-{stage}.html");
        assert!(start.contains(&name), "{name}");
        assert!(files[&name].contains("第三十八条"), "{name} says what it rests on");
        assert!(links(&files, &name).contains("where/lu-qiao-zhen.html"), "{name}");
    }
    let town = &files["where/lu-qiao-zhen.html"];
    assert!(town.contains("0550-0000102转8") && town.contains("某县法律援助中心"));
    assert!(town.contains("这些电话和地址，2026年11月1日以后都核实过"), "{town}");
}

#[test]
fn an_outcome_leads_to_the_offices_of_every_township() {
    let files = built();
    for outcome in ["checkup/civil/1-1.html", "checkup/civil/2.html"] {
        assert!(links(&files, outcome).contains("where/lu-qiao-zhen.html"), "{outcome}");
    }
    assert!(!files["checkup/civil/1.html"].contains("lu-qiao-zhen.html"), "a question asks");
}

#[test]
fn nobody_is_offered_to_dial_the_number_of_an_invented_office() {
    let files = built();
    let mut real = 0;
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        assert!(!text.contains("tel:05500000102"), "{name}");
        real += text.matches("href=\"tel:05500000000\"").count();
    }
    assert!(real > 5, "those of a real one are links");
    for name in ["contacts/luqiao.html", "elder/contacts/luqiao.html", "elder/contacts/index.html"]
    {
        assert!(files[name].contains("0550-0000102转8"), "{name} shows it all the same");
    }
    assert!(
        files["eligibility/wages.html"].contains("打 <a class=\"phone\" href=\"tel:05500000000\">")
    );
    let site = Site::sound();
    site.build().expect(0);
    assert!(site.read("public/eligibility/wages.html").contains("打 0550-0000000，"));
}

#[test]
fn a_link_out_of_the_large_type_edition_says_so() {
    let site = Site::sound();
    let page = site.read("content/eligibility/wages.md");
    let more = "\n看[一件案例](../cases/wages.md)，依据《法律援助法》第四十二条。\n";
    site.write("content/eligibility/wages.md", page + more);
    site.write(
        "content/about/privacy.md",
        "+++\ntitle = \"隐私\"\nsummary = \"不留\"\n+++\n不留。\n",
    );
    site.build().expect(0);
    let elder = site.read("public/elder/eligibility/wages.html");
    assert!(elder.contains(">一件案例<span class=\"leave\">（普通版）</span></a>"), "{elder}");
    assert!(elder.contains(">窗口</a>"), "what has a twin is a link as any other");
    assert!(elder.contains(">隐私（普通版）</a>"), "in the foot too");
    assert!(!elder.contains("laws/legal-aid-law.html"), "a citation is text");
    let plain = site.read("public/eligibility/wages.html");
    assert!(!plain.contains("（普通版）") && plain.contains("laws/legal-aid-law.html"));
}

#[test]
fn a_checklist_has_a_box_for_everything_to_bring() {
    let files = built();
    let sheet = &files["bring/wages.html"];
    assert_eq!(sheet.matches("type=\"checkbox\"").count(), 2, "the proof and the window's list");
    assert!(sheet.contains(">欠条</label>") && sheet.contains(">身份证</label>"));
    assert!(files["bring.html"].contains("href=\"bring/wages.html\""));
    let problems = &files["problems.html"];
    assert!(problems.contains("<strong>老板不给工钱</strong>"), "in everyday words");
    assert!(files["eligibility/wages.html"].contains("href=\"../bring/wages.html\""));
}

#[test]
fn cases_and_conditions_know_of_each_other() {
    let site = Site::sound();
    site.write("content/cases/wages-2.md", "+++\ntitle = \"乙案\"\ndate = 2026-04-02\nsummary = \"要回\"\ncategory = \"工伤\"\nconsent = true\nkeywords = [\"老板不给工钱\"]\n+++\n## 案情简介\n\n一。\n\n## 办理过程\n\n二。\n\n## 法律分析\n\n三。\n\n## 典型意义\n\n四。\n");
    site.write("content/cases/other.md", "+++\ntitle = \"丙案\"\ndate = 2026-05-02\nsummary = \"别的\"\ncategory = \"工伤\"\nconsent = true\n+++\n## 案情简介\n\n一。\n\n## 办理过程\n\n二。\n\n## 法律分析\n\n三。\n\n## 典型意义\n\n四。\n");
    site.build().expect(0);
    let page = site.read("public/eligibility/wages.html");
    assert!(page.contains("../cases/wages.html"), "by its category: 劳动报酬 is in the matter");
    assert!(page.contains("../cases/wages-2.html"), "by an everyday word");
    assert!(!page.contains("../cases/other.html"), "nothing in common");
    assert!(site.read("public/cases/wages-2.html").contains("../eligibility/wages.html"));
    let other = site.read("public/cases/other.html");
    assert!(!other.contains("您也遇到了这样的事"), "no heading over nothing");
}

#[test]
fn numbers_go_into_a_telephone_and_days_into_its_calendar() {
    let files = built();
    let card = &files["contacts/luqiao.vcf"];
    assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n") && card.ends_with("END:VCARD\r\n"));
    assert!(card.contains("TEL;TYPE=WORK,VOICE:05500000102,8\r\n"), "{card}");
    assert!(card.contains("GEO:32.53;117.68\r\n"), "latitude first: {card}");
    assert!(
        card.contains("FN:炉桥镇工作站（示例）\r\n") && card.contains("司法所；院内"),
        "{card}"
    );
    assert!(files["contacts/luqiao-qr.svg"].starts_with("<svg xmlns="));
    let page = &files["contacts/luqiao.html"];
    for part in [
        "href=\"../contacts/luqiao.vcf\"",
        "src=\"../contacts/luqiao-qr.svg\"",
        "data-open=\"12345/510-720\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let event = &files["events/day.ics"];
    for line in [
        "BEGIN:VCALENDAR\r\n",
        "VERSION:2.0\r\n",
        "DTSTART;VALUE=DATE:20261204\r\n",
        "DTSTAMP:20261118T000000Z\r\n",
        "UID:events/day.html@www.example.gov.cn\r\n",
        "SUMMARY:宪法日，来问律师\r\n",
    ] {
        assert!(event.contains(line), "{line}");
    }
    assert!(event.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    assert!(!files.contains_key("events/past.ics"), "what is over needs no reminder");
    assert_eq!(files["events/calendar.ics"].matches("BEGIN:VEVENT").count(), 2);
    assert!(files["events/index.html"].contains("calendar.ics"));
}

#[test]
fn a_notice_has_a_page_that_says_the_newspaper_counts() {
    let files = built();
    let proof = &files["notices/day/1.html"];
    for said in [
        "某某协会",
        "J3755000026202",
        "《某报》",
        "2026年11月20日",
        "第4版",
        "法律上算数的是报纸",
        "noindex",
    ] {
        assert!(proof.contains(said), "{said}");
    }
    assert!(files["notices/day.html"].contains("法律上算数的是报纸"));
    assert!(files["notices/day.html"].contains("href=\"../notices/day/2.html\""));
    let alone = &files["notices/alone.html"];
    assert!(alone.contains("某某商店") && alone.contains("法律上算数的是报纸"));
    assert!(!files.contains_key("notices/alone/1.html"), "the page of the batch is its own");
    let feed = &files["notices/feed.xml"];
    assert!(feed.contains("notices/day.html") && !feed.contains("某某协会"), "no holder in a feed");
    assert!(!files["feed.xml"].contains("notices/"));
    assert!(!files["sitemap.xml"].contains("notices/day"));
}

#[test]
fn figures_are_bars_with_the_table_beside_them() {
    let files = built();
    let page = &files["statistics/2025.html"];
    assert!(
        page.contains("role=\"img\" aria-label=\"办理案件：民事 699件，70%；刑事 300件，30%\""),
        "{page}"
    );
    assert!(page.contains("<th scope=\"row\">民事</th><td class=\"a-right\">699</td>"));
    assert!(
        page.contains("历年对比") && page.contains("href=\"../statistics/2024.html\">2024</a>")
    );
}

#[test]
fn the_large_type_edition_holds_together_without_script() {
    let files = built();
    let first = links(&files, "elder/index.html");
    let mut open: Vec<String> = first.into_iter().collect();
    let mut seen: BTreeSet<String> = BTreeSet::from(["elder/index.html".to_owned()]);
    while let Some(name) = open.pop() {
        assert!(name.starts_with("elder/"), "{name}: the guide stays in its edition");
        if seen.insert(name.clone()) {
            open.extend(links(&files, &name));
        }
    }
    for name in ["eligibility/wages", "contacts/luqiao", "channels/window", "checkup/civil/1-1"] {
        assert!(seen.contains(&format!("elder/{name}.html")), "{name} is reached");
        let page = &files[&format!("elder/{name}.html")];
        assert!(page.contains("class=\"elder\"") && page.contains("tel:12348"), "{name}");
        let twin = format!("{name}.html\">换回普通版");
        assert!(page.contains(&twin), "{name}: the way back to the ordinary page");
    }
    assert!(files["index.html"].contains("href=\"elder/index.html\""));
    assert!(files["eligibility/wages.html"].contains("href=\"../elder/eligibility/wages.html\""));
}
