//! The one list of finding codes.
//!
//! A code is a letter for the floor it comes from and three digits; it is never reused. From this
//! list follow `lantian explain`, `docs/diagnostics.md` and the test that every code is fired by a
//! fixture. Letters: `S` reading text, `F` front matter, `M` the site as a whole, `C` checks (the
//! only ones whose level site.toml may change), `T` web templates, `P` print, `G` settings.

use super::diagnostic::Severity;

/// What the list says of one code.
#[derive(Debug)]
pub struct Entry {
    /// `F102`.
    pub id: &'static str,
    /// Level unless site.toml says otherwise.
    pub severity: Severity,
    /// What it is, in Chinese.
    pub zh: &'static str,
    /// What it is, in English.
    pub en: &'static str,
    /// Why it matters and how to mend it, in Chinese.
    pub why_zh: &'static str,
    /// Why it matters and how to mend it, in English.
    pub why_en: &'static str,
}

macro_rules! codes {
    ($($name:ident = $id:ident $severity:ident, $zh:literal / $en:literal, $why_zh:literal / $why_en:literal;)*) => {
        /// A finding's stable code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the titles in the list say what each is")]
        pub enum Code { $($name,)* }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// What the list says.
            #[must_use]
            pub fn entry(self) -> &'static Entry {
                match self {
                    $(Code::$name => &Entry {
                        id: stringify!($id), severity: Severity::$severity,
                        zh: $zh, en: $en, why_zh: $why_zh, why_en: $why_en,
                    },)*
                }
            }
        }
    };
}

impl Code {
    /// `F102`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.entry().id
    }

    /// Level unless site.toml says otherwise.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.entry().severity
    }

    /// The code with this id, upper or lower case.
    #[must_use]
    pub fn find(id: &str) -> Option<Code> {
        Self::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }

    /// Whether `[check]` in site.toml may change its level: checks only, and never the one that
    /// keeps citizens' ID numbers in.
    #[must_use]
    pub fn adjustable(self) -> bool {
        self.id().starts_with('C') && self != Code::CitizenIdInText
    }
}

codes! {
    // S: reading a file as text, TOML and Markdown.
    NotText = S101 Error, "文件不是文字" / "the file is not text",
        "网页文件必须是 UTF-8 文字（也认 GB18030/GBK）。请用记事本另存为 UTF-8" /
        "A page must be UTF-8 text (GB18030/GBK is understood too). Save it again as UTF-8";
    OtherEncoding = S102 Remark, "文件不是 UTF-8 编码" / "the file is not UTF-8",
        "已按 GB18030 读取。为免换一台电脑后出错，请另存为 UTF-8" /
        "It was read as GB18030. Save it as UTF-8 so that other programs read it the same way";
    TooLarge = S103 Error, "文件太大" / "the file is too large",
        "一页文字超过 8 MB 多半是误放的文件，不予读取" /
        "A page of over 8 MB is most likely a misplaced file and is not read";
    ControlCharacter = S104 Error, "文字里有控制字符" / "a control character in the text",
        "空字符等控制字符看不见，却会让网页和印品出错。请删去" /
        "NUL and other control characters are invisible but break pages and print. Delete them";
    NoFrontMatter = S105 Error, "页面没有页首信息" / "the page has no front matter",
        "页首信息写在两行 +++ 之间，至少要有 title" /
        "Front matter stands between two lines of +++ and needs at least a title";
    UnclosedFrontMatter = S106 Error, "页首信息没有结束" / "the front matter is not closed",
        "页首信息要用单独一行 +++ 结束，否则分不清哪里是正文" /
        "Front matter ends with a line of +++; without it the body cannot be told apart";
    TomlSyntax = S107 Error, "页首信息或设置的写法有误" / "the front matter or settings cannot be read",
        "写法是 键 = 值，文字要用英文双引号括起来" /
        "Write key = value, with text in straight double quotes";
    FullWidthSign = S108 Error, "用了全角符号" / "a full-width sign was used",
        "＝、“”、：等全角符号在页首信息里不起作用，请改用英文半角符号" /
        "＝, “” and other full-width signs do not work in front matter: use the plain ones";
    DuplicateKey = S109 Error, "同一个字段写了两次" / "the same key stands twice",
        "程序无法判断以哪一个为准，请删去一个" / "Which one counts cannot be known: delete one";
    RawHtml = S110 Error, "正文里有 HTML 代码" / "raw HTML in the text",
        "HTML 印不到纸上，也可能带入脚本，所以不接受。请用 Markdown 写法" /
        "HTML cannot be printed and may carry scripts, so it is refused. Use Markdown";
    TooDeep = S111 Error, "嵌套太深" / "nested too deeply",
        "引用和列表最多套 12 层，再深网页和纸上都读不清，也排不了版" /
        "Quotes and lists nest at most 12 deep; deeper they cannot be read or typeset";
    BadFactReference = S112 Error, "引用的写法有误" / "a reference to a fact is not well formed",
        "引用写作 {{ contact.centre.phone }}：两个花括号，中间是用点分开的名字" /
        "Write {{ contact.centre.phone }}: two braces around names joined by dots";
    FootnoteMissing = S113 Error, "脚注没有内容" / "a footnote has no text",
        "正文里有 [^名]，却找不到 [^名]: 开头的注文" /
        "The text has [^name] but there is no line that starts with [^name]:";

    // F: keys and values of a front matter.
    UnknownKey = F101 Error, "未知字段" / "unknown key",
        "写错的字段会被悄悄忽略，所以一律指出" /
        "A misspelt key would be ignored without a word, so each one is pointed out";
    MissingKey = F102 Error, "缺少字段" / "a key is missing",
        "这类页面没有它就不完整" / "A page of this kind is not complete without it";
    WrongType = F103 Error, "字段的值类型不对" / "a value of the wrong type",
        "例如日期不加引号，文字要加引号，列表用方括号" /
        "Dates have no quotes, text has quotes, lists stand in square brackets";
    BadValue = F104 Error, "字段的值不对" / "a value that is not possible",
        "这个字段只接受文档里列出的值" / "The key takes only the values that the documentation lists";
    BadDate = F105 Error, "日期不存在" / "no such day",
        "日期写作 2026-03-02，月和日都是两位，且确有这一天" /
        "Write 2026-03-02, month and day with two digits, and a day that exists";
    EmptyValue = F106 Error, "字段是空的" / "an empty value",
        "空标题、空号码会在网页和纸上留下空白" /
        "An empty title or number leaves a hole on screen and paper";
    TemplateLeftover = F107 Warning, "还有没填的示例文字" / "sample text that was not filled in",
        "新建页面时的示例文字还没有换成真实内容" /
        "The sample text of a new page has not been replaced yet";

    // M: the site as a whole.
    SameAddress = M201 Error, "两个页面的网址相同" / "two pages have one address",
        "后写的会盖掉先写的。请改文件名，或删去 aliases 里的一项" /
        "One would overwrite the other. Rename a file or remove an alias";
    BadFileName = M202 Error, "文件名不能用作网址" / "a file name that cannot be an address",
        "名字太长、是 Windows 保留名，或有不允许的字符，拷到别的电脑会出错" /
        "It is too long, kept by Windows for devices, or has a character that is not allowed";
    DeadPageLink = M203 Error, "链接的页面不存在" / "a link to a page that is not there",
        "读者点了会走空。链接写的是 Markdown 文件的相对路径" /
        "Readers would find nothing. A link names the Markdown file by its relative path";
    DeadHeadingLink = M204 Error, "链接的标题不存在" / "a link to a heading that is not there",
        "# 后面要写那一页里确有的标题" / "After # comes a heading that stands on that page";
    DeadImage = M205 Error, "图片或附件不存在" / "an image or file that is not there",
        "网页和纸上都会缺一块" / "Screen and paper would both have a hole";
    UnknownFact = M206 Error, "引用的内容不存在" / "a reference to a fact that is not there",
        "电话、地址等只写一处，别处引用；引用必须对得上" /
        "Numbers and addresses are written once and referred to; the reference must exist";
    RefusedLink = M207 Error, "不允许的链接" / "a link that is not allowed",
        "只允许 http、https、tel、mailto 和站内链接；javascript: 等会伤害读者" /
        "Only http, https, tel, mailto and links within the site; javascript: and the like can do harm";
    UnknownOffice = M208 Error, "找不到这个联系方式" / "no such contact",
        "office 写 contacts/ 里的文件名（不带 .md）" /
        "office names a file of contacts/ without .md";
    NoSite = M209 Error, "网站里没有页面" / "the site has no pages",
        "content/ 里至少要有一个 .md 文件" / "content/ needs at least one .md file";
    UnreadableEntry = M210 Error, "有文件或文件夹读不了" / "a file or folder cannot be read",
        "可能是权限、坏链接或循环链接；不读它就可能漏掉内容，所以停下" /
        "Permission, a broken link or a loop; going on could lose content, so the build stops";
    LinkOutside = M211 Error, "符号链接指向网站文件夹之外" / "a symbolic link leads outside the site",
        "外面的文件不该随网站发布" / "Files from outside must not be published with the site";

    // C: checks.
    CitizenIdInText = C301 Error, "出现了居民身份证号码" / "a citizen's ID number",
        "身份证号一旦公开就收不回来（个人信息保护法第二十八条）。这一条不能关闭" /
        "An ID number once published cannot be taken back (PIPL art. 28). This cannot be switched off";
    UnknownArticle = C302 Error, "没有这一条法律" / "no such article of law",
        "引用的条文在本站的法规依据里找不到，或超出该法的条数" /
        "The article cited is not in this site's digest or beyond the statute's last article";
    PartsDoNotSum = C303 Error, "分项加起来不等于总数" / "the parts do not sum to the total",
        "公开的数字对不上会失去信任" / "Published figures that do not add up cost trust";
    PercentDoesNotFollow = C304 Error, "百分比与数字对不上" / "a percentage that does not follow",
        "百分比应由两个数字算出，四舍五入后相等" /
        "The percentage must be what the two figures give when rounded";
    CheckupTarget = C305 Error, "自测题指向不存在的题目或结果" / "a self-check answer leads nowhere",
        "to 要写某个 question 或 outcome 的 id" / "to names the id of a question or an outcome";
    CheckupUnreachable = C306 Warning, "自测里有走不到的题目或结果" / "a question or outcome nobody can reach",
        "从 start 出发没有一条路通到它" / "No path leads there from start";
    CheckupCycle = C307 Error, "自测题绕了圈子" / "the self-check goes in a circle",
        "一直答下去回到原题，读者永远得不到结果" /
        "Answering on leads back to the same question, so nobody gets a result";
    CheckupPath = C308 Error, "自测的测试路径没走通" / "a test path of the self-check fails",
        "按 answers 走下来到不了 ends 写的结果" / "Following answers does not end at the outcome named";
    BadIdentifier = C309 Warning, "证件号码的校验位不对" / "an identifier whose check digit is wrong",
        "多半是抄错了一位；请与原件核对" / "Most likely one digit was miscopied: compare with the original";
    StaleContact = C310 Warning, "联系方式很久没有核实" / "a contact not checked for long",
        "电话和地址会变，印在纸上改不了。核实后更新 checked_on" /
        "Numbers and addresses change and paper cannot be mended. Check it and update checked_on";
    UncheckedContact = C311 Warning, "联系方式没有核实日期" / "a contact without a date of checking",
        "没有 checked_on 就不知道号码是否还通" / "Without checked_on nobody knows whether the number still works";
    MissingCaseHeading = C312 Warning, "案例缺少一部分" / "a part of the case is missing",
        "案例写四部分：案情简介、办理过程、法律分析、典型意义" /
        "A case has four parts: facts, handling, legal analysis, significance";
    MissingImageText = C313 Warning, "图片没有说明文字" / "an image without a description",
        "看不见图的读者和读屏软件靠它知道图里是什么" /
        "Readers who cannot see the picture depend on it";
    SkippedHeading = C314 Warning, "标题跳级" / "a heading level is skipped",
        "读屏软件按级别读目录；正文从二级标题 ## 开始，逐级往下" /
        "Screen readers follow the levels; bodies start at ## and go down one at a time";
    OutdatedTerm = C315 Warning, "过时的说法" / "an outdated term or rule",
        "与现行法律不一致，会误导读者" / "It no longer agrees with the law and misleads readers";
    PrivateUseCharacter = C316 Warning, "私用区字符" / "a private-use character",
        "多半是旧系统里的生僻字，别的电脑上会显示成方框" /
        "Most likely a rare character from an old system; elsewhere it shows as a box";
    MissingCommon = C317 Warning, "缺少有用的字段" / "a useful key is missing",
        "没有它页面也能发布，但读者或检查人员会用到" /
        "The page can go out without it, but readers or inspectors need it";
    LiteralPhone = C318 Warning, "正文里直接写了电话号码" / "a phone number written into the text",
        "号码只写在联系方式里，别处引用，改号时才不会漏" /
        "Numbers live in contacts and are referred to, so that a change reaches every page";

    // T: web templates.
    WebTemplate = T401 Error, "网页模板有误" / "a web template is wrong",
        "模板改坏了网页就生成不了；删去自己的模板即恢复默认" /
        "Pages cannot be made with it; delete your template to get the default back";

    // P: print.
    PrintTemplate = P501 Error, "印品模板有误" / "a print template is wrong",
        "模板改坏了印品就排不了；删去自己的模板即恢复默认" /
        "The brochure cannot be set; delete your template to get the default back";
    MissingGlyph = P502 Error, "字体里没有这个字" / "a character no font has",
        "印出来会是空白或方框。请安装收字更多的字体，或换一个字" /
        "It would print as a blank or a box. Install a font that has it or use another character";
    MissingFont = P503 Error, "没有合适的中文字体" / "no suitable Chinese font",
        "请安装思源宋体和思源黑体（Debian：fonts-noto-cjk），或把字体文件放进 fonts/" /
        "Install Noto Serif CJK SC and Noto Sans CJK SC (Debian: fonts-noto-cjk) or put fonts into fonts/";
    EmptyBrochure = P504 Error, "印品没有选到内容" / "a brochure that selects nothing",
        "select 里写的栏目没有页面" / "The sections named in select have no pages";
    PanelOverflow = P505 Error, "内容放不下" / "the text does not fit",
        "折页的一面放不下这么多字；请删短，或少选几页" /
        "A panel cannot hold that much: shorten the text or select fewer pages";
    UnknownForm = P506 Error, "这种印品还不能制作" / "a form that cannot be made yet",
        "目前能做 handbook（手册）和 leaflet（折页）" / "handbook and leaflet can be made so far";

    // G: settings.
    NoSettings = G001 Error, "没有 site.toml" / "there is no site.toml",
        "网站文件夹里要有 site.toml。新建网站用 lantian init 文件夹名" /
        "The site's folder needs a site.toml. To make a new site use lantian init FOLDER";
    UnknownCode = G002 Error, "[check] 里的代码不存在或不能改" / "an unknown or fixed code in [check]",
        "只能调整 C 开头的代码；身份证号的检查不能关闭" /
        "Only codes that start with C can be changed, and the check for ID numbers never";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn ids_are_unique_and_well_formed() {
        let ids: BTreeSet<_> = Code::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), Code::ALL.len());
        for id in ids {
            assert!("SFMCTPGW".contains(&id[..1]) && id[1..].parse::<u16>().is_ok(), "{id}");
        }
    }

    #[test]
    fn the_id_number_check_stays_on() {
        assert!(!Code::CitizenIdInText.adjustable());
        assert!(Code::StaleContact.adjustable());
        assert!(!Code::UnknownKey.adjustable());
    }
}
