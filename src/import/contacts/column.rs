//! Columns, known by the headings that tables of offices give them.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Role,
    Township,
    Address,
    Hours,
    Directions,
    Phone,
    CheckedOn,
    CheckedBy,
    Summary,
    /// A running number: passed over without a word.
    Number,
}

/// Headings, each with the other words tables use for it.
const HEADINGS: [(Column, &[&str]); 11] = [
    (
        Column::Name,
        &[
            "名称",
            "机构名称",
            "机构",
            "单位",
            "单位名称",
            "站点名称",
            "工作站名称",
            "工作站",
            "部门",
            "标题",
            "单位全称",
            "机构全称",
            "全称",
            "站名",
            "法律援助机构",
            "法律援助机构名称",
            "法律援助工作站",
            "法律援助工作站名称",
            "网点",
            "网点名称",
            "联络点",
            "联络点名称",
        ],
    ),
    (Column::Role, &["类型", "类别", "性质", "机构类型"]),
    (Column::Township, &["乡镇", "所在乡镇", "乡镇名称", "镇", "街道", "乡镇街道", "辖区"]),
    (Column::Address, &["地址", "办公地址", "详细地址", "地点", "办公地点", "位置"]),
    (Column::Hours, &["时间", "办公时间", "工作时间", "开放时间", "服务时间", "上班时间"]),
    (Column::Directions, &["路线", "怎么走", "乘车路线", "交通", "交通路线"]),
    (
        Column::Phone,
        &[
            "电话",
            "联系电话",
            "办公电话",
            "值班电话",
            "咨询电话",
            "投诉电话",
            "热线",
            "手机",
            "手机号",
            "联系方式",
            "固定电话",
            "座机",
            "电话号码",
            "手机号码",
            "移动电话",
            "办公室电话",
            "服务电话",
            "监督电话",
            "联系人及电话",
            "联系人和电话",
            "联系人电话",
            "电话/手机",
            "手机/电话",
            "电话及手机",
        ],
    ),
    (Column::CheckedOn, &["核实日期", "核对日期", "核实时间", "检查日期"]),
    (Column::CheckedBy, &["核实人", "核对人"]),
    (Column::Summary, &["简介", "说明", "摘要", "服务内容", "职责"]),
    (Column::Number, &["序号", "编号", "行号"]),
];

/// The column that a heading is known to stand over.
pub(super) fn known(heading: &str) -> Option<Column> {
    // No heading is a sentence; most cells of a table are told apart here.
    if heading.len() > LONGEST {
        return None;
    }
    let bare: String =
        heading.chars().filter(|c| !c.is_whitespace() && !"：:*＊".contains(*c)).collect();
    let bare = bare.split(['(', '（']).next().unwrap_or_default();
    HEADINGS.iter().find(|(_, words)| words.contains(&bare)).map(|(column, _)| *column)
}

/// Bytes of the longest heading, with a remark in a bracket.
const LONGEST: usize = 120;

/// Whether these columns are a table of offices: a name and a telephone or an address.
pub(super) fn suffice(columns: &[(Option<Column>, String)]) -> bool {
    let has = |wanted: Column| columns.iter().any(|(column, _)| *column == Some(wanted));
    has(Column::Name) && (has(Column::Phone) || has(Column::Address))
}
