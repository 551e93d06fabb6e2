#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "base/text.h"
#include "cli/casework/paper.h"
#include "cli/dossier.h"
#include "cli/verbs/report/sentences.h"
#include "produce/report/html.h"
#include "produce/report/pdf.h"

namespace digue::cli::verbs {

namespace {

struct Options {
  DossierOptions dossier;
  std::vector<std::string> files;
};

Result<std::string> render(const produce::report::Document& document, const std::string& file) {
  if (lower(file).ends_with(".html")) return produce::report::to_html(document);
  if (lower(file).ends_with(".pdf")) return produce::report::to_pdf(document);
  return fail<sentences::report_bad_ending>(Error::Kind::bad_input, file);
}

void show(Session& session, const std::string& file, const std::string& bytes) {
  casework::tell_paper(session, "report", file, bytes);
  session.note(tell<sentences::report_written>(file));
}

Exit run(Session& session, const Options& options) {
  if (options.dossier.paths.empty() && options.dossier.casework.incident.empty()) {
    session.note(tell<sentences::report_nothing_given>());
    return Exit::usage;
  }
  const auto dossier = make_dossier(session, options.dossier);
  if (!dossier) return session.failed(dossier.error());
  const auto document = produce::report::compose(dossier->report, session.language);
  std::vector<std::string> files = options.files;
  if (files.empty()) files = {"digue-report.html"};
  for (const std::string& file : files) {
    const auto bytes = render(document, file);
    if (!bytes) return session.failed(bytes.error()), Exit::usage;
    if (const auto written = session.files.write(file, *bytes); !written)
      return session.failed(written.error());
    show(session, file, *bytes);
  }
  return dossier->some_unreadable ? Exit::unreadable : Exit::done;
}

class ReportVerb final : public Verb {
 public:
  std::string_view name() const override { return "report"; }
  const Sentence& summary() const override { return sentences::report_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    declare_dossier(app, options->dossier, language);
    app.add_option("--out", options->files, std::string(sentences::report_out.in(language)));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& report_verb() {
  static const ReportVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
