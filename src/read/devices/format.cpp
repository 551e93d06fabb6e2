// Devices: Entra's (Microsoft-Extractor-Suite's CSV or JSON, Graph's JSON, DFIR-O365RC's AADDevices
// with owners inside), and the phones that synchronise a mailbox (Get-MobileDevice,
// Get-MobileDeviceStatistics, Hawk).  A state.
#include "read/format.h"

#include <array>

#include "base/text.h"
#include "read/m365/graph.h"
#include "read/m365/lists.h"
#include "read/record.h"

namespace digue::read {

namespace {

constexpr std::array<DetailFrom, 14> mapping = {{
    {"DisplayName", {"displayname", "devicefriendlyname", "friendlyname", "devicemodel"}},
    {"TrustType", {"trusttype"}},
    {"OperatingSystem", {"operatingsystem", "deviceos"}},
    {"OperatingSystemVersion", {"operatingsystemversion"}},
    {"IsCompliant", {"iscompliant"}},
    {"IsManaged", {"ismanaged"}},
    {"AccountEnabled", {"accountenabled"}},
    {"DeviceType", {"devicetype"}},
    {"DeviceModel", {"devicemodel", "model"}},
    {"Manufacturer", {"manufacturer"}},
    {"Protocol", {"clienttype"}},
    {"DeviceUserAgent", {"deviceuseragent", "useragent"}},
    {"DeviceAccessState", {"deviceaccessstate"}},
    {"ProfileType", {"profiletype"}},
}};

// "ch-valmont.example/Users/a.martin/ExchangeActiveSyncDevices/iPhone§x"
std::string_view mailbox_in(std::string_view identity) {
  const auto end = identity.find("/ExchangeActiveSyncDevices");
  if (end == std::string_view::npos) {
    const auto slash = identity.find('\\');  // "a.martin\ExchangeActiveSyncDevices\..."
    return slash == std::string_view::npos ? std::string_view() : identity.substr(0, slash);
  }
  const auto path = identity.substr(0, end);
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

std::string_view owner_of(const Record& record) {
  const auto owners = m365::elements_of(
      record.text({"registeredowners", "owners.userprincipalname", "registeredusers",
                   "users.userprincipalname", "mailbox", "userprincipalname",
                   "registeredowners.userprincipalname", "primarysmtpaddress"}));
  if (!owners.empty()) return owners.front();
  const auto mailbox = mailbox_in(record.text({"identity"}));
  return mailbox.empty() ? record.text({"userdisplayname"}) : mailbox;
}

void take(Record& record) {
  const auto device = record.text({"deviceid"});
  if (device.empty()) return;
  const auto owner = owner_of(record);
  event::Event& event = record.begin(event::Action::device_state);
  event.operation = record.intern("Device");
  event.target = record.intern_lower(owner);
  event.account = event.target;
  event.device = record.intern_lower(device);
  event.object = record.intern(record.text({"objectid", "id", "guid", "identity", "deviceid"}));
  record.details(mapping);
  record.detail("CreatedDateTime",
                record.date_text({"createddatetime", "registrationdatetime", "firstsynctime",
                                  "whencreatedutc", "whencreated"}));
  record.detail("LastSignInDateTime",
                record.date_text({"lastsignindatetime", "approximatelastsignindatetime",
                                  "lastsuccesssync", "lastsyncattempttime"}));
  record.commit();
}

class Devices final : public Format {
 public:
  std::string_view name() const override { return "devices"; }
  event::Family family() const override { return event::Family::devices; }

  int recognise(std::string_view sample) const override {
    if (m365::is_page_of(sample, "#devices")) return 80;
    const Shape shape(sample);
    if (!shape.has("deviceid")) return 0;
    const bool entra = shape.has_all({"trusttype", "operatingsystem"}) &&
                       shape.has_any({"displayname", "profiletype"}) &&
                       !shape.has_any({"devicedetail", "ipaddress"});
    const bool mobile =
        shape.has_any({"devicetype"}) &&
        shape.has_any({"firstsynctime", "lastsuccesssync", "deviceaccessstate", "deviceos"});
    return entra || mobile ? 80 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record(
        {text, told, sink, family()},
        {.names = {"createddatetime", "registrationdatetime", "firstsynctime", "whencreatedutc",
                   "whencreated", "lastsignindatetime", "approximatelastsignindatetime",
                   "lastsuccesssync", "lastsyncattempttime"}},
        take);
  }
};

}  // namespace

const Format& devices_format() {
  static const Devices format;
  return format;
}

}  // namespace digue::read
