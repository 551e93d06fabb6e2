// How an indicator may be written in a log: what is searched for in its place.  Internal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "hunt/layout.h"
#include "indicator/address.h"

namespace digue::hunt {

// Texts, folded.  A URL is searched for without its scheme, as many logs write it; with what is in
// it also as a query of another URL and as JSON write it.  None for what is read as a number.
std::vector<std::string> forms_of(const indicator::Indicator& indicator);
std::string folded_text(std::string_view text);

struct AddressRange {
  AddressBytes low{}, high{};
};
// Of networks, spans of addresses and IPv6 addresses.
std::optional<AddressRange> range_of(const indicator::Indicator& indicator);
AddressBytes address_bytes(const indicator::Address& address);

}  // namespace digue::hunt
