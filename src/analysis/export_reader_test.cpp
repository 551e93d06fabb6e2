#include "analysis/export_reader.h"

#include <doctest/doctest.h>

#include "detect/sigma/cloud_logs.h"
#include "detect/sigma/loading.h"

namespace digue::analysis {

namespace {

namespace sigma = detect::sigma;

sigma::Loaded rule_of(std::string_view product, std::string_view service,
                      std::string_view detection) {
  sigma::Loader loader({});
  loader.add("title: T\nid: r-1\nlogsource:\n  product: " + std::string(product) + "\n  service: " +
                 std::string(service) + "\ndetection:\n" + std::string(detection) + "\n",
             "r.yml");
  return loader.finish();
}

// The lines of the records that the rule matches.
std::vector<std::uint32_t> lines_of(const sigma::Loaded& loaded, std::string_view channel,
                                    std::string_view text) {
  REQUIRE(loaded.rules.rules().size() == 1);
  ExportReader reader(loaded.rules, channel);
  std::vector<std::uint32_t> lines;
  reader.read(text, [&] {
    if (!reader.matched().empty()) lines.push_back(reader.line());
  });
  return lines;
}

using Lines = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("the names of the unified audit log, in JSON, in the portal's CSV and in Graph's pages") {
  const auto forward = rule_of("m365", "audit",
                               "  s:\n    Operation: Set-Mailbox\n    Parameters|contains: "
                               "ForwardingSmtpAddress\n  condition: s");
  const std::string record =
      R"({"Id":"1","CreationTime":"2026-03-28T02:11:00","Workload":"Exchange",)"
      R"("Operation":"Set-Mailbox","UserId":"A@X.example","ClientIP":"203.0.113.7",)"
      R"("Parameters":[{"Name":"ForwardingSmtpAddress","Value":"smtp:e@evil.example"}]})";
  const std::string other = R"({"Id":"2","Operation":"Set-Mailbox","Parameters":[]})";
  CHECK(lines_of(forward, sigma::unified_audit_log, other + "\n" + record + "\n") == Lines{2});
  CHECK(lines_of(forward, sigma::unified_audit_log,
                 R"({"value":[{"id":"9","auditData":)" + record + "}]}") == Lines{1});
  std::string quoted;
  for (const char c : record) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  CHECK(lines_of(forward, sigma::unified_audit_log,
                 "RecordId,CreationDate,Operation,AuditData\n1,2026-03-28,Set-Mailbox,\"" + quoted +
                     "\"\n2,2026-03-28,Set-Mailbox,{}\n") == Lines{2});
}

TEST_CASE("alerts of the unified audit log under the names that rules give them") {
  const auto alert = rule_of("m365", "threat_management",
                             "  s:\n    eventSource: SecurityComplianceCenter\n    eventName: "
                             "Impossible travel activity\n    status: success\n  condition: s");
  const auto record = [](std::string_view name, std::string_view more) {
    return R"({"Operation":"AlertTriggered","Workload":"SecurityComplianceCenter","Name":")" +
           std::string(name) + "\"" + std::string(more) + "}";
  };
  const auto lines = [&](const std::string& text) {
    return lines_of(alert, sigma::unified_audit_log, text);
  };
  CHECK(lines(record("Impossible travel activity", "")) == Lines{1});
  CHECK(lines(record("Impossible travel activity", R"(,"ResultStatus":"Succeeded")")) == Lines{1});
  CHECK(lines(record("Impossible travel activity", R"(,"ResultStatus":"Failed")")).empty());
  CHECK(lines(record("Another", "")).empty());
}

TEST_CASE("names and values that stand in pairs") {
  const auto request = rule_of("m365", "audit",
                               "  s:\n    Operation: UserLoggedIn\n    RequestType: 'Cmsi:Cmsi'\n"
                               "  condition: s");
  const auto record = [](std::string_view value) {
    return R"({"Operation":"UserLoggedIn","ExtendedProperties":[{"Name":"UserAgent","Value":)"
           R"("Cmsi:Cmsi"},{"Name":"RequestType","Value":")" +
           std::string(value) + "\"}]}";
  };
  CHECK(lines_of(request, sigma::unified_audit_log, record("Cmsi:Cmsi")) == Lines{1});
  CHECK(lines_of(request, sigma::unified_audit_log, record("OAuth2:Token")).empty());
}

TEST_CASE("the names of Entra's audit log, in JSON and in the portal's CSV") {
  const auto owner = rule_of("azure", "auditlogs",
                             "  s:\n    properties.message: Add owner to application\n  t:\n    "
                             "Status: Success\n    LoggedByService: Core Directory\n  condition: s "
                             "and t");
  const auto lines = [&](std::string_view text) {
    return lines_of(owner, sigma::entra_audit_log, text);
  };
  CHECK(lines(R"({"activityDisplayName":"Add owner to application","result":"success",)"
              R"("loggedByService":"Core Directory"})") == Lines{1});
  CHECK(lines(R"({"activityDisplayName":"Add owner to application","result":"failure",)"
              R"("loggedByService":"Core Directory"})")
            .empty());
  CHECK(lines("Date (UTC),Service,Category,Activity,Result\n"
              "2026-03-28T02:11:00Z,Core Directory,App,Add owner to application,success\n"
              "2026-03-28T02:11:00Z,Core Directory,App,Update user,success\n") == Lines{2});
}

TEST_CASE("the names of Entra's sign-ins, in JSON and in the portal's CSV") {
  const auto single = rule_of("azure", "signinlogs",
                              "  s:\n    Status: Success\n    AuthenticationRequirement: "
                              "singleFactorAuthentication\n  f:\n    ResultType: 50053\n"
                              "  condition: s or f");
  const auto lines = [&](std::string_view text) {
    return lines_of(single, sigma::entra_sign_in_log, text);
  };
  const auto record = [](std::string_view code, std::string_view requirement) {
    return R"({"userPrincipalName":"a@x.example","status":{"errorCode":)" + std::string(code) +
           R"(},"authenticationRequirement":")" + std::string(requirement) + "\"}\n";
  };
  CHECK(lines(record("0", "singleFactorAuthentication") + record("0", "multiFactorAuthentication") +
              record("50126", "singleFactorAuthentication") +
              record("50053", "multiFactorAuthentication")) == Lines{1, 4});
  CHECK(lines("Date (UTC),Status,Authentication requirement,Sign-in error code\n"
              "2026-03-28T02:11:00Z,Success,Single-factor authentication,None\n"
              "2026-03-28T02:11:00Z,Failure,Single-factor authentication,50126\n") == Lines{2});
}

TEST_CASE("who, from where and when, and what cannot be read") {
  const auto any = rule_of("m365", "audit", "  s: [a]\n  condition: s");
  ExportReader reader(any.rules, sigma::unified_audit_log);
  std::size_t records = 0;
  reader.read(R"({"Id":"i1","CreationTime":"2026-03-28T02:11:00","UserId":"A@X.example",)"
              R"("ClientIP":"[2001:db8::1]:443"})"
              "\n{\"Id\": nonsense}\n",
              [&] {
                ++records;
                CHECK(rfc3339(reader.time()) == "2026-03-28T02:11:00Z");
                CHECK(reader.account() == "a@x.example");
                CHECK(reader.address() == "2001:db8::1");
                CHECK(reader.identity() == "i1");
              });
  CHECK(records == 1);
  CHECK(reader.records() == 2);
  CHECK(reader.unread() == 1);
  ExportReader other(any.rules, sigma::entra_sign_in_log);
  CHECK(other.bucket() == nullptr);
}

}  // namespace digue::analysis
