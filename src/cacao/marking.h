// The TLP 2.0 markings that CACAO, like STIX, defines once for all.
#pragma once
#include <array>
#include <string_view>

namespace digue::cacao {

struct TlpMarking {
  std::string_view level, uuid;
};
inline constexpr std::array<TlpMarking, 5> tlp_markings{{
    {"TLP:CLEAR", "94868c89-83c2-464b-929b-a1a8aa3c8487"},
    {"TLP:GREEN", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"},
    {"TLP:AMBER", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"},
    {"TLP:AMBER+STRICT", "939a9414-2ddd-4d32-a0cd-375ea402b003"},
    {"TLP:RED", "e828b379-4e03-4974-9ac4-e53a884c97c1"},
}};
// Who made them, and when.
inline constexpr std::string_view tlp_creator = "identity--5abe695c-7bd5-4c31-8824-2528696cdbf1";
inline constexpr std::string_view tlp_created = "2022-10-01T00:00:00.000Z";

}  // namespace digue::cacao
