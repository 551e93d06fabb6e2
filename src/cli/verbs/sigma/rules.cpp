#include "cli/verbs/sigma/rules.h"

#include <algorithm>
#include <array>

#include "base/yaml.h"
#include "cli/verbs/sigma/sentences.h"

namespace digue::cli::verbs::sigma {

namespace {

using detect::sigma::Choice;
using detect::sigma::Placeholders;
using finding::Severity;

// A mapping of names to a value or to a list of values.
Result<Placeholders> read_placeholders(Session& session, const std::string& file) {
  Placeholders placeholders;
  if (file.empty()) return placeholders;
  DIGUE_TRY(const auto bytes, session.files.read(file));
  DIGUE_TRY(const auto root, read_yaml(bytes, file));
  if (root.kind != YamlNode::Kind::mapping)
    return fail(yaml_error(file, root, tell<sentences::names_and_values>()));
  for (const auto& [name, values] : root.members) {
    auto& known = placeholders[name.text];
    if (values.is_text()) known.push_back(values.text);
    for (const auto& value : values.items) known.push_back(value.text);
  }
  return placeholders;
}

}  // namespace

Severity severity_of(std::string_view name) {
  constexpr std::array all = {Severity::info, Severity::low, Severity::medium, Severity::high,
                              Severity::critical};
  const auto* found = std::find_if(all.begin(), all.end(), [&](Severity severity) {
    return finding::severity_name(severity) == name;
  });
  return found == all.end() ? Severity::info : *found;
}

Result<event_logs::Rules> load_rules(Session& session, const Options& options) {
  Choice choice;
  if (!options.level.empty()) choice.level = severity_of(options.level);
  choice.rules = options.only;
  DIGUE_TRY(choice.placeholders, read_placeholders(session, options.placeholders));
  const bool own = options.rules.empty();
  return event_logs::load_rules(session, options.rules, own, std::move(choice));
}

}  // namespace digue::cli::verbs::sigma
