// Runs the actions of a containment script against a tenant that is not one: enough of PowerShell
// for the commands that our scripts are made of, read off the parse tree.  Anything else is an error.
import { descendants, parse, value_of_literal } from "./powershell.mjs";

const listed = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const same_text = (a, b) => String(a ?? "") === String(b ?? "");
const same_folded = (a, b) => String(a ?? "").toLowerCase() === String(b ?? "").toLowerCase();

export class Script {
  // `cmdlets`: name to function(parameters, positional, item).
  constructor(source, cmdlets, { apply, saved = {}, from = {} }) {
    Object.assign(this, { cmdlets, apply, saved, from, actions: [] });
    const { root, text } = parse(source.replace(/^\uFEFF/, ""));
    this.root = root;
    this.text = text;
  }

  // Save-State and Invoke-Action in the order of the script, as its own frame would call them.
  run() {
    for (const command of descendants(this.root, "command")) {
      const name = this.name_of(command);
      if (name === "Save-State") this.save(command);
      if (name === "Invoke-Action") this.act(command);
    }
    return this;
  }

  name_of(command) {
    const name = command.childForFieldName("command_name");
    return name?.type === "command_name" ? this.text(name) : null;
  }

  save(command) {
    const { positional } = this.arguments_of(command, null);
    const [name, block] = positional;
    this.saved[`${name}.clixml`] = structuredClone(listed(this.block(block, null)));
  }

  act(command) {
    const { named } = this.arguments_of(command, null);
    const found = listed(this.block(named.Find, null));
    this.actions.push({ what: named.What, found: found.length });
    if (this.apply) for (const item of found) this.block(named.Change, item);
  }

  // The value of the last statement of a script block.
  block(node, item) {
    let value;
    const body = [...node.namedChildren].find((child) => child.type === "script_block");
    for (const list of body.namedChildren[0].namedChildren)
      for (const statement of list.namedChildren) value = this.value(statement, item);
    return value;
  }

  arguments_of(command, item) {
    const named = {};
    const positional = [];
    const elements = command.childForFieldName("command_elements")?.namedChildren ?? [];
    const parts = elements.filter((element) => element.type !== "command_argument_sep");
    for (let i = 0; i < parts.length; i++) {
      if (parts[i].type !== "command_parameter") {
        positional.push(this.value(parts[i], item));
        continue;
      }
      const has_value = i + 1 < parts.length && parts[i + 1].type !== "command_parameter";
      named[this.text(parts[i]).slice(1)] = has_value ? this.value(parts[++i], item) : true;
    }
    return { named, positional };
  }

  pipeline(node, item) {
    let flow;
    node.namedChildren.forEach((stage, index) => {
      flow = stage.type === "command" ? this.command(stage, item, index === 0 ? [] : listed(flow)) : this.value(stage, item);
    });
    return flow;
  }

  command(command, item, input) {
    const name = this.name_of(command);
    const { named, positional } = this.arguments_of(command, item);
    switch (name) {
      case "Where-Object":
        return input.filter((one) => this.block(positional[0], one));
      case "ForEach-Object":
        return input.flatMap((one) => listed(this.block(positional[0], one)));
      case "Select-Single":
        if (input.length > 1) throw new Error("several objects of one name");
        return input;
      case "Join-Path":
        return { folder: positional[0], file: positional[1] };
      case "Import-Clixml":
        return structuredClone(named.LiteralPath.folder[named.LiteralPath.file]);
      default:
        if (!(name in this.cmdlets)) throw new Error(`no such command here: ${name}`);
        return this.cmdlets[name](named, positional);
    }
  }

  value(node, item) {
    switch (node.type) {
      case "string_literal":
        return value_of_literal(this.text(node));
      case "integer_literal":
        return Number(this.text(node));
      case "generic_token":
        return this.text(node);
      case "variable":
        return this.variable(this.text(node), item);
      case "script_block_expression":
        return node;
      case "command":
        return this.command(node, item, []);
      case "pipeline_chain":
        return this.pipeline(node, item);
      case "array_expression":
        return node.namedChildren.flatMap((child) => listed(this.value(child, item)));
      case "hash_literal_expression":
        return this.hash(node, item);
      case "member_access":
        return this.member(node, item);
      case "element_access":
        return this.value(node.namedChildren[0], item)?.[this.value(node.namedChildren[1], item)];
      case "cast_expression":
        return String(this.value(node.namedChildren[1], item) ?? "");
      case "invokation_expression":
        return this.call(node, item);
      case "logical_expression":
      case "comparison_expression":
      case "additive_expression":
      case "expression_with_unary_operator":
        if (node.children.length > 1) return this.operation(node, item);
    }
    if (node.namedChildCount === 0) throw new Error(`no value: ${node.type} ${this.text(node)}`);
    if (node.namedChildCount === 1) return this.value(node.namedChildren[0], item);
    return node.namedChildren.map((child) => this.value(child, item)); // 'a', 'b'
  }

  variable(name, item) {
    const known = { $_: item, $null: null, $true: true, $false: false, $From: this.from };
    if (!(name in known)) throw new Error(`no such variable here: ${name}`);
    return known[name];
  }

  hash(node, item) {
    const entries = [...descendants(node, "hash_entry")].map((entry) => {
      const [key, value] = entry.namedChildren;
      const literal = descendants(key, "string_literal").next().value;
      return [literal ? value_of_literal(this.text(literal)) : this.text(key), this.value(value, item)];
    });
    return Object.fromEntries(entries);
  }

  member(node, item) {
    const object = this.value(node.namedChildren[0], item);
    const one = Array.isArray(object) ? object[0] : object;
    return one?.[this.text(node.namedChildren[1])];
  }

  // Dates do not count here; of the rest only the age of a log is asked.
  call(node, item) {
    const name = this.text(node.namedChildren[1]);
    if (name === "Parse") return { TotalDays: Number.parseInt(this.value(node.namedChildren[2], item), 10) };
    if (name === "ToUniversalTime" || name === "AddDays") return "a date";
    throw new Error(`no such method here: ${name}`);
  }

  operation(node, item) {
    if (node.type === "expression_with_unary_operator") {
      const operand = this.value(node.namedChildren[0], item);
      return node.children[0].type === "-not" ? !operand : operand;
    }
    if (node.type === "comparison_expression") {
      const [left, operator, right] = node.namedChildren;
      return this.compare(this.value(left, item), this.text(operator), this.value(right, item));
    }
    const values = node.namedChildren.map((child) => () => this.value(child, item));
    if (node.type === "additive_expression") return values.map((value) => value()).join("");
    const operators = node.children.filter((child) => !child.isNamed).map((child) => child.type);
    return operators.includes("-or") ? values.some((value) => value()) : values.every((value) => value());
  }

  compare(left, operator, right) {
    switch (operator) {
      case "-ceq":
        return same_text(left, right);
      case "-eq":
        return same_folded(left, right);
      case "-ne":
        return !same_folded(left, right);
      case "-lt":
        return left < right;
      default:
        throw new Error(`no such operator here: ${operator}`);
    }
  }
}
