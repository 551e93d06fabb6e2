// The part of SheetReader that reads steps, their answers and their rules.
#include <algorithm>
#include <cmath>

#include "sheet/names.h"
#include "sheet/reading_ease.h"
#include "sheet/sentences.h"
#include "sheet/sheet_reader.h"
#include "sheet/verb_first.h"

namespace digue::sheet {

void SheetReader::read_step(const YamlNode& node, const Measure& measure, const Action& action,
                            const std::string& section) {
  if (!nodes_.mapping(
          node, {"id", "kind", "title"},
          {"section",     "text",        "impacts", "remarks",      "preservation", "prerequisites",
           "analyses",    "scripts",     "answer",  "options",      "links",        "rules",
           "per_account", "destructive", "hidden",  "without_user", "undo",         "temporary",
           "proof",       "propose",     "mark"}))
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
  read_temporary(node, step);
  read_proof(node, step);
  read_proposals(node, step);
  read_mark(node, step);
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
  check_style(node, step);
}

// A question asks; what is to be done or looked for begins with its verb; nothing is hard to read.
void SheetReader::check_style(const YamlNode& node, const Step& step) {
  if (nodes_.only() == Language::english) return;
  const auto& title = node["title"].is_text() ? node["title"] : node["title"]["fr"];
  const bool is_action = step.kind == StepKind::act || step.kind == StepKind::look ||
                         step.kind == StepKind::alternative;
  if (is_action && !step.title.french.empty() && !starts_with_verb(step.title.french))
    nodes_.warn<sentences::verb_last>(place_of(title));
  if (step.kind == StepKind::ask && !step.title.french.empty() && !step.title.french.ends_with('?'))
    nodes_.warn<sentences::no_question_mark>(place_of(title));
  const auto& text = step.text.french;
  const auto& written = node["text"].is_text() ? node["text"] : node["text"]["fr"];
  const auto ease = reading_ease(text);
  if (word_count(text) >= measured_words && ease < plain_reading_ease)
    nodes_.warn<sentences::hard_to_read>(place_of(written), static_cast<int>(std::floor(ease)),
                                         static_cast<int>(plain_reading_ease));
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
  if (!takes_options(step.answer)) {
    if (answered && node["options"].present())
      nodes_.error<sentences::options_unread>(place_of(node["options"]),
                                              answer_type_name(step.answer));
    return;
  }
  if (!node["options"].present() && step.kind != StepKind::alternative)
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
  if (option.value == "none" || option.value == "some")
    nodes_.error<sentences::reserved_value>(place_of(node["value"]), option.value);
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
              nodes_.message(item, "title"), place_of(item["sheet"])};
    if (link.sheet.empty() && link.reference.empty())
      nodes_.error<sentences::no_way_in>(place_of(item));
    step.links.push_back(std::move(link));
  }
}

// What goes with one kind of step only.
void SheetReader::refuse_key(const YamlNode& node, std::string_view key, StepKind wanted,
                             const Step& step) {
  if (node[key].present() && step.kind != wanted)
    nodes_.error<sentences::other_kind>(place_of(node[key]), key, kind_name(wanted));
}

void SheetReader::read_temporary(const YamlNode& node, Step& step) {
  refuse_key(node, "temporary", StepKind::act, step);
  const auto& temporary = node["temporary"];
  if (!temporary.present() || !nodes_.mapping(temporary, {"review_hours", "lifted_by"})) return;
  const auto& lifted_by = temporary["lifted_by"];
  step.temporary = {nodes_.count(temporary, "review_hours"), nodes_.id(temporary, "lifted_by")};
  references_.push_back(
      {Reference::Kind::step, step.temporary->lifted_by, {}, place_of(lifted_by)});
  if (lifted_by.present() && step.temporary->lifted_by == step.id)
    nodes_.error<sentences::lifts_itself>(place_of(lifted_by), step.id);
}

void SheetReader::read_proof(const YamlNode& node, Step& step) {
  refuse_key(node, "proof", StepKind::act, step);
  const auto& proof = node["proof"];
  if (!proof.present() || !nodes_.mapping(proof, {"evidence"}, {"fr", "en"})) return;
  step.proof = {nodes_.id(proof, "evidence"), nodes_.texts(proof)};
  references_.push_back(
      {Reference::Kind::item, step.proof->evidence, {}, place_of(proof["evidence"])});
}

void SheetReader::read_proposals(const YamlNode& node, Step& step) {
  refuse_key(node, "propose", StepKind::ask, step);
  for (const auto& item : nodes_.list(node, "propose"))
    if (nodes_.mapping(item, {"value", "when", "reason"}))
      step.proposals.push_back({nodes_.id(item, "value"), conditions_.read(item["when"]),
                                nodes_.message(item, "reason"), place_of(item["value"])});
}

void SheetReader::read_mark(const YamlNode& node, Step& step) {
  static constexpr Names<std::size_t, 1> marks{{"conclusion"}};
  refuse_key(node, "mark", StepKind::ask, step);
  step.conclusion = node["mark"].present() && nodes_.named(node["mark"], marks).has_value();
}

std::vector<Evidence> SheetReader::read_preservation(const YamlNode& mapping) {
  std::vector<Evidence> out;
  for (const auto& node : nodes_.list(mapping, "preservation"))
    if (nodes_.mapping(node, {}, {"family", "fr", "en"}))
      out.push_back({nodes_.id(node, "family"), nodes_.texts(node)});
  return out;
}

// Stands for all Sigma rules that the product carries.
static constexpr std::string_view sigma_rules = "sigma";

std::vector<std::string> SheetReader::read_codes(const YamlNode& mapping, std::string_view key,
                                                 char letter) {
  std::vector<std::string> out;
  for (const auto& node : nodes_.list(mapping, key)) {
    const auto& code = node.text;
    const bool numbered = code.size() >= 2 && code.size() <= 4 && code[0] == letter &&
                          code.find_first_not_of("0123456789", 1) == std::string::npos;
    const bool good = numbered || (letter == 'R' && code == sigma_rules);
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
    sheet_.rules.push_back({step.id, conditions_.read(item["when"]), read_effects(item),
                            nodes_.message(item, "reason")});
  }
}

std::vector<Effect> SheetReader::read_effects(const YamlNode& mapping) {
  std::vector<Effect> out;
  for (const auto& node : nodes_.list(mapping, "effects"))
    if (nodes_.mapping(node, {"do"}, {"steps", "to", "contact", "clock"}))
      out.push_back(read_effect(node));
  return out;
}

// The id under a key that this effect wants, or has nothing to do with.
std::string SheetReader::read_target(const YamlNode& node, std::string_view key, bool wanted) {
  const auto& target = node[key];
  if (wanted && !target.present()) nodes_.error<sentences::missing_key>(place_of(node), key);
  if (!wanted && target.present())
    nodes_.error<sentences::needless_key>(place_of(target), key, node["do"].text.substr(0, 80));
  return wanted ? nodes_.id(node, key) : std::string();
}

Effect SheetReader::read_effect(const YamlNode& node) {
  using Kind = Effect::Kind;
  Effect effect;
  effect.place = place_of(node);
  effect.kind = nodes_.one_of(node, "do", effect_names, Kind::warn);
  effect.contact = read_target(node, "contact", effect.kind == Kind::call);
  effect.clock = read_target(node, "clock", effect.kind == Kind::clock);
  if (effect.kind == Kind::call) effect.place = place_of(node["contact"]);
  if (effect.kind == Kind::clock) effect.place = place_of(node["clock"]);
  const bool on_steps = effect.kind != Kind::call && effect.kind != Kind::clock;
  effect.steps = read_step_ids(node, "steps");
  if (on_steps && effect.steps.empty()) nodes_.error<sentences::empty_effect>(place_of(node));
  if (!on_steps && node["steps"].present())
    nodes_.error<sentences::needless_key>(place_of(node["steps"]), "steps",
                                          effect_name(effect.kind));
  const bool moves = effect.kind == Kind::raise || effect.kind == Kind::lower;
  effect.to = nodes_.one_of(node, "to", priority_names, Priority::p0);
  if (moves && !node["to"].present()) nodes_.error<sentences::missing_key>(place_of(node), "to");
  if (!moves && node["to"].present()) nodes_.error<sentences::needless_to>(place_of(node["to"]));
  return effect;
}

}  // namespace digue::sheet
