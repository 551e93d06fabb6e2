// Rights on mailboxes, one row a right: Get-MailboxPermission, Get-RecipientPermission and
// Get-MailboxFolderPermission (CSV or JSON; CRT's FullAccessPerms, AnyAssignedPerms and
// SendAsDelegates).  A state, without dates.
//
// Each such file tells one kind of right only, so it is of no family: what it shows is found, but
// it never makes the answer "no" to who may open a mailbox.
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

void take(Record& record) {
  const Fields& fields = record.fields();
  if (fields.has({"foldername"})) return take_folder(record);
  if (record.text({"identity"}).empty()) return;
  fields.has({"trustee"}) ? take_send(record) : take_full(record);
}

class PermissionRows final : public Format {
 public:
  std::string_view name() const override { return "permission-rows"; }
  event::Family family() const override { return event::Family::none; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    const bool full = shape.has_all({"identity", "user", "accessrights", "deny"});
    const bool send = shape.has_all({"identity", "trustee", "accessrights"});
    const bool folder = shape.has_all({"foldername", "user", "accessrights"});
    return full || send || folder ? 90 : 0;
  }

  void read(std::string_view text, const Told& told, Sink& sink) const override {
    each_record({text, told, sink, family()}, {}, take);
  }
};

}  // namespace

const Format& permission_rows_format() {
  static const PermissionRows format;
  return format;
}

}  // namespace digue::read
