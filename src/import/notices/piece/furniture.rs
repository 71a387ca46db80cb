//! Lines that the paper puts among its notices: its own head and foot, and trade.

use crate::import::notices::{holder, words};

/// A line of the paper itself: 刊登热线：0550-0000000 地址：…; 2021年9月10日 星期五 分类信息.
pub(super) fn masthead(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "热线",
        "星期",
        "分类信息",
        "分类广告",
        "责任编辑",
        "责编",
        "版式",
        "校对",
        "邮箱",
        "广告部",
        "广告中心",
        "刊登电话",
        "截稿",
        "微信办理",
        "刊登地址",
        "邮发代号",
        "国内统一",
        "第A",
        "第B",
        "微信号",
        "www.",
        "投稿",
        "综合版",
        "刊登须知",
        "刊登价格",
        "刊登收费",
    ];
    // What the paper says of placing notices names losses too: 刊登须知：遗失类每则120元.
    let priced = words::any(&["刊登须知", "刊登价格", "刊登收费"], line);
    let hotline = priced || words::any(&["热线", "刊登电话", "广告电话"], line);
    words::any(WORDS, line)
        && (hotline || !words::any(words::LOSS, line))
        && (priced || !words::any(words::VOID, line))
        && line.chars().count() <= 80
}

/// The weather, or the numbers of a lottery, which end without a mark: 开奖号码：3 5 7.
pub(super) fn drawn(line: &str) -> bool {
    const DRAWN: &[&str] = &[
        "开奖",
        "中奖号码",
        "奖池",
        "双色球",
        "大乐透",
        "排列3",
        "排列三",
        "排列5",
        "福彩3D",
        "七乐彩",
        "℃",
        "天气预报",
    ];
    plain(line) && words::any(DRAWN, line)
}

/// What a web page puts over and under an article: 发布时间：2021-11-17　字体：[大][中][小]; 上一篇　下一篇.
pub(super) fn webbed(line: &str) -> bool {
    const OVER: &[&str] = &[
        "发布时间:",
        "发布日期:",
        "字体:",
        "浏览次数",
        "阅读次数",
        "点击数",
        "访问量",
        "打印本页",
    ];
    const UNDER: &[&str] = &["上一篇", "下一篇", "上一版", "下一版", "返回首页", "往期回顾"];
    let day = line.trim_start_matches(|c: char| c.is_ascii_digit() || "-/.:年月日".contains(c));
    let source = day.starts_with("来源:") && day.chars().count() <= 14;
    plain(line)
        && (words::any(OVER, line)
            || source
            || UNDER
                .iter()
                .any(|word| line.trim_start_matches(['●', '<', '«', '《']).starts_with(word)))
}

/// Whether a line tells no loss and is short.
fn plain(line: &str) -> bool {
    !words::any(words::LOSS, line) && !words::any(words::VOID, line) && line.chars().count() <= 60
}

/// A caption, which ends without a mark: 图为活动现场　柳青苗摄.
pub(super) fn told_short(line: &str) -> bool {
    const PICTURED: &[&str] = &["图为", "上图", "下图", "左图", "右图"];
    let pictured = PICTURED.iter().any(|word| line.starts_with(word));
    let taken = ["摄", "摄影", "供图", "图/文", "文/图", "摄影报道"]
        .iter()
        .any(|end| line.trim_end_matches([')', ']']).ends_with(end));
    (pictured || taken) && plain(line)
}

/// What a line of the column costs: 收费标准：每行20字，30元/行; 遗失声明每条100元.
pub(super) fn priced(line: &str) -> bool {
    const PER: &[&str] = &[
        "每行", "每条", "每字", "每则", "每格", "每份", "元/行", "元/条", "元/次", "元/字",
        "元/则", "元起",
    ];
    let head = |rest: &str| ["遗失声明", "遗失每"].iter().any(|word| rest.starts_with(word));
    words::any(PER, line)
        && line.contains('元')
        && line.contains(|c: char| c.is_ascii_digit())
        && line.chars().count() <= 60
        && !words::any(words::VOID, line)
        && words::LOSS.iter().all(|word| line.find(word).is_none_or(|at| head(&line[at..])))
}

/// A line of trade between notices: 专业律师 代理民事、刑事案件 免费咨询.
pub(super) fn advert(line: &str) -> bool {
    const SURE: &[&str] = &[
        "免费咨询",
        "专业律师",
        "律师咨询",
        "法律咨询",
        "价格面议",
        "面议",
        "欢迎来电",
        "欢迎垂询",
        "欢迎选购",
        "咨询电话",
        "高价回收",
        "上门回收",
        "专业疏通",
        "管道疏通",
        "防水补漏",
        "开锁换锁",
        "搬家保洁",
        "家教",
        "诚信服务",
        "上门服务",
        "量大从优",
        "诚征",
        "征婚",
        "急售",
        "旺铺",
        "吉房",
        "无抵押",
        "代写文书",
        "代理记账",
        "诚招",
        "加盟",
        "讲文明",
        "树新风",
        "公益广告",
        "反对浪费",
        "珍惜",
        "每周",
        "刊出",
        "收费标准",
        "每条",
        "谨防",
        "本栏",
        "仅供参考",
        "须知",
        "刊登范围",
        "刊费",
        "见报",
        "上接",
        "下转",
        "印刷厂",
        "零售价",
        "订阅",
    ];
    (words::any(SURE, line) || ends_with_phone(line))
        && !words::any(words::LOSS, line)
        && !words::any(words::VOID, line)
        && !holder::body_suffix(line)
        && !line.ends_with(['将', '的', '因', ','])
        && line.chars().count() <= 60
}

/// 信息咨询 0564-1234567: a line that is there for its telephone.
fn ends_with_phone(line: &str) -> bool {
    let number: String =
        line.chars().rev().take_while(|c| c.is_ascii_digit() || *c == '-').collect();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let first = number.chars().next_back();
    let mobile = digits == 11 && first == Some('1');
    let fixed = (10..=12).contains(&digits) && first == Some('0') && number.contains('-');
    (mobile || fixed) && line.chars().count() <= 40
}
