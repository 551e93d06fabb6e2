// What applications may do: Microsoft-Extractor-Suite's OAuthPermissions and CRT's
// AzureADPSPermissionsReport (CSV or JSON, one row a scope), Graph's oauth2PermissionGrants (JSON),
// and service principals with their grants inside (DFIR-O365RC's AADApps).  A state.
#include "read/format.h"

#include <array>
#include <set>
#include <string>

#include "base/text.h"
#include "read/m365/graph.h"
#include "read/m365/lists.h"
#include "read/record.h"

namespace digue::read {

namespace {

constexpr std::array<DetailFrom, 11> application = {{
    {"AppDisplayName", {"appdisplayname", "clientdisplayname", "displayname"}},
    {"ResourceDisplayName", {"resourcedisplayname"}},
    {"PublisherName", {"publishername", "publisherdisplayname"}},
    {"VerifiedPublisher",
     {"verifiedpublisherid", "verifiedpublisher.verifiedpublisherid",
      "verifiedpublisher.displayname"}},
    {"AppOwnerOrganizationId", {"appownerorganizationid", "appownertenantid"}},
    {"SignInAudience", {"signinaudience"}},
    {"Homepage", {"homepage"}},
    {"ApplicationStatus", {"applicationstatus"}},
    {"AccountEnabled", {"accountenabled"}},
    {"ServicePrincipalType", {"serviceprincipaltype"}},
    {"PermissionType", {"permissiontype"}},
}};

void add_application(Record& record) {
  record.details(application);
  for (const auto urls : record.values({"replyurls"}))
    for (const auto url : m365::elements_of(urls)) record.detail("ReplyUrl", url);
  record.detail("CreatedDateTime",
                record.date_text({"createddatetime", "creationtimestamp", "creationdatetime"}));
}

event::Event& begin(Record& record, std::string_view object, std::string_view target) {
  event::Event& event = record.begin(event::Action::consent_state);
  event.operation = record.intern("OAuth2PermissionGrant");
  event.application = record.intern_lower(record.text({"appid"}));
  event.object = record.intern(object);
  event.target = record.intern_lower(target);
  return event;
}

void add_scopes(Record& record, std::string_view scopes) {
  for (const auto scope : split(scopes, ' ')) record.detail("Scope", trimmed(scope));
}

// One row a scope.
void take_row(Record& record) {
  begin(record, record.text({"clientobjectid", "appid"}),
        record.text({"principaldisplayname", "principalobjectid"}));
  add_scopes(record, record.text({"permission"}));
  record.detail("ConsentType", record.text({"consenttype"}));
  add_application(record);
  record.commit();
}

// One grant of Graph: the application is known by its service principal's id only.
void take_grant(Record& record) {
  begin(record, record.text({"id"}), record.text({"principalid"}));
  add_scopes(record, record.text({"scope"}));
  record.detail("ConsentType", record.text({"consenttype"}));
  record.detail("ClientId", record.text({"clientid"}));
  record.detail("ResourceId", record.text({"resourceid"}));
  record.commit();
}

// A service principal: one event for each grant inside.
void take_principal(Record& record) {
  const Fields& fields = record.fields();
  std::set<std::uint32_t> grants, roles;
  for (const Field& field : fields.all()) {
    if (field.path == "oauth2permissiongrant.scope") grants.insert(field.object);
    if (field.path == "approleassignment.approleid") roles.insert(field.object);
  }
  for (const auto grant : grants) {
    begin(record, fields.text_in(grant, "oauth2permissiongrant.id"),
          fields.text_in(grant, "oauth2permissiongrant.principalid"));
    add_scopes(record, fields.text_in(grant, "oauth2permissiongrant.scope"));
    record.detail("ConsentType", fields.text_in(grant, "oauth2permissiongrant.consenttype"));
    record.detail("PermissionType", "Delegated");
    add_application(record);
    record.commit();
  }
  for (const auto role : roles) {
    begin(record, fields.text_in(role, "approleassignment.id"), {});
    record.detail("AppRoleId", fields.text_in(role, "approleassignment.approleid"));
    record.detail("ConsentType", "AllPrincipals");
    record.detail("PermissionType", "Application");
    record.detail("ResourceDisplayName",
                  fields.text_in(role, "approleassignment.resourcedisplayname"));
    add_application(record);
    record.commit();
  }
  // It is there without any grant: known bad applications show all the same.
  if (record.made_event()) return;
  begin(record, record.text({"id"}), {});
  add_application(record);
  record.commit();
}

void take(Record& record) {
  const Fields& fields = record.fields();
  if (fields.has({"permission"})) return take_row(record);
  if (fields.has({"consenttype"}) && fields.has({"scope"})) return take_grant(record);
  if (!record.text({"appid"}).empty()) take_principal(record);
}

class Consents final : public Format {
 public:
  std::string_view name() const override { return "consents"; }
  event::Family family() const override { return event::Family::consents; }

  int recognise(std::string_view sample) const override {
    if (m365::is_page_of(sample, "#oauth2PermissionGrants")) return 85;
    const Shape shape(sample);
    const bool rows = shape.has_all({"permissiontype", "clientobjectid", "permission"});
    const bool grants = shape.is_json() && shape.has_all({"clientid", "consenttype", "scope"});
    const bool principals =
        shape.is_json() && shape.has_all({"appid", "serviceprincipaltype", "replyurls"});
    return rows || grants || principals ? 85 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()},
                {.names = {"createddatetime", "creationtimestamp", "creationdatetime"}}, take);
  }
};

}  // namespace

const Format& consents_format() {
  static const Consents format;
  return format;
}

}  // namespace digue::read
