// For tests: an incident on disk with a sheet in small, and a clock that stands still.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "incident/acts.h"
#include "incident/fold.h"
#include "incident/notes.h"
#include "incident/plan.h"

namespace digue::incident::testing {

inline Message both(const std::string& text) {
  return {text, text};
}

inline sheet::Step step(std::string id, sheet::Priority priority, std::string theme,
                        sheet::StepKind kind = sheet::StepKind::act) {
  sheet::Step out;
  out.id = std::move(id);
  out.title = both(out.id);
  out.priority = priority;
  out.theme = std::move(theme);
  out.kind = kind;
  return out;
}

inline sheet::Condition question(sheet::Condition::Kind kind, std::string item, std::string value) {
  sheet::Condition condition;
  condition.kind = kind;
  condition.item = std::move(item);
  condition.values = {std::move(value)};
  return condition;
}

// A sheet in small: block and reset per account, keep the logs, how was it stolen, look at the
// host.
inline sheet::Sheet small_sheet() {
  using sheet::Priority;
  sheet::Sheet sheet;
  sheet.id = "small";
  sheet.themes = {{"mail", both("Mail")}, {"host", both("Host")}};
  auto block = step("small/block", Priority::p0, "mail");
  block.per_account = true;
  block.impacts = {{"", both("no more mail")}};
  auto reset = step("small/reset", Priority::p0, "mail");
  reset.per_account = true;
  reset.destructive = true;
  reset.preservation = {{"inbox-rules", both("export the rules")}};
  auto unblock = step("small/unblock", Priority::p0, "mail");
  unblock.per_account = true;
  unblock.prerequisites = {"small/reset"};
  auto host = step("small/host", Priority::p1, "host", sheet::StepKind::look);
  auto method = step("small/method", Priority::p1, "mail", sheet::StepKind::ask);
  method.options = {{"phishing", "", both("phishing"), {}}, {"unknown", "", both("?"), {}}};
  auto all = step("small/all", Priority::p4, "mail");
  sheet.steps = {block, reset, unblock, all, host, method};
  using Kind = sheet::Condition::Kind;
  const auto phishing = question(Kind::answer, "small/method", "phishing");
  sheet::Condition no_alert, both_hold, several;
  no_alert.kind = Kind::negation;
  no_alert.parts = {question(Kind::evidence, "small/host", "yes")};
  both_hold.kind = Kind::all;
  both_hold.parts = {phishing, no_alert};
  several.kind = Kind::accounts;
  several.at_least = 2;
  sheet.rules = {{"small/method",
                  both_hold,
                  {{sheet::Effect::Kind::hide, {"small/host"}, Priority::p0}},
                  both("phishing explains it")},
                 {"small/all",
                  several,
                  {{sheet::Effect::Kind::raise, {"small/all"}, Priority::p0}},
                  both("several accounts")}};
  return sheet;
}

struct Bench {
  std::filesystem::path folder;
  FixedClock clock{*parse_rfc3339("2026-03-08T02:00:00Z")};
  sheet::Sheet sheet = small_sheet();
  Speaker alice{.author = "Alice"};
  std::optional<logbook::Logbook> book;

  Bench() {
    std::string pattern = std::filesystem::temp_directory_path() / "digue-incident-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    auto made =
        open_incident(folder / "a.digue",
                      {.title = "Boîte de la compta", .sheet = "small", .zone = "Europe/Paris"},
                      alice, settings());
    REQUIRE(made);
    book = std::move(*made);
  }
  ~Bench() {
    book.reset();
    std::filesystem::remove_all(folder);
  }
  logbook::Settings settings() {
    return {.state_folder = folder / "state",
            .clock = &clock,
            .machine_name = "poste",
            .seal_cost = logbook::SealCost::quick};
  }
  State state(Instant at = Instant::unknown) {
    auto result = state_of(*book, at);
    REQUIRE(result);
    return std::move(*result);
  }
  Result<logbook::Receipt> act(const Act& what) {
    clock.tick(minute_ms);
    return incident::act(*book, sheet, state(), what, alice);
  }
  void add_account(const std::string& name, Standing standing = Standing::compromised) {
    clock.tick(minute_ms);
    REQUIRE(set_account(*book, {.name = name, .standing = standing}, alice));
  }
  Plan plan(PlanOrder order = PlanOrder::priority) { return make_plan(sheet, state_, order); }
  Plan fresh_plan(PlanOrder order = PlanOrder::priority) {
    state_ = state();
    return plan(order);
  }
  State state_;
};

inline const PlanLine& line(const Plan& plan, const std::string& item,
                            const std::string& account = "") {
  const auto found = std::find_if(plan.lines.begin(), plan.lines.end(), [&](const PlanLine& one) {
    return one.step->id == item && one.account == account;
  });
  REQUIRE(found != plan.lines.end());
  return *found;
}

}  // namespace digue::incident::testing
