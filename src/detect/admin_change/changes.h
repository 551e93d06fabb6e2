// What administrators' rights were used for, as the trail says it, whoever used them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "detect/scene.h"
#include "finding/finding.h"

namespace digue::detect {

struct Change {
  std::uint32_t event = 0;
  // Rows that tell of one change have one number, from 0, within their Changes: the audit log and
  // the Entra audit both tell of it, each under its own id.
  std::uint32_t number = 0;
  bool odd = false;  // worth a look by itself
};

// The changes of one kind by one person.
struct Changes {
  enum class Kind : std::uint8_t { users, roles, credentials, settings };
  std::string actor;
  Kind kind = Kind::users;
  std::vector<Change> all;  // in time order
  std::uint32_t numbers = 0;
  finding::Severity odd_severity = finding::Severity::info;  // of the odd ones
  std::vector<Message> why;                                  // they are odd
  bool malicious = false;                                    // one of them is, in itself
};

// To be asked for by Scene::once.
class AllChanges {
 public:
  explicit AllChanges(const Scene& scene);
  const std::vector<Changes>& all() const { return all_; }

 private:
  std::vector<Changes> all_;
};

// Who or what was changed, as the record names it.
std::string member_of(const Scene& scene, const event::Event& event);
// " Role=… Group=…": what the change gave, under the evidence's own names.
std::string roles_of(const Scene& scene, const event::Event& event);

}  // namespace digue::detect
