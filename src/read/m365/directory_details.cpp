#include "read/m365/directory_details.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "read/json_split.h"

namespace digue::read::m365 {

using event::Action;

static constexpr std::size_t max_list_items = 256;

// The texts of a JSON list's items; strings without their quotes, their simple escapes undone.
static std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
    } else {
      const char c = text[++i];
      if (c == 'u') out += '\\';  // left as it is: \u0041
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
    }
  }
  return out;
}

// The end of the value (string, object, list or word) that begins at `at`.
static std::size_t end_of_value(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at);
      if (depth == 0) return std::min(at, text.size());
      continue;
    }
    if (depth == 0 && (c == ',' || c == ']' || c == '}')) return at;
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    ++at;
    if (depth == 0 && (c == '}' || c == ']')) return at;
  }
  return text.size();
}

static std::string without_quotes(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return quoted ? unescaped(text.substr(1, text.size() - 2)) : std::string(text);
}

std::vector<std::string> plain_values(std::string_view value) {
  std::vector<std::string> values;
  value = trimmed(value);
  const bool is_list = value.starts_with('[') && value.ends_with(']');
  if (!is_list) {
    if (auto text = without_quotes(value); !text.empty()) values.push_back(std::move(text));
    return values;
  }
  std::size_t at = 1;
  while (at < value.size() && values.size() < max_list_items) {
    while (at < value.size() &&
           std::string_view(" \r\n\t,").find(value[at]) != std::string_view::npos)
      ++at;
    const std::size_t end = end_of_value(value, at);
    if (end <= at) break;
    if (auto text = without_quotes(value.substr(at, end - at)); !text.empty())
      values.push_back(std::move(text));
    at = end;
  }
  return values;
}

std::string plain_value(std::string_view value) {
  return join(plain_values(value), ", ");
}

namespace {
std::string plain(const DirectoryChange& change, std::string_view name) {
  return plain_value(value_of(change.modified, name));
}

// Bookkeeping of the log itself, which says nothing of the change.
bool is_bookkeeping(std::string_view name) {
  static constexpr std::array<std::string_view, 6> exact = {"Included Updated Properties",
                                                            "SPN",
                                                            "Action Client Name",
                                                            "TargetId.UserType",
                                                            "TargetId.ServicePrincipalNames",
                                                            "ActorId.ServicePrincipalNames"};
  return std::find(exact.begin(), exact.end(), name) != exact.end() ||
         name.starts_with("MethodExecutionResult");
}

void changed_properties(Filler& filler, const DirectoryChange& change) {
  for (const auto& property : change.modified) {
    if (is_bookkeeping(property.name)) continue;
    filler.detail(property.name, plain_value(property.value));
    const auto old = plain_value(property.old_value);
    if (!old.empty()) filler.detail(std::string(property.name) + ".Old", old);
  }
}

// ---- consent

// The value of "key" in "[[Id: x, ClientId: y, ConsentType: Principal, Scope:  openid Mail.Read]]".
std::string_view consent_field(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  const auto rest = text.substr(at + key.size());
  return trimmed(rest.substr(0, rest.find_first_of(",]")));
}

struct Consent {
  std::set<std::string> scopes;  // in one order, each once
  std::string type, principal;

  void add_scopes(std::string_view text) {
    for (const auto scope : split(text, ' '))
      if (!trimmed(scope).empty()) scopes.emplace(trimmed(scope));
  }
  // What ConsentAction.Permissions says after its arrow: the grants as they stand afterwards.
  void read_permissions(std::string_view text) {
    if (const auto arrow = text.rfind("=>"); arrow != std::string_view::npos)
      text.remove_prefix(arrow + 2);
    for (std::size_t at = text.find("Scope:"); at != std::string_view::npos;
         at = text.find("Scope:", at + 1))
      add_scopes(consent_field(text.substr(at), "Scope:"));
    type = consent_field(text, "ConsentType:");
    principal = consent_field(text, "PrincipalId:");
  }
};

bool is_true(std::string_view text) {
  return equal_ignoring_case(text, "true");
}

Consent read_consent(const DirectoryChange& change) {
  Consent consent;
  consent.read_permissions(plain(change, "ConsentAction.Permissions"));
  consent.add_scopes(plain(change, "DelegatedPermissionGrant.Scope"));
  consent.add_scopes(plain(change, "AppRole.Value"));
  const auto type = plain(change, "DelegatedPermissionGrant.ConsentType");
  if (!type.empty()) consent.type = type;
  if (is_true(plain(change, "ConsentContext.OnBehalfOfAll"))) consent.type = "AllPrincipals";
  return consent;
}

bool is_guid(std::string_view text) {
  return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' &&
         text[23] == '-';
}

void application_of(Filler& filler, const DirectoryChange& change, std::string_view app_id,
                    std::string_view app_name) {
  auto& event = filler.event();
  const std::string id = plain(change, app_id), name = plain(change, app_name);
  const std::string_view object = is_guid(change.object) ? change.object : std::string_view();
  event.application = filler.name(id.empty() ? object : std::string_view(id));
  event.object = filler.text(change.id.empty() ? change.object : change.id);
  filler.detail_unless_empty("AppDisplayName", name.empty() ? change.name : std::string_view(name));
}

void fill_consent(Filler& filler, const DirectoryChange& change) {
  const Consent consent = read_consent(change);
  const auto principal = plain(change, "ServicePrincipal.ObjectID");
  DirectoryChange client = change;
  if (!principal.empty()) {  // the grant's target is the resource; its client is named beside
    client.id = principal;
    client.object = client.name = {};
    filler.detail_unless_empty("ResourceDisplayName", change.name);
  }
  application_of(filler, client, "ServicePrincipal.AppId", "ServicePrincipal.DisplayName");
  if (consent.type == "Principal") filler.event().target = filler.event().account;
  for (const auto& scope : consent.scopes) filler.detail("Scope", scope);
  filler.detail_unless_empty("ConsentType", consent.type);
  if (is_true(plain(change, "ConsentContext.IsAdminConsent"))) filler.flag("IsAdminConsent", true);
}

// The value after `name` and its mark ("KeyType=Password", "\"Address\": \"http...\"") up to the
// next of `ends`; the whole text when it has no such name.
std::string_view named_part(std::string_view text, std::string_view name, std::string_view ends) {
  const auto at = text.find(name);
  if (at == std::string_view::npos) return text;
  const auto begin = text.find_first_not_of("=: \"", at + name.size());
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_first_of(ends, begin) - begin);
}

void fill_application(Filler& filler, const DirectoryChange& change) {
  application_of(filler, change, "AppId", "DisplayName");
  for (const auto& property : change.modified) {
    if (equal_ignoring_case(property.name, "AppAddress") ||
        equal_ignoring_case(property.name, "ReplyUrl"))
      for (const auto& url : plain_values(property.value))
        filler.detail("ReplyUrl", named_part(url, "\"Address\"", "\""));
    if (equal_ignoring_case(property.name, "KeyDescription"))
      for (const auto& key : plain_values(property.value))
        filler.detail("KeyType", named_part(key, "KeyType", ",]"));
  }
}

// ---- members

// A removal has the name in the old value.
std::string new_or_old(const DirectoryChange& change, std::string_view name) {
  for (const auto& property : change.modified) {
    if (!equal_ignoring_case(property.name, name)) continue;
    auto now = plain_value(property.value);
    return now.empty() ? plain_value(property.old_value) : now;
  }
  return {};
}

void fill_member(Filler& filler, const DirectoryChange& change, std::string_view kind) {
  const std::string prefix(kind);
  filler.event().target = filler.name(change.user.empty() ? change.id : change.user);
  filler.event().object = filler.text(new_or_old(change, prefix + ".ObjectID"));
  filler.detail_unless_empty(kind, new_or_old(change, prefix + ".DisplayName"));
  if (kind == "Role") filler.detail_unless_empty("RoleId", new_or_old(change, "Role.TemplateId"));
}

// ---- authentication methods

std::size_t count_of(std::string_view value, std::string_view key) {
  std::size_t count = 0;
  for (std::size_t at = value.find(key); at != std::string_view::npos; at = value.find(key, at + 1))
    ++count;
  return count;
}

// The digits after each "MethodType": in a list of methods.
std::multiset<std::string> method_types(std::string_view value) {
  std::multiset<std::string> types;
  for (std::size_t at = value.find("\"MethodType\""); at != std::string_view::npos;
       at = value.find("\"MethodType\"", at + 1)) {
    const std::size_t digit = value.find_first_of("0123456789", at);
    if (digit == std::string_view::npos) break;
    types.emplace(value.substr(digit, value.find_first_not_of("0123456789", digit) - digit));
  }
  return types;
}

// What Microsoft's numbers of StrongAuthenticationMethod stand for.
std::string_view method_name(std::string_view type) {
  static constexpr std::array<std::string_view, 9> names = {"TwoWayVoiceMobile",
                                                            "TwoWaySms",
                                                            "TwoWayVoiceOffice",
                                                            "TwoWayVoiceOtherMobile",
                                                            "TwoWaySmsOtherMobile",
                                                            "OneWaySms",
                                                            "PhoneAppNotification",
                                                            "PhoneAppOTP",
                                                            "Fido"};
  return type.size() == 1 && type[0] < '9' ? names[static_cast<std::size_t>(type[0] - '0')] : type;
}

void methods_changed(Filler& filler, const Property& property) {
  auto now = method_types(property.value), before = method_types(property.old_value);
  if (now.size() == before.size()) return;
  const bool added = now.size() > before.size();
  auto& more = added ? now : before;
  for (const auto& type : added ? before : now)
    if (const auto at = more.find(type); at != more.end()) more.erase(at);
  filler.event().action =
      added ? Action::authentication_method_added : Action::authentication_method_removed;
  for (const auto& type : more) filler.detail("MethodType", method_name(type));
}

void phone_app_changed(Filler& filler, const Property& property) {
  const auto now = count_of(property.value, "\"DeviceName\""),
             before = count_of(property.old_value, "\"DeviceName\"");
  if (now == before || filler.event().action != Action::user_updated) return;
  filler.event().action =
      now > before ? Action::authentication_method_added : Action::authentication_method_removed;
  filler.detail("MethodType", "PhoneApp");
}

// A deleted user's name gets its id, without hyphens, before it.
std::string_view without_id(std::string_view user, std::string_view id) {
  std::string plain_id;
  for (const char c : id)
    if (c != '-') plain_id += c;
  if (plain_id.empty() || !starts_with_ignoring_case(user, plain_id)) return user;
  return user.substr(plain_id.size());
}

void fill_user(Filler& filler, const DirectoryChange& change) {
  const auto user = change.user.empty() ? change.object : change.user;
  filler.event().target = filler.name(without_id(user, change.id));
  filler.event().object = filler.text(change.id.empty() ? change.object : change.id);
  changed_properties(filler, change);
}

void fill_user_update(Filler& filler, const DirectoryChange& change) {
  for (const auto& property : change.modified) {
    if (equal_ignoring_case(property.name, "StrongAuthenticationMethod"))
      methods_changed(filler, property);
    if (equal_ignoring_case(property.name, "StrongAuthenticationPhoneAppDetail"))
      phone_app_changed(filler, property);
  }
  fill_user(filler, change);
}

// ---- devices

void fill_device(Filler& filler, const DirectoryChange& change) {
  auto& event = filler.event();
  std::string id = plain(change, "Device.ObjectID");
  if (id.empty()) id = change.id;
  event.object = filler.text(id);
  const auto device = plain(change, "DeviceId");
  event.device = filler.name(device.empty() ? id : device);
  event.target = filler.name(change.user);
  const auto name = plain(change, "Device.DisplayName"), own = plain(change, "DisplayName");
  filler.detail_unless_empty("DisplayName", !name.empty()  ? std::string_view(name)
                                            : !own.empty() ? std::string_view(own)
                                                           : change.name);
  filler.detail_unless_empty("OperatingSystem", plain(change, "DeviceOSType"));
  filler.detail_unless_empty("TrustType", plain(change, "DeviceTrustType"));
  filler.detail_unless_empty("IsCompliant", plain(change, "IsCompliant"));
}
}  // namespace

void fill_directory_change(Filler& filler, Shape shape, const DirectoryChange& change) {
  switch (shape) {
    case Shape::consent:
      return fill_consent(filler, change);
    case Shape::application:
      return fill_application(filler, change);
    case Shape::role:
      return fill_member(filler, change, "Role");
    case Shape::group:
      return fill_member(filler, change, "Group");
    case Shape::user:
    case Shape::security_info:
      return fill_user(filler, change);
    case Shape::user_update:
      return fill_user_update(filler, change);
    case Shape::device:
      return fill_device(filler, change);
    case Shape::policy:
      filler.event().object = filler.text(change.name.empty() ? change.object : change.name);
      filler.detail_unless_empty("Name", change.name);
      return changed_properties(filler, change);
    default:
      return;
  }
}

// The list that follows `mark`, up to its closing bracket: "[a, b=[c]]" gives "a, b=[c]".
static std::string_view bracketed_after(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return {};
  const auto rest = text.substr(at + mark.size());
  int depth = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '[') ++depth;
    if (rest[i] == ']' && --depth <= 0)
      return depth == 0 ? rest.substr(1, i - 1) : std::string_view();
  }
  return {};
}

void fill_licence_change(Filler& filler, std::string_view additional_details) {
  static constexpr std::string_view mark = "\"Name\":\"AssignedLicense\"";
  std::string plain;
  for (const char c : additional_details)
    if (c != '\\') plain += c;
  const auto at = plain.find(mark);
  if (at == std::string::npos) return;
  const auto property = std::string_view(plain).substr(at);
  filler.detail_unless_empty("AssignedLicense", bracketed_after(property, "\"NewValue\":"));
  filler.detail_unless_empty("AssignedLicense.Old", bracketed_after(property, "\"OldValue\":"));
}

}  // namespace digue::read::m365
