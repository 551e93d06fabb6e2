#include "incident/merge.h"

#include <doctest/doctest.h>

#include "incident/body.h"
#include "incident/kinds.h"
#include "incident/log_line.h"

namespace digue::incident {

// An entry of a logbook; `mark` tells its leaf from the others.
static logbook::Entry entry(std::uint64_t position, std::uint8_t mark, std::string_view kind,
                            std::string body) {
  logbook::Entry out;
  out.position = position;
  out.leaf = {mark};
  out.header.kind = kind;
  out.header.author = "Bob";
  out.header.occurred = {{1000}, 60, logbook::Precision::minute};
  out.header.recorded = {2000};
  out.body = std::move(body);
  return out;
}

static logbook::Entry taken(const logbook::Draft& draft, std::uint64_t position,
                            std::uint8_t mark) {
  auto out = entry(position, mark, draft.kind, draft.body);
  out.header.supersedes = draft.supersedes;
  return out;
}

using Entries = std::vector<logbook::Entry>;
static constexpr Instant now{5000};

TEST_CASE("whatever its body, an entry is taken once, and known again") {
  const std::string deep = std::string(11, '[') + std::string(11, ']');
  for (const std::string& body :
       {std::string("{}"), std::string(" { } "), std::string(R"({"text":"}"})"),
        std::string(R"({"text":"a","merged_from":3})"), std::string("pas du JSON"), std::string(),
        "{\"a\":" + deep + "}", std::string("{\"text\":\"a\"}") + std::string(20, ' ')}) {
    CAPTURE(body);
    const Entries theirs = {entry(0, 1, kinds::note, body)};
    const auto plan = plan_merge({}, "b", theirs, now);
    REQUIRE(plan.drafts.size() == 1);
    const Entries ours = {taken(plan.drafts[0], 0, 9)};
    CHECK(plan_merge(ours, "b", theirs, now).known == 1);
    CHECK(plan_merge(theirs, "a", ours, now).known == 1);  // and back
  }
}

TEST_CASE("an entry keeps its author, its time and its words, and says where it comes from") {
  const Entries theirs = {entry(3, 1, kinds::note, R"({"text":"vu"})")};
  const auto draft = plan_merge({}, "b", theirs, now).drafts.at(0);
  CHECK(draft.author == "Bob");
  CHECK(*draft.occurred == theirs[0].header.occurred);
  const auto line = line_of(taken(draft, 7, 9), nullptr);
  CHECK(line.text.french == "vu");
  CHECK(line.from.incident == "b");
  CHECK(line.from.entry == 3);
  CHECK(line.from.recorded == Instant{2000});
  CHECK_FALSE(line.from.inert);
}

TEST_CASE("what was redacted there is taken without its words") {
  auto redacted = entry(0, 1, kinds::answer, "");
  redacted.body.reset();
  const auto plan = plan_merge({}, "b", Entries{redacted}, now);
  CHECK(plan.inert == 1);
  CHECK(line_of(taken(plan.drafts.at(0), 0, 9), nullptr).text.english == "[content redacted]");
}

TEST_CASE(
    "another answer to our question is a conflict, the same one is none, and both are inert") {
  const Entries ours = {entry(0, 1, kinds::answer, R"({"item":"s/a","value":"yes"})")};
  const Entries theirs = {
      entry(0, 2, kinds::answer, R"({"item":"s/a","value":"no"})"),
      entry(1, 3, kinds::answer, R"({"item":"s/a","value":"yes"})"),
      entry(2, 4, kinds::answer, R"({"item":"s/b","value":"no"})"),
      entry(3, 5, kinds::answer, R"({"item":"s/a","account":"x","value":"no"})")};
  const auto plan = plan_merge(ours, "b", theirs, now);
  REQUIRE(plan.conflicts.size() == 1);
  CHECK(plan.conflicts[0].about == "s/a");
  CHECK(plan.conflicts[0].theirs == "no");
  CHECK(plan.conflicts[0].ours == "yes");
  CHECK(plan.inert == 2);
  CHECK(plan.drafts[2].kind == kinds::answer);
  CHECK(plan.drafts[3].kind == kinds::answer);
}

TEST_CASE("from before they went apart, whichever moved moves; both, and it is a conflict") {
  const auto shared = entry(0, 1, kinds::answer, R"({"item":"s/a","value":"unknown"})");
  const auto theirs = entry(1, 2, kinds::answer, R"({"item":"s/a","value":"no"})");
  const auto ours = entry(1, 3, kinds::answer, R"({"item":"s/a","value":"yes"})");
  const auto alone = plan_merge(Entries{shared}, "b", Entries{shared, theirs}, now);
  CHECK(alone.shared == 1);
  CHECK(alone.conflicts.empty());
  CHECK(alone.drafts.at(0).kind == kinds::answer);
  CHECK(plan_merge(Entries{shared, ours}, "b", Entries{shared, theirs}, now).conflicts.size() == 1);
}

TEST_CASE("keys are skipped, the future is counted, the other's opening has no effect") {
  auto late = entry(2, 3, kinds::note, R"({"text":"demain"})");
  late.header.occurred.at = {9000};
  const Entries theirs = {entry(0, 1, logbook::key_kind, "{}"),
                          entry(1, 2, kinds::opened, R"({"title":"b"})"), late};
  const auto plan = plan_merge({}, "b", theirs, now);
  CHECK(plan.skipped == 1);
  CHECK(plan.ahead == 1);
  REQUIRE(plan.drafts.size() == 2);
  CHECK(plan.drafts[0].kind == kinds::merged);
}

}  // namespace digue::incident
