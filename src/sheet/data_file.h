// The files of the library that are not sheets: the directory of contacts, the clocks, the
// glossary, the ways in.  Whoever uses one reads what it means; here it is only read strictly as
// YAML, for the ids that sheets name and the items that it carries.
//
// An id is that of a mapping in a list at the top; an item is carried by any mapping that has
// `item` or `items`, in the languages of its texts (`fr`, `en`, its own or one level below).
// Thread-safe.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/problem.h"
#include "sheet/sheet.h"

namespace digue::sheet {

inline constexpr std::array<std::string_view, 4> data_names{"contacts", "clocks", "glossary",
                                                            "entry"};

// The contacts and the clocks that sheets may name as long as the library has no file of them.
inline constexpr std::array<std::string_view, 13> usual_contacts{
    "cert-fr",  "csirt-regional",  "cert-sante", "17cyber",       "cybermalveillance",
    "police",   "anssi-regulated", "cnil",       "health-portal", "insurer",
    "provider", "responder",       "lead"};
inline constexpr std::array<std::string_view, 8> usual_clocks{
    "cnil",       "complaint", "nis2-early", "nis2-notification",
    "nis2-final", "health",    "oiv-ose",    "insurer"};

struct DataFile {
  std::string name;  // "contacts"
  std::string file;  // as messages call it
  std::string bytes;
  std::vector<std::string> ids;
  std::vector<Carrier> carriers;
};

struct DataReading {
  DataFile data;
  std::vector<Problem> problems;
};
// `name` is one of data_names.
DataReading read_data(std::string_view bytes, std::string_view name, const std::string& file);

}  // namespace digue::sheet
