#include "cli/verbs/log/print.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/hash.h"
#include "base/text.h"
#include "cli/casework/paper.h"
#include "cli/verbs/log/list.h"
#include "cli/verbs/log/sentences.h"
#include "cli/verbs/print/sentences.h"
#include "logbook/checkpoint.h"
#include "produce/print/log.h"

namespace digue::cli::verbs::log {

// What was asked for, as a person could type it again.
static std::string asked_for(const Options& options) {
  std::string asked;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) asked += (asked.empty() ? "--" : " --") + std::string(name) + " " + value;
  };
  const auto& filter = options.filter;
  add("text", filter.text);
  for (const auto& [name, values] :
       {std::pair{"kind", &filter.kinds}, std::pair{"author", &filter.authors},
        std::pair{"account", &filter.accounts}, std::pair{"host", &filter.hosts},
        std::pair{"indicator", &filter.indicators}, std::pair{"item", &filter.items},
        std::pair{"paper", &filter.papers}})
    for (const auto& value : *values) add(name, value);
  add("since", options.since);
  add("until", options.until);
  return asked;
}

static produce::print::LogPaper paper_of(Session& session, const Options& options,
                                         const logbook::Logbook& book, const Found& found) {
  produce::print::LogPaper paper{.kit = {},
                                 .lines = found.selection.lines,
                                 .left_out = found.selection.left_out,
                                 .asked = asked_for(options),
                                 .checkpoint = book.checkpoint()};
  auto& kit = paper.kit;
  kit.language = session.language;
  kit.state = &found.state;
  kit.zone = found.state.zone;
  kit.marking = options.marking;
  kit.author = casework::author_of(options);
  kit.product = "Digue " DIGUE_VERSION;
  kit.written = session.clock.now();
  if (const auto note = logbook::read_checkpoint(paper.checkpoint))
    kit.root = to_hex(note->checkpoint.root);
  return paper;
}

static Outcome write(Session& session, const Options& options) {
  DIGUE_TRY(const auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto found, find_lines(session, options, open.logbook));
  const auto paper = paper_of(session, options, open.logbook, found);
  DIGUE_TRY(const auto bytes, produce::print::print_log(paper));
  DIGUE_CHECK(session.files.write(options.out, bytes));
  casework::tell_paper(session, "logbook", options.out, bytes);
  session.note(tell<sentences::printed>(options.out, found.selection.lines.size(),
                                        found.selection.left_out));
  return {};
}

void declare_print(CLI::App& app, Options& options, Language language) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  declare_filter(app, options, language);
  app.add_option("--marking", options.marking, text(verbs::sentences::print_marking));
  app.add_option("--out", options.out, text(verbs::sentences::print_out));
}

Exit print(Session& session, const Options& options) {
  if (!produce::print::is_marking(options.marking))
    return session.note(tell<verbs::sentences::print_bad_marking>(options.marking)), Exit::usage;
  if (!lower(options.out).ends_with(".pdf"))
    return session.note(tell<verbs::sentences::print_bad_ending>(options.out)), Exit::usage;
  const auto outcome = write(session, options);
  return outcome ? Exit::done : session.failed(outcome.error());
}

}  // namespace digue::cli::verbs::log
