#include "sheet/contacts.h"

#include <algorithm>
#include <set>

#include "sheet/coverage.h"
#include "sheet/data_file.h"
#include "sheet/testing.h"

namespace digue::sheet {
namespace {

const Library& shipped() {
  static const auto library = built_in_library();
  REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().message.english));
  return *library;
}

std::vector<std::string> ids_of(const std::vector<const Contact*>& contacts) {
  std::vector<std::string> ids;
  for (const auto* contact : contacts) ids.push_back(contact->id);
  return ids;
}

const std::string head =
    "format: \"1\"\nversion: \"1\"\ndate: \"2026-11-22\"\nabout: {fr: \"À lire\", en: \"Read\"}\n"
    "contacts:\n";

DirectoryReading read_contacts(const std::string& contacts) {
  return read_directory(head + contacts, "c.yaml");
}

const std::string one =
    "  - id: a\n    title: {fr: \"Un\", en: \"One\"}\n    whom: {fr: \"Tous\", en: \"All\"}\n"
    "    checked: \"2025-01-31\"\n    source: {fr: \"Ici\", en: \"Here\"}\n";

// The first problem of one contact with these lines more.
std::string problem_of(const std::string& lines) {
  const auto reading = read_contacts(one + lines);
  return reading.problems.empty() ? "" : told(reading.problems[0]).english;
}

}  // namespace

TEST_CASE("every contact that sheets may name is in the shipped directory") {
  for (const auto id : usual_contacts)
    CHECK_MESSAGE(shipped().directory.find(id) != nullptr, std::string(id));
}

TEST_CASE("every contacts line of the requirements is carried, in both languages") {
  std::size_t lines = 0;
  for (const auto& line : coverage(shipped(), "")) {
    if (!line.id.starts_with("contacts.")) continue;
    ++lines;
    CHECK_MESSAGE((line.in_french() && line.in_english()), line.id);
  }
  CHECK(lines == 12);
}

TEST_CASE("what is public has a date and a source; the rest is a place to fill in") {
  for (const auto& contact : shipped().directory.contacts) {
    CHECK_MESSAGE((contact.fill || !contact.checked.empty()), contact.id);
    CHECK_MESSAGE((contact.fill || !contact.source.english.empty()), contact.id);
  }
}

TEST_CASE("CERT-FR is reached by its three numbers, and its key ends with its id") {
  const auto* contact = shipped().directory.find("cert-fr");
  REQUIRE(contact != nullptr);
  std::set<std::string> numbers;
  for (const auto& phone : contact->phones) numbers.insert(phone.number);
  CHECK(numbers == std::set<std::string>{"3218", "09 70 83 32 18", "+33 9 70 83 32 18"});
  REQUIRE(contact->key.has_value());
  CHECK(contact->key->id == "1B45CF2A");
}

TEST_CASE("a call to CERT Santé goes to CERT-FR outside health, and to both when unsure") {
  const auto& directory = shipped().directory;
  using Ids = std::vector<std::string>;
  CHECK(ids_of(directory.to_call("cert-sante", {{"health"}, {}})) == Ids{"cert-sante"});
  CHECK(ids_of(directory.to_call("cert-sante", {{"company"}, {}})) == Ids{"cert-fr"});
  CHECK(ids_of(directory.to_call("cert-sante", {})) == Ids{"cert-sante", "cert-fr"});
  CHECK(ids_of(directory.to_call("cert-sante", {{}, {}, true})) == Ids{"cert-fr"});
  CHECK(directory.to_call("nobody", {}).empty());
}

TEST_CASE("whom to call is read out with the number to dial") {
  const auto& directory = shipped().directory;
  CHECK(directory.told_to_call("cert-sante", {{"health"}, {}}).french ==
        "CERT Santé, au 09 72 43 91 25");
  CHECK(directory.told_to_call("cert-sante", {{"company"}, {}}).english ==
        "CERT-FR (ANSSI), on 3218");
  const auto unsure = directory.told_to_call("cert-sante", {}).french;
  CHECK(unsure.find("09 72 43 91 25") < unsure.find("3218"));
  CHECK(directory.told_to_call("nobody", {}).french == "nobody");
}

TEST_CASE("the directory is filtered by sector and status, and whole when both are unknown") {
  const auto& directory = shipped().directory;
  const auto has = [&](const Profile& profile, std::string_view id) {
    const auto ids = ids_of(directory.serving(profile));
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  CHECK(directory.serving({}).size() == directory.contacts.size());
  CHECK(has({{"health"}, {}}, "health-portal"));
  CHECK_FALSE(has({{"company"}, {}}, "health-portal"));
  CHECK_FALSE(has({{"health"}, {}}, "anssi-regulated"));
  CHECK(has({{"health"}, {"oiv"}}, "anssi-regulated"));
  CHECK(has({{"company"}, {}}, "police"));
}

TEST_CASE("a circle of others ends") {
  const auto reading = read_contacts(
      "  - id: a\n    title: {fr: \"A\", en: \"A\"}\n    whom: {fr: \"A\", en: \"A\"}\n"
      "    sectors: [health]\n    otherwise: b\n    fill: yes\n"
      "  - id: b\n    title: {fr: \"B\", en: \"B\"}\n    whom: {fr: \"B\", en: \"B\"}\n"
      "    sectors: [aviation]\n    otherwise: a\n    fill: yes\n");
  CHECK(reading.problems.empty());
  CHECK(ids_of(reading.directory.to_call("a", {{"company"}, {}})) == std::vector<std::string>{"b"});
  CHECK(reading.directory.to_call("a", {}).size() == 2);
}

TEST_CASE("contacts are read strictly, with place and remedy") {
  CHECK(problem_of("    phones: [{number: \"3218\", fr: \"d’ici\", en: \"from here\"}]\n").empty());
  CHECK(problem_of("").find("“a” has no phone, mail or address") != std::string::npos);
  CHECK(problem_of("    web: [\"https://a.fr\"]\n").find("c.yaml, line 11, column 11") == 0);
  CHECK(problem_of("    web: [\"a.fr/x?y=z\"]\n").find("is not a web address") !=
        std::string::npos);
  CHECK(problem_of("    mail: \"nobody\"\n").find("is not a mail address") != std::string::npos);
  CHECK(problem_of("    phones: [{number: \"tel:17\", fr: \"a\", en: \"a\"}]\n")
            .find("is not a phone number") != std::string::npos);
  CHECK(problem_of("    web: [a.fr]\n    otherwise: nobody\n").find("“nobody” is no contact") !=
        std::string::npos);
  CHECK(problem_of("    web: [a.fr]\n    sectors: [helth]\n").find("“helth” is not accepted") !=
        std::string::npos);
  CHECK(problem_of("    web: [a.fr]\n    phone: \"17\"\n").find("“phone” is not known") !=
        std::string::npos);
  CHECK(
      problem_of("    web: [a.fr]\n    key: {id: \"00000000\", fingerprint: \"7F4C 8FA6 A356 D1CC "
                 "2E5C AB09 5416 33B8 1B45 CF2A\", address: a.fr, fr: \"a\", en: \"a\"}\n")
          .find("this fingerprint") != std::string::npos);
}

}  // namespace digue::sheet
