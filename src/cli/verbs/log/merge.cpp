#include "cli/verbs/log/merge.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/hash.h"
#include "base/json_writer.h"
#include "cli/verbs/log/sentences.h"
#include "evidence/vault.h"
#include "incident/merge.h"

namespace digue::cli::verbs::log {

namespace {

// What of their evidence is copied beside ours, and what could not be.
struct Copies {
  std::vector<std::string> taken, left;  // SHA-256
};

Copies copy_evidence(Session& session, const incident::MergePlan& plan, const Options& options) {
  const auto ours = evidence::Vault::of_incident(options.incident);
  const auto theirs = evidence::Vault::of_incident(options.other);
  Copies copies;
  for (const auto& sha256 : plan.evidence) {
    const auto outcome = ours.take(theirs, sha256);
    if (!outcome) session.note(outcome.error().message);
    (outcome ? copies.taken : copies.left).push_back(sha256);
  }
  return copies;
}

void show_json(Session& session, const incident::MergePlan& plan, const logbook::Verdict& verdict,
               const Copies& copies, bool written) {
  for (const auto& conflict : plan.conflicts) {
    JsonWriter json;
    json.begin_object()
        .member("type", "log-conflict")
        .member("about", conflict.about)
        .member("theirs", conflict.theirs)
        .member("ours", conflict.ours)
        .member("other_entry", conflict.other_entry)
        .member("entry", conflict.our_entry)
        .end_object();
    session.line(json.bytes());
  }
  JsonWriter json;
  json.begin_object()
      .member("type", "log-merge")
      .member("incident", plan.incident)
      .member("root", to_hex(verdict.root))
      .member("entries", plan.entries)
      .member("shared", plan.shared)
      .member("known", plan.known)
      .member("skipped", plan.skipped)
      .member("taken", plan.drafts.size())
      .member("inert", plan.inert)
      .member("conflicts", plan.conflicts.size())
      .member("ahead", plan.ahead)
      .member("evidence", plan.evidence)
      .member("copied", copies.taken)
      .member("written", written)
      .end_object();
  session.line(json.bytes());
}

void show_text(Session& session, const incident::MergePlan& plan, const Copies& copies) {
  session.note(tell<sentences::merge_counts>(plan.incident, plan.entries, plan.shared, plan.known,
                                             plan.drafts.size(), plan.inert));
  for (const auto& conflict : plan.conflicts)
    session.note(tell<sentences::merge_conflict>(
        conflict.about, conflict.theirs, conflict.other_entry, conflict.ours, conflict.our_entry));
  if (plan.ahead > 0) session.note(tell<sentences::merge_ahead>(plan.ahead));
  if (!copies.taken.empty()) session.note(tell<sentences::merge_copied>(copies.taken.size()));
  if (!copies.left.empty()) session.note(tell<sentences::merge_evidence>(copies.left.size()));
}

Result<logbook::ForeignLogbook> read_other(Session& session, const Options& options) {
  std::error_code error;
  if (std::filesystem::equivalent(options.other, options.incident, error))
    return digue::fail<sentences::same_file>(Error::Kind::bad_input, options.other);
  DIGUE_TRY(auto other, logbook::read_foreign(options.other));
  if (other.verdict.intact()) return other;
  for (const auto& problem : other.verdict.problems) session.note(problem.message);
  return digue::fail<sentences::other_broken>(
      Error::Kind::refused, other.verdict.problems.size() + other.verdict.problems_left_out,
      options.other);
}

Outcome run(Session& session, const Options& options) {
  DIGUE_TRY(auto open, casework::open_case(session, options));
  DIGUE_TRY(const auto other, read_other(session, options));
  std::vector<logbook::Entry> ours;
  DIGUE_CHECK(open.logbook.each(0, [&](const auto& entry) { ours.push_back(entry); }));
  const auto plan =
      incident::plan_merge(ours, other.verdict.incident, other.entries, session.clock.now());
  const bool write = !options.only_look && !plan.drafts.empty();
  std::vector<logbook::Receipt> receipts;
  if (write) {
    DIGUE_TRY(receipts,
              incident::merge(open.logbook, plan, other.verdict, other.checkpoint, open.speaker()));
  }
  const auto copies = write ? copy_evidence(session, plan, options) : Copies{{}, plan.evidence};
  if (session.json) return show_json(session, plan, other.verdict, copies, write), Outcome();
  show_text(session, plan, copies);
  if (write)
    session.note(tell<sentences::merge_done>(receipts.front().position, receipts.back().position));
  else if (plan.drafts.empty())
    session.note(tell<sentences::merge_nothing>());
  return {};
}

}  // namespace

void declare_merge(CLI::App& app, Options& options, Language language) {
  const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
  casework::add_writing(app, options, language);
  app.add_option("OTHER", options.other, text(sentences::option_other))->required();
  app.add_flag("--check", options.only_look, text(sentences::option_look));
}

Exit merge(Session& session, const Options& options) {
  const auto outcome = run(session, options);
  return outcome ? Exit::done : session.failed(outcome.error());
}

}  // namespace digue::cli::verbs::log
