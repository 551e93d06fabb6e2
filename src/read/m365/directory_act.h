// One record of the Entra audit log, out of Graph's directoryAudit (JSON) or of the portal's CSV,
// and the event that it makes.
#pragma once
#include <string_view>
#include <vector>

#include "read/m365/audit_record.h"
#include "read/record.h"

namespace digue::read::m365 {

struct ActTarget {
  std::string_view type, name, id, user;
  std::vector<Property> changes;
};

// Views of the record's fields: valid as long as they are.
struct DirectoryAct {
  std::string_view activity, id, result, reason, category, service, correlation;
  std::string_view actor, actor_application, actor_application_id, address, agent;
  std::vector<ActTarget> targets;
};

DirectoryAct act_of_json(const Record& record);
DirectoryAct act_of_csv(const Record& record);

// Begins, fills and commits the event of the act.
void commit_act(Record& record, const DirectoryAct& act, const ReadDate& date);

}  // namespace digue::read::m365
