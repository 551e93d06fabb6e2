#include "read/m365/audit_event.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "read/m365/directory_details.h"
#include "read/m365/outlook_rules.h"
#include "read/m365/sign_in_codes.h"

namespace digue::read::m365 {

using event::Action;
using event::Verdict;

bool AuditEvents::usable(const AuditRecord& record) {
  return !record.operation.empty() &&
         (!record.user.empty() || !record.time.empty() || !record.wrapper_time.empty());
}

event::Event& AuditEvents::add(const AuditRecord& record, std::string_view content) {
  filler_.begin(event::Family::audit_log);
  common(record, content);
  const Operation known = operation(record.operation, filler_.event().operation);
  filler_.event().action = known.action;
  details(record, known.shape);
  return filler_.event();
}

// Runs of one operation are the rule: the table is asked once for each run.
Operation AuditEvents::operation(std::string_view name, event::Symbol symbol) {
  if (symbol == last_operation_) return last_;
  last_operation_ = symbol;
  return last_ = operation_named(name);
}

static std::string_view first_of(std::initializer_list<std::string_view> texts) {
  for (const auto text : texts)
    if (!text.empty()) return text;
  return {};
}

// "User-Agent" of the JSON that directory records carry as text in additionalDetails.
static std::string_view agent_in(std::string_view details) {
  static constexpr std::string_view mark = "\"User-Agent\":\"";
  const auto at = details.find(mark);
  if (at == std::string_view::npos) return {};
  const auto rest = details.substr(at + mark.size());
  return rest.substr(0, rest.find('"'));
}

static std::string_view agent_of(const AuditRecord& record) {
  const auto own = first_of({record.user_agent, value_of(record.extended, "UserAgent")});
  if (!own.empty()) return own;
  const auto directory = agent_in(value_of(record.extended, "additionalDetails"));
  return directory.empty() ? record.client_info : directory;
}

static Verdict verdict_of_word(std::string_view status) {
  for (const std::string_view yes : {"True", "Succeeded", "Success", "PartiallySucceeded"})
    if (equal_ignoring_case(status, yes)) return Verdict::success;
  for (const std::string_view no : {"False", "Failed", "Failure"})
    if (equal_ignoring_case(status, no)) return Verdict::failure;
  return Verdict::unknown;
}

void AuditEvents::common(const AuditRecord& record, std::string_view content) {
  auto& event = filler_.event();
  event.id = record.id.empty() ? event::record_id_from_content(content)
                               : event::record_id_from_text(record.id);
  event.operation = filler_.text(trimmed(record.operation));
  event.account = filler_.name(record.user);
  for (const auto address : {record.client_ip, record.client_ip_address, record.actor_ip_address})
    if (event.address == event::no_symbol) event.address = filler_.address(address);
  event.session = filler_.name(
      first_of({record.token_session, record.session, value_of(record.device, "SessionId")}));
  event.token = filler_.text(record.token);
  event.device =
      filler_.name(first_of({value_of(record.device, "Id"), value_of(record.device, "DeviceId")}));
  event.application = filler_.name(first_of({record.application, record.client_app, record.app}));
  event.agent = filler_.text(trimmed(agent_of(record)));
  event.object = filler_.text(record.object);
  event.verdict = verdict_of_word(record.result_status);
}

void AuditEvents::details(const AuditRecord& record, Shape shape) {
  switch (shape) {
    case Shape::plain:
      return;
    case Shape::sign_in:
      return sign_in(record);
    case Shape::inbox_rule:
      return inbox_rule(record);
    case Shape::outlook_rule:
      filler_.event().target = filler_.name(first_of({record.mailbox_owner, record.user}));
      return fill_outlook_rule(filler_, record.operation_properties);
    case Shape::mailbox:
      return mailbox(record);
    case Shape::cmdlet:
      return cmdlet(record);
    case Shape::configuration:
      return configuration(record);
    case Shape::permission:
      return permission(record);
    case Shape::send_permission:
      return send_permission(record);
    case Shape::folder_permission:
      return folder_permission(record);
    case Shape::folder_rights:
      return folder_rights(record);
    case Shape::mail_access:
      return mail_access(record);
    case Shape::mail_item:
      return mail_item(record);
    case Shape::mail_items:
      return mail_items(record);
    case Shape::file:
      return file(record);
    default:
      return directory(record, shape);
  }
}

// ---- sign-ins

static bool is_guid(std::string_view text) {
  return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' &&
         text[23] == '-' && !text.starts_with("00000000");
}

static std::int32_t number_of(std::string_view text) {
  std::int32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void AuditEvents::sign_in(const AuditRecord& record) {
  auto& event = filler_.event();
  if (record.user.find('@') == std::string_view::npos)
    if (const auto actor = identity_of_type(record.actors, 5); !actor.empty())
      event.account = filler_.name(actor);
  event.target = event.account;
  event.error_code = number_of(record.error_number);
  if (event.error_code == 0) event.error_code = code_of_logon_error(record.logon_error).value_or(0);
  event.verdict = verdict_of_code(event.error_code);
  const bool from_columns = record.result_status.empty() && record.error_number.empty();
  if (event.error_code == 0 && from_columns) event.verdict = Verdict::unknown;
  const bool said_failed = contains_ignoring_case(record.operation, "Failed");
  if (event.error_code == 0 && said_failed) event.verdict = Verdict::failure;

  filler_.detail_unless_empty("RequestType", value_of(record.extended, "RequestType"));
  filler_.detail_unless_empty("AppDisplayName", record.app_display_name);
  filler_.detail_unless_empty("CorrelationId", record.correlation);
  if (is_guid(record.user_key)) filler_.detail("UserObjectId", record.user_key);
  static constexpr std::array<std::array<std::string_view, 2>, 6> device = {
      {{"OS", "OperatingSystem"},
       {"BrowserType", "Browser"},
       {"TrustType", "TrustType"},
       {"IsCompliant", "IsCompliant"},
       {"IsCompliantAndManaged", "IsManaged"},
       {"DisplayName", "DeviceName"}}};
  for (const auto& [from, to] : device)
    filler_.detail_unless_empty(to, value_of(record.device, from));
}

// ---- Exchange cmdlets

// Parameters that hold several texts, separated by semicolons.
static bool is_list_parameter(std::string_view name) {
  static constexpr std::array<std::string_view, 9> names = {
      "ForwardTo", "ForwardAsAttachmentTo", "RedirectTo",   "From", "SentTo", "BlindCopyTo",
      "CopyTo",    "RedirectMessageTo",     "ApplyCategory"};
  return name.ends_with("Words") || name.ends_with("Patterns") ||
         std::any_of(names.begin(), names.end(),
                     [&](std::string_view known) { return equal_ignoring_case(known, name); });
}

void AuditEvents::parameters(const AuditRecord& record) {
  for (const auto& parameter : record.parameters) {
    if (is_list_parameter(parameter.name))
      filler_.details_of_list(parameter.name, parameter.value, ";");
    else
      filler_.detail(parameter.name, parameter.value);
  }
}

static bool is_mail_address(std::string_view text) {
  return text.find('@') != std::string_view::npos && text.find('/') == std::string_view::npos;
}

// The last part of "EURPR04A009.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/x/Name".
static std::string_view last_part(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// The mailbox that a cmdlet acts on: by its address if any parameter spells one, else by what the
// directory calls it.  What follows a backslash or ":\" names a thing inside it.
event::Symbol AuditEvents::mailbox_of(const AuditRecord& record) {
  const auto before_mark = [](std::string_view text) {
    return text.substr(0, std::min(text.find('\\'), text.find(":\\")));
  };
  const auto identity = before_mark(value_of(record.parameters, "Identity"));
  const auto mailbox = value_of(record.parameters, "Mailbox");
  const auto object = before_mark(record.object);
  for (const auto text : {mailbox, identity, object, record.mailbox_owner})
    if (is_mail_address(text)) return filler_.name(text);
  return filler_.name(last_part(first_of({mailbox, identity, object})));
}

// Whether a Set-InboxRule says anything of what the rule does.
static bool has_content(const AuditRecord& record) {
  static constexpr std::array<std::string_view, 10> empty_words = {
      "Identity",      "Mailbox",         "Force",   "AlwaysDeleteOutlookRulesBlob",
      "Confirm",       "Priority",        "Enabled", "ErrorAction",
      "WarningAction", "DomainController"};
  return std::any_of(
      record.parameters.begin(), record.parameters.end(), [&](const Property& parameter) {
        return std::none_of(empty_words.begin(), empty_words.end(), [&](std::string_view word) {
          return equal_ignoring_case(word, parameter.name);
        });
      });
}

void AuditEvents::inbox_rule(const AuditRecord& record) {
  auto& event = filler_.event();
  event.target = mailbox_of(record);
  // A rule named without its mailbox is in one's own.
  const auto target = filler_.trail().text(event.target);
  const bool named = has_property(record.parameters, "Mailbox");
  if (!named && target.find('@') == std::string_view::npos && is_mail_address(record.user))
    event.target = event.account;
  if (event.action == Action::inbox_rule_set && !has_content(record))
    event.action = Action::inbox_rule_touched;
  if (record.object.empty())
    event.object = filler_.text(
        first_of({value_of(record.parameters, "Identity"), value_of(record.parameters, "Name")}));
  parameters(record);
}

static bool has_any(const AuditRecord& record, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return has_property(record.parameters, name); });
}

// Set-Mailbox does many things; most rows are the service's own upkeep and stay `other`.
void AuditEvents::mailbox(const AuditRecord& record) {
  auto& event = filler_.event();
  event.target = mailbox_of(record);
  if (has_any(record, {"ForwardingAddress", "ForwardingSmtpAddress", "DeliverToMailboxAndForward"}))
    event.action = Action::forwarding_set;
  else if (has_any(record, {"AuditEnabled", "AuditLogAgeLimit", "AuditOwner", "AuditDelegate",
                            "AuditAdmin", "DefaultAuditSet"}))
    event.action = Action::mailbox_audit_set;
  else if (has_any(record, {"GrantSendOnBehalfTo"}))
    event.action = Action::send_permission_added;
  if (event.action == Action::other) return;
  if (event.action == Action::send_permission_added) {
    filler_.details_of_list("Trustee", value_of(record.parameters, "GrantSendOnBehalfTo"), ";,");
    filler_.detail("AccessRights", "SendOnBehalf");
  }
  parameters(record);
}

void AuditEvents::cmdlet(const AuditRecord& record) {
  filler_.event().target = mailbox_of(record);
  parameters(record);
}

void AuditEvents::configuration(const AuditRecord& record) {
  auto& event = filler_.event();
  if (record.object.empty())
    event.object = filler_.text(
        first_of({value_of(record.parameters, "Name"), value_of(record.parameters, "Identity")}));
  event.target = filler_.name(
      first_of({value_of(record.parameters, "Member"), value_of(record.parameters, "User")}));
  parameters(record);
  if (starts_with_ignoring_case(record.operation, "Disable-")) filler_.detail("State", "Disabled");
  if (starts_with_ignoring_case(record.operation, "Enable-")) filler_.detail("State", "Enabled");
}

// "[AccessRights...]" of a cmdlet, one detail a right, and the other parameters as they are.
static void rights(Filler& filler, const AuditRecord& record) {
  for (const auto& parameter : record.parameters) {
    if (equal_ignoring_case(parameter.name, "AccessRights"))
      filler.details_of_list("AccessRights", parameter.value, ";,");
    else if (!equal_ignoring_case(parameter.name, "Identity"))
      filler.detail(parameter.name, parameter.value);
  }
}

void AuditEvents::permission(const AuditRecord& record) {
  filler_.event().target = mailbox_of(record);
  rights(filler_, record);
}

void AuditEvents::send_permission(const AuditRecord& record) {
  filler_.event().target = mailbox_of(record);
  rights(filler_, record);
}

void AuditEvents::folder_permission(const AuditRecord& record) {
  filler_.event().target = mailbox_of(record);
  const auto identity = value_of(record.parameters, "Identity");
  if (!identity.empty()) filler_.event().object = filler_.text(identity);
  rights(filler_, record);
}

// ---- the mailbox audit

void AuditEvents::folder_rights(const AuditRecord& record) {
  auto& event = filler_.event();
  event.target = filler_.name(first_of({record.mailbox_owner, record.user}));
  event.object = filler_.text(std::string(filler_.trail().text(event.target)) + ":" +
                              std::string(record.folder));
  filler_.detail_unless_empty("User", record.member_name);
  if (!record.member_rights.empty())
    filler_.details_of_list("AccessRights", record.member_rights, ",;");
}

void AuditEvents::mail_access(const AuditRecord& record) {
  filler_.event().target = filler_.name(first_of({record.mailbox_owner, record.user}));
  filler_.detail_unless_empty("MailAccessType",
                              value_of(record.operation_properties, "MailAccessType"));
  filler_.detail_unless_empty("IsThrottled", value_of(record.operation_properties, "IsThrottled"));
  if (record.items > 0) filler_.detail("Items", std::to_string(record.items));
  filler_.detail_unless_empty("Folder", record.folder);
}

void AuditEvents::mail_item(const AuditRecord& record) {
  filler_.event().target = filler_.name(first_of({record.mailbox_owner, record.user}));
  filler_.detail_unless_empty("Subject", record.subject);
  filler_.detail_unless_empty("InternetMessageId", record.message_id);
  filler_.detail_unless_empty("SendAsUser", first_of({record.send_as, record.send_on_behalf}));
  filler_.detail_unless_empty("Attachments", record.attachments);
}

void AuditEvents::mail_items(const AuditRecord& record) {
  filler_.event().target = filler_.name(first_of({record.mailbox_owner, record.user}));
  if (record.items > 0) filler_.detail("Items", std::to_string(record.items));
  for (const auto subject : record.subjects) filler_.detail("Subject", subject);
  filler_.detail_unless_empty("Folder", record.folder);
  filler_.detail_unless_empty("DestinationFolder", record.destination_folder);
}

// ---- files and the directory

void AuditEvents::file(const AuditRecord& record) {
  filler_.detail_unless_empty("SiteUrl", record.site);
  filler_.detail_unless_empty("SourceFileName", record.file_name);
  filler_.detail_unless_empty("SharingTarget", record.sharing_target);
}

// The first entry of Target that is a bare GUID.
static std::string_view target_id(std::string_view targets) {
  for (std::size_t at = targets.find("\"ID\""); at != std::string_view::npos;
       at = targets.find("\"ID\"", at + 1)) {
    const auto open = targets.find('"', targets.find(':', at));
    if (open == std::string_view::npos) return {};
    const auto text = targets.substr(open + 1, targets.find('"', open + 1) - open - 1);
    if (text.size() == 36 && text[8] == '-' && text[23] == '-') return text;
  }
  return {};
}

void AuditEvents::directory(const AuditRecord& record, Shape shape) {
  DirectoryChange change;
  change.object = record.object;
  change.user = record.object.find('@') != std::string_view::npos
                    ? record.object
                    : identity_of_type(record.targets, 5);
  change.id = target_id(record.targets);
  change.name = identity_of_type(record.targets, 1);
  change.modified = record.modified;
  fill_directory_change(filler_, shape, change);
  if (record.modified.empty() && filler_.event().action == Action::user_updated)
    fill_licence_change(filler_, value_of(record.extended, "additionalDetails"));
}

}  // namespace digue::read::m365
