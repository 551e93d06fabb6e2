// How easy a French text is to read, by the formula of Kandel and Moles, which adapts Flesch's to
// French (Kandel and Moles, "Application de l'indice de Flesch à la langue française", 1958):
//
//   207 - 1.015 x words per sentence - 73.6 x syllables per word
//
// 100 is very easy, 60 is plain, 30 is hard.  Syllables are counted on the letters, by rules that
// anyone can redo by hand:
//   - a run of vowels (a e i o u y and their accents, œ, æ) is one syllable;
//   - a new one starts at a vowel with a diaeresis, after é, and at e é è ê a o after an i that
//     follows a consonant and l or r ("client", "février");
//   - the u of "qu" and of "gu" before a vowel, and y between two vowels or before the first one,
//     are no vowels;
//   - a final e or es after another syllable is mute; so is the e of a final "ées" or "ée";
//   - a word without a vowel is spelt: one syllable a letter ("VPN"); a number is one syllable.
// A word is what stands between spaces: "l’accès" and "mots-clés" are one word each.  A sentence
// ends at . ! ? : ; or at the end.  Texts are UTF-8.  Pure; thread-safe.
#pragma once
#include <cstddef>
#include <string_view>

namespace digue::sheet {

// A text below it asks too much of someone tired.
inline constexpr double plain_reading_ease = 60;
// With fewer words, one long word decides of everything: nothing is said of such a text.
inline constexpr std::size_t measured_words = 12;

std::size_t syllables(std::string_view french_word);
// 207 for a text without a word.
double reading_ease(std::string_view french);
std::size_t word_count(std::string_view text);

}  // namespace digue::sheet
