//! `M`: the site as a whole: addresses, links, names that must resolve.

macro_rules! whole {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        SameAddress = M201 Error, "两个文件的网址相同" / "two files have one address",
            "一个会盖掉另一个：页面、旧网址、附件、程序生成的文件都算。请改文件名，或删去 aliases 里的一项" /
            "One would overwrite the other, be it page, old address, attachment or a file the program makes. Rename one or remove an alias";
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
        DraftsUnchecked = M212 Remark, "草稿没有检查" / "drafts were not checked",
            "写了 draft = true 的页面不发布，平常也不检查；要查，用 lantian check --drafts" /
            "Pages with draft = true are not published and as a rule not checked; to check them use lantian check --drafts";
    ] $($after)* } };
}
