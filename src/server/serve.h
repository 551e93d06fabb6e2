// The server whole: the data folder, the people, the incidents, the API and the interface.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace digue::detect::sigma {
struct Loaded;
}

namespace digue::server {

// $XDG_DATA_HOME/digue, else ~/.local/share/digue.
std::filesystem::path default_data_folder();

struct ServeSettings {
  std::filesystem::path data;             // made, for its owner only, if it is not there
  std::filesystem::path state;            // of the logbooks: the machine's key
  std::string listen = "127.0.0.1:8440";  // HOST:PORT; port 0: any that is free
  std::string organisation = {};          // its settings: a file, or the folder that holds them
  // The organisation's own, PEM: both or none.  With them it speaks TLS on every address.
  std::string certificate = {}, key = {};
  std::vector<std::string> webhook_hosts = {};  // to which webhooks may go; none: they are off
  std::string provider = {};  // settings of the identity provider: a file; none: local accounts
  // Sigma rules that analyses ask, ours among them; null: ours alone.
  std::shared_ptr<const detect::sigma::Loaded> rules = {};
  std::string version;
  Clock* clock = nullptr;
};

// What whoever starts the server must know.
struct Started {
  std::vector<std::string> addresses;  // the first one to open: "http://127.0.0.1:8440/"
  std::filesystem::path data;
  std::string fingerprint;       // of the certificate; empty in clear
  std::string first_start_code;  // empty when somebody can sign in
  bool has_interface = false;
};

// Listens, calls `started`, serves until SIGINT or SIGTERM.  `tell`: what happens meanwhile, from
// any thread.
Outcome serve(const ServeSettings& settings, const std::function<void(const Started&)>& started,
              const std::function<void(const Message&)>& tell);

}  // namespace digue::server
