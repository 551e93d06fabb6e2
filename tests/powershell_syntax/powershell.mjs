// Parses PowerShell with the tree-sitter grammar, quotes as PowerShell itself takes them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Language, Parser } from "web-tree-sitter";

const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(
  await Language.load(require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm")),
);

const single_quotes = /[\u2018-\u201B]/g;
const double_quotes = /[\u201C-\u201E]/g;
const dashes = /[\u2013-\u2015]/g;

// The grammar knows the ASCII quotes and dashes only, PowerShell takes the typographic ones as well
// (language specification, 2.2.3 and 2.3.5.2).  Each is one UTF-16 unit, so positions stay.
// It also refuses a digit in a parameter's name, which PowerShell allows (-OAuth2PermissionGrantId).
function shadow(source) {
  return source
    .replace(single_quotes, "'")
    .replace(double_quotes, '"')
    .replace(dashes, "-")
    .replace(/(?<=\s-)[A-Za-z]+[0-9][A-Za-z0-9]*/g, (name) => name.replace(/[0-9]/g, "x"));
}

// A tree whose nodes give the text of the real source.
export function parse(source) {
  const tree = parser.parse(shadow(source));
  return { root: tree.rootNode, text: (node) => source.slice(node.startIndex, node.endIndex) };
}

export function* descendants(node, type) {
  if (node.type === type) yield node;
  for (const child of node.namedChildren) yield* descendants(child, type);
}

// Where the grammar gave up: line and column from 1.
export function first_error(node) {
  if (node.isError || node.isMissing) return node.startPosition;
  for (const child of node.children) {
    const found = child.hasError || child.isMissing ? first_error(child) : null;
    if (found) return found;
  }
  return node.hasError ? node.startPosition : null;
}

// What a single-quoted literal stands for: two quotes in a row, of any of the five, are the first.
export function value_of_literal(literal) {
  const quote = /['\u2018-\u201B]/;
  const units = literal.slice(1, -1);
  let out = "";
  for (let i = 0; i < units.length; i++) {
    out += units[i];
    if (!quote.test(units[i])) continue;
    if (i + 1 >= units.length || !quote.test(units[i + 1]))
      throw new Error(`a quote ends the literal early: ${literal}`);
    i++;
  }
  return out;
}

export function read_script(path) {
  const bytes = readFileSync(path);
  if (!bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    throw new Error("no byte order mark: Windows PowerShell would take it for the Windows code page");
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
