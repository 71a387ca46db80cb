//! Pictures beside the pages, looked at once: their size, and what must not go out with them.

use rayon::prelude::*;

use crate::base::artifact::OutPath;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::files::{self, Found, State};
use crate::domain::identifier::find::scan;
use crate::domain::identifier::sighting::{Markup, in_file};
use crate::load::Memory;
use crate::load::entry::{is_page, slashed};
use crate::picture::{self, Flaw, LARGEST_FILE, Picture, Seen, Sort};
use crate::say;

/// A picture, if it is fit, and everything found on the way.
#[derive(Clone, Debug)]
pub(super) struct Read {
    picture: Option<Picture>,
    diagnostics: Vec<Diagnostic>,
    state: Option<State>,
}

/// Looks at the pictures among the files of `folder`; those of `static/` keep their names.
pub(super) fn load(
    folder: &str,
    list: &[Found],
    memory: &mut Memory,
    found: &mut Vec<Diagnostic>,
) -> Vec<(OutPath, Picture)> {
    let jobs: Vec<_> = list
        .iter()
        .filter(|file| !is_page(file))
        .map(|file| (file, format!("{folder}/{}", slashed(&file.relative))))
        .collect();
    for (_, name) in &jobs {
        found.extend(scan(name).first().map(|_| citizen_id(name, true)));
    }
    let kept = |name: &str, file: &Found| {
        let read = memory.pictures.get(name)?;
        (read.state.is_some() && read.state == files::state(&file.path)).then(|| read.clone())
    };
    let read: Vec<_> = jobs
        .into_par_iter()
        .filter(|(_, name)| picture::sort(name) != Sort::Other)
        .map(|(file, name)| {
            let read = kept(&name, file).unwrap_or_else(|| look(file, &name, folder == "static"));
            (file, name, read)
        })
        .collect();
    let mut pictures = Vec::new();
    for (file, name, read) in read {
        found.extend(read.diagnostics.iter().cloned());
        let path = OutPath::new(slashed(&file.relative)).ok();
        pictures.extend(path.zip(read.picture.clone()));
        memory.pictures.insert(name.into(), read);
    }
    pictures
}

fn look(file: &Found, name: &str, fixed: bool) -> Read {
    let mut found = Vec::new();
    let (state, bytes) = match files::read_within(&file.path, LARGEST_FILE) {
        Ok((state, bytes)) => (Some(state), bytes),
        Err(cause) => {
            found.push(flawed(name, &Flaw::Broken(cause.to_string())));
            return Read { picture: None, diagnostics: found, state: None };
        }
    };
    let Some(bytes) = bytes else {
        found.push(too_heavy(name, state.map_or(0, |state| state.size)));
        return Read { picture: None, diagnostics: found, state };
    };
    let seen = match picture::sort(name) {
        Sort::Unfit => Err(Flaw::Unfit),
        _ => picture::look(&bytes, fixed),
    };
    // A file of static/ keeps its name, and so its format: what would have to become another cannot.
    let seen = match seen {
        Ok(Seen { picture, .. }) if fixed && picture.paper_name(name) != *name => Err(Flaw::Unfit),
        other => other,
    };
    let picture = match seen {
        Ok(Seen { picture, located, moves, words }) => {
            found.extend(located.then(|| told_place(name)));
            found.extend(moves.then(|| moving(name)));
            // A drawing's words may be cut up by tags; the data of a photo is XML as well.
            let number = in_file(words.as_bytes(), Markup::Html).filter(|number| number.sure);
            found.extend(number.map(|_| citizen_id(name, false)));
            Some(picture)
        }
        Err(flaw) => {
            found.push(flawed(name, &flaw));
            None
        }
    };
    Read { picture, diagnostics: found, state }
}

fn told_place(name: &str) -> Diagnostic {
    Diagnostic::general(
        Code::LocatedPhoto,
        say!(zh: "照片 `{name}` 里存着拍摄地点", en: "the photo `{name}` says where it was taken"),
    )
    .hint(say!(
        zh: "发布的图片里不会有，但原件别再传给别人；拍照前在手机相机里关掉“位置”",
        en: "it does not go out with the site, but do not pass the original on; switch the place off in the phone's camera",
    ))
}

fn moving(name: &str) -> Diagnostic {
    Diagnostic::general(
        Code::MovingPicture,
        say!(
            zh: "图片 `{name}` 是动图，网站和印品里只有第一帧",
            en: "the picture `{name}` moves; only its first picture goes out, on the site and on paper",
        ),
    )
    .hint(say!(
        zh: "要紧的内容不在第一帧的，把那一帧另存为 PNG；讲步骤的，拆成几张图",
        en: "save the picture that matters as PNG, or show steps as several pictures",
    ))
}

fn citizen_id(name: &str, in_name: bool) -> Diagnostic {
    let message = if in_name {
        say!(zh: "文件名 `{name}` 里有居民身份证号码", en: "the file name `{name}` holds a citizen's ID number")
    } else {
        say!(
            zh: "图片 `{name}` 附带的文字里有居民身份证号码",
            en: "words inside the picture file `{name}` hold a citizen's ID number",
        )
    };
    Diagnostic::general(Code::CitizenIdInText, message).hint(say!(
        zh: "换一个文件名，或用画图软件另存一份干净的图片",
        en: "rename the file, or save a clean copy of the picture",
    ))
}

fn too_heavy(name: &str, size: u64) -> Diagnostic {
    let size = size >> 20;
    Diagnostic::general(
        Code::HugePicture,
        say!(zh: "图片 `{name}` 有 {size} MB，没有读取", en: "the picture `{name}` has {size} MB and was not read"),
    )
    .hint(say!(zh: "另存为较小的 JPG", en: "save it as a smaller JPG"))
}

/// What is said of a picture with a flaw.
fn flawed(name: &str, flaw: &Flaw) -> Diagnostic {
    match flaw {
        Flaw::Broken(why) => Diagnostic::general(
            Code::BrokenPicture,
            say!(zh: "图片 `{name}` 读不了：{why}", en: "the picture `{name}` cannot be read: {why}"),
        )
        .hint(say!(
            zh: "用看图软件打开试试；打不开就重新拷贝，打得开就另存为 JPG 或 PNG",
            en: "try to open it; if that fails copy it anew, else save it as JPG or PNG",
        )),
        Flaw::TooLarge { width, height } => Diagnostic::general(
            Code::HugePicture,
            say!(
                zh: "图片 `{name}` 有 {width}×{height} 像素，大得不像照片，没有解开",
                en: "the picture `{name}` has {width}×{height} pixels, more than any photo; it was not opened",
            ),
        )
        .hint(say!(zh: "缩小到长边 6000 像素以内", en: "make its longer side at most 6000 pixels")),
        Flaw::Active(what) => Diagnostic::general(
            Code::ActiveDrawing,
            say!(
                zh: "SVG 图 `{name}` 里有会运行或会联网的内容：{what}",
                en: "the drawing `{name}` holds something that runs or fetches: {what}",
            ),
        )
        .hint(say!(
            zh: "在画图软件里另存为“纯 SVG”，或导出为 PNG",
            en: "save it as plain SVG in the drawing program, or export it as PNG",
        )),
        Flaw::Unfit => Diagnostic::general(
            Code::UnfitPicture,
            say!(
                zh: "图片 `{name}` 的格式不能发布",
                en: "the picture `{name}` is in a format that cannot be published",
            ),
        )
        .hint(say!(
            zh: "另存为 JPG（照片）或 PNG（截图、图表），扩展名也要对上；苹果手机在“设置 → 相机 → 格式”里选“兼容性最佳”",
            en: "save it as JPG (photos) or PNG (screens, charts), with that file ending; on an iPhone choose “Most Compatible” in Settings, Camera, Formats",
        )),
    }
}
