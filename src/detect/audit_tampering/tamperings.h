// The settings that blind the logs, as the trail shows them: one for one setting and one person.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detect/scene.h"
#include "finding/finding.h"

namespace digue::detect {

// The plan whose licence gives the long audit.
inline constexpr std::string_view audit_licence = "M365_ADVANCED_AUDITING";

struct Tampering {
  std::string what;  // "AuditEnabled=False"
  std::string actor;
  std::vector<std::uint32_t> events;       // somebody set it; in time order, action by action
  std::vector<std::uint32_t> states;       // an export shows that it is so
  std::vector<finding::Subject> subjects;  // of both, each once, the first evidence_cap
};

// To be asked for by Scene::once.
class Tamperings {
 public:
  explicit Tamperings(const Scene& scene);
  // In order of setting and person.
  const std::vector<Tampering>& all() const { return tamperings_; }

 private:
  std::vector<Tampering> tamperings_;
};

}  // namespace digue::detect
