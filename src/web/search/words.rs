//! What people say and what the law calls it, and what they say that means nothing here.
//!
//! A search for any word of a line also finds the others, at a lower weight. A site adds its own
//! lines under `[search]` in site.toml. Lines hold what is said at the window and what stands in the
//! statute (法律援助法 arts. 22, 31, 32, 42), not every synonym of a dictionary: each word costs
//! every phone a few bytes. No word of one character stands here: it would be found on every page.

/// Lines of words that mean the same to who is looking for help.
pub(super) const SAME: &[&[&str]] = &[
    &["法律援助", "法援"],
    &[
        "劳动报酬",
        "工资",
        "工钱",
        "讨薪",
        "欠薪",
        "血汗钱",
        "不给钱",
        "欠钱不给",
        "讨工钱",
        "要工钱",
    ],
    &["工伤", "干活受伤", "工地受伤", "上班受伤", "摔伤", "摔断", "砸伤"],
    &["劳动关系", "没签合同", "没签劳动合同"],
    &["诉讼", "打官司", "告状", "起诉"],
    &["家庭暴力", "家暴", "被打", "挨打", "打我", "老公打", "丈夫打", "打老婆", "打媳妇"],
    &["赡养", "不养老人", "不养老", "不养我", "不管老人", "儿女不管", "儿子不管", "不孝"],
    &["抚养", "抚养费", "孩子生活费", "不养孩子"],
    &["离婚", "婚姻", "过不下去"],
    &["赔偿", "赔钱", "索赔"],
    &["交通事故", "车祸", "撞车", "被撞", "被车撞"],
    &["医疗事故", "医疗损害", "看病出事", "医闹"],
    &["社会保险", "社保", "养老金", "低保"],
    &["抚恤金", "抚恤", "烈士家属"],
    &["见义勇为", "救人受伤"],
    &["国家赔偿", "冤案", "错抓"],
    &["刑事辩护", "被抓", "抓走", "坐牢", "拘留", "看守所"],
    &["经济困难", "家里穷", "没钱", "困难"],
    &["材料", "带什么", "带哪些", "证件", "手续"],
    &["地址", "在哪", "在哪里", "怎么走", "哪里"],
    &["电话", "热线", "12348"],
    &[
        "上班时间",
        "几点",
        "上班",
        "下班",
        "开门",
        "关门",
        "周六",
        "周末",
        "星期六",
        "星期天",
        "礼拜天",
    ],
    &["收费", "要钱吗", "要钱", "多少钱", "免费", "不收费", "花钱"],
    &["残疾人", "残疾", "盲人", "看不见", "听不见", "聋哑"],
    &["老年人", "老人", "老头", "老太太"],
    &["未成年人", "孩子", "小孩", "娃娃"],
    &["农民工", "打工", "民工"],
    &["受理", "立案"],
    &["上诉", "不服判决"],
    &["仲裁", "劳动仲裁"],
    &["遗失声明", "证丢了", "丢证"],
    &["投诉", "举报", "不满意"],
    &["异议", "不给援助", "没批", "不批"],
    &["环境污染", "污水", "臭气"],
    &["食品安全", "吃坏了", "假药"],
];

/// What a question is asked with and tells no page from another, divided by spaces. `search.js` leaves
/// these out, unless nothing else is left. Not here: 怎么, 哪里, 要, 能, which do tell 怎么申请 from 能申请.
pub(super) const EMPTY: &str = "请问 想问 问一下 问问 怎么办 怎么弄 怎么处理 怎么解决 该怎么 \
    应该 不知道 我想 我要 想要 可以吗 可不可以 行不行 我们 你们 他们 我 你 您 吗 呢 啊 吧 呀 嘛";

/// Who types one of these wants the finder: which office, its number, its hours.
pub(super) const WHERE: &str = "去哪里申请 在哪申请 到哪申请 去哪办 哪里有律师 找律师 请律师 律师 地址 \
    电话 电话号码 联系方式 怎么走 上班时间 几点上班 几点下班 几点开门 几点关门 下午几点关门 星期六上班吗 \
    周六上班吗 星期天上班吗 周末有人吗 节假日上班吗 中午有人吗";

/// Who types one of these wants the checklists.
pub(super) const BRING: &str =
    "要带什么 带什么 带什么材料 要带哪些 要什么材料 要什么手续 准备什么 材料清单";

/// Who types one of these does not know yet what to ask for, and wants the everyday problems.
pub(super) const PROBLEMS: &str =
    "出事了 遇到事了 有什么用 管什么事 能帮什么 哪些事能申请 什么事能申请";
