// Rows of the Unified Audit Log, field by field as Exchange Online, Entra and SharePoint write
// them. Sources: public exports of real tenants, and the audit schema of learn.microsoft.com.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exercise/facts.h"

namespace digue::exercise {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Makes rows; holds the tenant's constants and where fresh ids come from.
class AuditWriter {
 public:
  AuditWriter(const World& world, Random random) : world_(world), random_(random) {}

  // UserLoggedIn or UserLoginFailed; the row's id is the sign-in's.
  AuditRow sign_in(const SignIn& sign_in);
  // Entra's own audit records, as the audit log repeats them.
  AuditRow directory(const DirectoryAct& act);

  // A cmdlet of Exchange: New-InboxRule, Set-Mailbox...  `object` is what it acts upon.
  AuditRow cmdlet(Instant time, const Person& who, const Client& client, const App& app,
                  std::string operation, const std::string& object, const Pairs& parameters);
  // The same by the service itself; `address` may be empty.
  AuditRow system_cmdlet(Instant time, const std::string& address, std::string operation,
                         const std::string& object, const Pairs& parameters);

  struct Item {
    std::string subject, message_id, folder;
    std::string attachments;
  };
  // Send, Create, Update: one item.
  AuditRow item(Instant time, const Person& who, const Client& client, std::string operation,
                const Item& item);
  // MoveToDeletedItems, SoftDelete, HardDelete: several items of a folder.
  AuditRow items(Instant time, const Person& who, const Client& client, std::string operation,
                 const std::vector<Item>& items);
  // MailItemsAccessed of kind Bind: the items are named.
  AuditRow bind(Instant time, const Person& who, const Client& client,
                const std::vector<Item>& items, bool throttled, const std::string& info);
  // MailItemsAccessed of kind Sync: a whole folder was copied.
  AuditRow sync(Instant time, const Person& who, const Client& client, const std::string& folder,
                const std::string& info);
  // Outlook's UpdateInboxRules.
  AuditRow outlook_rule(Instant time, const Person& who, const Client& client,
                        const Pairs& properties);
  AuditRow folder_permission(Instant time, const Person& who, const Client& client,
                             const std::string& folder, const std::string& member,
                             const std::string& rights);
  // FileAccessed, FileDownloaded, FilePreviewed...
  AuditRow file(Instant time, const Person& who, const Client& client, std::string operation,
                const std::string& name);

  // "FRAP264A010.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/<domain>/<alias>"
  std::string mailbox_path(const Person& person) const;
  std::string message_id();
  std::string fresh_id() { return random_.guid(); }

 private:
  AuditRow start(Instant time, std::string id, int record_type, std::string operation,
                 std::string user) const;
  std::string server();
  std::string port();

  const World& world_;
  Random random_;
};

// The opaque id of a folder of a mailbox; one folder, one id.
std::string folder_id(const Person& owner, std::string_view path);
// "ExchangeAdmin" for 1...
std::string_view record_type_name(int record_type);
// "2026-05-29T12:29:35": UTC without a Z, as AuditData writes it.
std::string audit_time(Instant time);

}  // namespace digue::exercise
