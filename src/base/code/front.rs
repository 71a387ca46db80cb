//! `F`: keys and values of a front matter.

macro_rules! front {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
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
    ] $($after)* } };
}
