#include "server/incidents/preparations.h"

#include <doctest/doctest.h>

using namespace digue;
using namespace digue::server;

namespace {

// An incident that came with settings of another machine.
incident::State with_settings(const std::string& bytes) {
  incident::State state;
  state.id = "2026-11-22-abcdef";
  incident::KeptOrganisation kept;
  kept.file = "organisation.yaml";
  kept.folder = "/nowhere";
  kept.files.push_back({"organisation.yaml", bytes});
  state.organisation = std::make_shared<const incident::KeptOrganisation>(kept);
  return state;
}

}  // namespace

TEST_CASE("kept settings that can't be read are told once, with the incident, and left aside") {
  std::vector<std::string> told;
  const auto preparations = *Preparations::load(
      "", [&](const Message& message) { told.push_back(message.in(Language::english)); });
  for (const auto* damaged : {"colour: red\n", "{[", "\xff\xfe", ""}) {
    CAPTURE(damaged);
    told.clear();
    const auto state = with_settings(damaged);
    const auto prepared = preparations->of(state);
    CHECK(prepared == preparations->general());
    CHECK(prepared->given() == nullptr);
    CHECK(preparations->of(state) == prepared);
    REQUIRE(told.size() == 1);
    CHECK(told.front().find(state.id) != std::string::npos);
    CHECK(told.front().find("organisation.yaml") != std::string::npos);
  }
}

TEST_CASE("kept settings that can be read are those of their incident alone") {
  const auto preparations = *Preparations::load("", [](const Message&) {});
  const auto state = with_settings("name: Mairie de Valmont\n");
  const auto prepared = preparations->of(state);
  REQUIRE(prepared->given() != nullptr);
  CHECK(prepared->given()->name == "Mairie de Valmont");
  CHECK(preparations->of({}) == preparations->general());
  CHECK(preparations->general()->given() == nullptr);
}
