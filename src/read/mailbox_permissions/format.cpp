// Who may open a mailbox, a folder of it, or send in its name: Get-MailboxPermission,
// Get-RecipientPermission and Get-MailboxFolderPermission (CSV or JSON; CRT's FullAccessPerms,
// AnyAssignedPerms and SendAsDelegates), and Microsoft-Extractor-Suite's MailboxPermissions, one
// row a mailbox.  A state, without dates.
#include "read/format.h"

#include <optional>
#include <string>

#include "base/text.h"
#include "read/m365/lists.h"
#include "read/record.h"

namespace digue::read {

namespace {

using event::Action;

void add_rights(Record& record, Fields::Names names) {
  for (const auto value : record.values(names))
    for (const auto right : m365::elements_of(value)) record.detail("AccessRights", right);
}

// "a.martin@ch.example:\Inbox"
std::optional<std::string> folder_mailbox(std::string_view identity) {
  const auto mark = identity.find(":\\");
  if (mark == std::string_view::npos) return std::nullopt;
  return lower(identity.substr(0, mark));
}

void take_folder(Record& record) {
  const auto identity = record.text({"identity"});
  const auto told = record.text(
      {"mailbox", "mailboxidentity", "mailboxowner", "userprincipalname", "primarysmtpaddress"});
  const std::string mailbox = told.empty() ? folder_mailbox(identity).value_or("") : lower(told);
  const std::string folder = folder_mailbox(identity)
                                 ? std::string(identity)
                                 : mailbox + ":\\" + std::string(record.text({"foldername"}));
  event::Event& event = record.begin(Action::folder_permission_state);
  event.operation = record.intern("MailboxFolderPermission");
  event.target = record.intern(mailbox);
  event.object = record.intern(folder);
  record.detail("User", record.text({"user.adrecipient.primarysmtpaddress", "user",
                                     "user.displayname", "user.usertype.value"}));
  add_rights(record, {"accessrights"});
  record.detail("SharingPermissionFlags", record.text({"sharingpermissionflags"}));
  record.commit();
}

void take_send(Record& record) {
  event::Event& event = record.begin(Action::send_permission_state);
  event.operation = record.intern("RecipientPermission");
  event.target = record.intern_lower(record.text({"identity"}));
  record.detail("Trustee", record.text({"trustee"}));
  add_rights(record, {"accessrights"});
  record.detail("IsInherited", record.text({"isinherited"}));
  if (equal_ignoring_case(record.text({"accesscontroltype"}), "Deny"))
    record.detail("Deny", "True");
  record.commit();
}

void take_full(Record& record) {
  event::Event& event = record.begin(Action::mailbox_permission_state);
  event.operation = record.intern("MailboxPermission");
  event.target = record.intern_lower(record.text({"identity"}));
  record.detail("User", record.text({"user"}));
  add_rights(record, {"accessrights"});
  record.detail("IsInherited", record.text({"isinherited"}));
  record.detail("Deny", record.text({"deny"}));
  record.detail("InheritanceType", record.text({"inheritancetype"}));
  record.commit();
}

event::Event& begin_of_suite(Record& record, Action action) {
  event::Event& event = record.begin(action);
  event.operation = record.intern("MailboxPermissions");
  event.target = record.intern_lower(record.text({"userprincipalname"}));
  return event;
}

// "Anne Martin (a.martin@ch.example) - Rights: FullAccess,ReadPermission, Deny: False, ..."
void take_suite_full(Record& record) {
  constexpr std::string_view mark = " - Rights: ", end = ", Deny: ";
  for (const auto entry : m365::between(record.text({"fullaccesspermissions"}), " | ")) {
    const auto at = entry.rfind(mark);
    const auto rights = at == std::string_view::npos ? std::string_view("FullAccess")
                                                     : entry.substr(at + mark.size());
    begin_of_suite(record, Action::mailbox_permission_state);
    record.detail("User", m365::address_in_parentheses(entry.substr(0, at)));
    for (const auto right : split(rights.substr(0, rights.find(end)), ','))
      record.detail("AccessRights", trimmed(right));
    if (rights.find("Deny: True") != std::string_view::npos) record.detail("Deny", "True");
    record.commit();
  }
}

void take_suite_send(Record& record, std::string_view field, std::string_view right) {
  for (const auto entry : m365::elements_of(record.text({field}))) {
    begin_of_suite(record, Action::send_permission_state);
    record.detail("Trustee", m365::address_in_parentheses(entry));
    record.detail("AccessRights", right);
    record.commit();
  }
}

// "Anne Martin (a.martin@ch.example) - Editor Delegate"
void take_suite_folder(Record& record, std::string_view field, std::string_view folder) {
  for (const auto entry : m365::elements_of(record.text({field}))) {
    const auto mark = entry.rfind(" - ");
    if (mark == std::string_view::npos) continue;  // a name that holds the separator, cut
    event::Event& event = begin_of_suite(record, Action::folder_permission_state);
    event.object =
        record.intern(lower(record.text({"userprincipalname"})) + ":\\" + std::string(folder));
    record.detail("User", m365::address_in_parentheses(entry.substr(0, mark)));
    for (const auto right : split(entry.substr(mark + 3), ' '))
      record.detail("AccessRights", trimmed(right));
    record.commit();
  }
}

void take_suite(Record& record) {
  take_suite_full(record);
  take_suite_send(record, "sendasusers", "SendAs");
  take_suite_send(record, "sendonbehalfusers", "SendOnBehalf");
  take_suite_folder(record, "calendarusers", "Calendar");
  take_suite_folder(record, "inboxusers", "Inbox");
  // The mailbox was looked at, and nobody else has a right on it: that is a fact too.
  if (record.made_event()) return;
  begin_of_suite(record, Action::mailbox_permission_state);
  record.commit();
}

void take(Record& record) {
  const Fields& fields = record.fields();
  if (fields.has({"fullaccessusers"})) return take_suite(record);
  if (fields.has({"foldername"})) return take_folder(record);
  if (record.text({"identity"}).empty()) return;
  fields.has({"trustee"}) ? take_send(record) : take_full(record);
}

class MailboxPermissions final : public Format {
 public:
  std::string_view name() const override { return "mailbox-permissions"; }
  event::Family family() const override { return event::Family::mailbox_permissions; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool full = shape.has_all({"identity", "user", "accessrights", "deny"});
    const bool send = shape.has_all({"identity", "trustee", "accessrights"});
    const bool folder = shape.has_all({"foldername", "user", "accessrights"});
    const bool suite = shape.has_all({"fullaccessusers", "sendasusers"});
    return full || send || folder || suite ? 90 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {}, take);
  }
};

}  // namespace

const Format& mailbox_permissions_format() {
  static const MailboxPermissions format;
  return format;
}

}  // namespace digue::read
