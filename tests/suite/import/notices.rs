//! Notices: a corpus of invented ones in every sentence form, measured field by field.
//!
//! `tests/cases/import/*.txt` hold stories: `=== name`, the text as pasted, `---`, one JSON record a
//! line, and `unread REASON` lines. `unseen.txt` and its followers up to `unseen-40.txt` were written
//! down, with what is expected, before the grammar was made to read them; `neighbours.txt` holds what
//! stands close to what they showed, `tables.txt` tables. Every person and body is invented; check digits
//! are right unless the story says otherwise.

use lantian::import::notices::{read, show};
use serde_json::Value;

/// A story of the corpus.
struct Story<'c> {
    name: &'c str,
    text: &'c str,
    records: Vec<Value>,
    unread: Vec<&'c str>,
}

fn stories(corpus: &'static str) -> Vec<Story<'static>> {
    let mut all = Vec::new();
    for story in corpus.split("=== ").skip(1) {
        let (name, rest) = story.split_once('\n').unwrap();
        let (text, expected) = rest.split_once("\n---\n").unwrap();
        let (mut records, mut unread) = (Vec::new(), Vec::new());
        for line in expected.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix("unread ") {
                Some(reason) => unread.push(reason),
                None => records.push(serde_json::from_str(line).unwrap()),
            }
        }
        all.push(Story { name, text, records, unread });
    }
    all
}

/// The fields of a record as text, each once: what is counted.
fn fields(record: &Value) -> Vec<String> {
    let mut out: Vec<String> = ["holder", "holder_kind", "document", "copies", "declared_void"]
        .iter()
        .map(|key| format!("{key}={}", record[*key]))
        .collect();
    for number in record["identifiers"].as_array().unwrap() {
        for key in ["kind", "valid", "of"] {
            out.push(format!("{}.{key}={}", number["value"], number[key]));
        }
    }
    out
}

#[test]
fn fields_of_the_corpus_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/notices.txt")));
}

#[test]
fn fields_of_notices_written_down_beforehand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen.txt")));
}

#[test]
fn fields_of_the_second_batch_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-2.txt")));
}

#[test]
fn fields_of_the_third_batch_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-3.txt")));
}

#[test]
fn fields_of_notices_of_another_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-4.txt")));
}

#[test]
fn fields_of_notices_of_a_third_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-5.txt")));
}

#[test]
fn fields_of_notices_of_a_fourth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-6.txt")));
}

#[test]
fn fields_of_notices_of_a_fifth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-7.txt")));
}

#[test]
fn fields_of_notices_of_a_sixth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-8.txt")));
}

#[test]
fn fields_of_notices_of_a_seventh_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-9.txt")));
}

#[test]
fn fields_of_notices_of_an_eighth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-10.txt")));
}

#[test]
fn fields_of_notices_of_a_ninth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-11.txt")));
}

#[test]
fn fields_of_notices_of_a_tenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-12.txt")));
}

#[test]
fn fields_of_notices_of_an_eleventh_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-13.txt")));
}

#[test]
fn fields_of_notices_of_a_twelfth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-14.txt")));
}

#[test]
fn fields_of_notices_of_a_thirteenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-15.txt")));
}

#[test]
fn fields_of_notices_of_a_fourteenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-16.txt")));
}

#[test]
fn fields_of_tables_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/tables.txt")));
}

#[test]
fn fields_of_notices_of_a_fifteenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-17.txt")));
}

#[test]
fn fields_of_notices_of_a_sixteenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-18.txt")));
}

#[test]
fn fields_of_notices_of_a_seventeenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-19.txt")));
}

#[test]
fn fields_of_notices_of_a_eighteenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-20.txt")));
}

#[test]
fn fields_of_notices_of_a_nineteenth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-21.txt")));
}

#[test]
fn fields_of_notices_of_a_twentieth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-22.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_first_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-23.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_second_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-24.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_third_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-25.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_fourth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-26.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_fifth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-27.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_sixth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-28.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_seventh_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-29.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_eighth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-30.txt")));
}

#[test]
fn fields_of_notices_of_a_twenty_ninth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-31.txt")));
}

#[test]
fn fields_of_notices_of_a_thirtieth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-32.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_first_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-33.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_second_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-34.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_third_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-35.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_fourth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-36.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_fifth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-37.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_sixth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-38.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_seventh_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-39.txt")));
}

#[test]
fn fields_of_notices_of_a_thirty_eighth_hand_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/unseen-40.txt")));
}

#[test]
fn fields_of_the_neighbours_are_right() {
    println!("{}", all_right(include_str!("../../cases/import/neighbours.txt")));
}

/// Reads a corpus; how much was right, where all was.
fn all_right(corpus: &'static str) -> String {
    let (mut right, mut all, mut wrong, mut false_records) = (0, 0, Vec::new(), 0);
    for story in stories(corpus) {
        let json = show::json(&read(story.text));
        let records = json["records"].as_array().unwrap();
        false_records += records.len().saturating_sub(story.records.len());
        for (at, expected) in story.records.iter().enumerate() {
            let wanted = fields(expected);
            let got = records.get(at).map(fields).unwrap_or_default();
            all += wanted.len().max(got.len());
            right += wanted.iter().filter(|field| got.contains(field)).count();
            if wanted != got {
                wrong.push(format!("{}:\n  want {wanted:?}\n  got  {got:?}", story.name));
            }
        }
        if records.len() > story.records.len() {
            wrong.push(format!("{}: a false record {:?}", story.name, records.last()));
        }
        let unread = json["unread"].as_array().unwrap();
        let reasons: Vec<_> =
            unread.iter().map(|unread| unread["reason"].as_str().unwrap()).collect();
        if reasons != story.unread {
            wrong.push(format!("{}: unread {unread:?}, want {:?}", story.name, story.unread));
        }
    }
    let score = format!("{right} of {all} fields right, {false_records} false records");
    assert!(wrong.is_empty(), "{score}\n{}", wrong.join("\n"));
    score
}
