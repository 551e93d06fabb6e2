// One record of the Unified Audit Log to one event: the common fields, and by its operation the
// details that docs/events.md promises.  Lives for one read(); not thread-safe.
#pragma once
#include <string>
#include <string_view>

#include "base/time.h"
#include "read/filler.h"
#include "read/m365/audit_operations.h"
#include "read/m365/audit_record.h"

namespace digue::read::m365 {

class AuditEvents {
 public:
  explicit AuditEvents(Sink& sink) : filler_(sink) {}

  // Whether the record says enough to be an event: an operation, and when or who.
  static bool usable(const AuditRecord& record);
  // The event of a record, at the end of the trail; its place and time are the caller's to fill in.
  // `content` is the row's text: who the record is, where it has no id of its own.
  event::Event& add(const AuditRecord& record, std::string_view content);

 private:
  void common(const AuditRecord& record, std::string_view content);
  void sign_in(const AuditRecord& record);
  void inbox_rule(const AuditRecord& record);
  void mailbox(const AuditRecord& record);
  void cmdlet(const AuditRecord& record);
  void configuration(const AuditRecord& record);
  void permission(const AuditRecord& record);
  void send_permission(const AuditRecord& record);
  void folder_permission(const AuditRecord& record);
  void folder_rights(const AuditRecord& record);
  void mail_access(const AuditRecord& record);
  void mail_item(const AuditRecord& record);
  void mail_items(const AuditRecord& record);
  void file(const AuditRecord& record);
  void directory(const AuditRecord& record, Shape shape);
  void details(const AuditRecord& record, Shape shape);

  void parameters(const AuditRecord& record);
  event::Symbol mailbox_of(const AuditRecord& record);
  Operation operation(std::string_view name, event::Symbol symbol);

  Filler filler_;
  event::Symbol last_operation_ = event::no_symbol;
  Operation last_;
};

}  // namespace digue::read::m365
