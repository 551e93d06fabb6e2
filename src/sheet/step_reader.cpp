// The part of SheetReader that reads steps, their answers and their rules.
#include <algorithm>
#include <charconv>

#include "sheet/names.h"
#include "sheet/sentences.h"
#include "sheet/sheet_reader.h"

namespace digue::sheet {

void SheetReader::read_step(const YamlNode& node, const Measure& measure, const Action& action,
                            const std::string& section) {
  if (!nodes_.mapping(node, {"id", "kind", "title"},
                      {"section", "text", "impacts", "remarks", "preservation", "prerequisites",
                       "analyses", "scripts", "answer", "options", "links", "rules", "per_account",
                       "destructive", "hidden", "without_user", "undo"}))
    return;
  Step step;
  step.id = nodes_.id(node, "id");
  step.place = place_of(node["id"]);
  step.kind = nodes_.one_of(node, "kind", kind_names, StepKind::act);
  step.action = action.id;
  step.measure = measure.id;
  step.theme = measure.theme;
  step.priority = measure.priority;
  step.section = node["section"].present() ? nodes_.word(node, "section") : section;
  read_step_texts(node, step);
  step.preservation = read_preservation(node);
  step.prerequisites = read_step_ids(node, "prerequisites");
  step.analyses = read_codes(node, "analyses", 'R');
  step.scripts = read_codes(node, "scripts", 'C');
  step.per_account = nodes_.flag(node, "per_account");
  step.destructive = nodes_.flag(node, "destructive");
  step.hidden = nodes_.flag(node, "hidden");
  read_answers(node, step);
  read_links(node, step);
  read_rules(node, step);
  carry(Bearer::step, step.id, std::string(kind_name(step.kind)), step.title, node["id"]);
  sheet_.steps.push_back(std::move(step));
}

void SheetReader::read_step_texts(const YamlNode& node, Step& step) {
  step.title = nodes_.message(node, "title");
  step.text = nodes_.message(node, "text");
  step.impacts = read_impacts(node);
  step.remarks = read_remarks(node);
  step.without_user = nodes_.message(node, "without_user");
  step.with_user = node["without_user"].present();
  step.undo = nodes_.message(node, "undo");
}

// What a look or a plain question offers when the sheet does not say.
static std::vector<Option> usual_options(StepKind kind) {
  using namespace sentences;
  const bool look = kind == StepKind::look;
  return {{"yes", "", look ? tell<look_yes>() : tell<answer_yes>(), {}},
          {"no", "", look ? tell<look_no>() : tell<answer_no>(), {}},
          {"unknown", "", look ? tell<look_unknown>() : tell<answer_unknown>(), {}}};
}

void SheetReader::read_answers(const YamlNode& node, Step& step) {
  const bool answered = step.kind == StepKind::look || step.kind == StepKind::ask ||
                        step.kind == StepKind::alternative;
  step.answer = nodes_.one_of(node, "answer", answer_type_names,
                              answered ? AnswerType::choice : AnswerType::none);
  if (!answered && (node["options"].present() || node["answer"].present()))
    nodes_.error<sentences::unexpected_options>(step.place);
  for (const auto& option : nodes_.list(node, "options")) read_option(option, step);
  const bool takes_options =
      step.answer == AnswerType::choice || step.answer == AnswerType::several;
  if (takes_options && !node["options"].present() && step.kind != StepKind::alternative)
    step.options = usual_options(step.kind);
}

void SheetReader::read_option(const YamlNode& node, Step& step) {
  if (!nodes_.mapping(node, {"value", "label"}, {"item", "then", "effects"})) return;
  Option option;
  option.value = nodes_.id(node, "value");
  option.item = nodes_.id(node, "item");
  option.label = nodes_.message(node, "label");
  option.then = nodes_.message(node, "then");
  const auto repeated = std::find_if(step.options.begin(), step.options.end(),
                                     [&](const Option& o) { return o.value == option.value; });
  if (repeated != step.options.end())
    nodes_.error<sentences::duplicate_id>(place_of(node), option.value, step.place.line);
  carry(Bearer::option, option.item, step.id, option.label, node);
  if (auto effects = read_effects(node); !effects.empty()) {
    if (option.then.french.empty()) nodes_.error<sentences::effect_without_reason>(place_of(node));
    sheet_.rules.push_back({step.id,
                            {Condition::Kind::answer, {}, step.id, {option.value}, 0},
                            std::move(effects),
                            option.then});
  }
  step.options.push_back(std::move(option));
}

void SheetReader::read_links(const YamlNode& node, Step& step) {
  for (const auto& item : nodes_.list(node, "links")) {
    if (!nodes_.mapping(item, {"title"}, {"sheet", "reference"})) continue;
    Link link{nodes_.id(item, "sheet"), nodes_.word(item, "reference"),
              nodes_.message(item, "title")};
    if (link.sheet.empty() && link.reference.empty())
      nodes_.error<sentences::no_way_in>(place_of(item));
    step.links.push_back(std::move(link));
  }
}

std::vector<Evidence> SheetReader::read_preservation(const YamlNode& mapping) {
  std::vector<Evidence> out;
  for (const auto& node : nodes_.list(mapping, "preservation"))
    if (nodes_.mapping(node, {}, {"family", "fr", "en"}))
      out.push_back({nodes_.id(node, "family"), nodes_.texts(node)});
  return out;
}

std::vector<std::string> SheetReader::read_codes(const YamlNode& mapping, std::string_view key,
                                                 char letter) {
  std::vector<std::string> out;
  for (const auto& node : nodes_.list(mapping, key)) {
    const auto& code = node.text;
    const bool good = code.size() >= 2 && code.size() <= 4 && code[0] == letter &&
                      code.find_first_not_of("0123456789", 1) == std::string::npos;
    if (good)
      out.push_back(code);
    else
      nodes_.error<sentences::not_a_code>(place_of(node), code.substr(0, 80),
                                          std::string(1, letter));
  }
  return out;
}

std::vector<std::string> SheetReader::read_step_ids(const YamlNode& mapping, std::string_view key) {
  std::vector<std::string> out;
  for (const auto& node : nodes_.list(mapping, key)) {
    const auto id = nodes_.id_of(node);
    if (id.empty()) continue;
    references_.push_back({Reference::Kind::step, id, {}, place_of(node)});
    out.push_back(id);
  }
  return out;
}

void SheetReader::read_rules(const YamlNode& node, const Step& step) {
  const auto& rules = node["rules"];
  if (step.kind == StepKind::rule && !rules.present())
    nodes_.error<sentences::no_rules>(step.place);
  for (const auto& item : nodes_.list(node, "rules")) {
    if (!nodes_.mapping(item, {"when", "effects", "reason"})) continue;
    sheet_.rules.push_back({step.id, read_condition(item["when"]), read_effects(item),
                            nodes_.message(item, "reason")});
  }
}

Condition SheetReader::read_condition(const YamlNode& node) {
  using Kind = Condition::Kind;
  if (!nodes_.mapping(node, {},
                      {"all", "any", "not", "answer", "step", "evidence", "accounts", "is"}))
    return {};
  const auto heads = std::count_if(node.members.begin(), node.members.end(),
                                   [](const auto& member) { return member.key.text != "is"; });
  if (heads != 1) {
    nodes_.error<sentences::one_condition>(place_of(node));
    return {};
  }
  if (node["all"].present()) return read_parts(node["all"], Kind::all);
  if (node["any"].present()) return read_parts(node["any"], Kind::any);
  if (node["not"].present()) return {Kind::negation, {read_condition(node["not"])}, "", {}, 0};
  if (node["accounts"].present()) return read_accounts(node["accounts"]);
  if (node["answer"].present()) return read_question(node, "answer", Kind::answer);
  if (node["step"].present()) return read_question(node, "step", Kind::state);
  return read_question(node, "evidence", Kind::evidence);
}

Condition SheetReader::read_accounts(const YamlNode& node) {
  Condition out{Condition::Kind::accounts, {}, "", {}, 0};
  const auto* end = node.text.data() + node.text.size();
  const auto read = std::from_chars(node.text.data(), end, out.at_least);
  if (read.ec != std::errc{} || read.ptr != end || out.at_least < 1 || out.at_least > 1000)
    nodes_.error<sentences::not_a_count>(place_of(node));
  return out;
}

static Reference::Kind reference_of(Condition::Kind kind) {
  if (kind == Condition::Kind::answer) return Reference::Kind::answer;
  return kind == Condition::Kind::state ? Reference::Kind::step : Reference::Kind::item;
}

Condition SheetReader::read_question(const YamlNode& node, std::string_view key,
                                     Condition::Kind kind) {
  Condition out{kind, {}, nodes_.id(node, key), read_values(node, kind), 0};
  references_.push_back({reference_of(kind), out.item, out.values, place_of(node[key])});
  return out;
}

Condition SheetReader::read_parts(const YamlNode& node, Condition::Kind kind) {
  Condition out{kind, {}, "", {}, 0};
  if (node.kind != YamlNode::Kind::list || node.items.empty() ||
      node.items.size() > max_list_items) {
    nodes_.error<sentences::need_list>(place_of(node));
    return out;
  }
  for (const auto& part : node.items) out.parts.push_back(read_condition(part));
  return out;
}

std::vector<std::string> SheetReader::read_values(const YamlNode& mapping, Condition::Kind kind) {
  static constexpr Names<std::size_t, 8> states{{"to-do", "in-progress", "done", "partial",
                                                 "impossible", "not-applicable", "delegated",
                                                 "postponed"}};
  static constexpr Names<std::size_t, 4> answers{{"yes", "no", "unknown", "none"}};
  const auto& node = mapping["is"];
  if (!node.present()) nodes_.error<sentences::missing_key>(place_of(mapping), "is");
  const bool listed = node.kind == YamlNode::Kind::list;
  const std::span<const YamlNode> values(listed ? node.items.data() : &node,
                                         listed ? node.items.size() : node.present());
  std::vector<std::string> out;
  for (const auto& value : values) {
    if (kind == Condition::Kind::state) nodes_.named(value, states);
    if (kind == Condition::Kind::evidence) nodes_.named(value, answers);
    out.push_back(nodes_.id_of(value));
  }
  return out;
}

std::vector<Effect> SheetReader::read_effects(const YamlNode& mapping) {
  std::vector<Effect> out;
  for (const auto& node : nodes_.list(mapping, "effects"))
    if (nodes_.mapping(node, {"do", "steps"}, {"to"})) out.push_back(read_effect(node));
  return out;
}

Effect SheetReader::read_effect(const YamlNode& node) {
  Effect effect;
  effect.kind = nodes_.one_of(node, "do", effect_names, Effect::Kind::warn);
  effect.steps = read_step_ids(node, "steps");
  if (effect.steps.empty()) nodes_.error<sentences::empty_effect>(place_of(node));
  const bool moves = effect.kind == Effect::Kind::raise || effect.kind == Effect::Kind::lower;
  effect.to = nodes_.one_of(node, "to", priority_names, Priority::p0);
  if (moves && !node["to"].present()) nodes_.error<sentences::missing_key>(place_of(node), "to");
  if (!moves && node["to"].present()) nodes_.error<sentences::needless_to>(place_of(node["to"]));
  return effect;
}

}  // namespace digue::sheet
