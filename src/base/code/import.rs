//! `I`: what other programs and newspapers wrote, taken in.

macro_rules! import {
    ([$($before:tt)*] $next:ident $($after:ident)*) => { $next! { [
        $($before)*
        ImportUnreadable = I601 Error, "文件读不了" / "the file cannot be read",
            "文字要是 UTF-8、GB18030 或 UTF-16；表格要是 csv 或 xlsx；文稿要是 docx。用别的软件写的，先另存为这几种" /
            "Texts are UTF-8, GB18030 or UTF-16; tables csv or xlsx; write-ups docx. Save other formats as one of these first";
        ImportEncoding = I602 Remark, "文件不是 UTF-8 编码" / "the file is not UTF-8",
            "已照另一种编码读取；如果读出来是乱码，请另存为 UTF-8 再导入" /
            "It was read in another encoding; should the words be garbled, save it as UTF-8 and import again";
        NoticeUnread = I603 Warning, "有一则声明没有读懂" / "a notice was not understood",
            "程序不猜。分不清名称和证件、缺了哪一项的，留给人看" /
            "The program does not guess. Where name and document cannot be told apart, or one is missing, people must look";
        NoticePassedOver = I604 Remark, "不是遗失声明，没有收" / "no notice of loss: passed over",
            "更正、招领、注销、减资、拍卖和广告看着像声明，但不是" /
            "Corrections, appeals, cancellations, reductions of capital, auctions and adverts look like notices and are none";
        CharacterChanged = I605 Remark, "有字符换了写法" / "characters were read as others",
            "全角数字读作半角；字母 O、I 只有在校验位因此对上时才读作数字。请与报纸核对" /
            "Full-width digits are read as half-width; letters O and I as digits only where the check digit then fits. Compare with the paper";
        PrivateInImport = I606 Warning, "有私用区字符" / "a private-use character",
            "多半是旧系统里的生僻字，别的电脑上会显示成方框" /
            "Most likely a rare character of an old system; elsewhere it shows as a box";
        ImportedNumberWrong = I607 Warning, "证件号码不符合编码规则" / "a number that does not obey its rule",
            "多半是报纸或粘贴时错了一位；照原样收下，请核对" /
            "Most likely one digit went wrong in the paper or in pasting; it was taken as it stands: compare";
        NoNotices = I608 Warning, "没有读到遗失声明" / "no notice of loss was found",
            "整版里没有一则能读懂的遗失声明" / "The page holds no notice of loss that could be understood";
        PageKept = I609 Warning, "页面已经在了，没有改动" / "the page is there already and was kept",
            "导入从不盖掉已有的文件，编辑改过的就留着。要重新导入，先把旧文件移走或改名" /
            "An import never overwrites a file, so what an editor changed stays. To import again, move or rename the old file first";
        NumberWithheld = I610 Remark, "账号没有收" / "the number of an account was left out",
            "金融账户是敏感个人信息（个人信息保护法第二十八条），单位的账号登出来也没有好处；网页上只要证件自己的编号" /
            "Financial accounts are sensitive personal data (PIPL art. 28), and a body gains nothing by showing its own; a page needs only the document's own number";
        TableWithoutHeadings = I611 Error, "表格里没有认得的列名" / "no known column headings",
            "表格要有一行列名，至少有“名称”和“电话”" /
            "The table needs a row of headings with at least a name (名称) and a telephone (电话)";
        UnknownColumn = I612 Warning, "有一列没有导入" / "a column was not imported",
            "列名不认得，或者没有列名。认得的列名见 docs/import.md；里面有电话、地址的，先改列名再导入" /
            "Its heading is not known, or there is none. docs/import.md lists those that are known; where it holds telephones or addresses, mend the heading and import again";
        PhoneAsNumber = I613 Warning, "电话少了区号，或丢了 0" / "a telephone lacks its area code or a zero",
            "表格把电话当成数字，区号开头的 0 会丢；没有写区号的，用手机打不通。请核对，补上区号，并把那一列设成“文本”" /
            "A table that takes it for a number loses the 0 of the area code, and without the code no mobile gets through. Compare, add the code, and set the column to text";
        FormulaWithoutValue = I614 Warning, "公式没有算出的值" / "a formula without a value",
            "在 Excel 里打开、保存一次，值就存进去了" / "Open it in Excel and save it once, then the value is stored";
        RowSkipped = I615 Warning, "有一行没有导入" / "a row was not imported",
            "没有名称的行不成一页；合计、小标题、表下面的说明不是机构" /
            "A row without a name makes no page; a total, a heading between rows and a remark below the table are no offices";
        CellUnread = I616 Warning, "有一格没有导入" / "a cell was not imported",
            "号码只剩 1.38E+10 这样的，数字已经丢了，要找到原来的号码重填；“同上”看不出照哪一格的，要写全；程序不猜" /
            "Of a number that became 1.38E+10 the digits are lost: look it up and write it again; where 同上 leaves open which cell is meant, write it out; the program does not guess";
        TableUneven = I617 Warning, "表格有一行对不齐" / "a row does not fit its table",
            "csv 里引号没有配对，或者一格里有逗号却没有引号，后面的格就错开了。核对这一行" /
            "In a csv a quotation mark without its other half, or a comma in a cell without them, moves the cells behind it: compare the row";
        SheetPartly = I618 Warning, "表格有一部分没有导入" / "a part of the table was not imported",
            "只读第一张看得见的表；隐藏的行和列不读。要导入，先取消隐藏，或把那张表另存" /
            "Only the first visible sheet is read, without hidden rows and columns. Show them first, or save that sheet by itself";
        OfficeKindUnknown = I619 Warning, "看不出是哪一类机构" / "what kind of office it is cannot be told",
            "名称和“类型”一列都看不出是中心、窗口、工作站、热线还是值班。在页面里补上 role，或在表里写明类型再导入" /
            "Neither the name nor the column 类型 says whether it is a centre, window, station, hotline or duty. Add the role on the page, or the kind in the table and import again";
        CaseHeading = I621 Warning, "案例的标题对不上" / "the case's headings do not match",
            "案例写四部分：案情简介、办理过程、法律分析、典型意义。认得的别名见 docs/import.md" /
            "A case has four parts: facts, handling, legal analysis, significance. docs/import.md lists the other names that are known";
        CaseLost = I622 Warning, "文稿里有内容没有带过来" / "something in the write-up was left behind",
            "图片、批注、公式、链接的网址、划掉和隐藏的文字带不进网页。照说的地方看，缺的自己补上" /
            "Pictures, comments, formulas, addresses of links, and words struck out or hidden are not taken in: look at each place and add what is needed";
        NamesOffered = I623 Warning, "可能有真实姓名" / "there may be real names",
            "公开的案例写张某、李某某。请逐个核对，换掉真实姓名" /
            "Published cases say 张某 or 李某某. Look at each and replace real names";
        NumberHidden = I624 Warning, "身份证号已遮住" / "an ID number was starred out",
            "身份证号一个都不能公开，导入时先遮住中间各位" /
            "No ID number may be published: its middle was starred out in taking it in";
        CaseChanged = I625 Remark, "文稿里有内容换了样子" / "something in the write-up came over otherwise than it stood",
            "字都带过来了，位置或样子变了：文本框、修订加入的文字、合并的格子。打开页面核对" /
            "All words came over, but not where or as they stood: text boxes, words added by tracked changes, merged cells. Compare the page";
    ] $($after)* } };
}
