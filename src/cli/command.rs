//! The commands and options, said in either language.
//!
//! Built by hand rather than derived from types, because every sentence exists twice.

use clap::{Arg, ArgAction, Command, builder::PossibleValuesParser};

use crate::base::text::Lang;
use crate::scaffold::KindName;

/// Picks a sentence.
fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The whole command line.
pub(super) fn command(lang: Lang) -> Command {
    let p = |zh, en| pick(lang, zh, en);
    let command = Command::new("lantian")
        .version(env!("CARGO_PKG_VERSION"))
        .about(p(
            "蓝天：一个文件夹的 Markdown，做成县法律援助中心的网站和手册",
            "Lantian: one folder of Markdown becomes a county legal-aid centre's site and handbook",
        ))
        .after_help(p(
            "例子：\n  lantian init 我的网站     新建网站\n  lantian new case 张某讨薪案   新建一页案例\n  lantian check            检查\n  lantian build            生成 public/\n  lantian serve            边改边看\n\n退出码：0 正常，1 内容有错误，2 用法不对，3 机器出了问题",
            "Examples:\n  lantian init my-site          make a new site\n  lantian new case TITLE        make a new page\n  lantian check                 check\n  lantian build                 write public/\n  lantian serve                 see changes while editing\n\nExit codes: 0 fine, 1 the content has errors, 2 wrong usage, 3 the machine failed",
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommands(site_commands(lang))
        .subcommands(other_commands(lang));
    let command = shared(command, lang);
    localise(command, lang)
}

fn site_commands(lang: Lang) -> Vec<Command> {
    let p = |zh, en| pick(lang, zh, en);
    let mut commands =
        vec![
            Command::new("init").about(p("新建一个网站", "Make a new site")).arg(
                Arg::new("dir")
                    .value_name("DIR")
                    .required(true)
                    .help(p("文件夹，须为空或尚不存在", "A folder that is empty or not there yet")),
            ),
            Command::new("new")
                .about(p("新建一页，写好要填的字段", "Make a new page with the keys to fill in"))
                .arg(
                    Arg::new("kind")
                        .value_name("KIND")
                        .required(true)
                        .value_parser(kinds())
                        .help(p("页面类型", "Kind of page")),
                )
                .arg(Arg::new("title").value_name("TITLE").required(true).help(p("标题", "Title")))
                .arg(Arg::new("name").long("name").value_name("NAME").help(p(
                    "文件名（默认取标题的拼音）",
                    "File name (default: the title in pinyin)",
                )))
                .arg(date(lang)),
            Command::new("check")
                .about(p("检查内容，不写任何文件", "Check the content without writing anything"))
                .arg(date(lang))
                .arg(drafts(lang))
                .arg(no_print(lang))
                .arg(deny(lang))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("FORMAT")
                        .value_parser(["human", "json", "sarif"])
                        .default_value("human")
                        .help(p(
                            "结果的形式：给人看、JSON（每行一条）、SARIF",
                            "Form of the result: for people, JSON (one a line), SARIF",
                        )),
                )
                .arg(inspection(lang)),
            Command::new("build")
                .about(p(
                    "生成网站（public/）和供下载的印品",
                    "Write the site (public/) and the brochures to download",
                ))
                .arg(out(lang, "public"))
                .arg(date(lang))
                .arg(drafts(lang))
                .arg(no_print(lang))
                .arg(deny(lang))
                .arg(
                    Arg::new("base_url")
                        .long("base-url")
                        .value_name("URL")
                        .help(p("代替 site.toml 里的网址", "Instead of the address in site.toml")),
                )
                .arg(edition(lang))
                .args(handing_over(lang)),
            Command::new("print")
                .about(p("生成印品（print/）", "Write the brochures (print/)"))
                .arg(Arg::new("brochure").value_name("BROCHURE").num_args(0..).help(p(
                    "印品的 id；不写就是全部",
                    "Ids of brochures; all where none is named",
                )))
                .arg(out(lang, "print"))
                .arg(date(lang)),
        ];
    if cfg!(feature = "serve") {
        commands.push(serve(lang));
    }
    commands
}

/// What a build makes beside the folder, for whoever puts it on a server.
fn handing_over(lang: Lang) -> [Arg; 2] {
    let p = |zh, en| pick(lang, zh, en);
    [
        Arg::new("compress").long("compress").action(ArgAction::SetTrue).help(p(
            "给网页、样式、脚本各配一个 .gz，供服务器直接发送",
            "Put a .gz beside every page, style and script for the server to send",
        )),
        Arg::new("zip").long("zip").value_name("FILE").num_args(0..=1).default_missing_value("").help(
            p(
                "打成一个 zip，内附校验清单（默认放在输出文件夹旁边）",
                "Pack everything into a zip with a list of hashes (default: beside the output folder)",
            ),
        ),
    ]
}

fn inspection(lang: Lang) -> Arg {
    let p = |zh, en| pick(lang, zh, en);
    Arg::new("inspection")
        .long("inspection")
        .value_name("FILE")
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value("")
        .help(p(
            "网站自查报告：空白和久未更新的栏目、标签、死链、重量、对比度、得分；写 --inspection=报告.html 存成网页",
            "Inspection report: blank and stale columns, tags, dead links, weights, contrast, score; --inspection=FILE writes a page",
        ))
}

fn edition(lang: Lang) -> Arg {
    let p = |zh, en| pick(lang, zh, en);
    Arg::new("edition")
        .long("edition")
        .value_name("EDITION")
        .value_parser(["site", "column", "usb"])
        .default_value("site")
        .help(p(
            "放在哪里：site 独立网站、column 门户下的栏目、usb U 盘里双击打开",
            "Where it will live: site (own domain), column (below a portal), usb (opened from a stick)",
        ))
}

fn serve(lang: Lang) -> Command {
    let p = |zh, en| pick(lang, zh, en);
    Command::new("serve")
        .about(p("在本机预览，边改边看", "Preview on this machine and follow every change"))
        .arg(
            Arg::new("port")
                .long("port")
                .value_name("PORT")
                .value_parser(clap::value_parser!(u16))
                .default_value("8000")
                .help(p("端口；0 表示任选一个空闲的", "Port; 0 takes any that is free")),
        )
        .arg(date(lang))
        .arg(drafts(lang))
}

fn import(lang: Lang) -> Command {
    let p = |zh, en| pick(lang, zh, en);
    Command::new("import")
        .about(p(
            "从报纸、表格、Word 文稿导入页面，不盖已有的文件",
            "Take in pages from newspapers, tables and Word, never over a file that is there",
        ))
        .arg(
            Arg::new("what")
                .value_name("WHAT")
                .required(true)
                .value_parser(["notices", "contacts", "case"])
                .help(p(
                    "导入什么：notices 遗失声明（报纸文字），contacts 联系方式（csv、xlsx），case 案例（docx）",
                    "What to take in: notices (text of a newspaper), contacts (csv, xlsx), case (docx)",
                )),
        )
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .help(p("文件；- 表示从标准输入读", "The file; - reads standard input")),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["pages", "json"])
                .default_value("pages")
                .help(p(
                    "pages 写成页面，json 只打印读到的记录",
                    "pages writes pages, json prints the records and writes nothing",
                )),
        )
        .arg(Arg::new("source").long("source").value_name("NAME").help(p(
            "报纸名称，例如 滁州日报",
            "Name of the newspaper",
        )))
        .arg(Arg::new("page").long("page").value_name("PAGE").help(p("报纸版面", "Page of the newspaper")))
        .arg(Arg::new("name").long("name").value_name("NAME").help(p(
            "写成的文件名（默认：声明用日期，其余用标题的拼音）",
            "File name to write (default: the date for notices, else the title in pinyin)",
        )))
        .arg(Arg::new("date").long("date").value_name("YYYY-MM-DD").help(p(
            "报纸或文稿的日期（默认今天）",
            "Day of the newspaper or write-up (default: today)",
        )))
}

fn other_commands(lang: Lang) -> Vec<Command> {
    let p = |zh, en| pick(lang, zh, en);
    vec![
        Command::new("verify")
            .about(p(
                "核对已发布的网站与打包清单是否一致",
                "Compare a published copy with its list of hashes",
            ))
            .arg(
                Arg::new("dir")
                    .value_name("DIR")
                    .required(true)
                    .help(p("已发布的文件夹", "The published folder")),
            )
            .arg(Arg::new("manifest").long("manifest").value_name("FILE").help(p(
                "清单（默认用文件夹里的 SHA256SUMS）",
                "The list of hashes (default: SHA256SUMS in the folder)",
            ))),
        import(lang),
        Command::new("explain").about(p("解释一个诊断代码", "Explain a finding's code")).arg(
            Arg::new("code")
                .value_name("CODE")
                .help(p("例如 F102；不写就列出全部", "Such as F102; all where none is named")),
        ),
        Command::new("completions")
            .about(p("输出命令行补全脚本", "Print a completion script"))
            .arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(clap::value_parser!(clap_complete::Shell))
                    .help(p("命令行种类", "Which shell")),
            ),
    ]
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(KindName::ALL.map(KindName::word))
}

fn date(lang: Lang) -> Arg {
    Arg::new("date").long("date").value_name("YYYY-MM-DD").help(pick(
        lang,
        "按哪一天生成（默认今天）",
        "The day to make the site for (default: today)",
    ))
}

fn drafts(lang: Lang) -> Arg {
    Arg::new("drafts").long("drafts").action(ArgAction::SetTrue).help(pick(
        lang,
        "也要草稿",
        "Include drafts",
    ))
}

fn no_print(lang: Lang) -> Arg {
    Arg::new("no_print").long("no-print").action(ArgAction::SetTrue).help(pick(
        lang,
        "不做印品",
        "Leave the brochures out",
    ))
}

fn deny(lang: Lang) -> Arg {
    Arg::new("deny_warnings").long("deny-warnings").action(ArgAction::SetTrue).help(pick(
        lang,
        "有警告也算不通过",
        "Let warnings count as errors",
    ))
}

fn out(lang: Lang, usual: &'static str) -> Arg {
    let zh = if usual == "public" {
        "输出文件夹（默认 public/）"
    } else {
        "输出文件夹（默认 print/）"
    };
    let en = if usual == "public" {
        "Output folder (default: public/)"
    } else {
        "Output folder (default: print/)"
    };
    Arg::new("out").long("out").value_name("DIR").help(pick(lang, zh, en))
}

/// Options of every command.
fn shared(command: Command, lang: Lang) -> Command {
    let p = |zh, en| pick(lang, zh, en);
    command
        .arg(
            Arg::new("root")
                .long("root")
                .global(true)
                .value_name("DIR")
                .default_value(".")
                .help(p("网站文件夹（默认当前文件夹）", "The site's folder (default: here)")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("LANG")
                .value_parser(["zh", "en"])
                .help(p("语言：zh 或 en", "Language: zh or en")),
        )
        .arg(
            Arg::new("color")
                .long("color")
                .global(true)
                .value_name("WHEN")
                .value_parser(["auto", "always", "never"])
                .default_value("auto")
                .help(p("颜色：auto、always、never", "Colour: auto, always, never")),
        )
}

/// Headings and the help option, which clap itself says in English only.
fn localise(command: Command, lang: Lang) -> Command {
    let p = |zh, en| pick(lang, zh, en);
    let template = p(
        "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}\n",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}\n",
    );
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(p("显示帮助", "Show this help"));
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(p("显示版本", "Show the version"));
    let one = |command: Command| {
        command
            .help_template(template)
            .disable_help_flag(true)
            .disable_version_flag(true)
            .hide_possible_values_in(lang)
            .arg(help.clone())
            .subcommand_help_heading(p("命令", "Commands"))
            .subcommand_value_name(p("命令", "COMMAND"))
    };
    let command = command.mut_subcommands(|sub| headings(one(sub), lang));
    headings(one(command).arg(version), lang)
}

fn headings(command: Command, lang: Lang) -> Command {
    command.mut_args(|arg| {
        let named = arg.is_positional();
        let heading = match (lang, named) {
            (Lang::Zh, true) => "参数",
            (Lang::Zh, false) => "选项",
            (Lang::En, true) => "Arguments",
            (Lang::En, false) => "Options",
        };
        arg.help_heading(heading)
    })
}

/// Chinese help lists possible values in the sentence itself; clap's own list is English.
trait HideValues {
    fn hide_possible_values_in(self, lang: Lang) -> Self;
}

impl HideValues for Command {
    fn hide_possible_values_in(self, lang: Lang) -> Self {
        let chinese = lang == Lang::Zh;
        self.mut_args(|arg| {
            let keep = matches!(arg.get_id().as_str(), "kind" | "shell");
            if !arg.get_action().takes_values() {
                return arg;
            }
            let arg = arg.hide_default_value(true);
            if chinese && !keep { arg.hide_possible_values(true) } else { arg }
        })
    }
}

/// A completion script.
pub(super) fn completions(shell: clap_complete::Shell, lang: Lang) -> Vec<u8> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command(lang), "lantian", &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::command;
    use crate::base::text::Lang;

    #[test]
    fn the_command_line_holds_together() {
        command(Lang::Zh).debug_assert();
        command(Lang::En).debug_assert();
    }
}
