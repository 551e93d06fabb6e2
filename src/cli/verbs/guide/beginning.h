// The first minute: what someone sees, which sheet helps, and the incident opened on it.
#pragma once
#include <optional>
#include <string>

#include "cli/casework/casework.h"
#include "cli/verbs/guide/dialogue.h"

namespace digue::cli::verbs {

// The sheet that what the person sees leads to; nothing when they left.
std::optional<std::string> find_sheet(Dialogue& dialogue, const sheet::Library& library);
// One of the sheets, from the whole list; Enter alone takes `usual`, an id, when it is one of them.
std::optional<std::string> pick_sheet(Dialogue& dialogue, const sheet::Library& library,
                                      const std::string& usual = {});

// The time zone that the machine keeps, else UTC.
std::string machine_zone(Files& files);

}  // namespace digue::cli::verbs
