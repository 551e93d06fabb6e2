// node undo.mjs FOLDER: runs the scripts that test_produce wrote to FOLDER against a tenant that is
// not one.  A dry run changes nothing; each script changes something; its reverse puts it all back.
import { existsSync, readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";

const skipped = 77; // CTest's SKIP_RETURN_CODE
if (!existsSync(new URL("node_modules/web-tree-sitter", import.meta.url))) {
  console.log("SKIPPED: run `npm ci --ignore-scripts` in tests/powershell_syntax first");
  process.exit(skipped);
}
const { read_script } = await import("./powershell.mjs");
const { Script } = await import("./evaluate.mjs");
const { cmdlets, taken_tenant } = await import("./tenant.mjs");

let failures = 0;
function check(holds, what) {
  if (holds) return;
  failures++;
  console.log(what);
}

// Order is not state.
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}
const same = (a, b) => isDeepStrictEqual(sorted(a), sorted(b));

const folder = process.argv[2];
const files = readdirSync(folder).filter((file) => file.endsWith(".ps1") && !file.endsWith("-reverse.ps1")).sort();
for (const file of files) {
  const source = read_script(join(folder, file));
  const before = taken_tenant();

  const untouched = taken_tenant();
  const dry = new Script(source, cmdlets(untouched), { apply: false }).run();
  check(same(untouched, before), `${file}: a dry run changes something`);
  if (dry.actions.length === 0) continue; // tasks to do by hand only
  check(dry.actions.some((action) => action.found > 0), `${file}: finds nothing to act on`);

  const tenant = taken_tenant();
  const done = new Script(source, cmdlets(tenant), { apply: true }).run();
  check(!same(tenant, before), `${file}: changes nothing`);
  const again = structuredClone(tenant);

  const reverse = join(folder, file.replace(".ps1", "-reverse.ps1"));
  if (!existsSync(reverse)) {
    check(/^(.*-)?C[23]-/.test(file), `${file}: has no reverse script`);
    continue;
  }
  new Script(read_script(reverse), cmdlets(again), { apply: true, from: done.saved }).run();
  check(same(again, before), `${file}: the reverse script does not restore the state:\n` +
    `  before ${JSON.stringify(sorted(before))}\n  after  ${JSON.stringify(sorted(again))}`);
}
check(files.length >= 15, `only ${files.length} scripts`);
console.log(`${files.length} scripts run and undone`);
process.exit(failures ? 1 : 0);
