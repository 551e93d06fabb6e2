// A file layer for SQLite (a VFS over the system's own) that does to files what machines do to
// them: the process is killed in the middle of a write, the disk fills up, the power goes and takes
// with it all that was not synced, or all but some of it, sector by sector.
//
// One for the process, named layer_name; plan it before a logbook is opened on it.  Thread-safe.
#pragma once
#include <cstdint>
#include <string>

namespace digue::faults {

inline constexpr const char* layer_name = "digue-faults";
inline constexpr std::uint64_t never = UINT64_MAX;

struct Plan {
  std::uint64_t kill_at_write = never;     // the process dies at that write, from 1
  bool torn = false;                       // half of that write is done first
  std::uint64_t full_after_bytes = never;  // no room for more than that
  std::uint64_t dark_at_step = never;      // the power goes at that write or sync, from 1
  bool remember_unsynced = false;          // what restore_after_power_cut() needs
  bool really_sync = true;                 // false where nothing but the process dies: faster
};

void install();
// Forgets what was counted and remembered.
void set_plan(const Plan& plan);
std::uint64_t writes();
std::uint64_t steps();  // writes and syncs
std::uint64_t bytes_written();
// Once all files are closed: puts them back to what was synced, then lets some of the unsynced
// sectors through, as chance has it from `seed`; none when `seed` is 0.
void restore_after_power_cut(std::uint64_t seed);

}  // namespace digue::faults
