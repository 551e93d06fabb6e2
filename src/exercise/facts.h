// What happened, before any export tells it.  Each writer turns the same facts into its own format.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "exercise/world.h"

namespace digue::exercise {

struct App {
  std::string_view id, name;
};
namespace apps {  // Microsoft's own published identifiers
inline constexpr App office_home{"4765445b-32c6-49b0-83e6-1d93765276ca", "OfficeHome"};
inline constexpr App outlook_web{"9199bf20-a13f-4107-85dc-02114787ef48", "One Outlook Web"};
inline constexpr App exchange{"00000002-0000-0ff1-ce00-000000000000", "Office 365 Exchange Online"};
inline constexpr App office{"d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office"};
inline constexpr App outlook_mobile{"27922004-5251-4030-b22d-91ecd9a37ea4", "Outlook Mobile"};
inline constexpr App teams{"1fec8e78-bce4-4aaf-ab1b-5451cc387264", "Microsoft Teams"};
inline constexpr App graph{"00000003-0000-0000-c000-000000000000", "Microsoft Graph"};
inline constexpr App broker{"29d9ed98-a469-4536-ade2-f981bc1d605e",
                            "Microsoft Authentication Broker"};
inline constexpr App registration{"01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9",
                                  "Device Registration Service"};
inline constexpr App admin_portal{"00000006-0000-0ff1-ce00-000000000000",
                                  "Microsoft Office 365 Portal"};
inline constexpr App security_info{"19db86c3-b2b9-44cc-b339-36da233a3be2", "My Signins"};
inline constexpr App exchange_admin{"497effe9-df71-4043-a8bb-14cf78c4b63b",
                                    "Exchange Admin Center"};
inline constexpr App sharepoint{"00000003-0000-0ff1-ce00-000000000000",
                                "Office 365 SharePoint Online"};
}  // namespace apps

// From what a person acts.
struct Client {
  std::string address;  // empty when the record carries none
  std::string session;
  std::string agent;
  std::string os, browser;
  const Device* device = nullptr;  // only when the device is known to the directory
};

struct SignIn {
  Instant time;
  const Person* who = nullptr;
  Client client;
  std::string id, correlation, token;
  App app = apps::office_home, resource = apps::exchange;
  int error = 0;
  bool interactive = true;
  bool second_factor = false;  // asked for and given
  std::string client_app = "Browser";
  std::string protocol = "none";
  std::string transfer = "none";
  std::string request = "OAuth2:Authorize";
};

// What a sign-in's error means to the exports.  Unknown codes give the first row's texts.
struct SignInError {
  int code;
  std::string_view logon_error;
  std::string_view reason;
  bool interrupt;  // shown as "Interrupted" by the portal
};
const SignInError& sign_in_error(int code);

// A row of the Unified Audit Log: what the exports wrap, and the AuditData that they wrap.
struct AuditRow {
  Instant time;
  std::string id;
  int record_type = 0;
  std::string operation;
  std::string user;
  std::string data;  // JSON object, one line, slashes not escaped
};

struct Property {
  std::string name, before, after;
};

// A change in the directory: stands in the audit log and in the Entra audit export.
struct DirectoryAct {
  Instant time;
  std::string id;
  std::string correlation;  // one in both exports
  std::string activity;     // "Consent to application": the audit log adds a full stop
  std::string category;     // "ApplicationManagement"
  std::string service = "Core Directory";
  const Person* actor = nullptr;  // nullptr: an application of the provider
  std::string actor_app;          // its name
  std::string address;            // only some services give one
  struct Target {
    std::string type;  // "User", "ServicePrincipal", "Device", "Role", "Group"
    std::string id, name, upn;
  };
  std::vector<Target> targets;
  std::vector<Property> changes;
  bool in_audit_log = true;
};

// One message to one recipient.
struct TracedMessage {
  Instant time;
  std::string sender, recipient, subject, message_id, trace_id;
  std::string status = "Delivered";
  std::string from_address, to_address;
  int size = 0;
};

struct InboxRule {
  const Person* owner = nullptr;
  std::string id;  // RuleIdentity, decimal
  std::string name;
  bool enabled = true;
  std::string move_to, move_to_id;  // folder path and the opaque id
  std::string forward_to, redirect_to;
  bool delete_message = false, mark_as_read = false, stop = false;
  std::string from, subject_or_body, subject;
};

struct Grant {
  enum class Kind : std::uint8_t { mailbox, send_as, folder };
  Kind kind;
  const Person* mailbox = nullptr;
  std::string who;  // upn, or "Default"
  std::string rights;
  std::string folder;  // of a folder: "Inbox"
};

struct Forwarding {
  const Person* mailbox = nullptr;
  std::string smtp_address;
  std::string colleague;  // alias; set instead of an address when it stays inside
  bool keep_copy = true;
};

struct TransportRule {
  std::string id, name, description, created_by, blind_copy_to;
  Instant changed;
  std::string audit_severity = "Low";
};

struct Consent {
  std::string app_id, service_principal, app_name, publisher, verified_publisher, reply_url;
  std::string owner_tenant;
  std::string scope;            // space separated
  const Person* who = nullptr;  // nullptr: for all, by an administrator
  Instant created;
};

struct Method {
  const Person* who = nullptr;
  std::string id;
  std::string kind;  // Graph type: "microsoftAuthenticatorAuthenticationMethod"
  std::string name;  // display name, or phone number
  std::string tag;
  Instant created;
};

struct DeviceState {
  const Person* owner = nullptr;
  Device device;
  Instant created, last_seen;
  bool compliant = false;
};

// How things stand when the exports are made.
struct State {
  std::vector<InboxRule> rules;
  std::vector<Grant> grants;
  std::vector<Forwarding> forwardings;
  std::vector<TransportRule> transport_rules;
  bool default_domain_forwards = false;
  std::vector<Consent> consents;
  std::vector<Method> methods;
  std::vector<DeviceState> devices;
  std::vector<const Person*> audit_bypassed;
};

// Everything of a stretch of time.
struct Facts {
  std::vector<SignIn> sign_ins;
  std::vector<DirectoryAct> directory;
  std::vector<AuditRow> audit;
  std::vector<TracedMessage> messages;
};

}  // namespace digue::exercise
