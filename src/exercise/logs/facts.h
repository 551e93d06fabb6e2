// What happened on a network and its services, before any product writes it down.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "exercise/site.h"

namespace digue::exercise::logs {

// Through the web proxy.
struct WebRequest {
  Instant time = {};
  const Host* from = nullptr;
  const Person* who = nullptr;  // nullptr: a program of the host
  std::string method = "GET", scheme = "https", host = {}, path = "/", referer = {};
  std::string server = {};  // its address
  std::string category = "Business";
  std::string type = "text/html";
  int status = 200;
  std::uint64_t sent = 700, received = 12000;
  bool blocked = false;
};

// Through the firewall.
struct Flow {
  Instant time = {};
  std::string source = {}, destination = {};
  int port = 443;
  std::uint64_t sent = 2000, received = 20000;  // by the source
  int seconds = 4;
  bool allowed = true;
};

struct VpnAct {
  enum class Kind : std::uint8_t { refused, opened, closed };
  Instant time = {};
  Kind kind = Kind::opened;
  std::string user = {};  // "helene.martineau"
  std::string address = {}, inside = {};
  int seconds = 0;
  std::uint64_t sent = 0, received = 0;  // by the user
  int number = 0;                        // of the session
};

struct NameQuestion {
  Instant time = {};
  std::string client = {}, name = {};
};

struct Delivery {
  Instant time = {};
  std::string sender = {}, recipient = {}, subject = {}, message_id = {};
  std::string server = {}, address = {};  // that gave it, or took it
  std::string queue = {};                 // the server's own number: eight hexadecimal digits
  int size = 9000;
  bool outgoing = false;
};

// A mailbox opened, through the webmail or a program.
struct MailboxAct {
  Instant time = {};
  std::string user = {}, address = {};  // "helene.martineau@ch-valmont.example"
  bool refused = false;
};

// Of a virtual machine or its host.
struct MachineAct {
  enum class Kind : std::uint8_t { powered_off, powered_on, signed_in, shell_command, ssh_enabled };
  Instant time = {};
  Kind kind = Kind::powered_off;
  std::string machine = {};     // virtual machine; or the command
  std::string hypervisor = {};  // "esx1.ch-valmont.example"
  std::string user = {}, address = {};
};

// What the antivirus console keeps.
struct Alert {
  enum class Action : std::uint8_t { quarantined, deleted, nothing };
  Instant time = {};
  const Host* host = nullptr;
  const Person* who = nullptr;
  std::string threat = {}, path = {}, sha256 = {};
  Action action = Action::quarantined;
};

struct Facts {
  std::vector<WebRequest> web;
  std::vector<Flow> flows;
  std::vector<VpnAct> vpn;
  std::vector<NameQuestion> names;
  std::vector<Delivery> mail;
  std::vector<MailboxAct> mailboxes;
  std::vector<MachineAct> machines;
  std::vector<Alert> alerts;
};

}  // namespace digue::exercise::logs
