//! How long the stages take on their own: reading one case, looking for ID numbers, a whole site of
//! a thousand pages without the disk at the end.
//!
//! `cargo bench --bench stages`. For comparison with other programs see `benches/compare`.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench may stop at once, and makes its own site on the disk"
)]

use std::fmt::Write as _;
use std::fs;

use divan::{Bencher, black_box};
use lantian::base::date::Date;
use lantian::base::span::SourceId;
use lantian::domain::identifier::find;
use lantian::pipeline::{self, Earlier, Memory, Order, Sink};
use lantian::syntax;

fn main() {
    divan::main();
}

const SENTENCE: &str =
    "张某等人在工地干了半年，包工头失联，工作站当天受理并指派律师，双方在法院达成调解。";

/// A case of about 1,600 characters; numbers make each one another text.
fn case(number: usize) -> String {
    let mut text = format!(
        "+++\ntitle = \"某县法律援助中心对第{number}号受援人提供法律援助案\"\ndate = 2026-03-02\nsummary = \"第{number}号\"\ncategory = \"劳动报酬\"\ngroups = [\"农民工\"]\nconsent = true\n+++\n"
    );
    for heading in ["案情简介", "办理过程", "法律分析", "典型意义"] {
        let _ =
            write!(text, "\n## {heading}\n\n{}\n\n- **一**、{number}\n- 二\n", SENTENCE.repeat(10));
    }
    text
}

#[divan::bench]
fn read_one_case(bencher: Bencher<'_, '_>) {
    let text = case(1);
    bencher.bench(|| syntax::document(SourceId(0), black_box(&text)));
}

#[divan::bench]
fn look_for_id_numbers_in_one_case(bencher: Bencher<'_, '_>) {
    let text = case(1);
    bencher.bench(|| find::scan(black_box(&text)));
}

#[divan::bench(sample_count = 20)]
fn make_a_thousand_pages(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir_all(root.join("content/cases")).unwrap();
    fs::write(root.join("site.toml"), "[site]\ntitle = \"某县法律援助中心\"\n").unwrap();
    for number in 0..1000 {
        fs::write(root.join(format!("content/cases/c{number}.md")), case(number)).unwrap();
    }
    let order = Order::of(Date::new(2026, 11, 24).unwrap());
    let sink = Sink { take: &|_| Ok(()), total: &|_| {}, earlier: Earlier::none() };
    bencher.bench(|| {
        let product = pipeline::produce(root, &order, &mut Memory::default(), &sink).unwrap();
        assert!(product.sound());
        product.pages
    });
}
