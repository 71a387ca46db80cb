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
            "select 没有写，或写的栏目、页面不存在" / "Nothing is named in select, or what is named is not there";
        PanelOverflow = P505 Error, "内容放不下" / "the text does not fit",
            "折页的一面放不下这么多字；请删短，或少选几页" /
            "A panel cannot hold that much: shorten the text or select fewer pages";
        UnknownForm = P506 Error, "这种印品没有大字版" / "a form without a large-print twin",
            "广播稿没有版面，字号由打开它的软件定" / "A script has no layout: the program that opens it decides the size of the type";
        CardOverflow = P510 Error, "名片放不下" / "a card whose text does not fit",
            "字再小老人就看不清了。请把名称、地址、工作时间写短" /
            "Smaller type could not be read: shorten the name, the address or the hours";
        PosterTooLong = P511 Error, "海报上的字太多" / "a poster that says too much",
            "走过去的人只看几秒，五十个字以内：一件事、一个电话" /
            "People look for seconds: fifty words at the most, one thing to do, one number";
        QrTooSmall = P512 Error, "二维码太小" / "a QR code that is too small",
            "隔着距离扫不出来：拿在手里的至少 15 毫米，贴在墙上的至少 30 毫米，越远越大" /
            "It could not be read: 15 mm in the hand, 30 mm on a wall, more from further away";
        NoAddress = P513 Warning, "印不出二维码" / "no QR code can be printed",
            "site.toml 里没有 base_url，扫码打开网站的地方会空着" /
            "site.toml has no base_url, so there is nothing a QR code could open";
        NothingToShow = P514 Error, "选到的页面用不上" / "no page this form can show",
            "联系卡要联系方式，声明单要遗失声明，自测图要自测题" /
            "Cards need contacts, notice sheets need notices, check-up sheets need a self-check";
        SheetOverflow = P515 Error, "一张纸放不下" / "a sheet that is too full",
            "再缩小字号就看不清了。请把字写少些，或换大一号的纸" /
            "Smaller type could not be read: say less or take a larger paper";
        UnfitPaper = P516 Error, "这种印品不能用这种纸" / "a paper this form cannot be printed on",
            "纸的大小和印品不配，排出来不是看不清就是放不下" /
            "The size does not suit the form: the type would be too small or would not fit";
        NoSuchNotice = P517 Error, "没有这一则声明" / "there is no such notice",
            "notice 从 1 数起，按选到的声明的先后" /
            "`notice` counts from 1 in the order of the notices selected";
        ScriptLength = P520 Warning, "广播稿太长或太短" / "a broadcast script that is too long or too short",
            "大喇叭里念60到90秒，听的人记得住。页面的摘要和正文写得合适，稿子就合适" /
            "People remember what the loudspeaker says in 60 to 90 seconds: mend the page's summary and text";
        UnfitPages = P521 Error, "选的页面不合这种印品" / "pages that do not suit the form",
            "汇编要有案例，清单要有该带的材料；没有就会印出空本子" /
            "An anthology needs cases and a checklist things to bring; without them it is empty";
        OtherFont = P523 Remark, "有字改用了别的字体" / "a character set in another font",
            "正文字体里没有这个生僻字，已用这台电脑上有它的字体。请看一眼样张，字形是否合适" /
            "The text font lacks this rare character; another font of this machine has it. Look at the proof";
        ScreenColour = P530 Error, "送印文件里有屏幕颜色" / "a screen colour in a press file",
            "印刷机只认油墨；屏幕颜色（RGB）到了印厂会变色或被退回" /
            "A press knows inks only; a screen colour (RGB) changes on the press or is sent back";
        CoarsePicture = P531 Warning, "图片不够清楚" / "a picture that is too coarse",
            "印出来会糊。书册要 200 dpi 以上，大张要 120 dpi 以上" /
            "It prints blurred. Books need 200 dots an inch, large sheets 120";
        SmallType = P532 Warning, "字太小" / "type that is too small",
            "小于 6 磅的字会印断；大字版里不能有小于 16 磅的字" /
            "Type under 6 pt breaks up in print; large print has nothing under 16 pt";
        SmallCode = P533 Warning, "二维码太小" / "a QR code that is too small",
            "小于 15 毫米，或一格小于 0.4 毫米，老手机扫不出" /
            "Under 15 mm, or with modules under 0.4 mm, old phones cannot read it";
        NoBleed = P534 Warning, "颜色没有出血" / "a colour without bleed",
            "裁纸总有偏差；颜色要铺到裁切线外 3 毫米，否则露白边" /
            "Paper is never cut quite true: a colour must go on 3 mm or a white edge shows";
        NearEdge = P535 Warning, "字离裁切线太近" / "text too near to the edge",
            "不到 3 毫米可能被裁掉" / "Within 3 mm it may be cut off";
        TooThick = P536 Warning, "太厚，骑马订不牢" / "too thick to be stapled",
            "80 页以上请胶装，或分成两本" / "Over 80 pages ask for glue binding or make two books";
        UnknownFamily = P537 Error, "没有这种字体" / "a font family that is not there",
            "设置或模板里写的字体，电脑上和 fonts/ 里都没有" /
            "The family named in the settings or a template is neither on the machine nor in fonts/";
        NotAFont = P538 Warning, "fonts/ 里有不是字体的文件" / "a file in fonts/ that is no font",
            "fonts/ 里放 .ttf、.otf、.ttc 字体文件；压缩包要先解开" /
            "fonts/ holds .ttf, .otf and .ttc files; unpack archives first";
        SameFile = P539 Error, "两件印品的文件同名" / "two brochures make the same file",
            "后做的会盖掉先做的。请给其中一件换个 id" /
            "One would overwrite the other. Give one of them another id";
        RestingBrochure = P540 Warning, "印品这次不做" / "a brochure that rests",
            "选的声明都过了期，或栏目里还没有页面。其余照常发布" /
            "The notices selected are past their days, or the section is empty. All else is published";
    ] $($after)* } };
}
