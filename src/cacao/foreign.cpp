#include "cacao/foreign.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "cacao/sentences.h"
#include "sheet/node_reader.h"

namespace digue::cacao {

using sheet::Problem;

static YamlNode text_node(std::string text) {
  YamlNode node;
  node.kind = YamlNode::Kind::text;
  node.text = std::move(text);
  return node;
}

static YamlNode mapping_node() {
  YamlNode node;
  node.kind = YamlNode::Kind::mapping;
  return node;
}

static YamlNode list_node() {
  YamlNode node;
  node.kind = YamlNode::Kind::list;
  return node;
}

static YamlNode& put(YamlNode& mapping, std::string key, YamlNode value) {
  mapping.members.push_back({text_node(std::move(key)), std::move(value)});
  return mapping.members.back().value;
}

static YamlNode texts_node(const Message& message) {
  auto node = mapping_node();
  put(node, "fr", text_node(message.french));
  put(node, "en", text_node(message.english));
  return node;
}

// The words of a name that an id can be made of: "Bad MAC Address" is "bad-mac-address".
static std::string slug(std::string_view name) {
  std::string out;
  for (const char c : folded(name.substr(0, 200))) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  out.resize(std::min<std::size_t>(out.size(), 40));
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "playbook" : out;
}

// The properties that find their place in the draft.
static bool is_carried(std::string_view property) {
  static constexpr std::array known{"type",
                                    "spec_version",
                                    "id",
                                    "name",
                                    "description",
                                    "created_by",
                                    "modified",
                                    "workflow_start",
                                    "workflow",
                                    "on_completion",
                                    "on_success",
                                    "on_true",
                                    "on_false",
                                    "cases",
                                    "next_steps",
                                    "condition",
                                    "switch",
                                    "commands",
                                    "command_b64",
                                    "command",
                                    "playbook_id",
                                    "statement",
                                    "data_marking_definitions",
                                    "created"};
  return std::find(known.begin(), known.end(), property) != known.end();
}

namespace {

class Drafter {
 public:
  Drafter(const YamlNode& root, std::string file) : root_(root), file_(std::move(file)) {
    for (const auto& [id, step] : root["workflow"].members) workflow_.emplace(id.text, &step);
  }

  Draft run() {
    id_ = slug(root_["name"].text);
    follow(root_["workflow_start"].text, false);
    if (steps_.empty()) add_step("do", both(root_["name"], tell<sentences::to_complete>()), false);
    write_head();
    write_measures();
    tell_losses();
    return std::move(out_);
  }

 private:
  template <const Sentence& sentence, class... Arguments>
  void note(const YamlNode& at, Arguments&&... arguments) {
    out_.lost.push_back({Problem::Level::warning,
                         file_,
                         {at.line, at.column},
                         tell<sentence>(std::forward<Arguments>(arguments)...)});
  }

  // A text of the playbook for both languages: one line, nothing to control a terminal.
  Message both(const YamlNode& node, const Message& otherwise = {}) {
    auto text = clean(node);
    return text.empty() ? otherwise : as_message(text);
  }
  std::string clean(const YamlNode& node) {
    std::string text;
    for (const char c : node.text)
      text += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    text = trimmed(text);
    if (text.size() <= max_bytes) return text;
    note<sentences::cut_text>(node, max_bytes);
    text.resize(max_bytes);
    while (!is_utf8(text)) text.pop_back();
    return std::string(trimmed(text));
  }

  // ------------------------------------------------------------------------------ steps
  // The steps from this one on, in the order in which they run; the ids that they got.
  std::vector<std::string> follow(std::string_view from, bool hidden) {
    std::vector<std::string> ids;
    std::string_view at = from;
    while (const auto* step = visited(at)) {
      for (auto& id : add(*step, hidden)) ids.push_back(std::move(id));
      const auto& next = (*step)["on_completion"];
      at = next.present() ? next.text : (*step)["on_success"].text;
    }
    return ids;
  }

  // The step, the first time; a deep nest of branches is cut rather than followed.
  const YamlNode* visited(std::string_view id) {
    const auto found = workflow_.find(id);
    if (found == workflow_.end() || depth_ > max_branches) return nullptr;
    if (!seen_.insert(id).second || steps_.size() >= max_draft_steps) return nullptr;
    return found->second;
  }

  std::vector<std::string> branch(const YamlNode& target, bool hidden) {
    ++depth_;
    auto ids = follow(target.text, hidden);
    --depth_;
    return ids;
  }

  std::vector<std::string> add(const YamlNode& step, bool hidden) {
    const auto& type = step["type"].text;
    if (type == "action") return add_action(step, hidden);
    if (type == "if-condition" || type == "while-condition") return add_condition(step, hidden);
    if (type == "switch-condition") return add_switch(step, hidden);
    if (type == "playbook-action")
      return {add_step("do",
                       both(step["name"], tell<sentences::other_sheet>(clean(step["playbook_id"]))),
                       hidden)};
    std::vector<std::string> ids;
    for (const auto& next : step["next_steps"].items)
      for (auto& id : branch(next, hidden)) ids.push_back(std::move(id));
    return ids;
  }

  std::string add_step(const char* kind, const Message& title, bool hidden) {
    auto step = mapping_node();
    auto id = id_ + "/1." + std::to_string(steps_.size() + 1);
    put(step, "id", text_node(id));
    put(step, "kind", text_node(kind));
    if (hidden) put(step, "hidden", text_node("yes"));
    put(step, "title", texts_node(title));
    steps_.push_back(std::move(step));
    return id;
  }

  // A step for each command: what it says, or the code that it runs.
  std::vector<std::string> add_action(const YamlNode& step, bool hidden) {
    std::vector<std::string> ids;
    const auto& commands = step["commands"].items;
    for (const auto& command : commands) {
      const auto code = code_of(command);
      const auto title = both(step["name"], as_message(code.empty() ? "-" : code));
      ids.push_back(add_step("do", title, hidden));
      auto text = ids.size() == 1 ? clean(step["description"]) : std::string();
      const bool manual = command["type"].text == "manual";
      if (!code.empty() && code != title.english)
        text += (text.empty() ? "" : " ") +
                (manual ? code : "[" + clean(command["type"]) + "] " + code);
      if (!text.empty()) put(steps_.back(), "text", texts_node(as_message(fitted(text, command))));
    }
    if (commands.empty())
      ids.push_back(add_step("do", both(step["name"], as_message("-")), hidden));
    return ids;
  }
  // In plain words, or as they were encoded.
  std::string code_of(const YamlNode& command) {
    if (command["command"].present()) return clean(command["command"]);
    auto decoded = from_base64(command["command_b64"].text);
    return decoded && is_utf8(*decoded) ? fitted(std::move(*decoded), command) : std::string();
  }
  std::string fitted(std::string text, const YamlNode& at) {
    YamlNode node = text_node(std::move(text));
    node.line = at.line;
    node.column = at.column;
    return clean(node);
  }

  // Under its name when it has one; the condition is then the text.
  std::size_t add_question(const YamlNode& step, const Message& condition, bool hidden) {
    const auto title = both(step["name"], condition);
    add_step("ask", title, hidden);
    const auto said = clean(step["description"]);
    if (title != condition)
      put(steps_.back(), "text",
          texts_node(said.empty() ? condition : tell<sentences::answered_so>(said, condition)));
    put(steps_.back(), "options", list_node());
    return steps_.size() - 1;
  }
  void add_option(std::size_t question, const std::string& value, const Message& label,
                  const std::vector<std::string>& shown) {
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
    for (auto& [key, value_node] : steps_[question].members)
      if (key.text == "options") value_node.items.push_back(std::move(option));
  }

  std::vector<std::string> add_condition(const YamlNode& step, bool hidden) {
    const auto question =
        add_question(step, tell<sentences::is_it_so>(clean(step["condition"])), hidden);
    const auto id = steps_[question]["id"].text;
    add_option(question, "yes", tell<sentences::yes>(), branch(step["on_true"], true));
    add_option(question, "no", tell<sentences::no>(), branch(step["on_false"], true));
    add_option(question, "unknown", tell<sentences::unknown>(), {});
    return {id};
  }

  std::vector<std::string> add_switch(const YamlNode& step, bool hidden) {
    const auto question =
        add_question(step, tell<sentences::which_one>(clean(step["switch"])), hidden);
    const auto id = steps_[question]["id"].text;
    std::set<std::string> values{"unknown", "none", "some"};
    for (const auto& [value, target] : step["cases"].members) {
      auto word = slug(value.text);
      while (!values.insert(word).second) word += "-x";
      add_option(question, word, both(value), branch(target, true));
    }
    add_option(question, "unknown", tell<sentences::unknown>(), {});
    return {id};
  }

  // ------------------------------------------------------------------------------ the sheet
  void write_head() {
    auto& tree = out_.tree;
    tree = mapping_node();
    put(tree, "format", text_node("1"));
    put(tree, "sheet", text_node(id_));
    put(tree, "version", text_node("0.1"));
    const auto day = root_["modified"].text.substr(0, 10);
    put(tree, "date", text_node(day));
    put(tree, "title", texts_node(both(root_["name"], as_message(id_))));
    put(tree, "goal", texts_node(both(root_["description"], tell<sentences::to_complete>())));
    put(tree, "when", texts_node(tell<sentences::to_complete>()));
    auto& source = put(tree, "source", mapping_node());
    put(source, "publisher", text_node(word_of(root_["created_by"])));
    put(source, "reference", text_node(word_of(root_["id"])));
    put(source, "title", text_node(word_of(root_["name"])));
    auto& licence = put(tree, "licence", mapping_node());
    const auto& statement = statement_of();
    put(licence, "name", text_node(statement.present() ? "CACAO marking-statement" : "?"));
    put(licence, "attribution",
        texts_node(
            both(statement, tell<sentences::licence_unknown>(word_of(root_["created_by"])))));
    put(tree, "themes", list_node()).items.push_back(theme());
  }
  std::string word_of(const YamlNode& node) {
    auto word = clean(node);
    return word.empty() ? "?" : word;
  }
  const YamlNode& statement_of() const {
    for (const auto& [id, marking] : root_["data_marking_definitions"].members)
      if (marking["statement"].present()) return marking["statement"];
    return root_["statement"];
  }
  YamlNode theme() {
    auto theme = mapping_node();
    put(theme, "id", text_node("playbook"));
    put(theme, "title", texts_node(both(root_["name"], as_message(id_))));
    return theme;
  }

  void write_measures() {
    const auto title = texts_node(both(root_["name"], as_message(id_)));
    auto action = mapping_node();
    put(action, "id", text_node(id_ + "/1.a"));
    put(action, "section", text_node("workflow"));
    put(action, "title", title);
    put(action, "steps", list_node()).items = std::move(steps_);
    auto measure = mapping_node();
    put(measure, "id", text_node(id_ + "/1"));
    put(measure, "label", text_node("1"));
    put(measure, "theme", text_node("playbook"));
    put(measure, "priority", text_node("P1"));
    put(measure, "title", title);
    put(measure, "actions", list_node()).items.push_back(std::move(action));
    put(out_.tree, "measures", list_node()).items.push_back(std::move(measure));
  }

  // ------------------------------------------------------------------------------ losses
  void count_losses(const YamlNode& node) {
    const auto count = [&](const YamlNode& object) {
      for (const auto& [key, value] : object.members)
        if (!is_carried(key.text)) lost_[key.text].push_back(&key);
    };
    count(node);
    for (const auto& [id, step] : node["workflow"].members) {
      count(step);
      for (const auto& command : step["commands"].items) count(command);
      count_shape(id, step);
      if (!seen_.contains(id.text)) lost_[id.text].push_back(&id);
    }
  }

  // What only steps that become something keep; and that steps run at once, or again.
  void count_shape(const YamlNode& id, const YamlNode& step) {
    const auto& type = step["type"].text;
    if (type == "parallel" || type == "while-condition") lost_[type].push_back(&id);
    if (type != "parallel" && type != "start" && type != "end") return;
    for (const auto& [key, value] : step.members)
      if (key.text == "name" || key.text == "description")
        lost_[type + " > " + key.text].push_back(&key);
  }

  void tell_losses() {
    note<sentences::one_language>(root_);
    note<sentences::draft_only>(
        root_, out_.tree["measures"].items[0]["actions"].items[0]["steps"].items.size());
    count_losses(root_);
    for (const auto& [name, places] : lost_)
      note<sentences::not_carried>(*places.front(), name.substr(0, 80), places.size());
  }

  static constexpr std::size_t max_bytes = sheet::max_text_bytes - 200;  // room for our own words
  static constexpr std::size_t max_draft_steps = sheet::max_list_items;
  static constexpr int max_branches = 100;

  const YamlNode& root_;
  std::string file_;
  std::string id_;
  std::map<std::string_view, const YamlNode*> workflow_;
  std::set<std::string_view> seen_;
  std::vector<YamlNode> steps_;
  int depth_ = 0;
  std::map<std::string, std::vector<const YamlNode*>> lost_;
  Draft out_;
};

}  // namespace

Draft draft_of(const YamlNode& root, const std::string& file) {
  return Drafter(root, file).run();
}

}  // namespace digue::cacao
