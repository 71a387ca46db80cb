//! `T` and `W`: web templates and what the web room makes.

macro_rules! screen {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        WebTemplate = T401 Error, "网页模板有误" / "a web template is wrong",
            "模板改坏了网页就生成不了；删去自己的模板即恢复默认" /
            "Pages cannot be made with it; delete your template to get the default back";
    ] $($after)* } };
}
