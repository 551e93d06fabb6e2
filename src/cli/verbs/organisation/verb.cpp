#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/casework/casework.h"
#include "cli/casework/page.h"
#include "cli/verbs/organisation/sentences.h"
#include "cli/verbs/sheet/show.h"
#include "finding/json.h"
#include "organisation/organisation.h"

namespace digue::cli::verbs {

namespace {

namespace sentences = organisation_sentences;
using organisation::Activity;
using organisation::Organisation;

// Names of the vital activities of which that is true.
template <class Lacks>
std::vector<std::string> vital_that(const Organisation& organisation, Lacks lacks) {
  std::vector<std::string> out;
  for (const auto& activity : organisation.registry.activities)
    if (activity.vital.value_or(false) && lacks(activity)) out.push_back(activity.name);
  return out;
}
std::vector<std::string> vital(const Organisation& organisation) {
  return vital_that(organisation, [](const Activity&) { return true; });
}
std::vector<std::string> of_unknown_hold(const Organisation& organisation) {
  return vital_that(organisation, [](const Activity& activity) {
    return !activity.degraded_minutes && !activity.degraded.none();
  });
}
std::vector<std::string> without_system(const Organisation& organisation) {
  return vital_that(organisation, [](const Activity& activity) {
    return activity.systems.empty() && activity.needs.empty();
  });
}

std::string organisation_json(const Organisation& organisation, Language language) {
  const auto& registry = organisation.registry;
  JsonWriter json;
  json.begin_object()
      .member("type", "organisation")
      .member("name", organisation.name)
      .member("domains", organisation.domains)
      .member("regulated", organisation.regulated)
      .member("activities", registry.activities.size())
      .member("vital", vital(organisation))
      .member("systems", registry.systems.size())
      .member("interconnections", registry.interconnections.size())
      .member("unknown_hold", of_unknown_hold(organisation))
      .member("without_system", without_system(organisation));
  finding::write_messages(json, "notes", organisation.notes, language);
  json.end_object();
  return json.take();
}

void show(Session& session, const Organisation& organisation) {
  if (session.json) return session.line(organisation_json(organisation, session.language));
  casework::Page page(session);
  page.heading(organisation.name.empty() ? tell<sentences::nameless>()
                                         : tell<sentences::heading>(organisation.name));
  const auto& registry = organisation.registry;
  if (registry.empty()) return page.paragraph(tell<sentences::no_register>());
  page.paragraph(tell<sentences::counts>(registry.activities.size(), vital(organisation).size(),
                                         registry.systems.size(),
                                         registry.interconnections.size()));
  const auto unknown = of_unknown_hold(organisation), alone = without_system(organisation);
  if (!unknown.empty()) page.paragraph(tell<sentences::missing>(join(unknown, ", ")));
  if (!alone.empty()) page.paragraph(tell<sentences::no_systems>(join(alone, ", ")));
  for (const auto& note : organisation.notes) page.paragraph(note);
  if (organisation.notes.empty() && unknown.empty() && alone.empty())
    page.paragraph(tell<sentences::fine>());
}

// What lint says of its own version of the sheets; nothing when it has none.
Result<std::vector<sheet::Problem>> problems_of_sheets(Session& session,
                                                       const Organisation& organisation) {
  if (organisation.overlay.empty()) return std::vector<sheet::Problem>();
  DIGUE_TRY(const auto library, sheet::built_in_library());
  DIGUE_TRY(const auto bytes, session.files.read(organisation.overlay));
  return sheet::problems_of_overlay(bytes, organisation.overlay.string(), library,
                                    session.clock.now());
}

// 3: read, but some of it could not be understood.
Exit check(Session& session, const std::string& file) {
  const auto organisation = organisation::load(session.files, file);
  if (!organisation) return session.failed(organisation.error());
  show(session, *organisation);
  const auto problems = problems_of_sheets(session, *organisation);
  if (!problems) return session.failed(problems.error());
  if (!organisation->overlay.empty()) show_problems(session, {{}, *problems}, 1);
  const bool bad = !organisation->notes.empty() || sheet::has_error(*problems);
  return bad ? Exit::unreadable : Exit::done;
}

class OrganisationVerb final : public Verb {
 public:
  std::string_view name() const override { return "organisation"; }
  const Sentence& summary() const override { return sentences::summary; }
  Run declare(CLI::App& app, Language language) const override {
    const auto file = std::make_shared<std::string>();
    const auto chosen = std::make_shared<Run>();
    app.require_subcommand(1);
    auto* part = casework::add_part(app, "check", sentences::check.in(language), chosen,
                                    [file](Session& session) { return check(session, *file); });
    part->add_option("FILE", *file, std::string(sentences::option_file.in(language)))->required();
    return [chosen](Session& session) { return (*chosen)(session); };
  }
};

}  // namespace

const Verb& organisation_verb() {
  static const OrganisationVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
