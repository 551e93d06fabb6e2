// How people prove who they are: Microsoft-Extractor-Suite's AuthenticationMethods (one yes or no
// a method, without dates) and UserRegistrationDetails (CSV; Graph's JSON of them too), Graph's
// authentication/methods (JSON), and users with their methods inside (DFIR-O365RC's AADUsers).
#include "read/format.h"

#include <array>
#include <string>

#include "base/text.h"
#include "read/m365/graph.h"
#include "read/m365/lists.h"
#include "read/m365/words.h"
#include "read/record.h"

namespace digue::read {

namespace {

// The suite's column, and Graph's word for the method.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> suite_columns = {{
    {"email", "email"},
    {"fido2", "fido2"},
    {"app", "microsoftAuthenticator"},
    {"phone", "phone"},
    {"softwareoath", "softwareOath"},
    {"hellobusiness", "windowsHelloForBusiness"},
    {"temporaryaccesspass", "temporaryAccessPass"},
    {"certificatebasedauthconfiguration", "certificateBasedAuth"},
    {"qrcodepin", "qrCodePin"},
    {"password", "password"},
}};

// A method of one user is one record: Graph gives everyone's password the same id.
event::Event& begin(Record& record, std::string_view user, std::string_view method) {
  event::Event& event = record.begin(event::Action::authentication_method_state);
  event.operation = record.intern("AuthenticationMethod");
  event.target = record.intern_lower(user);
  event.object = record.intern(method);
  if (!method.empty())
    event.id = event::record_id_from_content("authentication-method\n" + lower(user) + "\n" +
                                             std::string(method));
  return event;
}

// "#microsoft.graph.phoneAuthenticationMethod" is "phone".
std::string_view method_of_type(std::string_view type) {
  constexpr std::string_view before = "#microsoft.graph.", after = "AuthenticationMethod";
  if (type.starts_with(before)) type.remove_prefix(before.size());
  if (type.ends_with(after)) type.remove_suffix(after.size());
  return type;
}

void take_suite(Record& record) {
  const auto user = record.text({"user"});
  for (const auto& [column, method] : suite_columns) {
    if (!equal_ignoring_case(record.text({column}), "True")) continue;
    begin(record, user, {});
    record.detail("MethodType", method);
    record.commit();
  }
  if (record.made_event()) return;
  begin(record, user, {});  // looked at, and without any method
  record.commit();
}

void take_registration(Record& record) {
  const auto user = record.text({"userprincipalname"});
  for (const auto list : record.values({"methodsregistered"}))
    for (const auto method : m365::elements_of(list)) {
      begin(record, user, {});
      record.detail("MethodType", method);
      record.detail("PhoneNumber", method.find("Phone") == std::string_view::npos
                                       ? std::string_view()
                                       : record.text({"mfaphonenumbers"}));
      record.commit();
    }
  if (record.made_event()) return;
  begin(record, user, {});
  record.commit();
}

// One method: the members of the object with that number, named with that prefix.
void take_method(Record& record, std::string_view user, std::uint32_t object,
                 const std::string& prefix) {
  const Fields& fields = record.fields();
  const auto text = [&](std::string_view name) {
    return fields.text_in(object, prefix + std::string(name));
  };
  begin(record, user, text("id"));
  record.detail("MethodType", method_of_type(text("@odata.type")));
  record.detail("PhoneNumber", text("phonenumber"));
  record.detail("PhoneType", text("phonetype"));
  record.detail("DisplayName", text("displayname"));
  record.detail("EmailAddress", text("emailaddress"));
  record.detail("DeviceTag", text("devicetag"));
  record.detail("CreatedDateTime", record.date_text_of(text("createddatetime")));
  record.commit();
}

void take_user(Record& record) {
  constexpr std::string_view mark = "userregisteredauthenticationmethods.id";
  const auto user = record.text({"userprincipalname"});
  for (const Field& field : record.fields().all())
    if (field.path == mark)
      take_method(record, user, field.object, "userregisteredauthenticationmethods.");
  if (record.made_event() || user.empty()) return;
  begin(record, user, {});
  record.commit();
}

void take(Record& record, const std::string& page_user) {
  const Fields& fields = record.fields();
  if (fields.has({"mfastatus"}) && !record.text({"user"}).empty()) return take_suite(record);
  if (fields.has({"ismfaregistered"})) return take_registration(record);
  if (fields.has({"@odata.type"}) && fields.has({"id"}) && !fields.has({"userprincipalname"}))
    return take_method(record, page_user, 0, "");
  take_user(record);
}

class AuthenticationMethods final : public Format {
 public:
  std::string_view name() const override { return "authentication-methods"; }
  event::Family family() const override { return event::Family::authentication_methods; }

  int recognise(std::string_view sample) const override {
    if (m365::is_page_of(sample, "/authentication/methods")) return 88;
    const Shape shape(sample);
    const bool suite = shape.has_all({"user", "mfastatus", "fido2", "phone"});
    const bool registration = shape.has_all({"userprincipalname", "ismfaregistered"});
    const bool users =
        shape.has_any({"userregisteredauthenticationmethods", "userauthenticationsettings"});
    const bool methods = shape.is_json() &&
                         sample.find("AuthenticationMethod\"") != std::string_view::npos &&
                         shape.has_all({"@odata.type", "id"}) &&
                         !shape.has_any({"operation", "activitydisplayname"});
    return suite || registration || users ? 88 : methods ? 80 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    const std::string page_user = m365::user_of_page(text);
    each_record(
        {text, told, sink, family()},
        {.names = {"createddatetime", "userregisteredauthenticationmethods.createddatetime"}},
        [&](Record& record) { take(record, page_user); });
  }
};

}  // namespace

const Format& authentication_methods_format() {
  static const AuthenticationMethods format;
  return format;
}

}  // namespace digue::read
