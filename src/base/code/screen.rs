//! `T` and `W`: web templates and what the web room makes.

macro_rules! screen {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        WebTemplate = T401 Error, "网页模板有误" / "a web template is wrong",
            "模板改坏了网页就生成不了；删去自己的模板即恢复默认" /
            "Pages cannot be made with it; delete your template to get the default back";
        UnusedTemplate = T402 Warning, "没有用到的模板文件" / "a template that nothing uses",
            "文件名写错了，改的东西就不会生效。网页模板在 templates/web/，样式和脚本在 templates/web/assets/，印刷模板在 templates/print/" /
            "With a misspelt name the change has no effect. Web templates stand in templates/web/, style and script in templates/web/assets/, those for print in templates/print/";
        UnknownField = T403 Warning, "模板里写了没有的数据" / "a template asks for data that does not exist",
            "写在 if 里的名字错了，里面的内容永远不显示，也没有别的提示" /
            "Behind a misspelt name in an if nothing is ever shown, and nothing else says so";
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
        BrokenPolicy = W723 Error, "网页里有安全策略不许的东西" / "a page holds what the security policy forbids",
            "内联的脚本和样式浏览器一律不执行；外站的图片、脚本会把谁在看什么告诉外站" /
            "Browsers drop inline script and style; what is fetched from elsewhere tells elsewhere who reads what";
        HeavyPage = W724 Warning, "案例太长，网页太重" / "a case too heavy for an old phone",
            "一件案例连样式不超过 30 kB，信号差的老手机才打得开" /
            "A case and its style stay within 30 kB, so that an old phone on a bad line can open it";
        LocatedPhoto = W760 Warning, "照片里有拍摄地点" / "a photo that says where it was taken",
            "手机照片里存着经纬度，能找到当事人的家。发布时一律去掉，原件请勿外传" /
            "Phones write the coordinates into a photo: the way to somebody's home. They never go out, but take care of the original";
        BrokenPicture = W761 Error, "图片读不了" / "a picture that cannot be read",
            "文件坏了或没有拷贝完整，网页上会是一个空框" /
            "The file is damaged or was cut short; the page would show an empty frame";
        HugePicture = W762 Error, "图片太大" / "a picture too large",
            "比任何照片都大的图片不解开：解开要占满电脑的内存" /
            "A picture larger than any photo is not opened: that would take all of the computer's memory";
        ActiveDrawing = W763 Error, "SVG 图里有会运行或联网的内容" / "a drawing that runs or fetches",
            "SVG 可以带脚本，也可以悄悄连接别的网站；政府网站上都不允许" /
            "An SVG can carry script and call other sites; neither is allowed on a government site";
        UnfitPicture = W764 Error, "不能发布的图片格式" / "a picture format that cannot be published",
            "有的手机和浏览器打不开，里面的拍摄信息也去不掉；照片用 JPG，图表用 PNG" /
            "Some phones and browsers cannot show it and its metadata cannot be taken out: use JPG for photos, PNG for charts";
        UnreadAttachment = W765 Error, "附件读不了，查不了身份证号" / "an attachment that cannot be searched for ID numbers",
            "要密码才能打开的、损坏的、格式不认得的附件，程序看不到里面有没有身份证号，所以不发布；请去掉密码或另存为 docx、xlsx、PDF、zip。非发不可的，自己从头看一遍，在 site.toml 的 [[attachment]] 里写明谁看的、为什么" /
            "Nobody can see what a file holds that asks for a password, is damaged or of an unknown format, so it is kept back: take the password off or save it as docx, xlsx, PDF or zip. Where it must go out, look through it and say in [[attachment]] of site.toml who did and why";
        MovingPicture = W766 Warning, "动图只剩第一帧" / "a moving picture that will stand still",
            "网站和印品里的图片都不动：眨眼的图妨碍老人和读屏的人，只发布第一帧。步骤请拆成几张图" /
            "Pictures do not move on the site or on paper: blinking keeps people from reading, so only the first picture is published. Show steps as several pictures";
    ] $($after)* } };
}
