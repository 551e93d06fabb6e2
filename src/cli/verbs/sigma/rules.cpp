#include "cli/verbs/sigma/rules.h"

#include <algorithm>
#include <array>

#include "base/yaml.h"
#include "cli/verbs/sigma/sentences.h"
#include "detect/sigma/own_rules.h"
#include "evidence/walk.h"

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

bool is_rule_file(const std::filesystem::path& path) {
  return path.extension() == ".yml" || path.extension() == ".yaml";
}

// A file that the person named is read whatever it is called.
bool is_named(const Options& options, const std::filesystem::path& path) {
  return std::find(options.rules.begin(), options.rules.end(), path.string()) !=
         options.rules.end();
}

// The word for the rules that the product carries.
constexpr std::string_view own_word = "digue";

// Ours when none are named.
bool wants_own(const Options& options) {
  const auto& named = options.rules;
  return named.empty() || std::find(named.begin(), named.end(), own_word) != named.end();
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

Result<Rules> load_rules(Session& session, const Options& options) {
  Choice choice;
  if (!options.level.empty()) choice.level = severity_of(options.level);
  choice.rules = options.only;
  DIGUE_TRY(choice.placeholders, read_placeholders(session, options.placeholders));
  detect::sigma::Loader loader(std::move(choice));
  if (wants_own(options)) detect::sigma::add_own_rules(loader);
  std::vector<std::filesystem::path> paths(options.rules.begin(), options.rules.end());
  std::erase(paths, std::filesystem::path(own_word));
  const auto walk = evidence::walk(paths);
  bool lost = false;
  for (const auto& skipped : walk.skipped) {
    if (skipped.junk) continue;
    session.note(tell<sentences::rules_left_out>(skipped.name, skipped.why));
    lost = true;
  }
  for (const auto& file : walk.files) {
    if (!is_rule_file(file.path) && !is_named(options, file.path)) continue;
    if (const auto bytes = session.files.read(file.path)) {
      loader.add(*bytes, file.name);
    } else {
      session.note(bytes.error().message);
      lost = true;
    }
  }
  return Rules{loader.finish(), lost};
}

}  // namespace digue::cli::verbs::sigma
