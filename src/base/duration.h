// How long people say that something lasts: "12 h", "1h30", "2 jours", "PT36H", "90 min".
#pragma once
#include <optional>
#include <string_view>

namespace digue {

inline constexpr int max_duration_minutes = 10 * 366 * 24 * 60;

// In minutes, rounded down.  Of several ("12 h ; 2 jours"), the shortest.  Nothing when none can be
// read: a number without its unit is not guessed at, and months are too long to count hours in.
std::optional<int> minutes_in(std::string_view text);

}  // namespace digue
