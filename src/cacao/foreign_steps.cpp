#include "cacao/foreign_steps.h"

#include "base/hash.h"
#include "base/text.h"
#include "cacao/sentences.h"
#include "cacao/sheet_nodes.h"
#include "sheet/node_reader.h"

namespace digue::cacao {

static constexpr std::size_t max_draft_steps = sheet::max_list_items;
static constexpr int max_branches = 100;

ForeignSteps::ForeignSteps(const YamlNode& playbook, std::string sheet, ForeignTexts& texts)
    : playbook_(playbook), sheet_(std::move(sheet)), texts_(texts) {
  for (const auto& [id, step] : playbook["workflow"].members) workflow_.emplace(id.text, &step);
}

std::vector<YamlNode> ForeignSteps::take() {
  follow(playbook_["workflow_start"].text, false);
  if (steps_.empty())
    add_step("do", texts_.both(playbook_["name"], tell<sentences::to_complete>()), false);
  return std::move(steps_);
}

ForeignSteps::Ids ForeignSteps::follow(std::string_view from, bool hidden) {
  Ids ids;
  std::string_view at = from;
  while (const auto* step = visited(at)) {
    for (auto& id : add(*step, hidden)) ids.push_back(std::move(id));
    const auto& next = (*step)["on_completion"];
    at = next.present() ? next.text : (*step)["on_success"].text;
  }
  return ids;
}

const YamlNode* ForeignSteps::visited(std::string_view id) {
  const auto found = workflow_.find(id);
  if (found == workflow_.end() || depth_ > max_branches) return nullptr;
  if (!seen_.insert(id).second || steps_.size() >= max_draft_steps) return nullptr;
  return found->second;
}

ForeignSteps::Ids ForeignSteps::branch(const YamlNode& target, bool hidden) {
  ++depth_;
  auto ids = follow(target.text, hidden);
  --depth_;
  return ids;
}

ForeignSteps::Ids ForeignSteps::add(const YamlNode& step, bool hidden) {
  const auto& type = step["type"].text;
  if (type == "action") return add_action(step, hidden);
  if (type == "if-condition" || type == "while-condition") return add_condition(step, hidden);
  if (type == "switch-condition") return add_switch(step, hidden);
  if (type == "playbook-action")
    return {add_step(
        "do",
        texts_.both(step["name"], tell<sentences::other_sheet>(texts_.clean(step["playbook_id"]))),
        hidden)};
  Ids ids;
  for (const auto& next : step["next_steps"].items)
    for (auto& id : branch(next, hidden)) ids.push_back(std::move(id));
  return ids;
}

std::string ForeignSteps::add_step(const char* kind, const Message& title, bool hidden) {
  auto step = mapping_node();
  auto id = sheet_ + "/1." + std::to_string(steps_.size() + 1);
  put(step, "id", text_node(id));
  put(step, "kind", text_node(kind));
  if (hidden) put(step, "hidden", text_node("yes"));
  put(step, "title", texts_node(title));
  steps_.push_back(std::move(step));
  return id;
}

ForeignSteps::Ids ForeignSteps::add_action(const YamlNode& step, bool hidden) {
  Ids ids;
  const auto& commands = step["commands"].items;
  for (const auto& command : commands) {
    const auto code = code_of(command);
    const auto title = texts_.both(step["name"], as_message(code.empty() ? "-" : code));
    ids.push_back(add_step("do", title, hidden));
    auto text = ids.size() == 1 ? texts_.clean(step["description"]) : std::string();
    const bool manual = command["type"].text == "manual";
    if (!code.empty() && code != title.english)
      text += (text.empty() ? "" : " ") +
              (manual ? code : "[" + texts_.clean(command["type"]) + "] " + code);
    if (!text.empty())
      put(steps_.back(), "text", texts_node(as_message(texts_.fitted(text, command))));
  }
  if (commands.empty())
    ids.push_back(add_step("do", texts_.both(step["name"], as_message("-")), hidden));
  return ids;
}
std::string ForeignSteps::code_of(const YamlNode& command) {
  if (command["command"].present()) return texts_.clean(command["command"]);
  auto decoded = from_base64(command["command_b64"].text);
  return decoded && is_utf8(*decoded) ? texts_.fitted(std::move(*decoded), command) : std::string();
}
std::size_t ForeignSteps::add_question(const YamlNode& step, const Message& condition,
                                       bool hidden) {
  const auto title = texts_.both(step["name"], condition);
  add_step("ask", title, hidden);
  const auto said = texts_.clean(step["description"]);
  if (title != condition)
    put(steps_.back(), "text",
        texts_node(said.empty() ? condition : tell<sentences::answered_so>(said, condition)));
  put(steps_.back(), "options", list_node());
  return steps_.size() - 1;
}
void ForeignSteps::add_option(std::size_t question, const std::string& value, const Message& label,
                              const Ids& shown) {
  auto option = mapping_node();
  put(option, "value", text_node(value));
  put(option, "label", texts_node(label));
  if (!shown.empty()) {
    put(option, "then", texts_node(tell<sentences::do_the_branch>()));
    auto effect = mapping_node();
    put(effect, "do", text_node("show"));
    auto steps = list_node();
    for (const auto& id : shown) steps.items.push_back(text_node(id));
    put(effect, "steps", std::move(steps));
    put(option, "effects", list_node()).items.push_back(std::move(effect));
  }
  // The options are what was put last into the question.
  steps_[question].members.back().value.items.push_back(std::move(option));
}

ForeignSteps::Ids ForeignSteps::add_condition(const YamlNode& step, bool hidden) {
  const auto question =
      add_question(step, tell<sentences::is_it_so>(texts_.clean(step["condition"])), hidden);
  const auto id = steps_[question]["id"].text;
  add_option(question, "yes", tell<sentences::yes>(), branch(step["on_true"], true));
  add_option(question, "no", tell<sentences::no>(), branch(step["on_false"], true));
  add_option(question, "unknown", tell<sentences::unknown>(), {});
  return {id};
}

ForeignSteps::Ids ForeignSteps::add_switch(const YamlNode& step, bool hidden) {
  const auto question =
      add_question(step, tell<sentences::which_one>(texts_.clean(step["switch"])), hidden);
  const auto id = steps_[question]["id"].text;
  std::set<std::string> values{"unknown", "none", "some"};
  for (const auto& [value, target] : step["cases"].members) {
    auto word = slug(value.text);
    while (!values.insert(word).second) word += "-x";
    add_option(question, word, texts_.both(value, as_message(word)), branch(target, true));
  }
  add_option(question, "unknown", tell<sentences::unknown>(), {});
  return {id};
}

}  // namespace digue::cacao
