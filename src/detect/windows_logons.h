// Sessions that people open on Windows hosts, as the events of Windows logs tell them.
#pragma once
#include <string_view>

#include "detect/scene.h"

namespace digue::detect {

// A person's account, or one that a person may use: no host's, no service of Windows's own.  Known
// by its SID where the log tells it, never by a name, which Windows translates.
bool is_a_users(const Scene& scene, const event::Event& logon);
// Without its domain.
std::string_view bare_account(std::string_view account);
bool is_loopback(std::string_view address);

}  // namespace digue::detect
