// What a user agent says of the machine, coarse enough that an update of the browser is not a new
// client: which kind of program, on which kind of system.  Agents lie; a difference is a sign,
// never a proof.  Plain values; thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace digue::detect {

enum class Client : std::uint8_t {
  none,
  chrome,
  edge,
  firefox,
  safari,
  opera,
  internet_explorer,
  office,    // Outlook, Teams, Word...: programs that talk to Microsoft 365 by themselves
  mail_app,  // Apple Mail, Android's mail: a phone's own
  legacy,    // basic authentication seen through Exchange: BAV2ROPC, CBAinPROD, CBAinTAR
  script,    // libraries that no person browses with
  other,
};

enum class Platform : std::uint8_t { none, windows, mac, ios, android, linux_desktop };

struct Agent {
  Client client = Client::none;
  Platform platform = Platform::none;
  bool operator==(const Agent&) const = default;
  bool known() const { return client != Client::none || platform != Platform::none; }
  std::uint16_t key() const {
    return static_cast<std::uint16_t>(static_cast<unsigned>(client) << 8 |
                                      static_cast<unsigned>(platform));
  }
};

// `browser` and `system` are what the sign-in record says itself ("Edge 120", "Windows10"); they
// fill what the agent leaves open.
Agent agent_of(std::string_view user_agent, std::string_view browser, std::string_view system);

bool is_browser(Client client);
// One machine and one browser cannot be both: other systems, or two kinds of browser.  Programs
// of one machine share a session (Outlook beside Edge), so they do not count as different.
bool cannot_be_one_client(Agent a, Agent b);
// "Firefox, Linux": names only, the same in both languages; "" when nothing is known.
std::string agent_name(Agent agent);

}  // namespace digue::detect
