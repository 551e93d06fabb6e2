// A logbook with an entry of nearly every kind, in each shape that a target takes.
#include <sqlite3.h>

#include "incident/acts.h"
#include "incident/clock_acts.h"
#include "incident/fold.h"
#include "incident/notes.h"
#include "incident/qualification.h"
#include "incident/severity_acts.h"
#include "incident/take.h"
#include "logbook/logbook.h"
#include "seeds/seeds.h"
#include "sheet/library.h"

namespace seeds {

using namespace digue;

static constexpr std::size_t findings_taken = 6;

static void must(const auto& result) {
  if (!result) give_up(result.error().message.english);
}

static const incident::Speaker alice{.author = "Alice"};

static incident::State now(const logbook::Logbook& book) {
  auto state = incident::state_of(book);
  must(state);
  return std::move(*state);
}

static void qualify_it(logbook::Logbook& book, const sheet::Library& library) {
  must(incident::start_round(book, now(book), 30, alice));
  const auto& least = library.severity.degrees.levels.front().id;
  must(incident::decide_severity(book, library, now(book), {least, "Bob", "seen"}, alice));
  must(incident::end_round(book, library, now(book), alice));
}

static void date_clocks(logbook::Logbook& book, const sheet::Library& library) {
  const auto& clocks = library.clocks;
  const auto later = now(book).log.back().recorded + hour_ms;
  must(incident::start_clock(book, clocks, now(book), {"cnil", Instant::unknown, 1, "seen"}, later,
                             alice));
  must(incident::meet_clock(book, clocks, now(book), {"cnil", later, "N-1", "sent"}, later, alice));
  must(incident::waive_clock(book, clocks, now(book), "health", "no hospital", alice));
}

// The acts of a small incident.
static void act_all(logbook::Logbook& book, const sheet::Sheet& sheet) {
  const std::string item = "mail-account/1.b.1", account = "loic@ch.example";
  must(incident::set_zone(book, "Europe/Paris", "we are there", alice));
  must(incident::set_person(book, {"Bob", "director", "+33 1 00 00 00 00", {}}, alice));
  must(incident::set_account(book, {.name = account, .standing = incident::Standing::compromised},
                             alice));
  must(incident::set_host(book, {.name = "pc-12", .owner = "Loïc"}, alice));
  must(incident::add_evidence(
      book, {std::string(64, 'a'), "audit.csv", "portal", "export", 1234, {}}, alice));
  must(incident::set_indicator(book,
                               {"203.0.113.7",
                                "address",
                                incident::Treatment::block,
                                {"vu", "seen"},
                                *parse_rfc3339("2027-03-09T08:00:00Z"),
                                {}},
                               alice));
  const auto note = incident::add_note(book, {.text = "Appelé à 4 h 12"}, alice);
  must(note);
  must(incident::add_note(book, {.text = "We cut", .decision = true}, alice));
  must(incident::withdraw(book, note->position, "not so", alice));
  for (const auto& step : sheet.steps) {
    if (step.options.empty()) continue;
    must(incident::answer(book, sheet, {step.id, ""}, step.options.front().value, "seen", alice));
    break;
  }
  for (const auto state : {incident::ActionState::in_progress, incident::ActionState::delegated}) {
    must(incident::act(book, sheet, now(book),
                       {.target = {item, account},
                        .state = state,
                        .why = "now",
                        .to = "Bob",
                        .due = *parse_rfc3339("2026-03-09T08:00:00Z"),
                        .effect = "phone silent",
                        .impact_accepted_by = "Bob",
                        .preserved = {std::string(64, 'a')},
                        .preserved_by = "Alice",
                        .despite_prerequisites = true},
                       alice));
  }
  must(incident::redact(book, note->position + 1, "a name in it", alice));
  must(incident::close_incident(book, "over", alice));
}

// In pages as small as can be, and without a journal, so that one seed holds it.
static std::string small_file(const fs::path& path) {
  sqlite3* database = nullptr;
  const bool done =
      sqlite3_open(path.c_str(), &database) == SQLITE_OK &&
      sqlite3_exec(database, "PRAGMA journal_mode=DELETE; PRAGMA page_size=512; VACUUM;", nullptr,
                   nullptr, nullptr) == SQLITE_OK;
  if (!done) give_up(sqlite3_errmsg(database));
  sqlite3_close(database);
  return bytes_of(path);
}

static void add_entries(const Folder& out, const logbook::Logbook& book, const std::string& name) {
  std::string rows, entries;
  must(book.each(0, [&](const logbook::Entry& entry) {
    const auto header = logbook::header_bytes(entry.header);
    out.add("logbook_header", name + std::to_string(entry.position), header);
    rows += header + (entry.body ? "\t" + *entry.body : "") + "\n";
    entries += entry.header.kind + " " + entry.body.value_or("") + "\n";
    out.add("incident_entry", name + std::to_string(entry.position),
            entry.header.kind + " " + entry.body.value_or("") + "\n");
  }));
  out.add("incident_entry", name + "all", entries);
  out.add("logbook_rows", name + "all", rows + "\n" + book.checkpoint());
  out.add("checkpoint", name + "note", book.checkpoint());
  out.add("checkpoint", name + "two", book.checkpoint() + book.checkpoint());
}

void add_logbooks(const Folder& out, const ExerciseSamples& exercise, const fs::path& work) {
  const auto library = sheet::built_in_library();
  must(library);
  SystemClock clock;
  const logbook::Settings settings{.state_folder = work / "state",
                                   .clock = &clock,
                                   .machine_name = "poste",
                                   .seal_cost = logbook::SealCost::quick};
  std::vector<finding::Finding> findings = exercise.findings;
  findings.resize(std::min(findings.size(), findings_taken));
  for (auto& found : findings)
    found.evidence.resize(std::min<std::size_t>(2, found.evidence.size()));
  finding::Source source = exercise.sources.front();
  source.gaps.resize(std::min<std::size_t>(1, source.gaps.size()));
  const auto path = work / "small.digue";
  {
    auto book = logbook::Logbook::create(path, "fuzz", settings);
    must(book);
    qualify_it(*book, *library);
    date_clocks(*book, *library);
    act_all(*book, *library->find("mail-account"));
    add_entries(out, *book, "acts-");
  }
  out.add("logbook_file", "acts.digue", small_file(path));
  auto book = logbook::Logbook::create(work / "findings.digue", "fuzz", settings);
  must(book);
  must(incident::take_findings(*book, {.findings = findings,
                                       .sources = {&source, 1},
                                       .compromised_accounts = {"loic@ch.example"},
                                       .intruder_addresses = {"203.0.113.7"}}));
  add_entries(out, *book, "findings-");
}

}  // namespace seeds
