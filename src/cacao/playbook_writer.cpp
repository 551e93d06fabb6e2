#include "cacao/playbook_writer.h"

#include <algorithm>
#include <set>

#include "cacao/extension.h"
#include "cacao/json_tree.h"
#include "cacao/marking.h"

namespace digue::cacao {

namespace {

void add_text(JsonWriter& json, std::string_view key, const std::string& text) {
  if (!text.empty()) json.member(key, text);
}

void add_list(JsonWriter& json, std::string_view key, const std::vector<std::string>& words) {
  if (!words.empty()) json.member(key, words);
}

void add_references(JsonWriter& json, const std::vector<Reference>& references) {
  if (references.empty()) return;
  json.key("external_references").begin_array();
  for (const auto& reference : references) {
    json.begin_object().member("name", reference.name);
    add_text(json, "description", reference.description);
    add_text(json, "external_id", reference.external_id);
    json.end_object();
  }
  json.end_array();
}

const TlpMarking& marking_of(const std::string& level) {
  const auto* found =
      std::find_if(tlp_markings.begin(), tlp_markings.end(),
                   [&](const TlpMarking& marking) { return marking.level == level; });
  return found == tlp_markings.end() ? tlp_markings.back() : *found;
}

class Writer {
 public:
  Writer(const Playbook& playbook, const YamlNode* sheet, const Settings& settings)
      : playbook_(playbook), sheet_(sheet), settings_(settings) {}

  std::string write() {
    json_.begin_object();
    write_head();
    write_variables();
    json_.member("workflow_start", playbook_.start);
    json_.key("workflow").begin_object();
    for (const auto& step : playbook_.steps) write_step(step);
    json_.end_object();
    write_groups("agent_definitions", playbook_.agents);
    write_groups("target_definitions", playbook_.targets);
    write_markings();
    if (sheet_ != nullptr) write_extension();
    json_.end_object();
    return json_.take();
  }

 private:
  void write_head() {
    json_.member("type", "playbook").member("spec_version", "cacao-2.0");
    json_.member("id", playbook_.id).member("name", playbook_.name);
    add_text(json_, "description", playbook_.description);
    json_.member("playbook_types", playbook_.types);
    add_list(json_, "playbook_activities", playbook_.activities);
    write_summary();
    json_.member("created_by", extension::digue);
    json_.member("created", playbook_.created).member("modified", playbook_.modified);
    add_list(json_, "related_to", playbook_.related);
    add_list(json_, "labels", playbook_.labels);
    add_references(json_, playbook_.references);
    json_.member("markings", {playbook_.statement_id, marking_id()});
  }

  void write_summary() {
    json_.key("playbook_processing_summary").begin_object();
    json_.member("manual_playbook", true);
    json_.member("external_playbooks", playbook_.other_playbooks);
    json_.member("parallel_processing", playbook_.parallel);
    json_.member("if_logic", playbook_.conditions);
    json_.member("while_logic", false);
    json_.member("switch_logic", playbook_.switches);
    json_.member("data_markings", true).member("extensions", sheet_ != nullptr);
    json_.end_object();
  }

  void write_variables() {
    if (playbook_.variables.empty()) return;
    json_.key("playbook_variables").begin_object();
    for (const auto& variable : playbook_.variables) {
      json_.key(variable.name).begin_object();
      json_.member("type", variable.type).member("description", variable.description);
      json_.member("value", variable.value).member("constant", false);
      json_.member("external", variable.external).end_object();
    }
    json_.end_object();
  }

  void write_step(const WorkflowStep& step) {
    json_.key(step.id).begin_object().member("type", step.type).member("name", step.name);
    add_text(json_, "description", step.description);
    add_references(json_, step.references);
    if (step.timeout_ms != 0) json_.member("timeout", step.timeout_ms);
    add_text(json_, "condition", step.condition);
    add_text(json_, "on_true", step.on_true);
    add_text(json_, "switch", step.switched);
    if (!step.cases.empty()) {
      json_.key("cases").begin_object();
      for (const auto& [value, next] : step.cases) json_.member(value, next);
      json_.end_object();
    }
    add_list(json_, "next_steps", step.next_steps);
    add_text(json_, "playbook_id", step.playbook_id);
    write_commands(step);
    add_text(json_, "on_completion", step.on_completion);
    if (sheet_ != nullptr && step.extension != nullptr) {
      json_.key("step_extensions").begin_object().key(extension::id).begin_object();
      write_json(json_.key(extension::step), *step.extension);
      json_.end_object().end_object();
    }
    json_.end_object();
  }

  void write_commands(const WorkflowStep& step) {
    if (step.commands.empty()) return;
    json_.key("commands").begin_array();
    for (const auto& command : step.commands)
      json_.begin_object()
          .member("type", "manual")
          .member("command", command.text)
          .member("playbook_activity", command.activity)
          .end_object();
    json_.end_array();
    json_.member("agent", step.agent);
    add_list(json_, "targets", step.targets);
    add_list(json_, "out_args", step.out_args);
  }

  void write_groups(std::string_view key, const std::vector<Group>& groups) {
    json_.key(key).begin_object();
    for (const auto& group : groups) {
      json_.key(group.id).begin_object().member("type", "group").member("name", group.name);
      add_text(json_, "description", group.description);
      json_.end_object();
    }
    json_.end_object();
  }

  std::string marking_id() const {
    return "marking-tlp--" + std::string(marking_of(playbook_.marking).uuid);
  }

  void write_markings() {
    json_.key("data_marking_definitions").begin_object();
    json_.key(playbook_.statement_id).begin_object();
    json_.member("type", "marking-statement").member("id", playbook_.statement_id);
    json_.member("created_by", extension::digue).member("created", playbook_.created);
    json_.member("statement", playbook_.statement).end_object();
    json_.key(marking_id()).begin_object();
    json_.member("type", "marking-tlp").member("id", marking_id());
    json_.member("created_by", tlp_creator).member("created", tlp_created);
    json_.member("tlpv2_level", marking_of(playbook_.marking).level).end_object();
    json_.end_object();
  }

  // The steps that the workflow carries are named by their ids alone.
  void write_extension() {
    json_.key("extension_definitions").begin_object().key(extension::id).begin_object();
    json_.member("type", "extension-definition").member("name", "Digue sheet");
    json_.member("description",
                 "The reflex sheet that the playbook was made from, in French and in English.");
    json_.member("created_by", extension::digue);
    json_.member("schema", "The keys of a sheet of Digue: docs/sheets.md and docs/cacao.md.");
    json_.member("version", extension::version).end_object().end_object();
    json_.key("playbook_extensions").begin_object().key(extension::id).begin_object();
    json_.member(extension::profile, "full");
    json_.member(extension::language, language_code(settings_.language));
    json_.member(extension::marking, playbook_.marking);
    for (const auto& step : playbook_.steps)
      if (step.extension != nullptr) carried_.insert(step.extension);
    write_skeleton(json_.key(extension::sheet), *sheet_);
    json_.end_object().end_object();
  }

  void write_skeleton(JsonWriter& json, const YamlNode& node) {
    if (carried_.contains(&node)) {
      json.begin_object().member("id", node["id"].text).end_object();
    } else if (node.kind == YamlNode::Kind::mapping) {
      json.begin_object();
      for (const auto& [key, value] : node.members) write_skeleton(json.key(key.text), value);
      json.end_object();
    } else if (node.kind == YamlNode::Kind::list) {
      json.begin_array();
      for (const auto& item : node.items) write_skeleton(json, item);
      json.end_array();
    } else {
      write_json(json, node);
    }
  }

  const Playbook& playbook_;
  const YamlNode* sheet_;
  const Settings& settings_;
  std::set<const YamlNode*> carried_;
  JsonWriter json_;
};

}  // namespace

std::string write_playbook(const Playbook& playbook, const YamlNode* sheet,
                           const Settings& settings) {
  return Writer(playbook, sheet, settings).write();
}

std::string indented(std::string_view json) {
  std::string out;
  std::size_t depth = 0;
  bool text = false;
  const auto line = [&] { out += '\n' + std::string(2 * depth, ' '); };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    const bool opens = !text && (c == '{' || c == '[');
    const bool closes = !text && (c == '}' || c == ']');
    const bool empty = opens && i + 1 < json.size() && (json[i + 1] == '}' || json[i + 1] == ']');
    if (c == '"') text = !text;
    if (closes && json[i - 1] != '{' && json[i - 1] != '[') --depth, line();
    out += c;
    if (text && c == '\\') out += json[++i];
    if (opens && !empty) ++depth, line();
    if (!text && c == ',') line();
    if (!text && c == ':') out += ' ';
  }
  return out + '\n';
}

}  // namespace digue::cacao
