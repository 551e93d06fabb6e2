// Exports of Microsoft 365 and Entra as rules call what they hold: which rules they answer, and
// under which of their own names a rule's field stands.
//
// Source: Microsoft's pages of the Unified Audit Log, of Graph's signIn and directoryAudit and of
// the portal's CSV; the fields that the public rules use.  Constant tables: threads may share them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "detect/sigma/log_sources.h"

namespace digue::detect::sigma {

// The channel (LogPlace) of each.
inline constexpr std::string_view unified_audit_log = "m365/audit";
inline constexpr std::string_view entra_audit_log = "azure/auditlogs";
inline constexpr std::string_view entra_sign_in_log = "azure/signinlogs";

// Nothing when none of them holds it.
std::vector<LogPlace> cloud_places_of(const LogSource& source);

// The paths (folded: read/fields.h) that hold what a rule calls so, the best first; what stands
// inside of one counts too.
std::vector<std::string> cloud_paths_of(std::string_view channel, std::string_view rule_field);

}  // namespace digue::detect::sigma
