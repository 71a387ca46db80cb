//! `G`: site.toml itself.

macro_rules! settings {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        NoSettings = G001 Error, "没有 site.toml" / "there is no site.toml",
            "网站文件夹里要有 site.toml。新建网站用 lantian init 文件夹名" /
            "The site's folder needs a site.toml. To make a new site use lantian init FOLDER";
        UnknownCode = G002 Error, "[check] 里的代码不存在或不能改" / "an unknown or fixed code in [check]",
            "只能调整 C 开头的代码；身份证号的检查不能关闭" /
            "Only codes that start with C can be changed, and the check for ID numbers never";
    ] $($after)* } };
}
