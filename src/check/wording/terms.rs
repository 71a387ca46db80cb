//! The words C315 looks for, and what each is about.

use super::laws;
use crate::base::text::Text;
use crate::say;

/// What is looked for, and what it is about.
pub(super) const TERMS: [(&str, About); 106] = [
    ("工作日", About::Days),
    ("日内指派", About::Assigned),
    ("日内派律师", About::Assigned),
    ("日内安排律师", About::Assigned),
    ("天内派律师", About::Assigned),
    ("天内指派", About::Assigned),
    ("天内安排律师", About::Assigned),
    ("日内处理", About::Objection),
    ("日内回复", About::Objection),
    ("小时内", About::PassedOn),
    ("日内转", About::PassedOn),
    ("天内转", About::PassedOn),
    ("日内把申请转", About::PassedOn),
    ("日内将申请转", About::PassedOn),
    ("日内将其申请转", About::PassedOn),
    ("时效", About::Lapse),
    ("日内作出", About::Decision),
    ("日内做出", About::Decision),
    ("日内决定", About::Decision),
    ("日内，作出", About::Decision),
    ("日以内作出", About::Decision),
    ("天内作出", About::Decision),
    ("天内做出", About::Decision),
    ("天内决定", About::Decision),
    ("日内审查", About::Decision),
    ("天内审查", About::Decision),
    ("日内答复", About::Decision),
    ("天内答复", About::Decision),
    ("经济困难证明", About::Certificate),
    ("经济困难的证明", About::Certificate),
    ("困难证明", About::Certificate),
    ("困难的证明", About::Certificate),
    ("困难的有关证明", About::Certificate),
    ("困难的相关证明", About::Certificate),
    ("困难有关证明", About::Certificate),
    ("困难相关证明", About::Certificate),
    ("困难状况证明", About::Certificate),
    ("困难情况证明", About::Certificate),
    ("困难状况的证明", About::Certificate),
    ("困难情况的证明", About::Certificate),
    ("经济状况证明", About::Certificate),
    ("经济状况的证明", About::Certificate),
    ("经济情况证明", About::Certificate),
    ("贫困证明", About::Certificate),
    ("低收入证明", About::Stamped),
    ("家庭收入证明", About::Stamped),
    ("收入证明", About::Proving),
    ("证明家里困难", About::Proving),
    ("证明家庭困难", About::Proving),
    ("证明家庭经济困难", About::Proving),
    ("证明经济困难", About::Proving),
    ("证明生活困难", About::Proving),
    ("证明家庭收入", About::Proving),
    ("打个证明", About::Proving),
    ("打证明", About::Proving),
    ("开个证明", About::Proving),
    ("开张证明", About::Proving),
    ("写个证明", About::Proving),
    ("证明您", About::Need),
    ("证明你", About::Need),
    ("证明自己", About::Need),
    ("签署意见", About::Form),
    ("申报表", About::Form),
    ("状况表", About::Form),
    ("情况表", About::Form),
    ("审批表", About::Form),
    ("聋、哑", About::Disability),
    ("盲、聋、哑", About::Disability),
    ("聋哑", About::Disability),
    ("哑人", About::Disability),
    ("聋哑残疾人", About::Disability),
    ("户籍所在地", About::Home),
    ("户口所在地", About::Home),
    ("户籍地", About::Home),
    ("指定辩护", About::Old(Old::Appointed)),
    ("劳教人员", About::Old(Old::Camps)),
    ("被劳教", About::Old(Old::Camps)),
    ("劳动教养人员", About::Old(Old::Camps)),
    ("残废人", About::Old(Old::Maimed)),
    ("残废者", About::Old(Old::Maimed)),
    ("日内进行审查", About::Decision),
    ("日内出结果", About::Decision),
    ("天内出结果", About::Decision),
    ("盲聋哑", About::Disability),
    ("盲聋哑人", About::Disability),
    ("盲、聋、哑人", About::Disability),
    ("聋哑人", About::Disability),
    (laws::REGULATION, About::Regulation),
    ("合同法》", About::Repealed),
    ("合同法第", About::Repealed),
    ("婚姻法》", About::Repealed),
    ("婚姻法第", About::Repealed),
    ("侵权责任法》", About::Repealed),
    ("侵权责任法第", About::Repealed),
    ("继承法》", About::Repealed),
    ("继承法第", About::Repealed),
    ("物权法》", About::Repealed),
    ("物权法第", About::Repealed),
    ("担保法》", About::Repealed),
    ("担保法第", About::Repealed),
    ("收养法》", About::Repealed),
    ("收养法第", About::Repealed),
    ("民法总则》", About::Repealed),
    ("民法总则第", About::Repealed),
    ("民法通则》", About::Repealed),
    ("民法通则第", About::Repealed),
];

#[derive(Clone, Copy)]
pub(super) enum About {
    Days,
    /// How long the decision on an application takes.
    Decision,
    /// Days until an objection is answered.
    Objection,
    /// Days until a lawyer is assigned.
    Assigned,
    /// Hours until the application of somebody in custody is passed on.
    PassedOn,
    /// Years after which a claim lapses.
    Lapse,
    Certificate,
    /// A certificate of others, where it is to be stamped.
    Stamped,
    /// A village's word that somebody is poor, where it is to be stamped.
    Proving,
    /// That somebody is poor, said in other words: 证明您家里困难.
    Need,
    /// A form that the village is to stamp.
    Form,
    Disability,
    Regulation,
    /// A law that the Civil Code took the place of.
    Repealed,
    /// Where people live, as the place to apply at.
    Home,
    /// A word that was replaced.
    Old(Old),
}

impl About {
    /// Whether it is a paper that people were sent for.
    pub(super) fn is_paper(self) -> bool {
        use About::{Certificate, Form, Need, Proving, Stamped};
        matches!(self, Certificate | Stamped | Proving | Need | Form)
    }
}

#[derive(Clone, Copy)]
pub(super) enum Old {
    Appointed,
    Camps,
    Maimed,
}

impl Old {
    /// What is said now.
    pub(super) fn text(self) -> Text {
        match self {
            Self::Appointed => say!(
                zh: "现在是法院、检察院、公安机关“通知”法律援助机构派律师（《法律援助法》第二十五条），写“通知辩护”",
                en: "courts, procuratorates and police now notify the institution, which assigns a lawyer (art. 25): 通知辩护",
            ),
            Self::Camps => say!(
                zh: "劳动教养2013年底已经废止；戒毒的写“强制隔离戒毒人员”（《法律援助法》第三十九条）",
                en: "re-education through labour was abolished in 2013; of drug rehabilitation write 强制隔离戒毒人员 (art. 39)",
            ),
            Self::Maimed => say!(zh: "写“残疾人”", en: "write 残疾人"),
        }
    }
}
