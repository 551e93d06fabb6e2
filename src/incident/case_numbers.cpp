#include "incident/case_numbers.h"

#include "incident/sentences.h"

namespace digue::incident {

Message case_number_line(const CaseNumber& given) {
  const Message whom =
      given.whom.english.empty() ? tell<sentences::line_text>(given.from) : given.whom;
  return tell<sentences::case_number_of>(whom, given.number);
}

Message case_numbers_line(const State& state) {
  Message all;
  for (const auto& given : state.case_numbers) {
    const auto one = case_number_line(given);
    const bool first = all.english.empty();
    all.french += (first ? "" : " · ") + one.french;
    all.english += (first ? "" : " · ") + one.english;
  }
  return all.english.empty() ? Message{} : tell<sentences::case_numbers>(all);
}

}  // namespace digue::incident
