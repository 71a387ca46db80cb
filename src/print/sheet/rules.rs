//! What stands against making a single sheet as site.toml says (P511–P514, P516, P517), judged before
//! anything is set.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Spanned;
use crate::domain::brochure::{Brochure, Form, Layout, Paper};
use crate::domain::kind::{Kind, KindName};
use crate::domain::kinds::contact::Role;
use crate::model::site::{PageId, Site};
use crate::print::select::part;
use crate::say;

/// The most a poster says: who walks by reads no more.
const POSTER_WORDS: usize = 50;

/// Millimetres a QR code of this form is at least wide. A phone reads it from ten times its width:
/// a hand-held thing needs 15 mm, a wall 30 mm and more the further away one stands.
pub(in crate::print) fn least_qr(form: Form, paper: Paper) -> u64 {
    match form {
        Form::Poster | Form::NewYearPicture => 15 * u64::from(paper.reading_distance()).max(2),
        Form::Bag => 40,
        _ => 15,
    }
}

/// Millimetres a QR code is wide where site.toml does not say.
#[cfg(feature = "print")]
pub(super) fn usual_qr(form: Form, paper: Paper) -> u64 {
    match form {
        Form::Bag => 70,
        Form::ContactCard => 18,
        _ => least_qr(form, paper) * 4 / 3,
    }
}

/// Every finding about a single sheet; of other forms the paper alone is judged here.
pub(in crate::print) fn findings(site: &Site, brochure: &Brochure) -> Vec<Diagnostic> {
    let form = brochure.form.value;
    if !form.single_sheet() {
        return unfit_paper(site, brochure).into_iter().collect();
    }
    let rules = [wordy, small_qr, no_address, unfit_paper, nothing_of_use, no_such_notice];
    rules.iter().filter_map(|rule| rule(site, brochure)).collect()
}

/// Words as a reader counts them: each Chinese character, each run of letters or digits.
fn words(text: &str) -> usize {
    let mut count = 0;
    let mut run = false;
    for c in text.chars() {
        let latin = c.is_alphanumeric() && (c as u32) < 0x2E80;
        if (latin && !run) || (c.is_alphanumeric() && !latin) {
            count += 1;
        }
        run = latin;
    }
    count
}

fn wordy(site: &Site, brochure: &Brochure) -> Option<Diagnostic> {
    if brochure.form.value != Form::Poster {
        return None;
    }
    let sheet = &brochure.sheet;
    let said = [Some(&brochure.title), sheet.slogan.as_ref(), sheet.action.as_ref()];
    let hotline = words(&site.settings().identity.hotline);
    let count = |text: &Spanned<String>| words(&site.fill(&text.value));
    let total = said.iter().flatten().map(|text| count(text)).sum::<usize>() + hotline;
    let longest = said.into_iter().flatten().max_by_key(|text| count(text))?;
    (total > POSTER_WORDS).then(|| {
        Diagnostic::new(
            Code::PosterTooLong,
            longest.span,
            say!(
                zh: "海报上有 {total} 个字，最多 {POSTER_WORDS} 个",
                en: "the poster says {total} words; {POSTER_WORDS} are the most",
            ),
        )
        .hint(say!(
            zh: "标题、slogan、action 合起来只留一件事、一个电话，其余的放到手册里",
            en: "leave one thing to do and one number; the rest belongs into the handbook",
        ))
    })
}

fn small_qr(_: &Site, brochure: &Brochure) -> Option<Diagnostic> {
    let asked = brochure.sheet.qr.as_ref()?;
    let least = least_qr(brochure.form.value, brochure.paper());
    let width = asked.value;
    (width < least).then(|| {
        Diagnostic::new(
            Code::QrTooSmall,
            asked.span,
            say!(
                zh: "二维码只有 {width} 毫米宽，这种印品至少要 {least} 毫米",
                en: "the QR code is {width} mm wide; this form needs {least} mm",
            ),
        )
        .hint(say!(
            zh: "改成 `qr = {least}` 或更大，或删去这一行用合适的大小",
            en: "write `qr = {least}` or more, or delete the line",
        ))
    })
}

fn no_address(site: &Site, brochure: &Brochure) -> Option<Diagnostic> {
    site.settings().web.base_url.is_empty().then(|| {
        Diagnostic::new(
            Code::NoAddress,
            brochure.id.span,
            say!(
                zh: "没有网站地址，这张印品上印不出二维码",
                en: "the site has no address, so no QR code can be printed",
            ),
        )
        .hint(say!(
            zh: "在 site.toml 的 [site] 里写 base_url",
            en: "write base_url under [site] in site.toml",
        ))
    })
}

fn unfit_paper(_: &Site, brochure: &Brochure) -> Option<Diagnostic> {
    let paper = brochure.paper.as_ref()?;
    let possible = brochure.form.value.papers();
    if possible.is_empty() || possible.contains(&paper.value) {
        return None;
    }
    let (name, form) = (paper.value.name, brochure.form.value.word());
    let names: Vec<_> = possible.iter().map(|paper| paper.name).collect();
    let (list, list_en) = (names.join("、"), names.join(", "));
    Some(
        Diagnostic::new(
            Code::UnfitPaper,
            paper.span,
            say!(zh: "`{form}` 不能印在 {name} 上", en: "a `{form}` cannot be printed on {name}"),
        )
        .hint(say!(
            zh: "可以写：{list}；不写 paper 就用最前面的一种",
            en: "possible: {list_en}; without `paper` the first is taken",
            list = list, list_en = list_en
        )),
    )
}

/// The pages of a brochure that its form can show.
fn of_use(site: &Site, brochure: &Brochure) -> Vec<PageId> {
    let useful = |id: &PageId| match (&site.page(*id).kind, brochure.form.value) {
        (Kind::Contact(contact), Form::ContactCard) => {
            contact.role.as_ref().is_none_or(|role| role.value != Role::Hotline)
        }
        (Kind::Notice(batch), Form::NoticeSheet) => !batch.notices.is_empty(),
        (kind, Form::CheckupSheet) => kind.name() == KindName::Checkup,
        _ => false,
    };
    let pages = brochure.select.iter().flat_map(|one| part(site, &one.value).pages);
    pages.filter(useful).collect()
}

fn nothing_of_use(site: &Site, brochure: &Brochure) -> Option<Diagnostic> {
    let form = brochure.form.value;
    // An empty selection is said elsewhere.
    let chosen = brochure.select.iter().all(|one| !part(site, &one.value).pages.is_empty());
    let first = brochure.select.first().filter(|_| chosen && form.shows_pages())?;
    if !of_use(site, brochure).is_empty() {
        return None;
    }
    let (section, zh, en) = match form {
        Form::ContactCard => ("contacts", "工作站、窗口这样的联系方式", "a station or window"),
        Form::NoticeSheet => ("notices", "遗失声明", "a lost-document notice"),
        _ => ("checkup", "自测题", "a self-check"),
    };
    Some(
        Diagnostic::new(
            Code::NothingToShow,
            first.span,
            say!(
                zh: "选到的页面里没有{zh}",
                en: "none of the pages selected is {en}",
                zh = zh, en = en
            ),
        )
        .hint(say!(
            zh: "例如 `select = [\"{section}\"]`",
            en: "for example `select = [\"{section}\"]`",
        )),
    )
}

fn no_such_notice(site: &Site, brochure: &Brochure) -> Option<Diagnostic> {
    let wanted = brochure.sheet.notice.as_ref().filter(|_| {
        brochure.form.value == Form::NoticeSheet
            && brochure.sheet.layout.as_ref().is_some_and(|layout| layout.value == Layout::Proof)
    })?;
    let notices = |id: &PageId| match &site.page(*id).kind {
        Kind::Notice(batch) => batch.notices.len(),
        _ => 0,
    };
    let total: usize = of_use(site, brochure).iter().map(notices).sum();
    let number = wanted.value;
    let there = usize::try_from(number).is_ok_and(|number| (1..=total).contains(&number));
    (!there && total > 0).then(|| {
        Diagnostic::new(
            Code::NoSuchNotice,
            wanted.span,
            say!(
                zh: "没有第 {number} 则声明，选到的一共 {total} 则",
                en: "there is no notice {number} among the {total} selected",
            ),
        )
        .hint(say!(
            zh: "从 1 数起；不写 notice 就每则一页",
            en: "count from 1; without `notice` each gets a page",
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn counted_as_readers_count() {
        assert_eq!(words("老板不给工钱？打 12348，免费"), 10);
        assert_eq!(words("0550-0000000"), 2);
        assert_eq!(words("，。 ！"), 0);
    }
}
