// How the texts of a sheet read: reading ease, and titles that begin with a verb.
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "sheet/reading_ease.h"
#include "sheet/verb_first.h"

namespace digue::sheet {

TEST_CASE("syllables are counted by the rules that the header states") {
  const std::pair<const char*, std::size_t> words[] = {
      {"chat", 1},           {"maison", 2},  {"table", 1},     {"les", 1},     {"entreprise", 3},
      {"sauvegarde", 3},     {"réunir", 3},  {"réel", 2},      {"arrivée", 3}, {"arrivées", 3},
      {"client", 2},         {"février", 3}, {"bien", 1},      {"dernier", 2}, {"Noël", 2},
      {"maïs", 2},           {"qui", 1},     {"longue", 1},    {"guide", 1},   {"essayer", 3},
      {"yeux", 1},           {"cœur", 1},    {"l’attaque", 2}, {"qu’il", 1},   {"jusqu’à", 2},
      {"mots-clés", 2},      {"VPN", 3},     {"3218", 1},      {"ÉTAT", 2},    {"île", 1},
      {"immédiatement,", 5}, {"«", 0},       {"oublie", 2},    {"boîte", 1},   {"l’", 0}};
  for (const auto& [word, count] : words) CHECK_MESSAGE(syllables(word) == count, word);
}

TEST_CASE("words are what stands between spaces, marks alone left out") {
  CHECK(word_count("") == 0);
  CHECK(word_count("« Oui », dit-il ; c’est fait !") == 4);
  CHECK(word_count("« Oui »\u00A0: non\u202F!\nEncore") == 3);
}

TEST_CASE("the ease of known texts is that worked out by hand") {
  // 3 words, 1 sentence, 3 syllables: 207 - 3.045 - 73.6.
  CHECK(reading_ease("Le chat dort.") == doctest::Approx(130.355));
  // 8 words, 2 sentences, 12 syllables: cou pez le ré seau, gar dez les jour naux au frais.
  CHECK(reading_ease("Coupez le réseau. Gardez les journaux au frais.") ==
        doctest::Approx(207 - 1.015 * 4 - 73.6 * 12 / 8));
  // 15 syllables: dé syn chro ni sa tion, ad mi nis tra tive, ir ré ver sible.
  CHECK(reading_ease("Désynchronisation administrative irréversible") ==
        doctest::Approx(207 - 1.015 * 3 - 73.6 * 15 / 3));
  CHECK(reading_ease("") == 207);
  CHECK(reading_ease("... !") == 207);
  // A colon ends a sentence, a point within an address does not.
  CHECK(reading_ease("Vu : là.") == doctest::Approx(207 - 1.015 - 73.6));
  CHECK(reading_ease("a.b a.b") == doctest::Approx(207 - 1.015 * 2 - 73.6 * 4 / 2));
}

TEST_CASE("bytes that are no French are counted without harm") {
  CHECK(syllables("\xC3") == 0);
  CHECK(syllables("\xE2\x80") == 0);
  CHECK(reading_ease(std::string(10000, 'a')) < 207);
  CHECK(reading_ease(std::string(100, '\xC5')) == 207);
}

TEST_CASE("a title begins with an infinitive or an imperative") {
  for (const auto* title : {"Couper le réseau",
                            "Réunir l’équipe",
                            "Mettre à l’abri",
                            "Prévenir",
                            "Ne pas éteindre",
                            "S’assurer du calme",
                            "N’ouvrir rien",
                            "Notez-le",
                            "Écrire à tous",
                            "Prendre une copie",
                            "Faites vite",
                            "Interrompre",
                            "Défaire la règle",
                            "Connaître les accès",
                            "Suivre la piste",
                            "Conclure",
                            "Construire un réseau propre",
                            "Recevoir",
                            "Être prêt",
                            "La généraliser",
                            "L’imposer",
                            "Dans le doute : couper"})
    CHECK_MESSAGE(starts_with_verb(title), title);
  for (const auto* title :
       {"Le réseau", "Fichiers chiffrés", "Fichier de preuve", "Dernier point", "Lettre de plainte",
        "Ordre des mesures", "Annuaire", "Notre équipe", "L’accès : un réseau", "Les comptes",
        "Procédure", "Chez vous", "", "Ne pas"})
    CHECK_FALSE_MESSAGE(starts_with_verb(title), title);
}

}  // namespace digue::sheet
