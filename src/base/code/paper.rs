//! `P`: print.

macro_rules! paper {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
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
    ] $($after)* } };
}
