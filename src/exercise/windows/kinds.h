// The kinds of Windows events that the stories tell, with the fields that Windows gives them.
#pragma once
#include <cstdint>
#include <string_view>

#include "exercise/evtx/event.h"

namespace digue::exercise::windows {

inline constexpr std::string_view security = "Microsoft-Windows-Security-Auditing";
inline constexpr std::string_view eventlog = "Microsoft-Windows-Eventlog";
inline constexpr std::string_view services = "Service Control Manager";
inline constexpr std::string_view defender = "Microsoft-Windows-Windows Defender";
inline constexpr std::string_view starter = "User32";
inline constexpr std::string_view sysmon = "Microsoft-Windows-Sysmon";

// The story only asks for kinds of the table; it lives as long as the program.
const evtx::Kind& kind_of(std::string_view provider, std::uint16_t id);
// Where a field stands in the kind's list.
std::size_t index_of(const evtx::Kind& kind, std::string_view field);

}  // namespace digue::exercise::windows
