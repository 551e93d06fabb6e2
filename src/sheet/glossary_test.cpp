#include "sheet/glossary.h"

#include "sheet/coverage.h"
#include "sheet/testing.h"
#include "sheet/text.h"

namespace digue::sheet {
namespace {

const Library& shipped() {
  static const auto library = built_in_library();
  REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().message.english));
  return *library;
}

std::vector<std::string> words_in(const char* text, Language language) {
  std::vector<std::string> ids;
  for (const auto* definition : shipped().glossary.used_in(text, language))
    ids.push_back(definition->id);
  return ids;
}

using Ids = std::vector<std::string>;

GlossaryReading read_definitions(const std::string& definitions) {
  return read_glossary(
      "format: \"1\"\nversion: \"1\"\ndate: \"2026-11-22\"\nabout: {fr: \"Mots\", en: \"Words\"}\n"
      "licence: {name: \"CC BY 4.0\", attribution: {fr: \"Nous\", en: \"Us\"}}\n"
      "definitions:\n" +
          definitions,
      "g.yaml");
}

const std::string token =
    "  - id: token\n    forms: {fr: [\"jeton\"], en: [\"token\"]}\n"
    "    title: {fr: \"Jeton\", en: \"Token\"}\n    text: {fr: \"Preuve.\", en: \"Proof.\"}\n";

}  // namespace

TEST_CASE("every def line of the requirements is carried, in both languages") {
  std::size_t lines = 0;
  for (const auto& line : coverage(shipped(), "")) {
    if (!line.id.starts_with("def.") && line.id != "links.1") continue;
    ++lines;
    CHECK_MESSAGE((line.in_french() && line.in_english()), line.id);
  }
  CHECK(lines == 9);
}

TEST_CASE("a word is found by its id or any of its forms, whatever the case and the accents") {
  const auto& glossary = shipped().glossary;
  for (const char* word : {"perimeter", "Périmètre", "PERIMETRE", "Perimeter"}) {
    REQUIRE_MESSAGE(glossary.find(word) != nullptr, word);
    CHECK(glossary.find(word)->item == "def.axes");
  }
  CHECK(glossary.find("main courante") == glossary.find("logbook"));
  CHECK(glossary.find("peri") == nullptr);
  CHECK(glossary.find("") == nullptr);
}

TEST_CASE("definitions are shown where the words are used, whole words only") {
  CHECK(words_in("Coupez les sessions et le VPN.", Language::french) == Ids{"session", "vpn"});
  CHECK(words_in("Gardez l’empreinte du fichier.", Language::french) == Ids{"hash"});
  CHECK(words_in("la «\u00a0quarantaine\u00a0»", Language::french) == Ids{"quarantine"});
  CHECK(words_in("Un numéro d’urgence.", Language::french).empty());
  CHECK(words_in("Rehashed sessionless text.", Language::english).empty());
  CHECK(words_in("Cut the sessions.", Language::french) == Ids{"session"});
}

TEST_CASE("the longer of two words takes the place of the shorter") {
  CHECK(words_in("An ordinary anomaly.", Language::english) == Ids{"ordinary-anomaly"});
  CHECK(words_in("A personal-data breach.", Language::english) == Ids{"data-leak"});
  CHECK(words_in("Un incident mineur, de faible gravité.", Language::french) ==
        Ids{"severity", "minor-incident"});
}

TEST_CASE("every definition is short: no sentence above fifteen words") {
  CHECK(shipped().glossary.definitions.size() > 30);
  for (const auto& definition : shipped().glossary.definitions) {
    CHECK_MESSAGE(longest_sentence(definition.text.french) <= 15, definition.id);
    CHECK_MESSAGE(longest_sentence(definition.text.english) <= 15, definition.id);
  }
}

TEST_CASE("the glossary is read strictly") {
  CHECK(read_definitions(token).problems.empty());
  const auto twice = read_definitions(
      token +
      "  - id: coin\n    forms: {fr: [\"JETON\"], en: [\"coin\"]}\n"
      "    title: {fr: \"Pièce\", en: \"Coin\"}\n    text: {fr: \"Sou.\", en: \"Money.\"}\n");
  REQUIRE(twice.problems.size() == 1);
  CHECK(told(twice.problems[0])
            .english.find("g.yaml, line 12, column 18: “JETON” is already "
                          "defined on line 8") == 0);
  const auto unknown = read_definitions(token + "    origin: \"x\"\n");
  REQUIRE(unknown.problems.size() == 1);
  CHECK(told(unknown.problems[0]).english.find("“origin” is not known") != std::string::npos);
  CHECK(read_glossary("a: {b: &c 1}", "g.yaml").problems.size() == 1);
}

}  // namespace digue::sheet
