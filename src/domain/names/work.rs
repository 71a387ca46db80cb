//! Whether somebody works, buys or has to do with a body whose name ends with a trade alone: 在宏达纸业上班, 到顺捷物流
//! 做送货员, 与鑫达装饰签订合同.
//!
//! 物流 and 装饰 are words of every second page, so it is what somebody does there that makes a name of them.
//! What he is there (做木工, 当快递员) is told by the verb: no list has every calling.

/// Whether somebody works or buys at a name: 在宏达纸业上班, 给鸿运物流跑车. 冬季运输工作 is work itself.
pub(super) fn works(before: &str, after: &str) -> bool {
    const AT: [char; 10] = ['在', '于', '到', '去', '进', '给', '替', '帮', '为', '从'];
    before.ends_with(AT) && does(after)
}

/// Whether a text begins with what somebody does at a place of work.
fn does(after: &str) -> bool {
    const DOES: [&str; 40] = [
        "上班",
        "打工",
        "工作",
        "干",
        "做",
        "务工",
        "跑车",
        "跑运输",
        "拉货",
        "送货",
        "送快递",
        "送外卖",
        "送餐",
        "开车",
        "开货车",
        "开挖机",
        "押车",
        "装货",
        "卸货",
        "卸车",
        "装车",
        "拉砖",
        "拉沙",
        "搬砖",
        "扛",
        "烧窑",
        "搬货",
        "装卸",
        "刷墙",
        "看门",
        "值班",
        "打杂",
        "实习",
        "试用",
        "就业",
        "任职",
        "应聘",
        "摆摊",
        "买了",
        "购买",
    ];
    const ITSELF: [&str; 11] = [
        "工作人",
        "工作中",
        "工作组",
        "工作站",
        "工作者",
        "工作要",
        "工作上",
        "工作的",
        "做法",
        "做好",
        "干部",
    ];
    let post = ["当", "任", "担任", "从事"].iter().find_map(|verb| after.strip_prefix(verb));
    // 当地, 当天, 任何: no post.
    let post = post.is_some_and(|post| {
        !post.starts_with(['地', '天', '年', '时', '日', '场', '何', '务', '前'])
    });
    (post || DOES.iter().any(|does| after.starts_with(does)))
        && !ITSELF.iter().any(|work| after.starts_with(work))
}

/// Whether a name stands behind a word for working for somebody or suing somebody, and ends there or goes on
/// with what he does.
pub(super) fn employs(before: &str, after: &str) -> bool {
    const FOR: [&str; 20] = [
        "受雇于",
        "受聘于",
        "就职于",
        "任职于",
        "供职于",
        "供职",
        "应聘",
        "应聘到",
        "应聘于",
        "入职",
        "入职于",
        "跳槽到",
        "派遣到",
        "派遣至",
        "挂靠在",
        "挂靠于",
        "用人单位",
        "用工单位",
        "被告",
        "被申请人",
    ];
    let ends = ends(after) || after.starts_with(['的', '后', '把', '将', '和', '与']);
    let sues = before.ends_with("起诉") && ends;
    sues || (ends || does(after)) && FOR.iter().any(|word| before.ends_with(word))
}

/// Whether somebody has to do with a body as with one that can be bound or asked: 与鑫达装饰签订合同, 被鑫达装饰辞退, 找鑫达
/// 装饰要钱, 由鑫达装饰承包.
pub(super) fn deals(before: &str, after: &str) -> bool {
    const WITH: [&str; 9] =
        ["签", "订立", "解除", "终止", "存在", "建立", "达成", "协商", "发生争议"];
    const DONE: [&str; 7] = ["辞退", "解雇", "开除", "派到", "派往", "安排", "拖欠"];
    const TAKES_ON: [&str; 14] = [
        "承包", "承建", "承运", "承揽", "承接", "经营", "运营", "接手", "分包", "转包", "代发",
        "发放", "施工", "供货",
    ];
    const ASKED: [&str; 5] = ["要钱", "讨薪", "讨要", "索要", "要工"];
    let any = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    // 由迅捷物流承包; in 由外包物流承运 it is what kind of body it is.
    before.ends_with('由') && any(&TAKES_ON)
        || before.ends_with(['与', '和', '跟', '同']) && any(&WITH)
        || before.ends_with('被') && any(&DONE)
        || before.ends_with(['找', '向']) && any(&ASKED)
}

/// Whether a word ends there.
fn ends(after: &str) -> bool {
    !after.starts_with(crate::base::look::near::han)
}

#[cfg(test)]
mod tests {
    use super::{deals, employs, works};

    #[test]
    fn what_somebody_does_there() {
        for (before, after) in [
            ("到", "做送货员"),
            ("在", "做木工"),
            ("去", "当保安"),
            ("到", "当快递员"),
            ("在", "任会计"),
            ("在", "从事销售"),
            ("给", "跑车"),
            ("在", "干到退休"),
        ] {
            assert!(works(before, after), "{before}_{after}");
        }
        for (before, after) in [
            ("在", "工作中"),
            ("到", "当地"),
            ("在", "当年"),
            ("在", "做法上"),
            ("在", "干部"),
            ("在", "任何"),
            ("搞", "做送货员"),
            ("在", "行业"),
        ] {
            assert!(!works(before, after), "{before}_{after}");
        }
    }

    #[test]
    fn for_whom_and_with_whom() {
        assert!(employs("受雇于", "，") && employs("入职", "做送货员") && employs("起诉", "。"));
        assert!(!employs("受雇于", "行业") && !employs("起诉", "做"));
        assert!(deals("与", "签订合同") && deals("被", "辞退") && deals("找", "要钱"));
        assert!(deals("由", "承包") && !deals("由", "行业") && !deals("在", "承包"));
        assert!(!deals("与", "行业") && !deals("被", "的") && !deals("找", "做"));
    }
}
