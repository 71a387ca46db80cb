//! A notice while it is being read.

use crate::domain::kinds::notice::Of;
use crate::import::notices::documents::of_people;
use crate::import::notices::holder;
use crate::import::notices::number::{Identifier, of_document};
use crate::import::notices::people::holder_of;
use crate::import::notices::phrase::Document;
use crate::import::notices::words::{any, ending};

/// A notice being read.
#[derive(Clone, Debug, Default)]
pub(in crate::import::notices) struct Draft {
    /// Where it begins.
    pub(in crate::import::notices) at: usize,
    pub(in crate::import::notices) holder: String,
    /// The shop that the holder runs, whose licences he tells of.
    pub(in crate::import::notices) shop: Option<String>,
    /// The holder was written as 本公司: the name stands in the signature.
    pub(in crate::import::notices) speaker: bool,
    /// Who lost it in the service of the speaker: 我公司驾驶员柳青苗.
    pub(in crate::import::notices) employee: Option<String>,
    /// The holder was written as 原某公司: who signs is the holder by its new name.
    pub(in crate::import::notices) former: bool,
    /// The holder has issued the paper, and nobody else is named: who signs is surer.
    pub(in crate::import::notices) issuer: bool,
    /// The holder stands right before the document, and may be who issues such: 某学院学生证.
    pub(in crate::import::notices) beside: bool,
    /// The paper's numbers stood behind the names: 甲（学号…）、乙（学号…）.
    pub(in crate::import::notices) each: bool,
    /// One of several who have each lost such a paper: 甲、乙各遗失公章一枚.
    pub(in crate::import::notices) apart: bool,
    pub(in crate::import::notices) numbers: Vec<Identifier>,
    pub(in crate::import::notices) documents: Vec<Document>,
    pub(in crate::import::notices) void: bool,
    pub(in crate::import::notices) closed: bool,
    pub(in crate::import::notices) condition: bool,
    /// 由此引起的纠纷与本公司无关: nobody said 作废, but it is meant.
    pub(in crate::import::notices) renounced: bool,
}

impl Draft {
    /// Plates for the first document, which may be still to come.
    pub(in crate::import::notices) fn carry(&mut self, plates: Vec<String>) {
        if let Some(first) = self.documents.first_mut() {
            first.plates.extend(plates);
        } else if !plates.is_empty() {
            self.documents.push(Document { plates, ..Document::default() });
        }
    }

    /// 某公司[登记号：…]不慎将许可证丢失; 某公司公章，编号：…，遗失作废: numbers that were told before
    /// their paper was read belong to it, where there is only one.
    pub(in crate::import::notices) fn settle(&mut self) {
        let [document] = self.documents.as_mut_slice() else { return };
        let (own, papers): (Vec<_>, Vec<_>) = std::mem::take(&mut self.numbers)
            .into_iter()
            .partition(|number| number.of == Of::Holder);
        self.numbers = own;
        // 某医院[登记号：…]不慎将公章丢失: what is no number of such a paper stays what it was.
        let named = papers.into_iter().filter_map(|number| {
            let read = of_document(number.clone(), &document.name)?;
            Some(if read.valid == Some(false) { number } else { read })
        });
        document.numbers.splice(0..0, named.collect::<Vec<_>>());
        document.respective |= self.each;
    }

    /// Whether who stands before the papers has issued them to a person, who may still be named:
    /// 某学院学生证，姓名：…. A body with numbers of its own is the holder.
    pub(in crate::import::notices) fn issued(&self) -> bool {
        self.beside
            && !self.documents.is_empty()
            && self.documents.iter().all(|document| of_people(&document.name))
            && self.numbers.iter().all(|number| number.kind == "id_card")
            && holder::body_suffix(&self.holder)
            // 柳青苗某市工商学院 names the pupil too.
            && self.documents.iter().all(|paper| holder_of(&self.holder, &paper.name) == self.holder)
            && !self.of_land()
            || self.printed()
    }

    /// 某省国家税务局通用机打发票: for whom the office printed the bill was not told.
    pub(in crate::import::notices) fn printed(&self) -> bool {
        let bill = |document: &Document| document.name.contains("发票");
        let bills = !self.documents.is_empty() && self.documents.iter().all(bill);
        let office = ["税务局", "国税局", "地税局"].iter().any(|end| self.holder.ends_with(end));
        self.beside && bills && office
    }

    /// Whether a village or a group of it has lost a paper of its own land.
    fn of_land(&self) -> bool {
        const LAND: &[&str] = &["林权", "承包", "草原", "草场", "宅基地"];
        const OWNERS: &[&str] =
            &["村", "组", "社", "村委会", "委员会", "队", "公司", "农场", "林场", "合作社"];
        any(LAND, &self.documents[0].name) && ending(OWNERS, &self.holder).is_some()
    }

    /// The person whose name stands in the bracket behind a paper of people: 学生证（姓名：…）.
    pub(in crate::import::notices) fn bear(&mut self) {
        // 我公司职工柳青苗遗失身份证 is his own, the licence of the car is the company's.
        let own = self.documents.iter().all(|document| of_people(&document.name));
        if let Some(person) = self.employee.take_if(|_| own) {
            (self.holder, self.speaker) = (person, false);
        }
        if !(self.issued() || self.holder.is_empty()) {
            return;
        }
        // 本公司遗失…（机构名称：某公司）; whose paper somebody else's is does not tell who speaks.
        let speaker = self.speaker;
        let named = |name: &mut String| !speaker || holder::body_suffix(name);
        let mut bearers = self.documents.iter_mut();
        if let Some(bearer) = bearers.find_map(|paper| paper.bearer.take_if(named)) {
            self.holder = bearer;
            self.beside = false;
        }
    }
}
