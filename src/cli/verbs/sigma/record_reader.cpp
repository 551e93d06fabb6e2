#include "cli/verbs/sigma/record_reader.h"

#include <algorithm>

#include "base/number.h"

namespace digue::cli::verbs::sigma {

using read::evtx::Section;

std::vector<std::string> rule_names(Section section, std::string_view name) {
  if (section == Section::provider) return {"Provider_Name"};
  std::string made(name);
  if (section != Section::data && section != Section::members) {
    // Execution.ProcessID of the system is Execution_ProcessID.
    std::replace(made.begin(), made.end(), '.', '_');
    return {made};
  }
  // Defender writes "Threat Name", rules write ThreatName too.
  if (made.find(' ') == std::string::npos) return {made};
  std::string joined = made;
  std::erase(joined, ' ');
  return {made, joined};
}

const char* RecordReader::read(read::evtx::Record& record) {
  bucket_ = nullptr;
  if (const char* why = record.fields(fields_); why != nullptr) return why;
  const auto id = whole_number<std::uint32_t>(fields_.find(Section::event_id));
  bucket_ = rules_.bucket(fields_.find(Section::channel), id.value_or(0));
  if (bucket_ == nullptr) return nullptr;
  auto& view = matcher_.record();
  view.clear();
  for (const auto& one : fields_.all()) {
    const auto names = rule_names(one.section, one.name);
    view.add(rules_.names().find(names.front()), one.value, one.null);
    if (names.size() == 2) view.add(rules_.names().find(names.back()), one.value, one.null);
  }
  return nullptr;
}

}  // namespace digue::cli::verbs::sigma
