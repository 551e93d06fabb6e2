// The parts that compose() puts together; each adds its blocks to the document.
#pragma once
#include <map>
#include <string>
#include <utility>

#include "produce/report/document.h"
#include "produce/report/report.h"
#include "produce/report/wording.h"

namespace digue::produce::report {

// More rows than these are counted, not printed: they stay in the JSON and in the incident.
inline constexpr std::size_t most_evidence_rows = 12;
inline constexpr std::size_t most_reasons = 16;
inline constexpr std::size_t most_timeline_rows = 400;
inline constexpr std::size_t most_lesser_findings = 200;
inline constexpr std::size_t most_unreadable_rows = 50;

// What every part needs to write in the report's language.
struct Writing {
  const Report& report;
  Language language;
  Document& document;
  std::map<std::string, std::size_t> numbers;  // of the findings, by id

  std::string say(const Message& message) const { return typeset(message.in(language), language); }
  template <const Sentence& sentence, class... Arguments>
  std::string say(Arguments&&... arguments) const {
    return say(tell<sentence>(std::forward<Arguments>(arguments)...));
  }
  std::string number(std::uint64_t value) const { return number_text(value, language); }
  std::string long_time(Instant instant) const {
    return report::long_time(instant, report.zone, language);
  }
  std::string table_time(Instant instant) const { return report::table_time(instant, report.zone); }
  // In the report's zone, but for what is as a file wrote it.
  std::string long_time(Instant instant, bool is_local) const {
    return is_local ? say(finding::local_time(instant)) : long_time(instant);
  }
  std::string table_time(Instant instant, bool is_local) const {
    return is_local && instant.known() ? say(finding::local_time(instant)) : table_time(instant);
  }
  // "3", "?" when there is no such finding.
  std::string number_of(const std::string& finding_id) const {
    const auto found = numbers.find(finding_id);
    return found == numbers.end() ? "?" : std::to_string(found->second);
  }
  void add(Block block) const { document.blocks.push_back(std::move(block)); }
};

inline Span plain(std::string text) {
  return {Span::Kind::plain, std::move(text), Span::Tone::none};
}
inline Span strong(std::string text) {
  return {Span::Kind::strong, std::move(text), Span::Tone::none};
}
inline Span quiet(std::string text) {
  return {Span::Kind::quiet, std::move(text), Span::Tone::none};
}
inline Span name(std::string text) {
  return {Span::Kind::name, std::move(text), Span::Tone::none};
}
// The names with commas between.
Line names(const std::vector<std::string>& texts);

bool is_serious(const finding::Finding& finding);
// The findings in the order that the report numbers them from 1: serious ones, worst first, then
// the others as they came.
std::vector<const finding::Finding*> in_report_order(const Report& report);
bool is_owed(StepState state);

void add_first_page(const Writing& writing);
void add_timeline(const Writing& writing);
void add_findings(const Writing& writing);
void add_answers(const Writing& writing);
void add_plan(const Writing& writing);
void add_declarations(const Writing& writing);
void add_logbook(const Writing& writing);
void add_evidence(const Writing& writing);
void add_method(const Writing& writing);

}  // namespace digue::produce::report
