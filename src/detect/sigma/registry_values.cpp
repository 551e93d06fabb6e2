#include "detect/sigma/registry_values.h"

#include <fmt/format.h>

#include <cstdint>

#include "base/number.h"
#include "base/text.h"

namespace digue::detect::sigma {

namespace {

constexpr std::string_view type_none = "%%1872";
constexpr std::string_view type_text = "%%1873";
constexpr std::string_view type_expanded_text = "%%1874";
constexpr std::string_view type_dword = "%%1876";
constexpr std::string_view type_several_texts = "%%1879";
constexpr std::string_view type_qword = "%%1883";

struct Root {
  std::string_view kernel, sysmon;  // the kernel's in lower case
};
constexpr std::array<Root, 2> roots = {
    {{"\\registry\\machine", "HKLM"}, {"\\registry\\user", "HKU"}}};

// "\ControlSet001" after HKLM\System, whatever the number, to the set in use: rules name no other.
std::string with_control_set(std::string path) {
  constexpr std::string_view system = "hklm\\system\\", set = "controlset";
  constexpr std::size_t digits = 3;
  const std::string folded = lower(path);
  const bool is_set = folded.starts_with(system) && folded.substr(system.size()).starts_with(set);
  const std::size_t end = system.size() + set.size() + digits;
  if (!is_set || folded.size() < end) return path;
  const bool is_numbered =
      whole_number<unsigned>(std::string_view(folded).substr(end - digits, digits)) &&
      (folded.size() == end || folded[end] == '\\');
  return is_numbered ? "HKLM\\System\\CurrentControlSet" + path.substr(end) : path;
}

std::string with_root(std::string_view key) {
  const std::string folded = lower(key);
  for (const Root& root : roots)
    if (folded.starts_with(root.kernel) &&
        (folded.size() == root.kernel.size() || folded[root.kernel.size()] == '\\'))
      return std::string(root.sysmon) + std::string(key.substr(root.kernel.size()));
  return std::string(key);
}

bool is_said(std::string_view text) {
  return !text.empty() && text != "-";
}

}  // namespace

std::string registry_path(const MadeFrom& key_and_value) {
  const auto& [key, value] = key_and_value;
  if (!is_said(key)) return {};
  std::string path = with_control_set(with_root(key));
  // Without a name it is the key's default value.
  return path + "\\" + (value.empty() ? "(Default)" : std::string(value));
}

std::string registry_details(const MadeFrom& type_and_text) {
  const auto& [type, text] = type_and_text;
  if (type == type_text || type == type_expanded_text || type == type_several_texts)
    return text.empty() ? "(Empty)" : std::string(text);
  const auto number = whole_number<std::uint64_t>(text);
  if (type == type_dword && number) return fmt::format("DWORD (0x{:08x})", *number);
  if (type == type_qword && number)
    return fmt::format("QWORD (0x{:08x}-0x{:08x})", *number >> 32U, *number & 0xffffffffU);
  if (type.starts_with("%%18") && type != type_none) return "Binary Data";
  return is_said(text) ? std::string(text) : std::string();
}

std::string registry_event_type(const MadeFrom& operation) {
  if (operation[0] == "%%1904" || operation[0] == "%%1905") return "SetValue";
  return operation[0] == "%%1906" ? "DeleteValue" : "";
}

}  // namespace digue::detect::sigma
