#include "cacao/check_links.h"

#include <algorithm>
#include <array>
#include <set>

#include "cacao/identifier.h"
#include "cacao/marking.h"
#include "cacao/properties.h"
#include "cacao/sentences.h"

namespace digue::cacao {

namespace {

using Names = std::set<std::string_view>;

Names keys_of(const YamlNode& dictionary) {
  Names out;
  for (const auto& [key, value] : dictionary.members) out.insert(key.text);
  return out;
}

class LinkChecker {
 public:
  LinkChecker(const YamlNode& playbook, Report& report)
      : playbook_(playbook),
        report_(report),
        agents_(keys_of(playbook["agent_definitions"])),
        targets_(keys_of(playbook["target_definitions"])),
        variables_(keys_of(playbook["playbook_variables"])),
        extensions_(keys_of(playbook["extension_definitions"])),
        authentications_(keys_of(playbook["authentication_info_definitions"])) {
    for (const auto& reference : playbook["external_references"].items)
      references_.insert(reference["name"].text);
  }

  void check() {
    for (const auto& [id, step] : playbook_["workflow"].members) check_step(step);
    for (const char* key : {"agent_definitions", "target_definitions"})
      for (const auto& [id, agent] : playbook_[key].members) check_agent(agent);
    check_extensions(playbook_["playbook_extensions"]);
    check_markings();
    check_activities();
  }

 private:
  static bool is_missing(const Names& names, const YamlNode& node) {
    return node.is_text() && !names.contains(node.text);
  }

  void check_step(const YamlNode& step) {
    if (is_missing(agents_, step["agent"]))
      report_.error<sentences::no_such_agent>(step["agent"], shown_value(step["agent"].text));
    for (const auto& target : step["targets"].items)
      if (is_missing(targets_, target))
        report_.error<sentences::no_such_target>(target, shown_value(target.text));
    check_extensions(step["step_extensions"]);
    const auto own = keys_of(step["step_variables"]);
    for (const char* key : {"in_args", "out_args"})
      for (const auto& name : step[key].items)
        if (is_missing(variables_, name) && is_missing(own, name))
          report_.error<sentences::no_such_variable>(name, shown_value(name.text));
    check_uses(step, own);
    check_references(step["external_references"]);
  }

  // The variables that the texts of a step use: "__name__:value".
  void check_uses(const YamlNode& step, const Names& own) {
    for (const char* key : {"condition", "switch"}) check_text(step[key], own);
    for (const auto& command : step["commands"].items)
      for (const char* key : {"command", "content"}) check_text(command[key], own);
  }
  void check_text(const YamlNode& node, const Names& own) {
    static constexpr std::string_view mark = "__:value";
    const std::string_view text = node.text;
    for (auto end = text.find(mark); end != text.npos; end = text.find(mark, end + 1)) {
      const auto start = text.substr(0, end).rfind("__");
      if (start == text.npos) continue;
      const auto name = text.substr(start, end + 2 - start);
      if (!variables_.contains(name) && !own.contains(name))
        report_.warn<sentences::variable_unset>(node, shown_value(name));
    }
  }

  void check_agent(const YamlNode& agent) {
    const auto& info = agent["authentication_info"];
    if (is_missing(authentications_, info))
      report_.error<sentences::no_such_authentication>(info, shown_value(info.text));
    check_extensions(agent["agent_target_extensions"]);
  }

  void check_extensions(const YamlNode& used) {
    for (const auto& [id, value] : used.members)
      if (!extensions_.contains(id.text))
        report_.error<sentences::no_such_extension>(id, shown_value(id.text));
  }

  // "Any external references that are used in other parts of this playbook MUST also be included"
  void check_references(const YamlNode& references) {
    for (const auto& reference : references.items)
      if (is_missing(references_, reference["name"]))
        report_.warn<sentences::reference_not_above>(reference,
                                                     shown_value(reference["name"].text));
  }

  // ------------------------------------------------------------------------------ markings
  void check_markings() {
    const auto& definitions = playbook_["data_marking_definitions"];
    const auto defined = keys_of(definitions);
    for (const auto& marking : playbook_["markings"].items)
      if (is_missing(defined, marking))
        report_.error<sentences::no_such_marking>(marking, shown_value(marking.text));
    for (const auto& [id, marking] : definitions.members) {
      check_extensions(marking["marking_extensions"]);
      if (marking["type"].text == "marking-tlp") check_tlp(id, marking["tlpv2_level"]);
    }
  }

  // A TLP level has one id, the same for everyone.
  void check_tlp(const YamlNode& id, const YamlNode& level) {
    if (!level.is_text()) return;
    const auto* found =
        std::find_if(tlp_markings.begin(), tlp_markings.end(),
                     [&](const TlpMarking& marking) { return marking.level == level.text; });
    if (found == tlp_markings.end())
      return report_.error<sentences::no_such_level>(level, shown_value(level.text));
    const auto read = identifier_of(id.text);
    if (read && read->uuid != found->uuid)
      report_.error<sentences::other_level>(id, level.text, found->uuid);
  }

  // ------------------------------------------------------------------------------ activities
  void check_activities() {
    const auto& types = playbook_["playbook_types"].items;
    const auto listed = playbook_types();
    const bool typed = std::any_of(types.begin(), types.end(), [&](const YamlNode& type) {
      return std::find(listed.begin(), listed.end(), type.text) != listed.end();
    });
    const auto& activities = playbook_["playbook_activities"];
    if (typed && !activities.present())
      report_.error<sentences::no_activity>(playbook_["playbook_types"]);
    Names done;
    for (const auto& [id, step] : playbook_["workflow"].members)
      for (const auto& command : step["commands"].items)
        done.insert(command["playbook_activity"].text);
    for (const auto& activity : activities.items)
      if (is_missing(done, activity))
        report_.warn<sentences::activity_not_done>(activity, shown_value(activity.text));
  }

  const YamlNode& playbook_;
  Report& report_;
  Names agents_, targets_, variables_, extensions_, authentications_, references_;
};

}  // namespace

void check_links(const YamlNode& playbook, Report& report) {
  LinkChecker(playbook, report).check();
}

}  // namespace digue::cacao
