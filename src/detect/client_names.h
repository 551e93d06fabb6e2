// Which machine had an address at a moment, as Windows logons tell it: was 10.0.0.5 PC-12 then?
//
// Told by a machine's own account that signs in or asks for a ticket from there, and by the name
// that a network logon gives (types 3; a remote desktop's is the host's that is entered).
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "detect/scene.h"

namespace digue::detect {

// A lease may change after that.
inline constexpr std::int64_t name_holds_for = 12 * hour_ms;

class ClientNames {
 public:
  explicit ClientNames(const Scene& scene);

  struct Told {
    std::string name;         // upper case, without domain; "" when nobody tells, or they disagree
    std::uint32_t event = 0;  // the nearest that tells
  };
  // Nothing when the names of the hours around mix: an address that several share.
  Told name_of(std::string_view address, Instant moment) const;

 private:
  struct Sighting {
    Instant time;
    std::string name;
    std::uint32_t event = 0;
  };
  std::map<std::string_view, std::vector<Sighting>> by_address_;  // in time order
};

}  // namespace digue::detect
