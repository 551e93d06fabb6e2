// One record of the Unified Audit Log taken apart: the AuditData object of every workload, with or
// without the wrapper that exports put around it.
//
// Input shapes: bare AuditData (CreationTime, Id, Operation, UserId...); Search-UnifiedAuditLog's
// wrapper (CreationDate, UserIds, Operations, AuditData as object or as a text of JSON); Graph's
// (createdDateTime, auditLogRecordType, auditData).  Names of members are matched ignoring case;
// what AuditData says wins over its wrapper.
//
// Texts are views of the JSON given or of the parser's own buffers: valid until the next parse().
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digue::read::m365 {

// {"Name":..., "Value":...} or {"Name":..., "NewValue":..., "OldValue":...}.
struct Property {
  std::string_view name;
  std::string_view value;  // the new one
  std::string_view old_value;
};
// The first of that name, ignoring case; "" if none.
std::string_view value_of(std::span<const Property> properties, std::string_view name);
bool has_property(std::span<const Property> properties, std::string_view name);

struct AuditRecord {
  // Of the record or its wrapper.
  std::string_view id, time, operation, user, record_type, workload, result_status;
  std::string_view wrapper_time;  // CreationDate: as the export wrote it
  std::string_view object, user_key;
  // Where from.
  std::string_view client_ip, client_ip_address, actor_ip_address;
  std::string_view session, token, token_session;  // SessionId, UniqueTokenId, AADSessionId
  std::string_view app, client_app, application, app_display_name;
  std::string_view user_agent, client_info, correlation;
  std::string_view error_number, logon_error;
  // Mail.
  std::string_view mailbox_owner, subject, attachments, message_id, send_as, send_on_behalf;
  std::string_view folder, destination_folder;
  std::string_view member_name, member_rights;  // of a folder's permission
  std::vector<std::string_view> subjects;       // of the items affected, the first ones
  std::size_t items = 0;                        // ids that the record names
  // Files.
  std::string_view site, file_name, sharing_target;
  // Lists as they stand in JSON, for those who need them.
  std::string_view actors, targets;
  // Of an operation of plain shape (audit_operations.h) parameters, operation_properties and
  // modified may be left empty.
  std::vector<Property> parameters, extended, device, operation_properties, modified;

  void clear();
};

class AuditParser {
 public:
  AuditParser();
  ~AuditParser();
  AuditParser(AuditParser&&) noexcept;
  AuditParser& operator=(AuditParser&&) noexcept;

  // Takes the object apart.  At least copy_padding bytes must be readable after its end.  False
  // when it is no JSON object, or breaks off: what was read so far stands in record().
  bool parse(std::string_view json);
  const AuditRecord& record() const;
  // After parse() said no: the record is good JSON, and only the AuditData that it carries as a
  // text is not.
  bool only_audit_data_is_bad() const;
  // Why parse() said no, in the JSON library's words.
  std::string_view error() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The texts of the member "ID" of Actor or Target entries of one type (5 is a user principal name,
// 1 a display name, 2 an id).
std::string_view identity_of_type(std::string_view list, int type);

}  // namespace digue::read::m365
