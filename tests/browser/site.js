// The sites that are looked at: this repository's own, and one of a thousand pages made from it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The day all sites are built for, so that two runs look at the same bytes. */
export const TODAY = "2026-11-25";

/** The program: `LANTIAN`, else what `cargo build` made. */
function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(repository, "target");
  return process.env.LANTIAN ?? resolve(repository, target, "debug/lantian");
}

/** A folder of its own for this run; gone when the run ends. */
export const scratch = mkdtempSync(join(tmpdir(), "lantian-browser-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

export class Site {
  // The base address has no folder: the site is served from the root here.
  constructor(name, root) {
    this.name = name;
    this.folder = join(scratch, `${name}-public`);
    const order = ["build", "--no-print", "--date", TODAY, "--base-url", "https://www.example.gov.cn/", "--root", root, "--out", this.folder];
    execFileSync(program(), order, { stdio: "pipe" });
    this.files = walk(this.folder).sort();
    this.pages = this.files.filter((file) => file.endsWith(".html"));
  }

  read(file) {
    return readFileSync(join(this.folder, file), "utf8");
  }

  size(file) {
    return statSync(join(this.folder, file)).size;
  }

  /**
   * A few pages that stand for all: everything at the top, and of each folder the list, the
   * longest and the shortest page.
   */
  sample() {
    const folders = new Map();
    for (const page of this.pages) {
      const folder = posix.dirname(page);
      folders.set(folder, [...(folders.get(folder) ?? []), page]);
    }
    const chosen = new Set();
    for (const [folder, pages] of folders) {
      if (folder === ".") {
        pages.forEach((page) => chosen.add(page));
        continue;
      }
      const bySize = pages.filter((page) => !page.endsWith("/index.html")).sort((a, b) => this.size(a) - this.size(b));
      pages.filter((page) => page.endsWith("/index.html")).forEach((page) => chosen.add(page));
      if (bySize.length) chosen.add(bySize.at(-1)).add(bySize[0]);
    }
    return [...chosen].sort();
  }
}

function walk(folder, under = "") {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    return entry.isDirectory() ? walk(folder, path) : [path];
  });
}

export function sampleSite() {
  return new Site("sample", repository);
}

const MATTERS = ["劳动报酬", "交通事故", "婚姻家庭", "赡养", "工伤", "医疗损害"];
const GROUPS = ["农民工", "老年人", "妇女", "未成年人", "残疾人"];
const TOWNS = ["定城镇", "炉桥镇", "永康镇", "吴圩镇", "三和集镇", "藕塘镇"];
const WORDS = [
  "工作站当天受理，当天指派律师。",
  "双方在法院主持下达成协议，钱款分两次付清。",
  "受援人不识字，工作人员念给他听，由他按手印。",
  "律师先后去了村委会、医院和劳动监察大队取证。",
  "法院采纳了律师的意见，判决对方承担责任。",
];

function paragraph(number, length) {
  return Array.from({ length }, (_, at) => WORDS[(number * 7 + at * 3) % WORDS.length]).join("");
}

function caseText(n) {
  // Every fifth number is an article.
  const before = n === 0 ? 0 : n % 5 === 0 ? n - 2 : n - 1;
  const matter = MATTERS[n % MATTERS.length];
  const head = [
    `title = "对第${n}号受援人${matter}纠纷提供法律援助案"`,
    `date = ${2021 + (n % 5)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`,
    `summary = "第${n}号案件：${matter}，${TOWNS[n % TOWNS.length]}。"`,
    `category = "${matter}"`,
    `case_type = "civil"`,
    `groups = ["${GROUPS[n % GROUPS.length]}"]`,
    `township = "${TOWNS[n % TOWNS.length]}"`,
    `consent = true`,
    `laws = ["法律援助法#31"]`,
  ].join("\n");
  const parts = ["案情简介", "办理过程", "法律分析", "典型意义"];
  const body = parts.map((part, at) => `## ${part}\n\n${paragraph(n + at, 4 + (n % 20))}\n`).join("\n");
  const link = `\n另见[上一件](wide-${before}.md)和[去哪里申请](../channels/window.md)。\n`;
  return `+++\n${head}\n+++\n\n${body}${link}`;
}

function articleText(n) {
  const rows = Array.from({ length: 12 }, (_, row) => `| 第${row}周 | ${n + row} | ${paragraph(row, 2)} |`).join("\n");
  return `+++
title = "援助动态第${n}期：${"工作人员走进村组讲法律，一直讲到太阳落山".slice(0, 8 + (n % 12))}"
date = ${2022 + (n % 4)}-${String(1 + (n % 12)).padStart(2, "0")}-15
summary = "第${n}期。"
source = "本中心"
author = "通讯员"
+++

${paragraph(n, 6)}

> [!NOTE]
> 申请法律援助不收钱。

| 时间 | 人数 | 情况 |
|---|---|---|
${rows}

- [ ] 带身份证
- [x] 打电话问过

${paragraph(n + 1, 6)}[^1]

[^1]: 第${n}期的脚注。
`;
}

/** This repository's site with cases and articles added until it has a thousand pages. */
export function wideSite() {
  const root = join(scratch, "wide-source");
  for (const part of ["content", "site.toml"]) {
    cpSync(join(repository, part), join(root, part), { recursive: true });
  }
  let left = 1000 - walk(join(root, "content")).filter((file) => file.endsWith(".md")).length;
  mkdirSync(join(root, "content/cases"), { recursive: true });
  for (let n = 0; left > 0; n += 1, left -= 1) {
    const [folder, text] = n % 5 === 4 ? ["articles", articleText(n)] : ["cases", caseText(n)];
    writeFileSync(join(root, `content/${folder}/wide-${n}.md`), text);
  }
  return new Site("wide", root);
}
