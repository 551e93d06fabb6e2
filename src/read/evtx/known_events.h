// Which Windows events are more than `other`, and where their actor and what they act upon stand.
//
// Keyed by the provider and the number, never by a text that Windows translates.  Accounts become
// `domain\name`, lower case.  What a group is, its SID says (`object`): its name is translated.
// Source: Microsoft's pages of each event, and its manifests.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "event/event.h"

namespace digue::read::evtx {

struct KnownEvent {
  std::string_view provider;
  std::uint32_t id;
  event::Action action;
  // Names of data; an empty one is not there.  An actor or a target may be told as domain and name.
  std::string_view actor, actor_domain;
  std::string_view target, target_domain;
  std::string_view object;
  std::string_view address;
  std::string_view session;
  event::Verdict verdict = event::Verdict::unknown;
  // The data to keep as details; all of it when empty.
  std::span<const std::string_view> details = {};
};

// nullptr for an event that nobody asks about.
const KnownEvent* known_event(std::string_view provider, std::uint32_t id);
std::span<const KnownEvent> known_events();

}  // namespace digue::read::evtx
