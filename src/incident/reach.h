// What the machines that are hit carry, by the organisation's register: systems, activities, data,
// partners; and what that proposes to answer.  A person decides.  Pure; pointers live as long as
// the register.
#pragma once
#include <string>
#include <vector>

#include "finding/finding.h"
#include "organisation/register.h"
#include "sheet/severity_table.h"

namespace digue::incident {

struct HitSystem {
  const organisation::System* system = nullptr;
  std::string host;  // of the incident, through which it is hit
};

struct HitActivity {
  const organisation::Activity* activity = nullptr;
  std::string through;  // the system, or the activity, that it needs and that is hit
  std::string host;
};

struct Reach {
  std::vector<std::string> hosts;        // those looked up
  std::vector<std::string> unknown;      // of them, those that the register does not have
  std::vector<HitSystem> systems;        // in the order of the register
  std::vector<HitActivity> activities;   // vital first, then not known, in the register's order
  std::vector<std::string> zones, data;  // of the systems hit, sorted
  std::vector<const organisation::Interconnection*> partners;
};

Reach reach_of(const organisation::Register& registry, const std::vector<std::string>& hosts);

struct RegisterProposal {
  std::size_t input = 0;  // of the table
  finding::Value value = finding::Value::unknown;
  Message reason;
};
// For the inputs that say in the table what the register knows of them.  A "no" is proposed only
// when the register knows every host.
std::vector<RegisterProposal> proposals_of(const Reach& reach, const sheet::SeverityTable& table);

}  // namespace digue::incident
