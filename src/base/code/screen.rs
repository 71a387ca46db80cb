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
    ] $($after)* } };
}
