#include <doctest/doctest.h>

#include "read/collector.h"
#include "read/format.h"

namespace digue::read {

const Format& entra_audit_format();

static event::RecordId id_of(std::string_view text) {
  Collector sink;
  entra_audit_format().read(text, {}, sink);
  REQUIRE(sink.read().events.size() == 1);
  return sink.read().events[0].id;
}

static constexpr std::string_view graph = R"([{"id":"Directory_1","correlationId":"885903B7-1",
  "activityDisplayName":"Add member to role","activityDateTime":"2026-03-08T02:21:07.1234567Z",
  "targetResources":[{"id":"f0e1","type":"User","userPrincipalName":"A@ch.example",
  "modifiedProperties":[{"displayName":"Role.DisplayName","oldValue":null,"newValue":"\"Owner\""}]}]}])";

TEST_CASE("one act is one record in Graph's export and in the portal's, which has no id") {
  CHECK(
      id_of(graph) ==
      id_of(
          "Date (UTC),CorrelationId,Activity,Result,ActorType,Target1Type,Target1ObjectId,"
          "Target1UserPrincipalName,Target1ModifiedProperty1Name,Target1ModifiedProperty1NewValue\n"
          "2026-03-08T02:21:07Z,885903b7-1,Add member to role,success,User,User,f0e1,"
          "a@ch.example,Role.DisplayName,\"\"\"Owner\"\"\"\n"));
}

TEST_CASE("two acts of one moment on one person are two when they change different things") {
  std::string other(graph);
  other.replace(other.find("Owner"), 5, "Guest");
  CHECK_FALSE(id_of(graph) == id_of(other));
}

}  // namespace digue::read
