// Findings and what goes with them as JSON Lines, one object a line (docs/command-line.md).
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "finding/finding.h"

namespace digue {
class JsonWriter;
}

namespace digue::finding {

// A member that is a moment: RFC 3339 in UTC, or null when it is not known.
void write_time(JsonWriter& json, std::string_view name, Instant instant);
// A member that is a list of sentences, in that language.
void write_messages(JsonWriter& json, std::string_view name, std::span<const Message> messages,
                    Language language);

// The member "zoneless", where there are such dates.
void write_zoneless(JsonWriter& json, const ZonelessDates& dates);
// A member that is a list of stretches, each with its reason.
void write_gaps(JsonWriter& json, std::string_view name, std::span<const Gap> gaps,
                Language language);

// `sources` gives the names of the files that evidence rows point into.
std::string to_json(const Finding& finding, std::span<const Source> sources, Language language);
std::string to_json(const Answer& answer, Language language);
std::string to_json(const Source& source, Language language);
std::string to_json(const Unreadable& unreadable, Language language);

}  // namespace digue::finding
