#include "produce/report/wording.h"

#include <fmt/format.h>

#include <array>

#include "produce/report/sentences.h"

namespace digue::produce::report {

static std::string offset_text(int minutes) {
  const int size = minutes < 0 ? -minutes : minutes;
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? "−" : "+", size / 60, size % 60);
}

std::string long_time(Instant instant, const Zone& zone, Language language) {
  if (!instant.known()) return std::string(sentences::time_unknown.in(language));
  const CivilTime civil = zone.civil(instant);
  const bool first = civil.day == 1 && language == Language::french;
  return tell<sentences::date_and_time>(
             first ? std::string("1er") : std::to_string(civil.day),
             std::string(sentences::months[civil.month - 1].in(language)), civil.year,
             fmt::format("{:02}:{:02}:{:02}", civil.hour, civil.minute, civil.second),
             offset_text(zone.offset_minutes(instant)))
      .in(language);
}

std::string table_time(Instant instant, const Zone& zone) {
  return instant.known() ? zone.show(Instant{instant.milliseconds / second_ms * second_ms}) : "";
}

std::string number_text(std::uint64_t number, Language language) {
  const std::string digits = std::to_string(number);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += language == Language::french ? "\u202F" : ",";
    out += digits[i];
  }
  return out;
}

static Span badge(const Sentence& word, Span::Tone tone, Language language) {
  return {Span::Kind::badge, std::string(word.in(language)), tone};
}

Span severity_badge(finding::Severity severity, Language language) {
  using Tone = Span::Tone;
  static constexpr std::array<const Sentence*, 5> words = {
      &sentences::severity_info, &sentences::severity_low, &sentences::severity_medium,
      &sentences::severity_high, &sentences::severity_critical};
  static constexpr std::array<Tone, 5> tones = {Tone::none, Tone::none, Tone::attention,
                                                Tone::grave, Tone::grave};
  const auto index = static_cast<std::size_t>(severity);
  return badge(*words[index], tones[index], language);
}

Span value_badge(finding::Value value, Language language) {
  switch (value) {
    case finding::Value::yes:
      return badge(sentences::value_yes, Span::Tone::grave, language);
    case finding::Value::no:
      return badge(sentences::value_no, Span::Tone::calm, language);
    case finding::Value::unknown:
      break;
  }
  return badge(sentences::value_unknown, Span::Tone::attention, language);
}

Span state_badge(StepState state, Language language) {
  using Tone = Span::Tone;
  static constexpr std::array<const Sentence*, 8> words = {
      &sentences::state_to_do,     &sentences::state_in_progress, &sentences::state_done,
      &sentences::state_partial,   &sentences::state_impossible,  &sentences::state_not_applicable,
      &sentences::state_delegated, &sentences::state_postponed};
  static constexpr std::array<Tone, 8> tones = {Tone::attention, Tone::attention, Tone::calm,
                                                Tone::attention, Tone::grave,     Tone::none,
                                                Tone::attention, Tone::attention};
  const auto index = static_cast<std::size_t>(state);
  return badge(*words[index], tones[index], language);
}

std::string typeset(std::string_view text, Language language) {
  static constexpr std::string_view no_break = "\u00A0";
  if (language != Language::french) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view after = text.substr(i + 1);
    const bool binds = after.starts_with("»") ||
                       (!after.empty() &&
                        (after[0] == ':' || after[0] == ';' || after[0] == '?' || after[0] == '!'));
    if (text[i] == ' ' && (binds || out.ends_with("«")))
      out += no_break;
    else
      out += text[i];
  }
  return out;
}

}  // namespace digue::produce::report
