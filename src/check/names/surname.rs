//! What characters are in Chinese names: surnames, those that are more often a word, the ones given
//! names are made of, and those that end a name.

use std::sync::LazyLock;

/// A surname.
pub(super) const SURNAME: u16 = 1;
/// A surname that is more often a word or the beginning of one.
pub(super) const WORDY: u16 = 2;
/// A wordy surname that is a small word or a verb: 于, 时, 从.
pub(super) const SMALL: u16 = 128;
/// Common in given names.
pub(super) const GIVEN: u16 = 4;
/// Hardly stands anywhere but in given names.
pub(super) const NAMELY: u16 = 256;
/// Ends a name: what a sentence goes on with.
pub(super) const END: u16 = 8;
/// A name may follow it in the middle of a sentence.
pub(super) const BEFORE: u16 = 16;

const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟段钱汤尹黎贺赖龚樊殷施陶翟颜倪俞鲁葛伍韦尤毕聂焦柳邢莫祝涂祁舒耿牟卜詹凌费纪靳童甄裴卫屈鲍覃霍翁甘柏柯阮桂闵柴冉肖闫娄裘臧匡骆庞喻郁滕佘邬芦仝蔺桑褚巩戚佟芮谌郜阚庾逄隗郏邸苟敖亓訾郇尉茅穆禹昝缪惠瞿屠蒲荆宓酆卞湛璩濮扈晏胥莘宦鄂郦谯逯桓郗窦栾虞鄢嵇郄邝冼阙糜竺亢仉缑爨隽闾荀羿储邴晁饶蒯苑鞠庹";

const WORDY_ONES: &str = "高方马江史武乔康严洪雷龙季游左路车关宁温齐尚牛易岑欧包管薄花毛白庄古盛项兰凤楚冀麦麻简房仇章宫华石金司苗谷岳辛夏田林凡梅吉宗封应卓谈廉狄席伏祖符景印容厉昌荣滑闻党苍燕寿曲丰练隋郎尧盖沙班商帅墨揭禄茹展";

const SMALL_ONES: &str = "于时从和年过能相常全单解任成安文万明占平水双都强查冷连";

const GIVENS: &str = "梓诺厚青川禾满令耐阿田贞设耕耘牧强秀翠兵鸣萱霄章仓粉存修亭廷庭桢舟标爽沁茵芷若妞娃虹蓝丹冰彤鸽献殿印培领攀钊绵玮璋琨菱荃葵泓泊滢潇伟芳娜敏静丽磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红建国文志海燕春梅花香珍莲凤龙虎飞鹏辉波斌宾峰锋云霖雨雪雷震宇浩然昊天佳嘉家琪琦淇晨辰阳洁婷颖莹雅雯倩瑶瑞祥福禄寿喜庆富贵财宝金银铜钢柱根林森木柏松竹菊荷蓉芝芬芸苗茂荣健康宁安顺利乐欢欣悦怡慧惠智聪睿哲思远达通义仁礼信忠孝诚德善良正直廉才学书诗武威猛毅恒坚立新兴盛昌隆旺发展进步胜凯旋成功伯仲永久世传祖宗光耀亮彩晶莉莎萍琳琼瑛珊珠璐璇瑜瑾琛娥娇妮妹娣媛姣姗婉妍妙如心慈恩爱清净洪河江湖溪泉源水淼淑汉润沛滨涵澜山岩石岭峻崇高大小子豪俊帅雄彪男俐伶巧灵仙美贤芹菁薇茜萌蕾蓓蕊茹荔柳桃杏李枝叶夏秋冬晓旭昕晖映星月阔广宽民生友朋双全丰年堂启东西南北中方圆权保卫守护定邦振战士泰岗奎魁翔凌群少老幼逸轩博翰墨锐铭鑫钰锦绣纯素环玲珑钧铮鼎锁拴狗牛马鹤鸿雁鹃莺麟彬彦绍绪继延增添益庚寅申科航宏伦仑瀚韬勋勤俭朴劲力勃昱晟炎焱炜烨煜煌焕灿炳烈煊熙熊卓异其齐冠君臣佐佑杨楠枫榕梁栋材槐桦棠蕴艺畅怀柔敬恭谦理婴贝芮希依娅蒙倪露姿梦语佩玺坤乾尔拉古买菲薛蕙帆喆涌淮锡铎鉴洲泽长运聚凡奇琴桥桐曼丫麦汐玥妤姝绮韵煦骏骁骞硕熠烁昭晗暄曦朔榆樱沅浠涓淙淳渺澄澈灏炫烽珂珈琰琮瑄璟甜皓盈祎穗竣筠箐绫缘翎翊芃芙芊苒茗莞菡蔓衡裕谊赟铠霁霏霓靖靓颂骥麒黛嫣馨宸祯禧栓";

/// Characters of names and of little else.
const NAMES: &str = "秀翠萱霄廷沁茵芷妞彤霞娟娜芳婷莹雯倩瑶琪琦淇瑛珊璐璇瑜瑾琛娥娇妮娣媛姣姗婉莎萍琳琼淑嫣怡蓉芬芸莉莺蕾蓓蕊茹萌薇茜芹菁玲慧颖馨佳嘉磊斌彬伟杰涛鹏浩昊晖旭昱睿喆宸炜烨煜焕灿熙钧铭鑫钰锐毅恒栋楠桐枫榕槐桦棠蕴麟鸿祯禧栓拴娃涵诺梓曼丫玥妤姝韵骏骁硕熠烁昭晗曦沅淳澄澈灏炫珂琰瑄璟皓祎筠翎翊芃芙芊苒茗菡霁霏靖靓骥麒黛莞蔓蕙伦彪奎魁勋朋庚寅";

const ENDS: &str = "不没无写急只虽如仅先独另很更最随被的了着过和与及在是为有将被把对从因由于等即则也均已未不并或诉称说讲到要请以系当应签骑驾打拿找欠付赔借住去来走跑逃摔受遭遇死伤病嫁娶离回起提出给交收还买卖做干带抱背送接报告替帮让叫使用持跟同问答哭看听认承否因现所名共都又再才就却仍曾突后前之这那此该时而但且各每某左右上下里外向往负担支拖知获得需能可会只经自案工误残妻夫父母女其二三两十百我他她你";

/// The first of a two-character surname.
pub(super) const FIRST_OF_TWO: u16 = 32;
/// Given now and then, and a small word mostly.
pub(super) const RARE: u16 = 64;

/// Two-character surnames.
pub(super) const COMPOUND: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "慕容", "尉迟", "长孙", "夏侯", "公孙", "令狐",
    "端木", "独孤", "南宫", "宇文", "轩辕", "申屠", "太史", "司空",
];

/// What ends other names and may begin a given name all the same: 有才, 向东, 为民, 和平, 来福.
const RARELY: &str = "二有向为和来同以从自";

/// Words that end with a surname.
pub(super) const WITHIN: &[&str] = &[
    "公司", "官司", "上司", "主张", "纸张", "慌张", "扩张", "紧张", "夸张", "工程", "过程", "课程",
    "里程", "流程", "日程", "行程", "章程", "全程", "阶段", "手段", "时段", "路段", "地段", "片段",
    "允许", "也许", "或许", "准许", "兴许", "少许", "规范", "示范", "防范", "模范", "师范", "保卫",
    "自卫", "防卫", "学费", "药费", "年纪", "世纪", "经纪", "法纪", "违纪", "儿童", "祝贺", "庆贺",
    "庆祝", "大陆", "登陆", "依赖", "无赖", "信赖", "照顾", "回顾", "兼顾", "不顾", "感谢", "答谢",
    "大王", "国王", "行李", "四周", "子孙", "曾孙", "外孙", "爷孙", "祖孙", "任何", "如何", "为何",
    "几何", "桥梁", "横梁", "大梁", "师傅", "不曾", "未曾", "园丁", "补丁", "树叶", "茶叶", "其余",
    "剩余", "多余", "业余", "穿戴", "佩戴", "爱戴", "分钟", "闹钟", "面孔", "付钱", "工钱", "欠钱",
    "给钱", "要钱", "拿钱", "本钱", "价钱", "实施", "设施", "措施", "完毕", "萝卜", "欺凌", "委屈",
    "老翁", "渔翁", "收费", "糊涂", "稻谷", "山谷", "生姜",
];

/// Words that look like a surname and a given name.
pub(super) const WORDS: &[&str] = &[
    "高兴", "高中", "高大", "高山", "高龄", "高明", "黄金", "黄河", "黄山", "黄海", "金华", "金山",
    "金融", "金银", "金水", "金秋", "金安", "金陵", "马上", "马路", "马列", "方圆", "方正", "江海",
    "江山", "江南", "江东", "江北", "江西", "石英", "石材", "石山", "石林", "石柱", "王国", "林业",
    "林木", "林海", "田园", "周年", "周天", "周全", "周长", "文明", "文化", "文艺", "文学", "文书",
    "文字", "安全", "安宁", "安静", "安康", "安心", "安慰", "成立", "成功", "成文", "成人", "成年",
    "成长", "成都", "成林", "常年", "常德", "平安", "于是", "任意", "任务", "夏天", "夏季", "白天",
    "白云", "雷雨", "龙江", "万元", "万山", "史学", "严明", "严正", "严厉", "康健", "武力", "武汉",
    "时光", "汪洋", "洪水", "温和", "温泉", "温馨", "卫生", "程度", "尤其", "毕业", "柳树", "杨树",
    "杨柳", "杨梅", "叶子", "梅花", "桂花", "桂林", "石子", "石榴", "李子", "苏北", "苏南", "鲁山",
    "唐山", "韩城", "曾经", "张开", "华东", "华南", "关心", "施工", "童年", "陆军", "全力", "童心",
    "司发", "韩国", "沈阳", "岳阳", "邵阳", "吴江", "吴忠", "温江", "黎平", "江宁", "唐河", "汤山",
    "汤河", "贺兰", "余江", "华山", "黄石", "黄岩", "石河", "石家", "钟山", "钟祥", "彭水", "彭泽",
    "彭山", "秦岭", "安庆", "安阳", "安顺", "梁山", "梁园", "龙岩", "龙泉", "祁连", "祁阳", "霍山",
    "文山", "文昌", "万宁", "连云", "方才", "全家", "全国", "全民", "全天", "全年", "全心", "成家",
    "成才", "成材", "成器", "文静", "温顺", "温柔", "温情", "齐心", "齐全", "单方", "江湖", "石阶",
    "许诺", "许久", "辛勤", "舒心", "舒畅", "舒展", "祝福", "祝寿", "卫健", "费心", "童谣", "林子",
    "林立", "林园", "夏日", "夏夜", "苗木", "苗家", "苗子", "吉祥", "吉利", "吉安", "范文", "程立",
    "贺喜", "贺岁", "凤阳", "凤台", "凤凰", "鲁南", "鲁西", "鲁北", "楚雄", "谢谢", "孙子", "孙女",
    "孙媳", "顾全", "甘心", "甘愿", "钱财", "陈年", "余生", "余年", "王子", "王家", "丁香", "毕生",
    "曾孙", "黎明", "夏秋", "秦淮", "汪清", "邓州", "陆川", "常山", "常宁", "金门", "金川", "苏醒",
    "郑重", "施救", "施压", "施暴", "施加", "谢绝", "谢意", "顾虑", "顾及", "余额", "余款", "余下",
    "范围", "范畴", "程款", "程序", "费用", "纪律", "纪念", "钱款", "钱包", "屈服", "屈辱", "柴油",
    "柴火", "凌晨", "莫大", "颜面", "颜色", "陈旧", "陆续", "段落", "祝愿", "涂改", "涂料", "舒服",
    "焦急", "焦虑", "焦躁", "万平", "万立", "余平", "卫兵", "卫士", "安安", "庞大", "庞然", "强有",
    "施展", "游牧", "甘露", "管理", "纪年", "芦花", "费力", "费劲", "陆战", "黄花", "明天", "惠民",
    "张冠", "练有", "明知", "明白", "明显", "平方", "平常", "平时", "单独", "文件", "文凭", "过年",
    "过节", "从小", "从中", "从前", "时常", "时年", "时限", "年幼", "年长", "年青", "年轻", "双方",
    "双双", "双亲", "都有", "全部", "全额", "全程", "任凭", "成千", "齐文", "应有", "应得", "席地",
    "石灰", "燕子", "冷水", "冷静", "祖辈", "祖宗", "祖坟", "景区", "印花", "印子", "容易", "廉价",
    "伏天", "丰收", "丰富", "丰满", "丰厚", "曲折", "寿命", "练习", "苍白", "苍老", "滑坡", "滑倒",
    "盖章", "盖房", "水田", "水泥", "水利", "水库", "水果", "水平", "占用", "占地", "占有", "相信",
    "相处", "相识", "相恋", "相爱", "相继", "能力", "能够", "常住", "常来", "和平", "和睦", "和好",
    "和美", "和谐", "解决", "解释", "解除", "强行", "强化", "强迫", "查明", "查清", "查实", "江淮",
    "周一", "周末", "盛夏", "班子", "展开", "展示", "展览", "商量", "商业", "商品", "周二", "沙石",
    "沙子", "墨水", "帅气", "储存", "储备", "储蓄", "鞠躬", "古学", "关自",
];

static CLASSES: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut classes = vec![0; LAST - FIRST];
    let all = [
        (SURNAMES, SURNAME),
        (WORDY_ONES, SURNAME | WORDY),
        (SMALL_ONES, SURNAME | WORDY | SMALL),
        (GIVENS, GIVEN),
        (NAMES, NAMELY),
        (ENDS, END),
        (RARELY, RARE),
        ("听决求请劝选归随据见看对为替帮给向与和由被将把让叫找诉及跟是后经助派称令致", BEFORE),
    ];
    for (chars, class) in all {
        for at in chars.chars().filter_map(index) {
            classes[at] |= class;
        }
    }
    for at in COMPOUND.iter().filter_map(|name| index(name.chars().next()?)) {
        classes[at] |= FIRST_OF_TWO;
    }
    classes.into()
});

/// What may begin a surname, a bit for each character.
static BEGINS: LazyLock<Box<[u64; ROWS]>> = LazyLock::new(|| {
    let mut begins = Box::new([0; ROWS]);
    let compounds = COMPOUND.iter().filter_map(|name| name.chars().next());
    for first in
        [SURNAMES, WORDY_ONES, SMALL_ONES].into_iter().flat_map(str::chars).chain(compounds)
    {
        if let [a, b, c] = first.encode_utf8(&mut [0; 4]).as_bytes() {
            let (row, bit) = hole(*a, *b, *c);
            begins[row] |= bit;
        }
    }
    begins
});

/// Rows of 64 characters.
const ROWS: usize = 1024;

/// The row and the bit of a character of three bytes.
fn hole(a: u8, b: u8, c: u8) -> (usize, u64) {
    let row = usize::from(a & 0x0F) << 6 | usize::from(b & 0x3F);
    (row % ROWS, 1 << (c & 0x3F))
}

const FIRST: usize = 0x4E00;
const LAST: usize = 0x9FFF;

fn index(c: char) -> Option<usize> {
    let at = (c as usize).checked_sub(FIRST)?;
    (at < LAST - FIRST).then_some(at)
}

/// The classes of Chinese characters.
pub(super) struct Classes(&'static [u16]);

impl Classes {
    pub(super) fn get() -> Self {
        Self(&CLASSES)
    }

    /// Where a text has a character that may begin a surname. Every character of every case and
    /// notice is looked at, so it is read byte by byte: all surnames are three bytes long.
    pub(super) fn surnames(text: &str) -> impl Iterator<Item = usize> {
        let (bytes, begins) = (text.as_bytes(), &**BEGINS);
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some([a, b, c]) = bytes.get(at..at + 3) {
                let (here, (row, bit)) = (at, hole(*a, *b, *c));
                at += match a {
                    ..0x80 => 1,
                    0x80..0xE0 => 2,
                    0xE0..0xF0 => 3,
                    0xF0.. => 4,
                };
                if matches!(a, 0xE4..=0xE9) && begins[row] & bit != 0 {
                    return Some(here);
                }
            }
            None
        })
    }

    pub(super) fn of(&self, c: char) -> u16 {
        index(c).map_or(0, |at| self.0[at])
    }

    pub(super) fn is(&self, c: char, class: u16) -> bool {
        self.of(c) & class != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Classes, FIRST_OF_TWO, SURNAME};

    #[test]
    fn surnames_wherever_they_stand() {
        let classes = Classes::get();
        for text in ["a张é王1𠀀欧阳，李\u{200B}ＡＢ高\n方x", "·张", "张", "", "x", "王é"]
        {
            let all: Vec<usize> = Classes::surnames(text).collect();
            let slow = text.char_indices().filter(|(_, c)| classes.is(*c, SURNAME | FIRST_OF_TWO));
            assert_eq!(all, slow.map(|(at, _)| at).collect::<Vec<_>>(), "{text}");
        }
        assert_eq!(Classes::surnames("a张é王1𠀀欧阳，李\u{200B}ＡＢ高\n方x").count(), 6);
    }
}
