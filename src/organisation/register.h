// The organisation's register, prepared beforehand: what it does that is vital, the systems and
// machines that this needs, who is connected to them.
//
// docs/organisation.md says how it is written, in YAML or in CSV.  What is absent is not known, and
// never "none": a procedure that does not exist is said not to.  Names are compared without case
// nor accents.  Plain values; thread-safe to read.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace digue::organisation {

inline constexpr std::size_t max_register_entries = 20'000;  // of each kind

// How an activity goes on: known, known not to exist, or not known.
struct Procedure {
  bool known = false;
  std::string how;  // empty when it is known that there is none

  bool none() const { return known && how.empty(); }
};

struct Activity {
  std::string name;
  std::optional<bool> vital;
  Procedure continuity;                      // to go on as usual
  Procedure degraded;                        // to go on less well
  std::optional<int> degraded_minutes;       // how long the degraded mode holds
  std::optional<std::int64_t> loss_per_day;  // in euros
  std::vector<std::string> systems;          // that it needs
  std::vector<std::string> needs;            // activities that it needs
};

// An application, a server, a workstation, a network: anything that can be hit.
struct System {
  std::string name;
  std::string type;                  // "windows-server", "application"...: as written
  std::string zone;                  // as written
  std::string role;                  // "domain-controller"...: as written
  std::vector<std::string> backups;  // "offline", "remote", "online", "none"
  std::vector<std::string> data;  // "personal", "health", "financial", "classified", "contractual"
  std::vector<std::string> runs_on;  // systems or machines that carry it

  // Administers others: a domain controller, a hypervisor, an administration workstation...
  bool administers() const;
};

struct Interconnection {
  std::string partner;
  std::string contact;
  std::vector<std::string> systems;  // of ours
  std::vector<std::string> zones;    // of ours
};

struct Register {
  std::vector<Activity> activities;
  std::vector<System> systems;
  std::vector<Interconnection> interconnections;

  bool empty() const { return activities.empty() && systems.empty() && interconnections.empty(); }
  const Activity* activity(std::string_view name) const;
  const System* system(std::string_view name) const;
  // The system of a host as the evidence names it: "SRV-DPI.hopital.example" is "srv-dpi".
  const System* host(std::string_view name) const;
};

// "srv-dpi" for both "SRV-DPI" and "srv-dpi.hopital.example": what hosts are compared by.
std::string host_key(std::string_view name);
// What names are compared by.
std::string name_key(std::string_view name);

// What is wrong in the register without keeping it from being used: names that nothing bears,
// cells that can't be read.
struct RegisterNotes {
  std::vector<Message> notes;  // the first max_register_notes
  void add(Message note);
};
inline constexpr std::size_t max_register_notes = 200;

// A table of activities, of systems or of interconnections, by its header, French or English.
// `file` is how messages call it.  Errors: a header that is none of them.
Outcome import_csv(std::string_view bytes, const std::string& file, Register& into,
                   RegisterNotes& notes);
// Notes the systems and activities that are named and are not there, and names written twice.
void check_register(const Register& whole, RegisterNotes& notes);

}  // namespace digue::organisation
