// What Sigma rules match in an export of Microsoft 365 or Entra, as events beside those of its
// records (Action::rule_matched), in a worker.
#pragma once
#include <string_view>

#include "analysis/wire_sink.h"
#include "detect/sigma/engine.h"
#include "event/event.h"

namespace digue::analysis {

// Once the records themselves have been read into the sink.  `channel` is of rule_channel_of().
void match_export(std::string_view text, std::string_view channel, event::Family family,
                  const detect::sigma::RuleSet& rules, WireSink& sink);

}  // namespace digue::analysis
