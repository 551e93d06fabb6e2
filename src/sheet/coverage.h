// What carries each line of the requirements, and in which languages; or why nothing does yet.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sheet/library.h"

namespace digue::sheet {

struct Covered {
  std::string id;                   // of the requirement
  std::vector<Carrier> carriers;    // in the order of the sheets
  std::vector<std::string> sheets;  // the sheet, or the file of data, of each carrier
  std::vector<Message> reasons;     // what is left to a later part of the product, and why

  bool in_french() const;   // every carrier has its French text
  bool in_english() const;  // and its English one
  // Carried in both languages, or left for later with a written reason.
  bool settled() const;
};

// The lines of one sheet ("mail-account"), or all of them when it is empty; in their own order.
std::vector<Covered> coverage(const Library& library, std::string_view sheet);

// How a carrier is named: "mail-account: step (do)", "mail-account: feature (plan)", "contacts".
std::string carrier_name(const std::string& sheet, const Carrier& carrier);

}  // namespace digue::sheet
