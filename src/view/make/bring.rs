//! What everybody brings, whatever the matter: the checklist's second half.

use crate::domain::kind::{Kind, KindName};
use crate::domain::kinds::channel::Mode;
use crate::domain::kinds::eligibility::Hardship;
use crate::model::site::{PageId, Site};
use crate::view::make::texts;

/// In the name of every form about it: 经济困难状况说明表 (法律援助法 art. 41), and whatever a county
/// called it before. Lists of materials are words and nothing else, so a form is known by its name.
const HARDSHIP_FORM: &str = "经济困难";

/// What everybody brings in a matter. Where hardship is no condition or is not looked into
/// (法律援助法 arts. 32 and 42) nobody is asked for the form about it, and where it is, nothing is
/// said of those who need none; what the matter's own list names is not named again.
pub(super) fn base_for(
    base: &[String],
    hardship: Option<Hardship>,
    proof: &[String],
) -> Vec<String> {
    let form = |item: &str| item.contains(HARDSHIP_FORM);
    let bare = |item: &str| item.split('（').next().unwrap_or_default().trim().to_owned();
    let needed = |item: &str| match hardship {
        Some(Hardship::NotRequired | Hardship::NotVerified) => !form(item),
        _ => true,
    };
    let plain = |item: String| match hardship {
        Some(Hardship::Required) if form(&item) => bare(&item),
        _ => item,
    };
    let again = |item: &String| {
        let bare = bare(item);
        let first = |own: &str| own.split(['、', '，', '（']).next().unwrap_or_default().to_owned();
        let same = |own: &String| {
            let first = first(own);
            own.contains(&bare) || (first.chars().count() >= 3 && bare.starts_with(&first))
        };
        proof.iter().any(same)
    };
    let all = base.iter().filter(|item| needed(item)).cloned().map(plain);
    all.filter(|item| !again(item)).collect()
}

/// What everybody brings: the materials page's list, else that of the window, else of any channel.
pub(super) fn base(site: &Site) -> Vec<String> {
    let lists = |wanted: &dyn Fn(PageId, Option<Mode>) -> bool| {
        site.of_kind(KindName::Channel).find_map(|id| match &site.page(id).kind {
            Kind::Channel(channel)
                if !channel.materials.is_empty()
                    && wanted(id, channel.mode.as_ref().map(|mode| mode.value)) =>
            {
                Some(texts(site, &channel.materials))
            }
            _ => None,
        })
    };
    lists(&|id, _| site.page(id).stem() == "materials")
        .or_else(|| lists(&|_, mode| mode == Some(Mode::Window)))
        .or_else(|| lists(&|_, _| true))
        .unwrap_or_default()
}
