#include "sheet/verb_first.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace digue::sheet {

namespace {

// Of words without accents.
constexpr std::array<std::string_view, 3> short_endings{"er", "ir", "ez"};
constexpr std::array<std::string_view, 19> endings_in_re{
    "ndre",  "rdre",  "udre",   "ttre",  "battre", "crire",   "uire",  "dire", "lire", "fire",
    "faire", "raire", "croire", "clure", "rompre", "vaincre", "aitre", "ivre", "etre"};
constexpr std::array<std::string_view, 44> other_words{
    "fichier",   "premier",   "dernier",     "courrier",  "dossier", "papier",   "cahier",
    "clavier",   "hier",      "metier",      "entier",    "danger",  "hiver",    "calendrier",
    "janvier",   "fevrier",   "particulier", "financier", "atelier", "chantier", "quartier",
    "escalier",  "cyber",     "super",       "desir",     "loisir",  "avenir",   "souvenir",
    "plaisir",   "cuir",      "elixir",      "chez",      "assez",   "nez",      "cendre",
    "gendre",    "ordre",     "desordre",    "lettre",    "maitre",  "livre",    "fenetre",
    "contraire", "itineraire"};
constexpr std::array<std::string_view, 4> imperatives{"faites", "dites", "soyez", "refaites"};
constexpr std::array<std::string_view, 11> passed_over{"ne",  "pas", "se",   "y",  "le", "la",
                                                       "les", "lui", "leur", "en", ":"};

bool among(const auto& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool ends_as(const auto& endings, std::string_view word) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool is_verb(std::string_view word) {
  if (among(imperatives, word)) return true;
  if (among(other_words, word)) return false;
  return ends_as(short_endings, word) || ends_as(endings_in_re, word);
}

// "s'assurer" is "assurer", "mettez-le" is "mettez".
std::string_view core(std::string_view word) {
  if (word.starts_with("s'") || word.starts_with("n'") || word.starts_with("l'"))
    word.remove_prefix(2);
  const auto end =
      std::find_if(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; });
  return word.substr(0, static_cast<std::size_t>(end - word.begin()));
}

}  // namespace

static bool first_is_verb(std::string_view plain) {
  for (const auto word : split(plain, ' '))
    if (!word.empty() && !among(passed_over, word)) return is_verb(core(word));
  return false;
}

bool starts_with_verb(std::string_view french) {
  const auto plain = folded(french);
  const auto colon = plain.find(':');
  return first_is_verb(plain) ||
         (colon != std::string::npos && first_is_verb(std::string_view(plain).substr(colon)));
}

}  // namespace digue::sheet
