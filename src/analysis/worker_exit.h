// What a worker and the one that started it agree on, beside the frames.
#pragma once

namespace digue::analysis {

inline constexpr int wire_descriptor = 3;
inline constexpr int shared_descriptor = 4;
inline constexpr int exit_cannot_open = 4;
inline constexpr int exit_not_shut_in = 5;
inline constexpr int exit_out_of_memory = 6;

}  // namespace digue::analysis
