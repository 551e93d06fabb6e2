// What Entra's sign-in error codes (AADSTS numbers) mean for an investigation.
//
// Status words lie (a wrong password can stand as "Success" in the audit log), so the code decides.
// Source: Microsoft, "Microsoft Entra authentication and authorization error codes".  Pure
// functions, thread-safe.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "event/event.h"

namespace digue::read::m365 {

// success: 0 only.  failure: refused, with a wrong or blocked secret or by a policy.
// interrupted: the provider asked for more (a second factor, a consent, a choice of account), or
// the application is at fault: says nothing of the secret being wrong.
// An unknown code is a failure when it is an AADSTS number, as most are.
event::Verdict verdict_of_code(std::int32_t code);

// The number of a LogonError name ("InvalidUserNameOrPassword" is 50126); nothing when unknown.
std::optional<std::int32_t> code_of_logon_error(std::string_view name);

}  // namespace digue::read::m365
