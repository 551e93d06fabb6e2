#include "detect/consent/known_applications.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"

namespace digue::detect {

static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> abused_ids = {{
    {"ff8d92dc-3d82-41d6-bcbd-b9174d163620", "PERFECTDATA SOFTWARE"},
    {"e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd", "eM Client"},
    {"b15665d9-eda6-4092-8539-0eec376afd59", "rclone"},
    {"a245e8c0-b53c-4b67-9b45-751d1dff8e6b", "Newsletter Software Supermailer"},
    {"2ef68ccc-8a4d-42ff-ae88-2d7bb89ad139", "Mail_Backup"},
    {"a43e5392-f48b-46a4-a0f1-098b5eeb4757", "CloudSponge"},
    {"caffae8c-0882-4c81-9a27-d1803af53a40", "SigParser"},
}};

static constexpr std::array<std::string_view, 5> abused_names = {"perfectdata software", "rclone",
                                                                 "newsletter software supermailer",
                                                                 "mail_backup", "supermailer"};

std::string_view abused_application(std::string_view id, std::string_view name) {
  for (const auto& [known_id, known_name] : abused_ids)
    if (equal_ignoring_case(known_id, id)) return known_name;
  const auto plain = folded(trimmed(name));
  const auto found = std::find(abused_names.begin(), abused_names.end(), plain);
  return found == abused_names.end() ? std::string_view{} : *found;
}

std::string_view tool_of_reply(std::string_view url) {
  return contains_ignoring_case(url, "localhost:53682") ||
                 contains_ignoring_case(url, "127.0.0.1:53682")
             ? "rclone"
             : "";
}

bool is_first_party(std::string_view owner_organization) {
  return equal_ignoring_case(owner_organization, "f8cdef31-a31e-4b4a-93e4-5f571e91255a") ||
         equal_ignoring_case(owner_organization, "72f988bf-86f1-41af-91ab-2d7cd011db47");
}

bool is_dangerous_scope(std::string_view scope) {
  static constexpr std::array<std::string_view, 18> starts = {"Mail.",
                                                              "Files.",
                                                              "Sites.",
                                                              "Contacts.",
                                                              "MailboxSettings.",
                                                              "Notes.",
                                                              "Directory.",
                                                              "User.ReadWrite.All",
                                                              "RoleManagement.",
                                                              "Application.ReadWrite",
                                                              "AppRoleAssignment.",
                                                              "EWS.AccessAsUser",
                                                              "full_access_as",
                                                              "IMAP.Access",
                                                              "POP.Access",
                                                              "SMTP.Send",
                                                              "Chat.Read",
                                                              "user_impersonation"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](auto start) { return starts_with_ignoring_case(scope, start); });
}

bool is_writing_scope(std::string_view scope) {
  static constexpr std::array<std::string_view, 7> parts = {
      "Write", "Send", "full_access", "AccessAsUser", ".Access", "RoleManagement", "FullControl"};
  return is_dangerous_scope(scope) && std::any_of(parts.begin(), parts.end(), [&](auto part) {
           return contains_ignoring_case(scope, part);
         });
}

}  // namespace digue::detect
