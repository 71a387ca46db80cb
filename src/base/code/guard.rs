//! `C320` to `C369`: what would hurt somebody, and what would mislead a reader.

macro_rules! guard {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        BadPhone = C319 Error, "打不通的号码" / "a number that cannot be dialled",
            "网页上点一下就拨号，纸上照着拨：位数不对、没有区号、写着待定，都打不通（电信网编号计划）。每个号码单写一段 [[phone]]" /
            "It is a link to call with and is dialled from paper: too few digits, no area code or words reach nobody (telephone numbering plan). One [[phone]] a number";
        UnusedAllow = C320 Warning, "放行记录没有用上" / "an allowance that allows nothing",
            "[[allow]] 写的文字在这一页没有对应的问题，或 [[attachment]] 写的附件不在网站里、已经读得了：可能改掉了，请删去这一段（本工具的规则）" /
            "Nothing on the page needs this [[allow]], or the file of this [[attachment]] is gone or can be read: delete it (a rule of this tool)";
        PrivateMobile = C321 Error, "案例或声明里有手机号码" / "a mobile number in a case or notice",
            "手机号码能找到本人（个人信息保护法第二十五条、第五十一条）。断开写、全角、用汉字写的都算。删去，或写成 138****1234；确需公开的，用 [[allow]] 写明谁决定、为什么" /
            "A mobile number leads to a person (PIPL arts. 25, 51). Delete or mask it; where it must be public say in [[allow]] who decided and why";
        BankCard = C322 Warning, "出现了银行卡号" / "a bank card number",
            "银行卡号，案例和声明里的银行账号、存折号，是敏感个人信息（个人信息保护法第二十八条）。删去，或只留后四位" /
            "A bank card, and in a case or notice an account, is sensitive personal data (PIPL art. 28). Delete it or keep the last four digits";
        BirthDate = C323 Warning, "写了出生的具体日期" / "an exact birth date",
            "出生年月日加上姓，就能认出是谁。写年龄或年份就够了（出生日期是个人信息：民法典第一千零三十四条；办案中知道的隐私要保密：法律援助法第二十一条）" /
            "With a surname it tells who it is. The age or the year is enough (a date of birth is personal information: Civil Code art. 1034; privacy learnt in the work stays secret: Legal Aid Law art. 21)";
        FullAddress = C324 Warning, "住址写得太细" / "an address below the township",
            "写到乡镇为止；村组、门牌、楼栋，住的村和小区，会让邻里认出当事人。单位的地址不算（住址是个人信息：民法典第一千零三十四条；裁判文书上网也删去家庭住址：法释〔2016〕19号第十条）" /
            "Stop at the township; group, house or block, the village or estate somebody lives in let neighbours know who it is. Addresses of offices are none (an address is personal information: Civil Code art. 1034; courts take it out of judgments they publish: 法释〔2016〕19号 art. 10)";
        PlateInCase = C325 Warning, "案例里有车牌号" / "a plate in a case",
            "车牌能查到车主。写“一辆小型客车”，或皖M*****（裁判文书上网也删去车牌号码：法释〔2016〕19号第十条）" /
            "A plate leads to the owner. Say what kind of vehicle it was (courts take plates out of judgments they publish: 法释〔2016〕19号 art. 10)";
        CaseNumber = C326 Warning, "案例或声明里有案号" / "a case number in a case or notice",
            "用案号能在裁判文书网上查到当事人，仲裁、公安的案号也一样。删去，或把序号写成某号（能与别处的信息对上、认出人的，就没有去标识化：个人信息保护法第五十一条、第七十三条）" /
            "The number leads to the judgment and the parties, and so do those of arbitration and police. Delete it or leave out the serial (what leads to a person with what stands elsewhere is not de-identified: PIPL arts. 51, 73)";
        FullName = C327 Warning, "可能是当事人的全名" / "what looks like a party's full name",
            "公开案例和声明里的个人写姓加“某”：张某、刘某某（司法部指导案例的写法）。律师、法官等写明职务的不算；认错了用 [[allow]] 放行" /
            "Persons in published cases are a surname and 某, as in the Ministry's guidance cases. Lawyers and officials named by their office are none; what is no name may be allowed with [[allow]]";
        CompanyName = C328 Warning, "案例里有公司、厂店的全称" / "the full name of a company or shop in a case",
            "案例写地名加“某”加行业：定远某劳务公司；全称能查到老板和工友（司法部指导案例的写法）" /
            "Cases name a company by place, 某 and trade; the full name leads to its people (as in the Ministry's guidance cases)";
        MinorPlace = C329 Warning, "未成年人或受害人的案例里有学校、村名" / "school or village in a case of a minor or victim",
            "姓加学校或村名，熟人一看就知道是谁（未成年人保护法第一百零三条）。写“某小学”“某村”" /
            "A surname with a school or village names the child (Law on Protection of Minors art. 103)";
        UnseenCharacter = C330 Warning, "看不见的或丢了的字符" / "a character that is not seen or was lost",
            "零宽字符、方向控制符和替代符 U+FFFD：检索不到，号码会拨错，文字会倒过来（GB 18030-2022）。删掉重新输入" /
            "Zero-width characters, marks of direction and U+FFFD break search and numbers and turn text around (GB 18030-2022). Delete and type again";
        TwoNumbers = C331 Warning, "同一个单位有两个号码" / "one office with two numbers",
            "两页联系方式写的是同一个单位，号码却不同；读者不知道打哪一个（政府信息公开条例第六条：公开要准确）" /
            "Two contacts name the same office with different numbers: readers cannot know which to call (Open Government Information Regulation art. 6: accurate)";
        UnknownPhone = C332 Warning, "正文里的号码不在联系方式里" / "a number that is not among the contacts",
            "没有人核实过的号码会害人白打。先写进 contacts/ 并核实，再引用（政府信息公开条例第六条：公开要准确）" /
            "Nobody checks this number. Put it into contacts/, check it, then refer to it (Open Government Information Regulation art. 6: accurate)";
        WrongHotline = C333 Error, "热线号码可能写错了" / "a hotline that looks miswritten",
            "与热线只差一位，或两位颠倒；印在纸上改不了（政府信息公开条例第六条：公开要准确）" /
            "One digit off the hotline, or two swapped; paper cannot be mended (Open Government Information Regulation art. 6: accurate)";
        FigureDiffers = C334 Error, "同一个数字前后不一" / "one figure, two values",
            "同一时期的同一项数字在各页应当一致（法律援助法第五十八条）" /
            "The same figure of the same period must be the same on every page (art. 58)";
        DateAhead = C335 Warning, "日期还没有到" / "a date that lies ahead",
            "政府网站检查指标（国办秘函〔2019〕19号）：伪造发稿日期单项否决。发布、修改、审核都在今天或以前" /
            "Inspections of government sites fail one with forged dates. What was published, changed or reviewed was so by today";
        StaleHome = C336 Warning, "网站好久没有更新" / "nothing new on the site for long",
            "政府网站检查指标（国办秘函〔2019〕19号）：首页两周不更新为不合格。天数在 [check] 的 home_days 里定" /
            "Inspections of government sites fail a home page without news for two weeks. Days: home_days in [check]";
        StaleColumn = C337 Warning, "栏目好久没有更新" / "a column without anything new for long",
            "政府网站检查指标（国办秘函〔2019〕19号）：动态类两周、通知政策类六个月；援务公开一年一次，约 13 个月。天数在 [check] 的 column_days 里改" /
            "Inspections count columns that stand still: news two weeks, notices and policy six months, yearly figures thirteen. Days: column_days in [check]";
        BlankColumn = C338 Warning, "空白栏目" / "a blank column",
            "政府网站检查指标（国办秘函〔2019〕19号）：空白栏目扣分。补上内容，或删去栏目" /
            "Inspections count blank columns. Fill it or remove it";
        UncheckedHardship = C339 Warning, "经济困难标准很久没有核对" / "a standard of hardship not checked for long",
            "标准由省里定，会调整（法律援助法第三十四条）；印在纸上改不了。[hardship] 写 checked_on，天数同联系方式（contact_days）" /
            "The province sets it and changes it (Legal Aid Law art. 34), and paper cannot be mended. Write checked_on in [hardship]; days as for contacts (contact_days)";
        MixedWidth = C340 Warning, "全角半角混用" / "full-width and half-width mixed",
            "全角数字和字母检索不到、不能点拨；汉字之间的逗号、句号、冒号、括号用全角（GB/T 15834、GB/T 15835）" /
            "Full-width digits cannot be searched or dialled; between Chinese characters punctuation is full-width (GB/T 15834, GB/T 15835)";
        LookAlike = C341 Warning, "形近的错字符" / "a look-alike character",
            "看着一样，其实是另一个字符（康熙部首、兼容汉字、西里尔或希腊字母），检索不到，读屏软件也读错（GB 18030-2022）" /
            "It looks the same but is another character (radical, compatibility character, Cyrillic, Greek; GB 18030-2022); search and screen readers miss it";
        LongSentence = C342 Warning, "句子太长" / "a long sentence",
            "给老百姓看的页面，一句话不超过 60 字（字数在 [check] 的 sentence_length 里定）；拆成几句，或改成列表（本工具的规则）" /
            "On pages for citizens a sentence has at most 60 characters (sentence_length in [check]): split it or make a list (a rule of this tool)";
        StackedClauses = C343 Warning, "一句话套了太多分句" / "too many clauses in one sentence",
            "逗号太多，读到后面忘了前面；一件事一句话（本工具的规则）" /
            "By the end the beginning is forgotten. One thing, one sentence (a rule of this tool)";
        UnexplainedTerm = C344 Warning, "术语没有解释" / "a term without an explanation",
            "给老百姓看的页面用了法律术语，名词解释（glossary.md）里却没有它（本工具的规则）" /
            "A page for citizens uses a legal term that glossary.md does not explain (a rule of this tool)";
        NotReviewed = C345 Error, "页面没有审核" / "a page that was not reviewed",
            "site.toml 的 [check] 里 review 写了谁必须签字；这一页还缺，或没有写审核日期 on（政府信息公开条例第十七条）" /
            "`review` in [check] of site.toml says who must sign; this page lacks a signature or the day `on` (Open Government Information Regulation art. 17)";
        ChangedSince = C346 Warning, "审核以后又改过" / "changed since the review",
            "updated 晚于 [review] 的 on，或者内容不是 version 说的那一版：签字的人没有看过现在的文字（政府信息公开条例第十七条）" /
            "`updated` is later than `on` in [review], or the text is not the one `version` names: who signed has not seen the present text (Open Government Information Regulation art. 17)";
        NoConsent = C347 Error, "受援人不同意公开，案例却要发布" / "a case published against the wish of the person helped",
            "公开个人信息要本人单独同意（个人信息保护法第二十五条），说了不同意就不能发布。写 draft = true 留作草稿，或删去这一页；后来同意了，再写 consent = true" /
            "Making personal data public takes the person's own consent (PIPL art. 25), and it was refused. Keep the page as `draft = true` or delete it; write `consent = true` once it is given";
        DoubtfulNumber = C348 Warning, "像身份证号的长号码" / "a number that looks like a citizen's",
            "地区、出生日期都对，只有校验位不对，前面又没写是什么号：多半是抄错一位的身份证号，其余各位照样指向本人；十五位的老号码没有校验位，没写是什么号的也指出来；单位自编的号码，前面写明叫什么就行（身份证件号码是个人信息：民法典第一千零三十四条；编法见 GB 11643）" /
            "Area and birth date are possible, only the check digit is not, and nothing says what it is: most likely an ID number with one slip, whose other digits still lead to the person. The fifteen digits of before 1999 have no check digit and are told where nothing names them. An office's own number needs only its name before it (numbers of identity papers are personal information: Civil Code art. 1034; their form: GB 11643)";
    ] $($after)* } };
}
