// The Sigma rules of the files and folders that a person named, and what is told of those that do
// not run.
#pragma once
#include <string>
#include <vector>

#include "cli/verb.h"
#include "detect/sigma/loading.h"

namespace digue::cli::event_logs {

struct Rules {
  detect::sigma::Loaded loaded;
  bool lost = false;  // a file or folder of rules could not be read: it was told
};

// The word for the rules that the product carries, which stand among others when it is named, or
// when `own` says so.
inline constexpr std::string_view own_word = "digue";
Rules load_rules(Session& session, const std::vector<std::string>& named, bool own,
                 detect::sigma::Choice choice);

// For a person: a heading, how many run, and those that don't by reason.
void show_rules(Session& session, const detect::sigma::Loaded& loaded);
// Those that don't, as lines of JSON (`sigma-rule`).
std::string rules_json(const detect::sigma::Loaded& loaded, Language language);

}  // namespace digue::cli::event_logs
