#include "incident/severity.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sheet/library.h"

namespace digue::incident {

namespace {

using finding::Value;
using Known = std::vector<Value>;

const sheet::SeverityTable& table() {
  static const auto library = [] {
    auto read = sheet::built_in_library();
    REQUIRE(read);
    REQUIRE(read->severity.inputs.size() == 12);
    return std::move(*read);
  }();
  return library.severity;
}

constexpr std::size_t inputs = 12;
constexpr std::uint32_t complete = 1U << inputs;

// Every complete answer, once.
const std::vector<std::vector<std::size_t>>& all_ranks() {
  static const auto ranks = [] {
    std::vector<std::vector<std::size_t>> out;
    for (std::uint32_t yes = 0; yes < complete; ++yes) out.push_back(table().ranks(yes));
    return out;
  }();
  return ranks;
}

Known known(std::initializer_list<const char*> yes, std::initializer_list<const char*> no = {}) {
  Known out(inputs, Value::unknown);
  for (const auto* id : yes) out[*table().input_named(id)] = Value::yes;
  for (const auto* id : no) out[*table().input_named(id)] = Value::no;
  return out;
}

std::string degree(std::size_t rank) {
  return table().degrees.levels.at(rank).id;
}

std::vector<std::string> ids(const std::vector<std::size_t>& indexes) {
  std::vector<std::string> out;
  for (const auto index : indexes) out.push_back(table().inputs[index].id);
  return out;
}

}  // namespace

TEST_CASE("over every complete answer, one more adverse answer never lowers anything") {
  for (std::uint32_t yes = 0; yes < complete; ++yes)
    for (std::uint32_t input = 0; input < inputs; ++input) {
      const auto& before = all_ranks()[yes];
      const auto& after = all_ranks()[yes | 1U << input];
      for (std::size_t scale = 0; scale < before.size(); ++scale)
        if (after[scale] < before[scale]) FAIL("input ", input, " lowers ", scale, " at ", yes);
    }
}

// Each of the 3^12 partial answers, read in base 3 (no, yes, unknown), against the least and the
// worst of its completions: those of the two answers to its first unknown, met before it.
TEST_CASE("over every partial answer, the bounds are exactly those of its completions") {
  struct Extremes {
    std::uint8_t least[5], worst[5];
  };
  std::vector<std::uint32_t> power = {1};
  while (power.size() <= inputs) power.push_back(power.back() * 3);
  REQUIRE(power[inputs] == 531441);
  std::vector<Extremes> extremes(power[inputs]);
  Known partial(inputs);
  std::size_t wrong = 0;
  for (std::uint32_t code = 0; code < power[inputs]; ++code) {
    std::uint32_t yes = 0, unknown = inputs;
    for (std::uint32_t input = 0; input < inputs; ++input) {
      const auto digit = code / power[input] % 3;
      partial[input] = digit == 0 ? Value::no : digit == 1 ? Value::yes : Value::unknown;
      if (digit == 1) yes |= 1U << input;
      if (digit == 2) unknown = input;
    }
    auto& here = extremes[code];
    const auto bounds = bounds_of(table(), partial);
    for (std::size_t scale = 0; scale < bounds.size(); ++scale) {
      if (unknown == inputs) {
        here.least[scale] = here.worst[scale] = static_cast<std::uint8_t>(all_ranks()[yes][scale]);
      } else {
        const auto& if_no = extremes[code - 2 * power[unknown]];
        const auto& if_yes = extremes[code - power[unknown]];
        here.least[scale] = std::min(if_no.least[scale], if_yes.least[scale]);
        here.worst[scale] = std::max(if_no.worst[scale], if_yes.worst[scale]);
      }
      wrong +=
          bounds[scale].floor != here.least[scale] || bounds[scale].ceiling != here.worst[scale];
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("all yes is a crisis, all no an ordinary anomaly, and both are settled") {
  const auto worst = assess(table(), Known(inputs, Value::yes));
  CHECK(degree(worst.degree.floor) == "crisis");
  CHECK(degree(worst.working) == "crisis");
  CHECK(worst.degree.settled());
  CHECK(worst.open.empty());
  const auto least = assess(table(), Known(inputs, Value::no));
  CHECK(degree(least.degree.ceiling) == "anomaly");
  CHECK(degree(least.working) == "anomaly");
}

TEST_CASE("nothing but unknown still gives a floor, a ceiling and the next best question") {
  const auto severity = assess(table(), Known(inputs, Value::unknown));
  CHECK(degree(severity.degree.floor) == "anomaly");
  CHECK(degree(severity.degree.ceiling) == "crisis");
  CHECK(degree(severity.working) == "major");
  REQUIRE(severity.open.size() == inputs);
  const auto& best = severity.open.front();
  CHECK(best.ways == 2048);
  // Counted apart from the code: among the other answers, those that this one changes.
  for (const auto& open : severity.open) {
    std::size_t changes = 0;
    for (std::uint32_t yes = 0; yes < complete; ++yes)
      if ((yes >> open.input & 1U) == 0)
        changes += all_ranks()[yes].back() != all_ranks()[yes | 1U << open.input].back();
    CHECK(open.changes == changes);
    CHECK(changes <= best.changes);
  }
}

TEST_CASE("precaution goes up to major; a crisis must be established") {
  const auto severity = assess(table(), known({"q1", "q4", "q8", "q10"}));
  CHECK(degree(severity.degree.floor) == "major");
  CHECK(degree(severity.degree.ceiling) == "crisis");
  CHECK(degree(severity.working) == "major");
  CHECK(degree(assess(table(), known({"q1", "q4", "q8", "q10", "q12"})).working) == "crisis");
}

TEST_CASE("reasons keep what establishes the degree, and nothing that can be left out") {
  const auto severity = assess(table(), known({"q1", "q2", "q4", "q6", "q8"}));
  CHECK(degree(severity.degree.floor) == "major");
  CHECK(ids(severity.established) == std::vector<std::string>{"q1", "q4"});
  CHECK(ids(severity.to_ceiling) == std::vector<std::string>{"q11"});
  for (std::uint32_t yes = 0; yes < complete; ++yes) {  // of every complete answer
    Known all(inputs, Value::no);
    for (std::size_t input = 0; input < inputs; ++input)
      if ((yes >> input & 1U) != 0) all[input] = Value::yes;
    const auto one = assess(table(), all);
    std::uint32_t kept = 0;
    for (const auto input : one.established) kept |= 1U << input;
    if (all_ranks()[kept].back() != one.degree.floor) FAIL("not enough at ", yes);
    for (const auto input : one.established)
      if (all_ranks()[kept & ~(1U << input)].back() == one.degree.floor) FAIL("too much at ", yes);
  }
}

TEST_CASE("a no lowers the ceiling, and a question that can change nothing is worth nothing") {
  const auto before = assess(table(), known({"q1"}));
  const auto after = assess(table(), known({"q1"}, {"q8", "q9", "q11"}));
  CHECK(degree(before.degree.ceiling) == "crisis");
  CHECK(degree(after.degree.ceiling) == "major");
  const auto q12 = std::find_if(after.open.begin(), after.open.end(), [](const OpenInput& open) {
    return table().inputs[open.input].id == "q12";
  });
  REQUIRE(q12 != after.open.end());
  CHECK(q12->changes == 0);
  CHECK(table().inputs[after.open.front().input].id == "q4");
}

}  // namespace digue::incident
