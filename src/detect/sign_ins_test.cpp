#include "detect/sign_ins.h"

#include <doctest/doctest.h>

#include "detect/sign_testing.h"

namespace digue::detect {

namespace {

using namespace testing;

constexpr std::string_view victim = "anne@hopital.example";

template <class Look>
void with_scene(const Story& story, Look look) {
  const auto trail = story.trail();
  auto scene = make_scene(trail, story.organisation, story.sites);
  look(scene);
}

std::uint32_t last_visit_of(const Scene& scene, std::string_view account) {
  return scene.sign_ins->of_account(scene.trail.symbols.find(account)).back();
}

}  // namespace

TEST_CASE("what was seen days before is known, what was not is fresh") {
  auto story = ordinary_month();
  story.add(sign_in("2026-03-05T09:00:00Z", victim, rented, linux_firefox));
  with_scene(story, [](const Scene& scene) {
    const auto visit = last_visit_of(scene, victim);
    CHECK(scene.sign_ins->novelty(scene, visit, Trait::address) == Novelty::fresh);
    CHECK(scene.sign_ins->novelty(scene, visit, Trait::network_operator) == Novelty::fresh);
    CHECK(scene.sign_ins->novelty(scene, visit, Trait::country) == Novelty::known);
    CHECK(scene.sign_ins->novelty(scene, visit, Trait::client) == Novelty::fresh);
    CHECK(scene.sign_ins->novelty(scene, visit, Trait::device) == Novelty::unknown);
  });
}

TEST_CASE("what was last seen more than a month before is fresh again") {
  auto story = ordinary_month();
  story.add(sign_in("2026-04-20T09:00:00Z", victim, office, windows_edge));
  with_scene(story, [](const Scene& scene) {
    CHECK(scene.sign_ins->novelty(scene, last_visit_of(scene, victim), Trait::address) ==
          Novelty::fresh);
  });
}

TEST_CASE("an intruder of two days is not yet usual, and what he did never becomes so") {
  auto story = ordinary_month();
  for (int day = 0; day < 10; ++day)
    story.add(sign_in(after("2026-03-05T09:00:00Z", 1440 * day), victim, rented, linux_firefox));
  with_scene(story, [](Scene& scene) {
    const auto visit = last_visit_of(scene, victim);
    CHECK(scene.sign_ins->novelty(scene, visit, Trait::address) == Novelty::known);
    Intruder intruder;
    intruder.addresses[scene.trail.symbols.find(rented)] = {finding::Pivot::Certainty::proven,
                                                            {"f-1"}};
    scene.hold_intruder(std::move(intruder));
    CHECK(scene.sign_ins->novelty(scene, visit, Trait::address) == Novelty::fresh);
  });
}

TEST_CASE("failures, mail servers and the provider's addresses teach nothing") {
  Story story;
  story.add(failure("2026-03-05T09:00:00Z", victim, rented, 50126));
  Row traced{.action = event::Action::message_traced,
             .time = "2026-03-05T09:00:00Z",
             .account = std::string(victim)};
  traced.address = stranger;
  story.add(traced);
  story.add(sign_in("2026-03-05T09:00:00Z", victim, "40.101.1.1", windows_edge));
  with_scene(story, [](const Scene& scene) { CHECK(scene.sign_ins->visits().empty()); });
}

TEST_CASE("the record's own place stands before the fallback, behind one's own database") {
  auto row = sign_in("2026-03-05T09:00:00Z", victim, rented, windows_edge);
  row.details = {{"Country", "NL"}, {"Latitude", "52"}, {"Longitude", "4"}, {"AsNumber", "64999"}};
  Story story;
  story.add(row);
  const auto country = [&](const Story& told) {
    std::string found;
    with_scene(told, [&](const Scene& scene) {
      found = scene.sign_ins->facts_of(scene.trail.symbols.find(rented))->site.country;
    });
    return found;
  };
  CHECK(country(story) == "NL");
  story.sites.known = {{std::string(rented), site_of("FR", "Paris", 48, 2, 64510, "Own")}};
  CHECK(country(story) == "FR");
  story.sites.known.front().second.place_from_fallback = true;
  CHECK(country(story) == "NL");
}

TEST_CASE("an office is shared, the address of one thief is not") {
  auto story = ordinary_month();
  story.ordinary_days("carla@hopital.example", office, "2026-02-02T08:00:00Z", 20, windows_edge);
  story.add(sign_in("2026-03-05T09:00:00Z", victim, rented, linux_firefox));
  with_scene(story, [](const Scene& scene) {
    CHECK(scene.sign_ins->is_shared(scene.trail.symbols.find(office)));
    CHECK_FALSE(scene.sign_ins->is_shared(scene.trail.symbols.find(rented)));
  });
}

TEST_CASE("clients are told apart by kind and system, not by version") {
  const auto edge = agent_of(windows_edge, "", "");
  CHECK(edge == Agent{Client::edge, Platform::windows});
  CHECK(edge ==
        agent_of("Mozilla/5.0 (Windows NT 10.0) Chrome/99.0 Safari/537.36 Edg/99.0", "", ""));
  CHECK(agent_of(linux_firefox, "", "") == Agent{Client::firefox, Platform::linux_desktop});
  CHECK(agent_of(iphone_safari, "", "").platform == Platform::ios);
  CHECK(agent_of("", "Edge 120", "Windows10") == Agent{Client::edge, Platform::windows});
  CHECK(agent_of("python-requests/2.31", "", "").client == Client::script);
  CHECK(agent_of("BAV2ROPC", "", "").client == Client::legacy);
  CHECK(cannot_be_one_client(edge, agent_of(linux_firefox, "", "")));
  CHECK_FALSE(cannot_be_one_client(edge, {Client::office, Platform::windows}));
  CHECK_FALSE(cannot_be_one_client(edge, {}));
}

TEST_CASE("kinds of operators, by number or by name") {
  CHECK(operator_kind(16276, "") == OperatorKind::hosting);
  CHECK(operator_kind(64500, "Hébergement du Nord") == OperatorKind::hosting);
  CHECK(operator_kind(13335, "") == OperatorKind::relay);
  CHECK(operator_kind(14593, "") == OperatorKind::satellite);
  CHECK(operator_kind(51207, "Free Mobile SAS") == OperatorKind::mobile);
  CHECK(operator_kind(3215, "Orange S.A.") == OperatorKind::access);
  CHECK(operator_kind(0, "") == OperatorKind::unknown);
}

}  // namespace digue::detect
