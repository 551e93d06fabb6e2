#include "server/serve.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <ifaddrs.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "base/file.h"
#include "base/number.h"
#include "base/text.h"
#include "server/api/api.h"
#include "server/http/certificate.h"
#include "server/http/own_certificate.h"
#include "server/http/server.h"
#include "server/interface/interface.h"
#include "server/oidc/provider.h"
#include "server/people/secret.h"
#include "server/sentences.h"
#include "server/webhooks/sender.h"

namespace digue::server {

std::filesystem::path default_data_folder() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::filesystem::path(value == nullptr ? "" : value);
  };
  if (const auto data = variable("XDG_DATA_HOME"); !data.empty()) return data / "digue";
  return variable("HOME") / ".local" / "share" / "digue";
}

namespace {

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

Result<Address> address_of(const std::string& text) {
  const auto colon = text.rfind(':');
  const auto port = colon == std::string::npos ? std::string() : text.substr(colon + 1);
  auto host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (lower(host) == "localhost") host = "127.0.0.1";
  const auto number = whole_number<std::uint16_t>(port);
  if (host.empty() || !number) return fail<sentences::bad_listen>(Error::Kind::bad_input, text);
  return Address{host, *number};
}

bool is_loopback(const std::string& host) {
  return host == "::1" || host.starts_with("127.");
}
bool is_any(const std::string& host) {
  return host == "0.0.0.0" || host == "::";
}

// Of the interfaces that are up, those that others can reach.
std::vector<std::string> own_addresses() {
  std::vector<std::string> out;
  ifaddrs* first = nullptr;
  if (::getifaddrs(&first) != 0) return out;
  for (const auto* one = first; one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr) continue;
    char text[INET6_ADDRSTRLEN] = {};
    const auto family = one->ifa_addr->sa_family;
    const void* bytes = nullptr;
    if (family == AF_INET) bytes = &reinterpret_cast<const sockaddr_in*>(one->ifa_addr)->sin_addr;
    if (family == AF_INET6)
      bytes = &reinterpret_cast<const sockaddr_in6*>(one->ifa_addr)->sin6_addr;
    if (bytes == nullptr || ::inet_ntop(family, bytes, text, sizeof text) == nullptr) continue;
    const std::string address(text);
    if (!is_loopback(address) && !address.starts_with("fe80")) out.push_back(address);
  }
  ::freeifaddrs(first);
  return out;
}

// What the server may be called by; the first is the one to show.
std::vector<std::string> names_of(const Address& address) {
  std::vector<std::string> names;
  if (is_any(address.host))
    names = own_addresses();
  else if (!is_loopback(address.host))
    names = {address.host};
  char host[256] = {};
  if (!is_loopback(address.host) && ::gethostname(host, sizeof host - 1) == 0 && host[0] != '\0')
    names.push_back(lower(host));
  if (address.host == "::1") names.emplace_back("::1");
  for (const auto* loopback : {"127.0.0.1", "localhost", "::1"})
    if (std::find(names.begin(), names.end(), loopback) == names.end())
      names.emplace_back(loopback);
  return names;
}

// A folder for its owner only.
Outcome make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  const bool made = std::filesystem::create_directories(folder, error);
  if (!error && made)
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (error)
    return fail<sentences::cannot_make_folder>(Error::Kind::storage, folder.string(),
                                               error.message());
  return {};
}

// One server a data folder.  Held until the program ends.
class FolderLock {
 public:
  static Result<FolderLock> take(const std::filesystem::path& folder) {
    const auto file = folder / "lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      if (descriptor >= 0) ::close(descriptor);
      return fail<sentences::folder_in_use>(Error::Kind::refused, folder.string());
    }
    return FolderLock(descriptor);
  }
  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Written for its owner only, from the first byte.
Outcome write_secret(const std::filesystem::path& file, const std::string& bytes) {
  const auto old = ::umask(S_IRWXG | S_IRWXO);
  auto written = DiskFiles().write(file, bytes);
  ::umask(old);
  return written;
}

// The one of the folder, if it still holds; else one made on the spot.
Result<http::Certificate> certificate_of(const std::filesystem::path& folder,
                                         const std::vector<std::string>& names, Instant now) {
  DiskFiles files;
  const auto chain = files.read(folder / "certificate.pem"), key = files.read(folder / "key.pem");
  if (chain && key) {
    http::Certificate kept{*chain, *key};
    if (http::serves(kept, names, now)) return kept;
  }
  DIGUE_TRY(auto made, http::make_certificate(names, now));
  DIGUE_CHECK(make_folder(folder));
  DIGUE_CHECK(write_secret(folder / "key.pem", made.key));
  DIGUE_CHECK(write_secret(folder / "certificate.pem", made.chain));
  return made;
}

using http::Identity;

Result<Identity> own_identity(const ServeSettings& settings, const Address& address,
                              const std::function<void(const Message&)>& tell) {
  DIGUE_TRY(auto own, http::read_own_certificate(settings.certificate, settings.key,
                                                 settings.clock->now(), tell));
  for (auto& name : names_of(address))
    if (std::find(own.names.begin(), own.names.end(), name) == own.names.end())
      own.names.push_back(std::move(name));
  return Identity{std::move(own.certificate), std::move(own.names)};
}

// The organisation's own, when it gave one; else one made on the spot for the addresses.  Nothing
// in clear, on this machine only.
Result<std::optional<Identity>> identity_of(const ServeSettings& settings, const Address& address,
                                            const std::function<void(const Message&)>& tell) {
  auto names = names_of(address);
  const Instant now = settings.clock->now();
  if (settings.certificate.empty() != settings.key.empty())
    return fail<sentences::certificate_and_key>(Error::Kind::bad_input);
  if (settings.certificate.empty() && is_loopback(address.host)) return std::nullopt;
  if (settings.certificate.empty()) {
    DIGUE_TRY(auto made, certificate_of(settings.data / "tls", names, now));
    return Identity{std::move(made), std::move(names)};
  }
  DIGUE_TRY(auto own, own_identity(settings, address, tell));
  return own;
}

bool is_v6(std::string_view name) {
  return name.find(':') != std::string_view::npos;
}

// Those of the family that is listened on: the others are known, but nobody would answer there.
std::vector<std::string> urls_of(const http::Settings& http, std::uint16_t port) {
  std::vector<std::string> urls;
  const auto* scheme = http.certificate == nullptr ? "http" : "https";
  for (const auto& name : http.names) {
    const bool reached = http.address == "::" || is_v6(name) == is_v6(http.address);
    if (reached || name == "localhost")
      urls.push_back(
          fmt::format("{}://{}:{}/", scheme, is_v6(name) ? "[" + name + "]" : name, port));
  }
  return urls;
}

http::Fetched fetch_in_time(const http::Url& url, const http::Errand& errand,
                            const std::stop_token& stop) {
  return http::fetch(url, errand, provider_limit, stop);
}

// Null when there is none.
Result<std::unique_ptr<Provider>> provider_of(const ServeSettings& settings,
                                              const std::function<void(const Message&)>& tell) {
  if (settings.provider.empty()) return nullptr;
  DIGUE_TRY(auto read, read_provider_settings(settings.provider, tell));
  return std::make_unique<Provider>(std::move(read), *settings.clock, fetch_in_time);
}

http::Posted post_in_time(const http::Url& url, const std::vector<http::Field>& fields,
                          const std::string& body, const std::stop_token& stop) {
  return http::post(url, fields, body, delivery_limit, stop);
}

}  // namespace

Outcome serve(const ServeSettings& settings, const std::function<void(const Started&)>& started,
              const std::function<void(const Message&)>& tell) {
  DIGUE_TRY(const auto address, address_of(settings.listen));
  DIGUE_TRY(const auto provider, provider_of(settings, tell));
  DIGUE_TRY(const auto preparations, Preparations::load(settings.organisation, tell));
  const auto incidents_folder = settings.data / "incidents";
  DIGUE_CHECK(make_folder(settings.data));
  DIGUE_CHECK(make_folder(incidents_folder));
  DIGUE_TRY(const auto lock, FolderLock::take(settings.data));
  DIGUE_TRY(const auto identity, identity_of(settings, address, tell));
  DIGUE_TRY(const auto people, People::open(settings.data / "people.sqlite", *settings.clock));
  DIGUE_TRY(const auto tokens, Tokens::open(settings.data / "people.sqlite", *settings.clock));
  DIGUE_TRY(const auto factors, Factors::open(settings.data / "people.sqlite", *settings.clock));
  DIGUE_TRY(const auto accesses,
            AccessLog::open(settings.data / "accesses.sqlite", *settings.clock));
  DIGUE_TRY(const auto webhooks,
            Webhooks::open(settings.data / "webhooks.sqlite", *settings.clock));
  DIGUE_TRY(auto theme, read_theme(settings.data));
  Incidents incidents(incidents_folder, {.state_folder = settings.state, .clock = settings.clock},
                      tell);
  Analyses analyses(*settings.clock, *preparations, settings.rules);
  Services services{.people = *people,
                    .incidents = incidents,
                    .analyses = analyses,
                    .tokens = *tokens,
                    .accesses = *accesses,
                    .factors = *factors,
                    .webhooks = *webhooks,
                    .preparations = *preparations,
                    .clock = *settings.clock,
                    .theme = std::move(theme),
                    .version = settings.version,
                    .first_start_code = people->has_nobody() ? random_code() : std::string(),
                    .webhook_hosts = settings.webhook_hosts,
                    .rules = settings.rules,
                    .provider = provider.get(),
                    .tell = tell};
  Api api(services);

  http::Settings http{.address = address.host, .port = address.port, .names = {}};
  http.names = identity ? identity->names : names_of(address);
  if (identity) http.certificate = &identity->certificate;
  if (!settings.certificate.empty()) {
    http.renew = [&] { return own_identity(settings, address, tell); };
    http.tell = tell;
  }
  DIGUE_TRY(const auto server, http::Server::listen(http, api));
  started({urls_of(http, server->port()), settings.data,
           identity ? http::fingerprint_of(identity->certificate) : std::string(),
           services.first_start_code, has_interface()});
  Sender sender(*webhooks, incidents, *settings.clock, settings.webhook_hosts, post_in_time);
  if (!settings.webhook_hosts.empty()) sender.start();
  if (provider) provider->start();
  server->run();
  return {};
}

}  // namespace digue::server
