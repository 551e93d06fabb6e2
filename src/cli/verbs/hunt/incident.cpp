#include "cli/verbs/hunt/incident.h"

#include <algorithm>

#include "base/text.h"
#include "cli/verbs/hunt/sentences.h"
#include "incident/mentions.h"
#include "incident/notes.h"
#include "indicator/fang.h"

namespace digue::cli::verbs {

namespace {

constexpr std::size_t seen_told = 50;   // indicators in the line; --json tells them all
constexpr std::size_t files_told = 20;  // with their hash
constexpr std::size_t names_kept = incident::max_mentions / 4;

// The first of them, and how many more there are.
std::string first_of(Session& session, std::vector<std::string> texts, std::size_t most) {
  const std::size_t more = texts.size() > most ? texts.size() - most : 0;
  texts.resize(texts.size() - more);
  std::string text = join(texts, ", ");
  if (more != 0) text += " " + tell<sentences::hunt_and_more>(more).in(session.language);
  return text;
}

void keep(const std::vector<std::string>& names, std::vector<std::string>& references) {
  for (const auto& name : names)
    if (references.size() < names_kept) references.push_back(name);
}

incident::Note note_of(Session& session, const Hunt& hunt) {
  const auto& result = hunt.result;
  incident::Note note;
  std::vector<std::string> seen, files;
  for (const auto& hunted : result.found) {
    const auto& one = hunt.list.indicators()[hunted.indicator];
    seen.push_back(indicator::defanged(one) + " (" + std::to_string(hunted.count) + ")");
    if (note.references.indicators.size() < names_kept)
      note.references.indicators.push_back(one.value);
  }
  for (const auto& source : result.sources)
    files.push_back(source.file + " (SHA-256 " + source.sha256 + ")");
  const auto said = [&](const Message& message) { return message.in(session.language); };
  note.text = said(tell<sentences::hunt_note>(hunt.list.indicators().size(), result.sources.size(),
                                              first_of(session, std::move(files), files_told)));
  note.text += "\n" + said(seen.empty() ? tell<sentences::hunt_note_nothing>()
                                        : tell<sentences::hunt_note_seen>(
                                              first_of(session, std::move(seen), seen_told)));
  if (!result.unreadable.empty())
    note.text += "\n" + said(tell<sentences::hunt_note_unreadable>(result.unreadable.size()));
  keep(hunt.newcomers.accounts, note.references.accounts);
  keep(hunt.newcomers.hosts, note.references.hosts);
  return note;
}

}  // namespace

void take_indicators(const incident::State& state, hunt::List& list) {
  for (const auto& [value, indicator] : state.indicators) {
    const auto kind = indicator::kind_named(indicator.kind);
    if (kind && *kind != indicator::Kind::other)
      list.take({*kind, value}, 0);
    else
      hunt::take_untyped(value, 0, list);
  }
  for (const auto& [value, entries] : state.named)
    if (!state.indicators.contains(value)) hunt::take_untyped(value, 0, list);
}

Newcomers newcomers_of(const incident::State& state, const analysis::HuntResult& result) {
  std::set<std::string> accounts, hosts;
  for (const auto& hunted : result.found) {
    for (const auto& name : hunted.accounts)
      if (!state.accounts.contains(name)) accounts.insert(name);
    for (const auto& name : hunted.hosts)
      if (!state.hosts.contains(name)) hosts.insert(name);
  }
  return {{accounts.begin(), accounts.end()}, {hosts.begin(), hosts.end()}};
}

Result<logbook::Receipt> keep_hunt(Session& session, casework::Case& open, const Hunt& hunt) {
  return incident::add_note(open.logbook, note_of(session, hunt), open.speaker());
}

}  // namespace digue::cli::verbs
