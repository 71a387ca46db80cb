//! `S`: reading a file as text, TOML and Markdown.

macro_rules! reading {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
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
        FootnoteUnused = S114 Warning, "脚注没有用到" / "a footnote that is not used",
            "正文里没有 [^名] 引用它，或同一个名字写了两条注文：这条注文读者看不到" /
            "No [^name] in the text refers to it, or the name has a text already: readers do not see this one";
    ] $($after)* } };
}
