// Counts and tells. A check is a name and what it found wrong; nothing wrong is a pass.

const started = Date.now();
let passed = 0;
const failed = [];

/** `wrong` is a list of sentences. */
export function record(name, wrong, remark = "") {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  if (wrong.length === 0) {
    passed += 1;
    console.log(`${seconds}s  ok      ${name}${remark ? `  (${remark})` : ""}`);
    return;
  }
  failed.push(name);
  console.log(`${seconds}s  FAILED  ${name}${remark ? `  (${remark})` : ""}`);
  const told = gather(wrong);
  for (const line of told.slice(0, 40)) console.log(`         ${line.replaceAll("\n", "\n         ")}`);
  if (told.length > 40) console.log(`         … and ${told.length - 40} more`);
}

/** The same fault on many pages is told once, with the first page and how many more have it. */
function gather(wrong) {
  const faults = new Map();
  for (const line of wrong) {
    const [, place, fault] = /^(\S+\.html[^:]*(?::\d+)*): ([^]*)$/.exec(line) ?? [null, "", line];
    faults.set(fault, [...(faults.get(fault) ?? []), place]);
  }
  return [...faults].map(([fault, [first, ...more]]) => `${first ? `${first}: ` : ""}${fault}${more.length ? `\n  (and in ${more.length} more places)` : ""}`);
}

/** Runs a check; what it throws is a failure of that check and of no other. */
export async function check(name, run) {
  try {
    const { wrong, remark } = await run();
    record(name, wrong, remark);
  } catch (error) {
    record(name, [String(error.stack ?? error)]);
  }
}

/** The closing line, and the exit code. */
export function close() {
  if (failed.length) console.log(`\nfailed: ${failed.join(", ")}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}
