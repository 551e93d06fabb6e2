// What the directory's audit records say of what changed, brought to the details of docs/events.md:
// for the Unified Audit Log's AzureActiveDirectory records and for Entra's own audit export, which
// carry the same properties under the same names.
//
// Values come plain, quoted ("\"x\"") or as a JSON list ("[\r\n  \"x\"\r\n]").  Thread-safe: state
// is in the filler.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/filler.h"
#include "read/m365/audit_operations.h"
#include "read/m365/audit_record.h"

namespace digue::read::m365 {

struct DirectoryChange {
  std::string_view user;    // the target's user principal name, "" when it is no user
  std::string_view id;      // the target's object id
  std::string_view name;    // the target's display name
  std::string_view object;  // what the audit log calls ObjectId: often the application's id
  std::span<const Property> modified;
};

// Sets action (where the properties decide it), target, object, application and device of the
// event, and adds its details.
void fill_directory_change(Filler& filler, Shape shape, const DirectoryChange& change);

// "AssignedLicense" and "AssignedLicense.Old" out of the additionalDetails of a record that has no
// modified properties: JSON in JSON in JSON, and cut into pieces, so it is read as text.  Nothing
// is added where it does not tell of licences.
void fill_licence_change(Filler& filler, std::string_view additional_details);

// The texts of a property's value: of a JSON list each item (objects as JSON), else the value
// without its quotes; none for an empty one.
std::vector<std::string> plain_values(std::string_view value);
// The same, joined by ", ".
std::string plain_value(std::string_view value);

}  // namespace digue::read::m365
