//! `T` and `W`: web templates and what the web room makes.

macro_rules! screen {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        WebTemplate = T401 Error, "网页模板有误" / "a web template is wrong",
            "模板改坏了网页就生成不了；删去自己的模板即恢复默认" /
            "Pages cannot be made with it; delete your template to get the default back";
        CheckupTooLarge = W701 Error, "自测题的走法太多" / "the self-check has too many ways",
            "每种走法在网上是一页，走法太多就没有人走得完；少问一题，或者让不同的答案早点走到结果" /
            "Every way is a page on screen; ask less, or let answers end sooner";
        MissingTag = W720 Warning, "网页缺少政府网站必选的标签" / "a page lacks a tag that government sites must carry",
            "检查网站的机器按这些标签认网站、栏目和文章（国办发〔2017〕47号附件）" /
            "Inspections read site, column and item from these tags (annex to 国办发〔2017〕47号)";
        BadSiteCode = W721 Warning, "网站标识码的写法不对" / "a site code that is not well formed",
            "地方网站是 10 位数字，部委是 bm 加 8 位数字；写错了检查时查不到本站" /
            "Local sites have ten digits, ministries bm and eight; with a wrong one the site is not found";
        MissingMark = W722 Error, "页脚标识的图片不存在" / "the picture of a footer mark is not there",
            "标识由主管部门发给本单位，把图片文件放进 static/，程序不代为提供" /
            "Marks are issued to each body: put the picture into static/, the program supplies none";
    ] $($after)* } };
}
