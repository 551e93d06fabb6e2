// node check.mjs FOLDER [--scripts]: checks every script and every literal that test_produce wrote to FOLDER.
//   *.ps1           must parse, and may change things only where -Apply is asked for
//   literals.jsonl  {"name", "literal"}: the literal must be read back as the name
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const skipped = 77; // CTest's SKIP_RETURN_CODE
if (!existsSync(new URL("node_modules/web-tree-sitter", import.meta.url))) {
  console.log("SKIPPED: run `npm ci --ignore-scripts` in tests/powershell_syntax first");
  process.exit(skipped);
}
const { descendants, first_error, parse, read_script, value_of_literal } = await import(
  "./powershell.mjs"
);

let failures = 0;
function fail(where, why) {
  failures++;
  console.log(`${where}: ${why}`);
}

// Cmdlets by their approved verb: what only reads, or touches this machine alone.
const reading = /^(Get|Import|Where|ForEach|Select|Join|Test|Write|Out|Connect|ConvertTo|Read|Select)-/;
const own = new Set([
  "Invoke-Action", "Show-Task", "Save-State", "New-Item", "Start-Transcript", "Stop-Transcript",
  "Export-Clixml", "Export-Csv",
]);

function inside_change(node, text) {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type !== "script_block_expression") continue;
    const before = at.parent?.parent?.parent && preceding_parameter(at);
    if (before && text(before) === "-Change") return true;
  }
  return false;
}

// The parameter that a script block is the argument of.
function preceding_parameter(block) {
  let at = block;
  while (at && at.parent?.type !== "command_elements") at = at.parent;
  for (let before = at?.previousNamedSibling; before; before = before.previousNamedSibling)
    if (before.type !== "command_argument_sep") return before.type === "command_parameter" ? before : null;
  return null;
}

function enclosing_function(node, text) {
  for (let at = node.parent; at; at = at.parent)
    if (at.type === "function_statement") return text(at.namedChildren.find((c) => c.type === "function_name"));
  return null;
}

function check_script(name, source) {
  const { root, text } = parse(source.replace(/^\uFEFF/, ""));
  const error = first_error(root);
  if (error) return fail(name, `does not parse at line ${error.row + 1}, column ${error.column + 1}`);
  let changes = 0;
  for (const command of descendants(root, "command")) {
    const called = command.childForFieldName("command_name");
    if (!called || called.type !== "command_name") continue; // & $Find
    const cmdlet = text(called);
    if (reading.test(cmdlet) || own.has(cmdlet)) continue;
    if (!/^[A-Z][A-Za-z]+-[A-Za-z0-9]+$/.test(cmdlet)) fail(name, `not a cmdlet: ${cmdlet}`);
    // A tool of the script that changes things is itself called from -Change alone.
    const tool = enclosing_function(command, text);
    if (inside_change(command, text) || (tool && !reading.test(tool) && !own.has(tool))) changes++;
    else fail(name, `${cmdlet} would run without -Apply`);
  }
  return changes;
}

function check_literal(line) {
  const { name, literal } = JSON.parse(line);
  if (literal === null) {
    // Independent of the product: invisible by Unicode's own categories, unassigned, or too long.
    if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(name) && Buffer.byteLength(name) <= 4096)
      fail(JSON.stringify(name), "refused without a reason");
    return;
  }
  const { root, text } = parse(`Write-Output ${literal}; Write-Output 'after'`);
  const found = [...descendants(root, "string_literal")];
  if (first_error(root) || found.length !== 2 || text(found[0]) !== literal)
    return fail(JSON.stringify(name), `does not stay one literal: ${literal}`);
  if (value_of_literal(text(found[0])) !== name) fail(JSON.stringify(name), `is read as another: ${literal}`);
}

const folder = process.argv[2];
const scripts = readdirSync(folder).filter((file) => file.endsWith(".ps1")).sort();
let changes = 0;
for (const file of scripts) changes += check_script(file, read_script(join(folder, file))) ?? 0;
const only_scripts = process.argv[3] === "--scripts";
const literals = only_scripts ? [] : readFileSync(join(folder, "literals.jsonl"), "utf8").trimEnd().split("\n");
literals.forEach(check_literal);
const least = only_scripts ? [1, 1, 0] : [10, 20, 2000];
if ([scripts.length, changes, literals.length].some((count, at) => count < least[at])) fail(folder, "too little to check");
console.log(`${scripts.length} scripts, ${changes} changing commands, ${literals.length} literals`);
process.exit(failures ? 1 : 0);
