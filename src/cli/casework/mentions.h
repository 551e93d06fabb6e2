// What was recognised in a line: told to the person, defanged, or as JSON.
#pragma once
#include <string>
#include <vector>

#include "cli/verb.h"
#include "incident/mentions.h"

namespace digue::cli::casework {

// One line: what it is, its value so that nothing makes a link of it, and whose it is.
Message mention_line(const incident::Mention& mention);
// All of them, in the order of the text: what is kept, what is ours, what is not sure.
std::vector<Message> mention_lines(const std::vector<incident::Mention>& mentions);
bool any_kept_indicator(const std::vector<incident::Mention>& mentions);
std::string mention_json(const incident::Mention& mention, std::uint64_t entry);
// "domain: evil[.]example (7, 12)": values that people's lines name, and where.
Message named_line(const std::string& value, const std::vector<std::uint64_t>& entries);

}  // namespace digue::cli::casework
