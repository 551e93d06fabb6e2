#include "read/mapping/mapping.h"

#include <doctest/doctest.h>

#include "read/collector.h"

namespace digue::read {

static constexpr std::string_view head = "format: digue-mapping\nversion: 1\nfiles:\n";
static constexpr std::string_view badges = R"(- name: badges
  shape: csv
  recognise: [Porte, Badge]
  date_order: day-first
  parts:
    day: Jour
    clock: Heure
    account: [Porteur, Badge]
    device: Porte
    outcome: Résultat
  details:
    Sens: Sens
  actions:
  - when: {Résultat: [Refusé*, Inconnu]}
    is: logon
    verdict: failure
  - when: {Résultat: Accepté, Sens: E*}
    is: logon
    verdict: success
)";

static std::string wrong(std::string_view yaml) {
  const auto mapping = Mapping::read(yaml, "m.yaml");
  return mapping ? "" : mapping.error().message.english;
}

static Collector read_with(const Mapping& mapping, std::string_view text) {
  const Format* format = mapping.recognise(text);
  REQUIRE(format != nullptr);
  Collector sink;
  format->read(text, {}, sink);
  return sink;
}

static std::shared_ptr<const Mapping> mapping_of(std::string_view files) {
  const auto mapping = Mapping::read(std::string(head) + std::string(files), "m.yaml");
  REQUIRE_MESSAGE(mapping, mapping.error().message.english);
  return *mapping;
}

TEST_CASE("a mapping reads a table that no format knows") {
  const auto mapping = mapping_of(badges);
  const auto sink = read_with(*mapping,
                              "Jour;Heure;Porte;Badge;Porteur;Résultat;Sens\n"
                              "13/03/2026;02:11:07;Serveurs;77;Karim Bérard;Accepté;Entrée\n"
                              "08/03/2026;02:12:07;Serveurs;78;;Refusé (heure);Entrée\n");
  REQUIRE(sink.read().events.size() == 2);
  const auto& trail = sink.read();
  CHECK(trail.events[0].action == event::Action::logon);
  CHECK(trail.events[0].verdict == event::Verdict::success);
  CHECK(rfc3339(trail.events[1].time) == "2026-03-08T02:12:07Z");
  CHECK(trail.events[1].time_is_local);
  CHECK(trail.events[1].verdict == event::Verdict::failure);
  CHECK(trail.text(trail.events[1].account) == "78");
  CHECK(trail.detail(trail.events[0], "Sens") == "Entrée");
}

TEST_CASE("a mapping reads lines of a W3C log and of key=value") {
  const auto mapping = mapping_of(
      "- name: passerelle\n  shape: w3c\n  recognise: [x-user, x-ip]\n  dates: utc\n"
      "  parts: {day: date, clock: time, account: x-user, address: x-ip}\n"
      "- name: portail\n  shape: key-values\n  recognise: who\n"
      "  parts: {time: at, account: who, address: from}\n"
      "  actions:\n  - {when: {did: login}, is: sign_in}\n");
  const auto w3c = read_with(*mapping,
                             "#Fields: date time x-ip x-user\n"
                             "2026-03-08 02:11:07 203.0.113.9 \"karim berard\"\n2026-03-08 cut\n");
  REQUIRE(w3c.read().events.size() == 1);
  CHECK(w3c.rejections().size() == 1);
  CHECK_FALSE(w3c.read().events[0].time_is_local);
  CHECK(w3c.read().text(w3c.read().events[0].account) == "karim berard");
  const auto pairs =
      read_with(*mapping, "at=2026-03-08T02:11:07Z who=marie from=203.0.113.9 did=login x=1\n");
  REQUIRE(pairs.read().events.size() == 1);
  CHECK(pairs.read().events[0].action == event::Action::sign_in);
}

TEST_CASE("a mapping reads key=value lines however few the pairs, and JSON that syslog carries") {
  const auto mapping = mapping_of(
      "- name: resolveur\n  shape: key-values\n  recognise: [demandeur, nom]\n"
      "  parts: {time: quand, address: demandeur, object: nom}\n"
      "- name: olfeo-saas\n  shape: json\n  recognise: [src_ip, category_label]\n"
      "  parts: {time: timestamp, address: src_ip, url: url}\n");
  std::string lines;
  for (int i = 0; i < 4; ++i)
    lines += "quand=2026-03-08T02:11:07Z demandeur=10.20.1.9 nom=e.test\n";
  const auto pairs = read_with(*mapping, lines + "a line of something else\n");
  CHECK(pairs.read().events.size() == 4);
  CHECK(pairs.rejections().size() == 1);
  const auto framed =
      read_with(*mapping,
                "<13>1 2026-03-08T02:11:08Z px olfeo - - - {\"src_ip\":\"10.20.1.9\","
                "\"category_label\":\"Santé\",\"timestamp\":1772932268000,\"url\":"
                "\"http://evil.example/\"}\n");
  REQUIRE(framed.read().events.size() == 1);
  CHECK(rfc3339(framed.read().events[0].time) == "2026-03-08T01:11:08Z");
}

TEST_CASE("a file that the mapping does not describe is none of its own") {
  const auto mapping = mapping_of(badges);
  CHECK(mapping->recognise("Porte;Autre\n1;2\n") == nullptr);
  CHECK(mapping->recognise("{\"Porte\":1,\"Badge\":2}") == nullptr);
}

TEST_CASE("what is wrong in a mapping file is told with its line and its column") {
  const auto said = [](std::string_view files) {
    return wrong(std::string(head) + std::string(files));
  };
  CHECK(wrong("format: other\n").find("line 1, column 1") != std::string::npos);
  CHECK(
      said("- {name: a, shape: xml, recognise: b, parts: {time: t}}\n").find("line 4, column 20") !=
      std::string::npos);
  CHECK(
      said("- {name: a, shape: csv, recognise: b, parts: {tiem: t}}\n").find("line 4, column 47") !=
      std::string::npos);
  CHECK(said("- {name: a, shape: csv, recognise: b, parts: {time: t}, more: x}\n").find("more") !=
        std::string::npos);
  CHECK(said("- {name: a, shape: csv, recognise: b, parts: {time: t}, actions: [{when: {a: b}, is: "
             "stolen}]}\n")
            .find("line 4") != std::string::npos);
  CHECK(said("- {name: a, shape: csv, parts: {time: t}}\n").find("line 4") != std::string::npos);
}

}  // namespace digue::read
