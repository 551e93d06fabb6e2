// R29, antivirus alerts: what the consoles' exports and Microsoft Defender's log say was found.
// What weighs is what was not removed, on servers, on several hosts, in files from the Internet or
// a mail, and ransomware by its name.
//
// One finding a threat, over all hosts.  Test files (EICAR) are left out; an unwanted program that
// was removed from one host is not told.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <span>

#include "base/text.h"
#include "detect/antivirus_alert/sentences.h"
#include "detect/draft.h"

namespace digue::detect {

namespace {

using event::Event;
using event::Verdict;
using finding::Finding;
using finding::Severity;

constexpr std::string_view of_fleet = "mail-malware/c.5", of_servers = "mail-malware/c.5.1",
                           of_internet = "mail-malware/d.5", of_ransomware = "ransomware/1.b.1";
constexpr std::string_view spoken_items[] = {of_fleet, of_servers, of_internet, of_ransomware};
constexpr std::size_t several_hosts = 2;
constexpr std::size_t paths_told = 5;

bool contains_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](auto part) { return contains_ignoring_case(text, part); });
}

// Folders that browsers and mail clients write to, whatever Windows's language.
bool is_from_internet(std::string_view path) {
  static constexpr auto folders = std::to_array<std::string_view>(
      {"\\downloads\\", "\\téléchargements\\", "\\content.outlook\\", "\\inetcache\\",
       "\\temporary internet files\\", "\\thunderbird\\profiles\\", "\\cache\\cache_data\\",
       "\\cache2\\entries\\", "/downloads/", "\\temp\\temp1_", "\\temp\\rar$", "\\temp\\7z",
       "http://", "https://", "webfile:"});
  return contains_any(path, folders);
}

// By the words that vendors use for it, and the families that are nothing else.
bool is_ransomware(std::string_view threat) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"ransom", "filecoder", "lockbit", "blackcat", "alphv", "blackbasta", "sodinokibi", "revil",
       "phobos", "ryuk", "crysis", "qilin"});
  return contains_any(threat, words);
}

bool is_test_file(std::string_view threat) {
  return contains_ignoring_case(threat, "eicar");
}

// Unwanted rather than harmful.
bool is_unwanted_program(std::string_view threat) {
  static constexpr auto parts =
      std::to_array<std::string_view>({"pua:", "pup.", "pua.", "adware", "not-a-virus", "riskware",
                                       "potentially unwanted", "bundler", "application."});
  return contains_any(threat, parts);
}

// As administrators name them; "srv-ad01", "dc2", "serveur-paie", "win-sql1".
bool is_named_as_server(std::string_view host) {
  static constexpr auto starts = std::to_array<std::string_view>(
      {"srv", "serv", "svr", "dc", "ad-", "sql", "exch", "file", "fs-", "nas", "bkp", "backup",
       "veeam", "hv-", "esx", "rds"});
  const auto named = lower(host);
  const bool by_start = std::any_of(starts.begin(), starts.end(),
                                    [&](auto start) { return named.starts_with(start); });
  return by_start || named.find("-srv") != named.npos || named.find("server") != named.npos;
}

std::string_view first_said(const Scene& scene, const Event& event,
                            std::span<const std::string_view> names) {
  for (const auto name : names)
    if (const auto value = scene.trail.detail(event, name); !value.empty()) return value;
  return {};
}

std::string_view threat_of(const Scene& scene, const Event& event) {
  static constexpr auto names = std::to_array<std::string_view>({"Threat", "Threat Name"});
  return first_said(scene, event, names);
}

// Defender's 1117 says what it did as a number, which is not translated: 2 quarantined, 3 removed,
// 1 cleaned, 10 blocked; and whether that failed.
bool was_cleaned(const Scene& scene, const Event& event) {
  if (event.verdict == Verdict::success) return true;
  if (!scene.text(event.operation).ends_with("/1117")) return false;
  const auto action = scene.trail.detail(event, "Action ID");
  const auto error = scene.trail.detail(event, "Error Code");
  const bool acted = action == "1" || action == "2" || action == "3" || action == "10";
  return acted && (error.empty() || error == "0x00000000" || error == "0");
}

// One threat, over all hosts.
struct Threat {
  std::vector<std::uint32_t> events;
  std::set<std::string> hosts, cleaned;
  std::vector<std::string_view> internet_paths;
};

class AntivirusAlert final : public Detector {
 public:
  std::string_view rule() const override { return "R29"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    std::vector<std::uint32_t> alerts(scene.of(event::Action::malware_found).begin(),
                                      scene.of(event::Action::malware_found).end());
    scene.put_in_order(alerts);
    std::map<std::string_view, Threat> threats;
    for (const auto index : alerts) {
      const auto& alert = scene.event(index);
      const auto name = threat_of(scene, alert);
      if (name.empty() || is_test_file(name)) continue;
      add(scene, alert, index, threats[name]);
    }
    for (auto& [name, threat] : threats)
      if (!is_unwanted_program(name) || threat.cleaned != threat.hosts)
        findings.push_back(finding_of(scene, name, threat));
  }

 private:
  static void add(const Scene& scene, const Event& alert, std::uint32_t index, Threat& threat) {
    threat.events.push_back(index);
    std::string host(scene.text(alert.device));
    // A gateway that stops it on the way speaks of the client.
    if (host.empty() || scene.trail.detail(alert, "Url") == scene.text(alert.object))
      if (alert.address != event::no_symbol) host = scene.text(alert.address);
    threat.hosts.insert(host);
    if (was_cleaned(scene, alert)) threat.cleaned.insert(host);
    for (const auto path : {scene.text(alert.object), scene.trail.detail(alert, "Url")}) {
      auto& paths = threat.internet_paths;
      if (is_from_internet(path) && std::find(paths.begin(), paths.end(), path) == paths.end())
        paths.push_back(path);
    }
  }

  Finding finding_of(const Scene& scene, std::string_view name, Threat& threat) const {
    auto found = begin_finding(*this, name);
    std::set<std::string> left, servers;
    std::set_difference(threat.hosts.begin(), threat.hosts.end(), threat.cleaned.begin(),
                        threat.cleaned.end(), std::inserter(left, left.end()));
    for (const auto& host : threat.hosts)
      if (is_named_as_server(host)) servers.insert(host);
    const bool ransomware = is_ransomware(name), several = threat.hosts.size() >= several_hosts;
    const bool grave = !left.empty() || !servers.empty() || several;
    found.severity = ransomware && grave              ? Severity::critical
                     : grave || ransomware            ? Severity::high
                     : !threat.internet_paths.empty() ? Severity::medium
                                                      : Severity::low;
    found.title = several ? tell<sentences::threat_on_hosts>(name, threat.hosts.size())
                          : tell<sentences::threat_on_host>(name, *threat.hosts.begin());
    found.why.push_back(left.empty() ? tell<sentences::threat_cleaned>()
                                     : tell<sentences::threat_left>(list_of(left)));
    found.items = {std::string(of_fleet)};
    if (!servers.empty()) {
      found.why.push_back(tell<sentences::threat_on_servers>(list_of(servers)));
      found.items.emplace_back(of_servers);
    }
    if (!threat.internet_paths.empty()) found.items.emplace_back(of_internet);
    for (std::size_t i = 0; i < std::min(threat.internet_paths.size(), paths_told); ++i)
      found.why.push_back(tell<sentences::threat_from_internet>(threat.internet_paths[i]));
    if (ransomware) {
      found.why.push_back(tell<sentences::threat_is_ransomware>());
      found.items.emplace_back(of_ransomware);
    }
    cite_acts(found, scene, threat.events);
    found.hosts.assign(threat.hosts.begin(), threat.hosts.end());
    finding::tidy(found);
    return found;
  }

  static std::string list_of(const std::set<std::string>& names) {
    constexpr std::size_t most = 20;
    std::vector<std::string> told(names.begin(), names.end());
    if (told.size() > most) {
      told.resize(most);
      told.emplace_back("…");
    }
    return join(told, ", ");
  }
};

}  // namespace

const Detector& antivirus_alert_detector() {
  static const AntivirusAlert detector;
  return detector;
}

}  // namespace digue::detect
