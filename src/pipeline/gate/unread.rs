//! What stands against reading a file, or a part of it, and the words for it (W765).

use crate::base::text::Text;
use crate::say;

/// Why not all of a file could be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// More bytes than any text has.
    Large,
    /// More in it than may be unpacked, or archives within archives within archives.
    TooMuch,
    /// An archive that cannot be opened.
    Archive,
    /// Something in an archive that cannot be.
    Member,
    /// An archive with a password.
    LockedArchive,
    /// An archive of another kind.
    Kind,
    /// A file of streams as office programs of before 2007 wrote them, but of none that is known.
    Old,
    /// An office file with a password.
    Locked,
    /// A PDF that cannot be opened.
    Pdf,
    /// Something in a PDF that cannot be.
    PartOfPdf,
    /// A PDF with a password.
    LockedPdf,
    /// A letter with something packed in it.
    Mail,
    /// Neither text nor anything that is known.
    Odd,
}

impl Unread {
    /// What is said where two things stand against it: that all else was searched only where it was.
    pub(super) fn graver(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(Self::Member | Self::PartOfPdf), Some(graver)) => Some(graver),
            (one, other) => one.or(other),
        }
    }

    pub(super) fn text(self) -> Text {
        match self {
            Self::Large => say!(
                zh: "文件超过 64 MB，没有读",
                en: "it has more than 64 MB and was not read",
            ),
            Self::TooMuch => say!(
                zh: "里面的内容太多或套得太深，没有读完",
                en: "it holds too much, or archives in archives, and was not read to the end",
            ),
            Self::Archive => say!(
                zh: "压缩文件打不开，可能已损坏",
                en: "the archive cannot be opened and may be damaged",
            ),
            Self::Member => say!(
                zh: "压缩文件里有的内容打不开，可能已损坏；其余的都查过了",
                en: "something in the archive cannot be opened and may be damaged; all else was searched",
            ),
            Self::LockedArchive => say!(
                zh: "压缩文件加了密码，读不了；请去掉密码",
                en: "the archive is locked with a password: remove it",
            ),
            Self::Kind => say!(
                zh: "压缩包格式不认得，没有打开；请改用 zip，或把里面的文件直接放上来",
                en: "an archive of a kind that is not opened: use zip, or put up the files themselves",
            ),
            Self::Old => say!(
                zh: "旧格式，不认得；请另存为 docx、xlsx 或 PDF",
                en: "an old format that is not known: save it as docx, xlsx or PDF",
            ),
            Self::Locked => say!(
                zh: "文件加了密码，读不了；请去掉密码",
                en: "the file is locked with a password: remove it",
            ),
            Self::Pdf => say!(
                zh: "PDF 打不开，可能已损坏",
                en: "the PDF cannot be opened and may be damaged",
            ),
            Self::PartOfPdf => say!(
                zh: "PDF 有一部分打不开，可能已损坏；其余的都查过了",
                en: "part of the PDF cannot be opened and may be damaged; all else was searched",
            ),
            Self::LockedPdf => say!(
                zh: "PDF 加了密码，读不了；请去掉密码",
                en: "the PDF is locked with a password: remove it",
            ),
            Self::Mail => say!(
                zh: "邮件格式，里面的内容是编码的，没有打开；请把里面的文件直接放上来",
                en: "a letter whose parts are coded and were not opened: put up the files themselves",
            ),
            Self::Odd => say!(
                zh: "不是文字，也不是认得的格式，读不了",
                en: "neither text nor of a format that is known: it cannot be read",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Unread;

    #[test]
    fn all_else_was_searched_only_where_it_was() {
        let graver = |one, other| Unread::graver(Some(one), Some(other));
        assert_eq!(graver(Unread::Member, Unread::TooMuch), Some(Unread::TooMuch));
        assert_eq!(graver(Unread::LockedArchive, Unread::Member), Some(Unread::LockedArchive));
        assert_eq!(Unread::graver(None, Some(Unread::Member)), Some(Unread::Member));
        assert_eq!(Unread::graver(Some(Unread::Member), None), Some(Unread::Member));
    }
}
