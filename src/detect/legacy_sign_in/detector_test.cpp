#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

const Detector& legacy_sign_in_detector();

namespace {

using namespace testing;
using finding::Severity;

const std::vector<const Detector*> rule = {&legacy_sign_in_detector()};
constexpr std::string_view victim = "anne@hopital.example";

Row with(Row row, std::string_view name, std::string_view value) {
  row.details.emplace_back(name, value);
  return row;
}

Row plain(std::string_view address, std::string_view agent = windows_edge) {
  return sign_in("2026-03-04T09:00:00Z", victim, address, agent, "legacy");
}

}  // namespace

TEST_CASE("a legacy path new for the account, from a strange network, is more than low") {
  for (const auto& [name, value] : {std::pair{"ClientApp", "IMAP4"},
                                    {"ClientApp", "Authenticated SMTP"},
                                    {"AuthenticationProtocol", "ropc"}}) {
    auto story = ordinary_month();
    story.add(with(plain(rented), name, value));
    const auto findings = story.findings(rule);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity >= Severity::medium);
    CHECK(story.order_does_not_show(rule));
  }
}

TEST_CASE("around a second factor that is asked elsewhere it is high") {
  auto story = ordinary_month();
  story.add(with(sign_in("2026-03-03T09:00:00Z", victim, office, windows_edge),
                 "AuthenticationRequirement", "multiFactorAuthentication"));
  story.add(plain(rented, "BAV2ROPC"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::high);
  CHECK(says(findings.front(), "second factor"));
}

TEST_CASE("a copier that always sent by SMTP is told, low") {
  auto story = ordinary_month();
  for (int day = 0; day < 30; ++day)
    story.add(with(sign_in(after("2026-02-02T10:00:00Z", 1440 * day), victim, office, ""),
                   "ClientApp", "Authenticated SMTP"));
  const auto findings = story.findings(rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::low);
  CHECK_FALSE(findings.front().seeds_intruder);
}

TEST_CASE("modern clients, and refused legacy ones, are nothing") {
  auto story = ordinary_month();
  story.add(with(plain(rented), "ClientApp", "Browser"));
  story.add(with(plain(rented), "ClientApp", "Mobile Apps and Desktop clients"));
  auto refused = with(plain(rented), "ClientApp", "IMAP4");
  refused.verdict = event::Verdict::failure;
  story.add(refused);
  CHECK(story.findings(rule).empty());
}

TEST_CASE("a device code is known by any of its three names") {
  for (const auto& [name, value] : {std::pair{"AuthenticationProtocol", "deviceCode"},
                                    {"OriginalTransferMethod", "deviceCodeFlow"}}) {
    auto story = ordinary_month();
    story.add(with(plain(rented), name, value));
    REQUIRE(story.findings(rule).size() == 1);
    CHECK(story.findings(rule).front().title.english.find("device code") != std::string::npos);
  }
  auto story = ordinary_month();
  auto waited =
      with(failure("2026-03-04T08:59:00Z", victim, rented, 50199), "CorrelationId", "c-1");
  waited.verdict = event::Verdict::interrupted;
  story.add(waited).add(with(plain(rented), "CorrelationId", "c-1"));
  REQUIRE(story.findings(rule).size() == 1);
  CHECK(story.findings(rule).front().severity >= Severity::medium);
}

TEST_CASE("an administrator's device code from the office is low") {
  auto story = ordinary_month();
  story.add(with(plain(office), "OriginalTransferMethod", "deviceCodeFlow"));
  REQUIRE(story.findings(rule).size() == 1);
  CHECK(story.findings(rule).front().severity == Severity::low);
}

}  // namespace digue::detect
