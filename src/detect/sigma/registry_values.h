// A value of the registry that was set or deleted, as the Security log tells it (4657), in the
// words of Sysmon (12 and 13), in which rules are written.
//
// Source: Microsoft's page of event 4657 and the parameter messages of its codes (%%1873...);
// Sysmon's own.  Thread-safe.
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace digue::detect::sigma {

// Values of the record that another is made of; empty when one is not there.
using MadeFrom = std::array<std::string_view, 2>;

// The key as the kernel calls it, and the name of the value:
// HKLM\System\CurrentControlSet\Services\x\Start.  Empty without a key.
std::string registry_path(const MadeFrom& key_and_value);
// The type and the text of the new value: "DWORD (0x00000001)", "Binary Data", "(Empty)".
std::string registry_details(const MadeFrom& type_and_text);
// SetValue or DeleteValue, of the code of what was done; empty of another.
std::string registry_event_type(const MadeFrom& operation);

}  // namespace digue::detect::sigma
