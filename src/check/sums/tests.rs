//! Sentences whose figures cannot all be right, and sentences that only look so.

use super::Telling;
use crate::base::code::Code;
use crate::base::span::{SourceId, Span};

fn found(sentence: &str) -> Vec<Code> {
    let mut found = Vec::new();
    let mut told = Telling { span: Span::new(SourceId(0), 0..0), found: &mut found };
    told.among(sentence);
    told.in_all(sentence);
    found.iter().map(|finding| finding.code).collect()
}

#[test]
fn parts_that_cannot_be() {
    for sentence in [
        "2025年办理案件1000件，其中民事700件、刑事384件、行政4件",
        "办理案件999件（其中：民事案件700件，刑事案件384件）",
        "办理案件999件，其中办理民事案件700件和刑事案件384件",
        "办理案件1000件，其中农民工讨薪1200件",
        "办理案件999件，其中民事、刑事、行政分别为612件、384件、4件",
        "办理案件1000件，其中民事、刑事、行政案件分别为612件、384件和3件",
        "接待咨询1450人次，其中来访980人次、来电900人次",
        "2025年办理民事案件612件、刑事案件384件、行政案件3件，合计1000件",
        "办理案件999件，比上年增加100件，其中民事700件、刑事384件",
        "办理案件999件，同比增长8%，其中民事700件、刑事384件",
        "办理案件999件，为困难群众解了难，其中民事1000件",
        "发放手册1.2万份，其中线上0.9万份、线下0.8万份",
    ] {
        assert_eq!(found(sentence), [Code::PartsDoNotSum], "{sentence}");
    }
}

#[test]
fn parts_that_can() {
    for sentence in [
        "2025年办理案件999件，其中民事612件、刑事384件、行政3件",
        "办理案件999件，其中民事612件、刑事84件",
        "办理案件1000件，其中民事612件、刑事384件、行政3件，另有1件移送外地",
        "办理案件1000件，其中农民工700件、妇女400件",
        "办理案件1000件，其中民事700件、农民工讨薪400件",
        "办理案件999件，其中民事612件，接待咨询1450人次",
        "办理案件999件，其中民事612件，解答来电1450件",
        "办理案件999件，比上年增加100件，其中民事612件",
        "调解纠纷300件，办理案件近千件，其中民事612件",
        "调解纠纷300件，办理案件1000件左右，其中民事612件",
        "接待群众500人，举办讲座20场，其中参加1200人",
        "办理案件999件（上年899件），其中民事612件、刑事384件",
        "办理案件1000余件，其中民事700件、刑事384件",
        "办理案件999件，其中民事约700件、刑事384件",
        "办理案件999件，受援1300人，其中农民工1200人",
        "办理案件999件，其中民事、刑事、行政分别为612件、384件、3件",
        "民事612件、刑事384件、行政3件，合计999件",
        "办理案件999件，民事612件、刑事384件、行政3件，合计999件",
        "2025年民事案件共计612件，刑事案件共计384件",
        "发放手册1.2万份，其中线上0.7万份、线下0.5万份",
        "为农民工讨回工资300万元，其中其中最多的一件20万元",
        "其中一件",
    ] {
        assert_eq!(found(sentence), [], "{sentence}");
    }
}

#[test]
fn shares() {
    for sentence in [
        "办理案件999件，其中民事612件，占62.3%",
        "办理案件999件，其中民事612件（占总数的71%）、刑事384件",
        "办理案件999件，其中民事612件、刑事384件，占比40%",
    ] {
        assert_eq!(found(sentence), [Code::PercentDoesNotFollow], "{sentence}");
    }
    for sentence in [
        "办理案件999件，其中民事612件，占61.3%",
        "办理案件999件，其中民事612件，占61.2%",
        "办理案件999件，其中民事612件（占总数的61%）、刑事384件（占38%）",
        "办理案件999件，其中民事612件，占七成左右",
        "办理案件999件，其中民事612件，占比70%以上",
        "办理案件1000余件，其中民事612件，占50%",
    ] {
        assert_eq!(found(sentence), [], "{sentence}");
    }
}

#[test]
fn sentences_without_end_are_read_once() {
    let started = std::time::Instant::now();
    for piece in ["其中1件", "，合计1件", "办理1件，其中民事1件、", "合计", "、民事1件，合计"]
    {
        found(&piece.repeat(10_000));
    }
    // With a walk over all that stands before each, it would be minutes.
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}
