// Who may open a mailbox, folders of it, or send in its name, told together: the MailboxPermissions
// of Microsoft-Extractor-Suite, one row a mailbox.  A state, without dates.
#include "read/format.h"

#include <optional>
#include <string>

#include "base/text.h"
#include "read/m365/lists.h"
#include "read/record.h"

namespace digue::read {

namespace {

using event::Action;

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
  if (!record.text({"userprincipalname"}).empty()) take_suite(record);
}

class MailboxPermissions final : public Format {
 public:
  std::string_view name() const override { return "mailbox-permissions"; }
  event::Family family() const override { return event::Family::mailbox_permissions; }

  int recognise(std::string_view sample) const override {
    const Shape shape(sample);
    return shape.has_all({"fullaccessusers", "sendasusers"}) ? 90 : 0;
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
