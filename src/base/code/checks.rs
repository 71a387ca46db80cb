//! `C`: checks, the only codes whose level site.toml may change.

macro_rules! checks {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        CitizenIdInText = C301 Error, "出现了居民身份证号码" / "a citizen's ID number",
            "身份证号一旦公开就收不回来（个人信息保护法第二十八条）。这一条不能关闭" /
            "An ID number once published cannot be taken back (PIPL art. 28). This cannot be switched off";
        UnknownArticle = C302 Error, "没有这一条法律" / "no such article of law",
            "引用的条、款、项在本站的法规依据里找不到，或超出该法的条数，或法律的名字写错了；单写“第三十一条”的，算前面刚说过的那部法律。只摘录一部分的法律，写上 last_article（本工具的规则）" /
            "The article, paragraph or item cited is not in this site's digest, beyond the statute's last article, or the name is misspelt; an article that stands alone is that of the law named last. Write last_article for a statute digested in part (a rule of this tool)";
        PartsDoNotSum = C303 Error, "分项加起来不等于总数" / "the parts do not sum to the total",
            "公开的数字对不上会失去信任（法律援助法第五十八条要求公开）" /
            "Published figures that do not add up cost trust (Legal Aid Law art. 58 has them published)";
        PercentDoesNotFollow = C304 Error, "百分比与数字对不上" / "a percentage that does not follow",
            "百分比应由两个数字算出，四舍五入后相等（法律援助法第五十八条）" /
            "The percentage must be what the two figures give when rounded (Legal Aid Law art. 58)";
        CheckupTarget = C305 Error, "自测题指向不存在的题目或结果" / "a self-check answer leads nowhere",
            "to 要写某个 question 或 outcome 的 id；每道题都有答案，答案不重样，start 是一道题（本工具的规则）" /
            "to names the id of a question or an outcome; every question has answers, no two alike, and start is a question (a rule of this tool)";
        CheckupUnreachable = C306 Warning, "自测里有走不到的题目或结果" / "a question or outcome nobody can reach",
            "从 start 出发没有一条路通到它（本工具的规则）" / "No path leads there from start (a rule of this tool)";
        CheckupCycle = C307 Error, "自测题绕了圈子" / "the self-check goes in a circle",
            "一直答下去回到原题，读者永远得不到结果（本工具的规则）" /
            "Answering on leads back to the same question, so nobody gets a result (a rule of this tool)";
        CheckupPath = C308 Error, "自测的测试路径没走通" / "a test path of the self-check fails",
            "按 answers 走下来到不了 ends 写的结果，或一条测试路径也没有（本工具的规则）" /
            "Following answers does not end at the outcome named, or there is no path at all (a rule of this tool)";
        BadIdentifier = C309 Warning, "证件号码的校验位不对" / "an identifier whose check digit is wrong",
            "多半是抄错了一位；请与原件核对（信用代码 GB 32100，身份证 GB 11643，机构代码 GB 11714，车辆代号 GB 16735）" /
            "Most likely one digit was miscopied: compare with the original (GB 32100, GB 11643, GB 11714, GB 16735)";
        StaleContact = C310 Warning, "联系方式很久没有核实" / "a contact not checked for long",
            "电话和地址会变，印在纸上改不了。核实后更新 checked_on（政府信息公开条例第六条：公开要准确）" /
            "Numbers and addresses change and paper cannot be mended. Check it and update checked_on (Open Government Information Regulation art. 6: accurate)";
        UncheckedContact = C311 Warning, "联系方式没有核实日期" / "a contact without a date of checking",
            "没有 checked_on，或写的日子还没到，就不知道号码是否还通（政府信息公开条例第六条）" /
            "Without checked_on, or with a day to come, nobody knows whether the number still works (Open Government Information Regulation art. 6)";
        MissingCaseHeading = C312 Warning, "案例缺少一部分" / "a part of the case is missing",
            "案例写四部分：案情简介、办理过程、法律分析、典型意义（本工具的规则）" /
            "A case has four parts: facts, handling, legal analysis, significance (a rule of this tool)";
        MissingImageText = C313 Error, "图片没有说明文字" / "an image without a description",
            "看不见图的读者和读屏软件靠它知道图里是什么（GB/T 37668、WCAG 1.1.1）" /
            "Readers who cannot see the picture depend on it (GB/T 37668, WCAG 1.1.1)";
        SkippedHeading = C314 Warning, "标题跳级" / "a heading level is skipped",
            "读屏软件按级别读目录；正文从二级标题 ## 开始，逐级往下（GB/T 37668、WCAG 1.3.1）" /
            "Screen readers follow the levels; bodies start at ## and go down one at a time (GB/T 37668, WCAG 1.3.1)";
        OutdatedTerm = C315 Warning, "过时的说法" / "an outdated term or rule",
            "与现行法律（法律援助法，2022年起施行）不一致，会误导读者" /
            "It no longer agrees with the Legal Aid Law in force since 2022 and misleads readers";
        PrivateUseCharacter = C316 Warning, "私用区字符" / "a private-use character",
            "多半是旧系统里的生僻字，别的电脑上会显示成方框（GB 18030-2022）" /
            "Most likely a rare character from an old system; elsewhere it shows as a box (GB 18030-2022)";
        MissingCommon = C317 Warning, "缺少有用的字段" / "a useful key is missing",
            "没有它页面也能发布，但读者或检查人员会用到（本工具的规则）" /
            "The page can go out without it, but readers or inspectors need it (a rule of this tool)";
        LiteralPhone = C318 Warning, "正文里直接写了电话号码" / "a phone number written into the text",
            "号码只写在联系方式里，别处引用，改号时才不会漏（本工具的规则）" /
            "Numbers live in contacts and are referred to, so that a change reaches every page (a rule of this tool)";
        SmallPicture = C370 Warning, "图片太小，印不清楚" / "a picture too small for paper",
            "屏幕上看着清楚的小图，印在手册上是糊的（本工具的规则）" /
            "A small picture that looks fine on a screen is blurred in a handbook (a rule of this tool)";
        MissingPhoto = C371 Error, "照片文件不在" / "a photo that is not there",
            "网页上会是一个空框（本工具的规则）" / "The page would show an empty frame (a rule of this tool)";
    ] $($after)* } };
}
