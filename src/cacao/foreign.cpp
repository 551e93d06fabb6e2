#include "cacao/foreign.h"

#include <algorithm>
#include <array>
#include <map>

#include "cacao/foreign_steps.h"
#include "cacao/foreign_texts.h"
#include "cacao/sentences.h"
#include "cacao/sheet_nodes.h"

namespace digue::cacao {

using sheet::Problem;

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
  Drafter(const YamlNode& root, const std::string& file)
      : root_(root),
        file_(file),
        id_(slug(root["name"].text)),
        texts_(file, out_.lost),
        steps_(root, id_, texts_) {}

  Draft run() {
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

  // ------------------------------------------------------------------------------ the sheet
  void write_head() {
    auto& tree = out_.tree;
    tree = mapping_node();
    put(tree, "format", text_node("1"));
    put(tree, "sheet", text_node(id_));
    put(tree, "version", text_node("0.1"));
    const auto day = root_["modified"].text.substr(0, 10);
    put(tree, "date", text_node(day));
    put(tree, "title", texts_node(texts_.both(root_["name"], as_message(id_))));
    put(tree, "goal",
        texts_node(texts_.both(root_["description"], tell<sentences::to_complete>())));
    put(tree, "when", texts_node(tell<sentences::to_complete>()));
    auto& source = put(tree, "source", mapping_node());
    put(source, "publisher", text_node(word_of(root_["created_by"])));
    put(source, "reference", text_node(word_of(root_["id"])));
    put(source, "title", text_node(word_of(root_["name"])));
    auto& licence = put(tree, "licence", mapping_node());
    const auto& statement = statement_of();
    put(licence, "name", text_node(statement.present() ? "CACAO marking-statement" : "?"));
    put(licence, "attribution",
        texts_node(texts_.both(statement,
                               tell<sentences::licence_unknown>(word_of(root_["created_by"])))));
    put(tree, "themes", list_node()).items.push_back(theme());
  }
  std::string word_of(const YamlNode& node) {
    auto word = texts_.clean(node);
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
    put(theme, "title", texts_node(texts_.both(root_["name"], as_message(id_))));
    return theme;
  }

  void write_measures() {
    const auto title = texts_node(texts_.both(root_["name"], as_message(id_)));
    auto action = mapping_node();
    put(action, "id", text_node(id_ + "/1.a"));
    put(action, "section", text_node("workflow"));
    put(action, "title", title);
    put(action, "steps", list_node()).items = steps_.take();
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
      if (!steps_.read().contains(id.text)) unread_.push_back(&id);
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
    if (!unread_.empty()) note<sentences::steps_unread>(*unread_.front(), unread_.size());
    for (const auto& [name, places] : lost_)
      note<sentences::not_carried>(*places.front(), name.substr(0, 80), places.size());
  }

  const YamlNode& root_;
  std::string file_;
  std::string id_;
  Draft out_;
  ForeignTexts texts_;
  ForeignSteps steps_;
  std::map<std::string, std::vector<const YamlNode*>> lost_;
  std::vector<const YamlNode*> unread_;
};

}  // namespace

Draft draft_of(const YamlNode& root, const std::string& file) {
  return Drafter(root, file).run();
}

}  // namespace digue::cacao
