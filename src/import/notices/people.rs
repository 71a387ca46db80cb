//! Names of people that no list of surnames tells: of minorities written without a middle dot, behind
//! an address, before the name of a school.

mod school;

use self::school::before_school;
pub(super) use self::school::of_school;
use super::documents::{of_bodies, of_deposit, of_people, of_pupils};
use super::glyph::is_han;
use super::holder::{body_suffix, has_surname, is_person, place, spoken, surname_length};
use super::who::{PRONOUN, calling};
use crate::domain::names::{Places, persons};

/// The characters that names of Uyghurs, Kazakhs, Mongols, Tibetans, Yi and others are written with.
const SOUNDS: &str = "阿艾爱安敖奥巴白拜班邦包宝保贝本比毕边别宾波勃博布才仓查察昌朝策楚春措达大代丹旦当\
    道德邓狄迪地丁顶都朵多尔额恩法甫夫福尕嘎格噶戈根贡古谷固果哈海罕汗赫黑呼胡华霍吉几季加迦嘉杰金晋久居\
    卡开凯康考柯科克肯库苦昆拉来兰朗勒乐雷里力丽利林琳玲罗洛娄鲁鹿麻马玛麦买曼毛梅美蒙孟米绵明莫木姆穆那纳\
    娜乃尼妮年宁牛努诺欧帕潘培佩彭皮平普其奇祁齐恰钦琴琪青琼曲却然热仁日荣茹若萨赛三桑瑟色沙山尚绍神生什士斯苏\
    素索孙塔台泰唐特腾提天铁图土吐托陀瓦万旺温乌吾武伍西希锡喜夏先贤相肖谢辛雄修徐旭雅亚央扬杨耶也叶伊依亦\
    音英永尤友于玉元云扎泽哲珍真智仲珠卓孜兹宗佐娅让东切知周交项姑呷群次堆德晓高娃花其木日巴图赫雪楞彦淖敦满陶套牧浩申庆增硕顿门仓顺";

/// Those of them that given names of the Han hardly have.
const FOREIGN: &str = "额尔勒巴格斯布乌嘎扎木吉图克";

/// What names of Mongols and Tibetans of three characters end with: 其其格, 才卓玛.
const GIVEN: &[&str] =
    &["其格", "木格", "日勒", "日娜", "图雅", "高娃", "卓玛", "拉姆", "次仁", "扎西"];

/// Whether a text is nothing but such characters; 和 is one in 孟和 and 布和 only, and joins two elsewhere.
fn sounds(name: &str) -> bool {
    name.replace("孟和", "孟").replace("布和", "布").chars().all(|c| SOUNDS.contains(c))
}

/// Whether this is a name of a minority written without a middle dot: 吉克阿木, 哈斯巴特尔, 阿依古丽.
/// Chinese names of four characters and more are rare, and names of bodies have words of their own.
pub(super) fn transcribed(name: &str) -> bool {
    let count = name.chars().count();
    let short = count == 3 && super::words::ending(GIVEN, name).is_some() && sounds(name);
    // 刘额尔敦: a Han surname before a given name that only sounds tell.
    let given = name.char_indices().nth(1).map_or("", |(at, _)| &name[at..]);
    let mixed = surname_length(name) == 1
        && has_surname(name)
        && given.contains(|c| FOREIGN.contains(c))
        && sounds(given);
    (short || ((4..=9).contains(&count) && (sounds(name) || mixed))) && !bodily(name)
}

/// The same, also of two or three characters (阿木尔, 拉姆): where the sentence shows a person.
pub(super) fn sounded(name: &str) -> bool {
    // 某某户土地承包经营权证.
    (2..=9).contains(&name.chars().count()) && sounds(name) && !bodily(name) && name != "土地"
}

/// Whether this can be a name although no list has its surname: 台启才, where the sentence or the
/// document says that a person is meant.
pub(super) fn unlisted(name: &str) -> bool {
    const WORDS: &[char] = &[
        '房', '地', '产', '证', '书', '车', '牌', '号', '照', '章', '票', '据', '宅', '基', '厂',
        '店', '国', '集', '体', '农', '本', '我', '该', '其', '某', '将', '因', '不', '现', '以',
        '下', '上', '的', '有', '款', '金', '费', '印', '机', '船', '摊', '位', '合', '同', '单',
        '户', '原', '学', '生', '们', '者', '人', '于', '在', '被', '年', '月', '日', '级', '类',
        '型', '式', '用', '作', '业', '务', '工', '程', '电', '子', '卡', '声', '明', '公', '告',
        '辆', '遗', '失', '件', '讯', '凭', '请', '各', '旧', '新', '如', '若', '应', '可', '须',
        '已', '均', '登', '报', '想', '时', '知', '函', '事', '通', '示', '提', '自', '起', '期',
        '间',
    ];
    // 位, 生, 同, 镇 and 区 are surnames too; 摊位, 学生 and 城区 do not begin with them.
    let own =
        name.strip_prefix(['位', '生', '区', '同', '镇']).filter(|rest| rest.chars().count() == 2);
    // 他 is a surname too; but 他项 is nobody's, and 后来他, 他昨天 are sentences.
    let said = ['项', '天', '早', '晚', '刚', '曾', '还', '也', '就', '又', '都', '便', '才', '把'];
    let pronoun = name.rfind('他').is_some_and(|at| at > 0)
        || (name.starts_with('他') && (name.contains(said) || name.chars().count() < 3));
    (2..=3).contains(&name.chars().count())
        && name.chars().all(is_han)
        && !pronoun
        && !own.unwrap_or(name).contains(WORDS)
        && !PRONOUN.contains(&name)
        && !calling(name)
        && !bodily(own.unwrap_or(name))
}

/// Words of places and bodies.
fn bodily(name: &str) -> bool {
    const WORDS: &[char] = &[
        '司', '店', '厂', '校', '院', '村', '镇', '县', '市', '区', '局', '部', '社', '会', '乡',
        '省', '馆', '站', '所', '场', '队', '组', '室', '园', '行', '庄', '坊', '屋', '铺', '吧',
        '厅',
    ];
    body_suffix(name) || name.contains(WORDS) || place(&name.chars().collect::<Vec<_>>()).is_some()
}

/// Whether the holder of this document is one person, by the name or by what only people have.
pub(super) fn person_of(name: &str, document: &str) -> bool {
    let count = name.chars().count();
    is_person(name)
        || ((transcribed(name) || unlisted(name)) && !of_bodies(document))
        // 党建社 has an identity card: taken for a shop, it would be published whole.
        || (of_people(document) && (2..=3).contains(&count) && has_surname(name))
        || (of_people(document) && sounded(name))
        || (of_people(document)
            && (4..=9).contains(&count)
            && name.chars().all(is_han)
            && !spoken(name)
            && !bodily(name))
}

/// Whether each of the names that a text joins is one of these. 和秀兰 and 谭永和 are one: a mark parts names
/// before a word does.
pub(super) fn all_of(names: &str, one: impl Fn(&str) -> bool) -> bool {
    names.split('、').all(|part| one(part) || part.split(['和', '与', '及']).all(&one))
}

/// The people that a holder's phrase names, where there are several: 芮东来、芮晓棠, 芮东来和芮晓棠.
pub(super) fn several(name: &str) -> Vec<&str> {
    let person = |name: &str| is_person(name) || transcribed(name) || unlisted(name);
    let names: Vec<&str> = name
        .split('、')
        // 谭永和 is one.
        .flat_map(|part| match person(part) {
            true => vec![part],
            false => part.split(['和', '与', '及']).collect(),
        })
        .map(str::trim)
        // 张大江与其妻李小河.
        .map(|part| {
            let chars: Vec<char> = part.chars().take(6).collect();
            let word = super::kin::kin(&chars).unwrap_or(0);
            let rest = part.char_indices().nth(word).map_or("", |(at, _)| &part[at..]);
            if word > 0 && person(rest) { rest } else { part }
        })
        .collect();
    if names.len() > 1 && names.iter().all(|name| person(name)) { names } else { Vec::new() }
}

/// The holder a document of people can only belong to, where more than a name was printed: behind an
/// address, before or behind a school.
pub(super) fn holder_of<'n>(name: &'n str, document: &str) -> &'n str {
    if of_bodies(document) || person_of(name, document) {
        return name;
    }
    let found = if of_pupils(document) { before_school(name) } else { None };
    let found = found.or_else(|| before_address(name));
    let found = found.or_else(|| before_bank(name).filter(|_| of_deposit(document)));
    let found = found.or_else(|| before_payee(name).filter(|_| of_payment(document)));
    // 某公司安徽省地方税务局|通用机打发票: for whom the bill was printed.
    let office = name.ends_with("税务局") && document.contains("发票");
    let printed = || {
        let company = name.rfind("公司").map(|at| &name[..at + "公司".len()]);
        company.or_else(|| before_office(name))
    };
    let found = found.or_else(|| if office { printed() } else { None });
    // 东风组查晓军户: the household is named after its head.
    let household = ["户", "家庭", "全家", "一家"];
    let head = household.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    found.or_else(|| behind_address(head, of_people(document))).unwrap_or(name)
}

/// 某县人民医院护工柳青苗: the person behind a body's name or an address and a word that no list has, where the
/// sentence reads likelier with a name than without. Taken for a body's, such a name would be published
/// whole. Who is named by an office, 某县人民法院法警柳青苗, is looked for without it.
pub(super) fn behind_work<'n>(name: &'n str, document: &str) -> Option<&'n str> {
    if of_bodies(document) || body_suffix(name) || person_of(name, document) {
        return None;
    }
    let ends = |text: &str| body_suffix(text) || super::words::ending(ADDRESSES, text).is_some();
    let places: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    let read = |from: usize| {
        let sentence = format!("{}遗失{document}。", &name[from..]);
        persons(&sentence, &Places::default())
            .into_iter()
            .find(|place| from + place.end == name.len())
    };
    let found = |tail: usize| {
        let from = *places.get(places.len().checked_sub(tail)?)?;
        let before = |at: &&usize| **at <= from && ends(&name[..**at]);
        let mut worked = places.iter().skip(4).filter(before);
        let work = name[worked.next_back().copied()?..from].chars().count();
        let told = (1..=5).contains(&work) && read(from).is_some_and(|place| place.start == 0);
        told.then_some(from)
    };
    let whole = read(0).map(|place| place.start);
    let short = || if of_people(document) { found(2) } else { None };
    let from = whole.or_else(|| found(3)).or_else(short)?;
    let person = &name[from..];
    let body = places.iter().skip(4).any(|at| *at <= from && ends(&name[..*at]));
    (body && is_person(person)).then_some(person)
}

/// What joins two names.
pub(super) const JOINTS: [char; 4] = ['、', '和', '与', '及'];

/// What addresses end with.
const ADDRESSES: &[&str] = &[
    "村",
    "组",
    "屯",
    "寨",
    "庄",
    "队",
    "镇",
    "乡",
    "县",
    "市",
    "区",
    "系",
    "班",
    "级",
    "连",
    "营",
    "号",
    "室",
    "街道",
    "街",
    "巷",
    "弄",
    "胡同",
    "路",
    "大道",
    "楼",
    "栋",
    "幢",
    "单元",
    "花园",
    "家园",
    "苑",
    "新村",
    "旗",
    "苏木",
    "嘎查",
    "农场",
    "林场",
    "牧场",
    "渔场",
    "团场",
    "办事处",
];

/// 操水根 in 石台县云岭镇源头村操水根; behind the bare name of a place only where the document
/// says that a person is meant.
fn behind_address(name: &str, person: bool) -> Option<&str> {
    // 某村魏广田、魏广才, 某镇张大江和李小河: the address stands before the first of them.
    let joints = name.char_indices().filter(|(_, c)| matches!(c, '、' | '和' | '与' | '及'));
    for (at, joint) in joints {
        let (first, rest) = (&name[..at], &name[at + joint.len_utf8()..]);
        if all_of(rest, is_person)
            && let Some(found) = behind_address(first, person)
        {
            return Some(&name[first.len() - found.len()..]);
        }
        if joint == '、' {
            return None;
        }
    }
    if body_suffix(name) && !hall(name) {
        return None;
    }
    let starts: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    let compound = |tail: &usize| {
        // 屯赫连铁柱: 连 ends a company of soldiers, and 赫连 is a surname.
        let at = starts.len().checked_sub(*tail).map(|at| starts[at]);
        at.is_some_and(|at| surname_length(&name[at..]) == 2)
    };
    let double = [4, 3].into_iter().filter(compound);
    let tails = double.chain([3, 2, 4]).chain(5..=14);
    tails.filter(|tail| starts.len() >= tail + 2).find_map(|tail| {
        let at = starts[starts.len() - tail];
        let (before, tail) = name.split_at(at);
        let chars: Vec<char> = before.chars().collect();
        let bare = person && place(&chars) == Some(chars.len());
        let shown = chars.len() >= 3
            && (super::words::ending(ADDRESSES, before).is_some()
                || (person && body_suffix(before)));
        let named = is_person(tail)
            || transcribed(tail)
            || (person && shown && (sounded(tail) || unlisted(tail)));
        // 大站镇江湾路 is a street, and nobody's name.
        let street = super::words::ending(ADDRESSES, tail).is_some();
        ((shown || bare) && named && !street).then_some(tail)
    })
}

/// Whether a township ends before the last three characters, 王家坝镇昝玉堂, and these are likelier a person's
/// name than a hall's or an inn's, which 堂 and 轩 end as well.
fn hall(name: &str) -> bool {
    const ENDS: [char; 8] = ['堂', '轩', '阁', '楼', '园', '庄', '居', '林'];
    let places: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    let Some(at) = places.len().checked_sub(3).map(|from| places[from]) else { return false };
    let (town, tail) = name.split_at(at);
    let town = town.ends_with(['镇', '乡', '村', '组']) && town.chars().count() >= 3;
    let read = || persons(&format!("{tail}遗失身份证。"), &Places::default());
    town && tail.ends_with(ENDS)
        && is_person(tail)
        && read().first().is_some_and(|found| *found == (0..tail.len()))
}

/// 卢广仁三峡农商银行: somebody before the bank that keeps his money.
fn before_bank(name: &str) -> Option<&str> {
    super::words::ending(&["银行", "信用社", "联社", "支行", "储蓄所"], name)?;
    let places: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    let chars: Vec<char> = name.chars().collect();
    let person = &name[..*places.get(3).filter(|_| chars.len() >= 7)?];
    (is_person(person) && place(&chars).is_none()).then_some(person)
}

/// 某宾馆 in 某宾馆安徽省地方税务局: the province of the office shows where the name ends.
fn before_office(name: &str) -> Option<&str> {
    let cuts = name.char_indices().skip(4).map(|(at, _)| at);
    let office = |at: &usize| {
        let chars: Vec<char> = name[*at..].chars().collect();
        place(&chars)
            .is_some_and(|length| chars.get(length).is_some_and(|c| "省市国地".contains(*c)))
    };
    cuts.filter(office).map(|at| &name[..at]).find(|body| body_suffix(body))
}

/// 柳青苗交某市某置业有限公司: somebody who has paid, and whom.
fn before_payee(name: &str) -> Option<&str> {
    const VERBS: &[&str] = &[
        "交纳给",
        "缴纳给",
        "支付给",
        "交给",
        "付给",
        "缴给",
        "缴纳",
        "交纳",
        "支付",
        "交付",
        "交",
        "缴",
        "付",
    ];
    let places: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    [3, 2, 4].into_iter().find_map(|count| {
        let (person, rest) = name.split_at_checked(*places.get(count)?)?;
        let whom = VERBS.iter().find_map(|verb| rest.strip_prefix(verb))?;
        // 柳青交通运输公司, 柳青交电商店.
        let word = whom.starts_with(['通', '电', '警', '行', '友', '易', '流', '款', '费']);
        let body = body_suffix(whom) && whom.chars().count() >= 6 && !word;
        (is_person(person) && body).then_some(person)
    })
}

/// Whether a paper tells of money paid.
fn of_payment(document: &str) -> bool {
    super::words::any(&["收据", "押金", "定金", "订金", "发票", "票据", "收条"], document)
}

/// 晋传英滕州市荆河小区: somebody before where he lives or has bought.
fn before_address(name: &str) -> Option<&str> {
    const ESTATES: &[&str] = &["小区", "花园", "家园", "佳苑", "公寓", "号房", "室", "号楼"];
    // 柳青苗海景国际小区购房: an estate has bought nothing.
    let bought = name.strip_suffix("购房").or_else(|| name.strip_suffix("购买"));
    let name = bought.unwrap_or(name);
    let estate = super::words::ending(ESTATES, name)?;
    if bought.is_some() {
        let own = surname_length(name) + 2;
        let at = name.char_indices().nth(own).map(|(at, _)| at)?;
        let (person, rest) = name.split_at(at);
        let placed = place(&name.chars().collect::<Vec<_>>()).is_some();
        if is_person(person) && !placed && rest.chars().count() > estate.chars().count() {
            return Some(person);
        }
    }
    let places: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    [3, 2, 4].into_iter().find_map(|count| {
        let (person, rest) = name.split_at(*places.get(count)?);
        let chars: Vec<char> = rest.chars().collect();
        let area = chars.iter().skip(1).take(3).any(|c| matches!(c, '市' | '县' | '区' | '镇'));
        (is_person(person) && (area || place(&chars).is_some())).then_some(person)
    })
}

#[cfg(test)]
mod tests {
    use super::{behind_work, holder_of, person_of, transcribed, unlisted};

    #[test]
    fn names_without_a_middle_dot() {
        for name in ["吉克阿木", "哈斯巴特尔", "阿依古丽", "次仁卓玛", "买买提艾力", "刘额尔敦"]
        {
            assert!(transcribed(name), "{name}");
        }
        for name in ["阿坝大药房", "吉木乃县", "安康食品厂", "白云山庄", "陈大明珠"]
        {
            assert!(!transcribed(name), "{name}");
        }
        assert!(!person_of("阿里巴巴", "营业执照"));
        assert!(person_of("党建社", "身份证") && !person_of("党建社", "公章"));
    }

    #[test]
    fn a_surname_that_is_a_pronoun_too() {
        assert!(unlisted("他维忠"));
        for text in ["他项权", "他昨天", "后来他", "他人"] {
            assert!(!unlisted(text), "{text}");
        }
    }

    #[test]
    fn people_behind_their_work_for_a_body() {
        for before in [
            "凤桥县人民医院护工",
            "凤桥县白鹭纺织厂挡车工",
            "凤桥县公安局协管人员",
            "凤桥县人民法院法警",
            "凤桥县白荻村兽医",
        ] {
            let name = format!("{before}柳青苗");
            assert_eq!(behind_work(&name, "收据"), Some("柳青苗"), "{name}");
        }
        for name in ["凤桥县白鹭购物中心金玉堂", "凤桥县城关镇老年人员安置办", "凤桥县移民安置办"]
        {
            assert_eq!(behind_work(name, "收据"), None, "{name}");
        }
        assert_eq!(behind_work("凤桥县百货商场周大柳", "公章"), None);
    }

    #[test]
    fn people_among_schools_and_addresses() {
        assert_eq!(holder_of("韦雪梅桂南职业技术学院", "毕业证书"), "韦雪梅");
        assert_eq!(holder_of("江南职业技术学院", "毕业证书"), "江南职业技术学院");
        assert_eq!(holder_of("柳青安徽大学", "学位证书"), "柳青");
        assert_eq!(holder_of("石台县云岭镇源头村操水根", "林权证"), "操水根");
        assert_eq!(holder_of("石台县云岭镇源头村操水根", "公章"), "石台县云岭镇源头村操水根");
        assert_eq!(holder_of("马龙区通泉街道念红花", "不动产权证书"), "念红花");
        assert_eq!(holder_of("察布查尔县阿依古丽", "收据"), "阿依古丽");
        assert_eq!(holder_of("某市某镇百货大楼", "收据"), "某市某镇百货大楼");
        assert_eq!(holder_of("凤桥县白鹭镇柳玉堂", "行驶证"), "柳玉堂");
        assert_eq!(holder_of("凤桥县白鹭镇回春堂", "收据"), "凤桥县白鹭镇回春堂");
        assert_eq!(holder_of("柳青苗滁州市白鹭小区", "押金条"), "柳青苗");
    }
}
