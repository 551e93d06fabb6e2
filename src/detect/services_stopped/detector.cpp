// R25, services stopped together: a Windows host tells of many services that stopped within
// minutes, or commands stop them, while the host itself goes on.
//
// A host that shuts down stops all of its services, and maintenance stops some every night
// (bursts.h): neither is told.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "base/text.h"
#include "detect/bursts.h"
#include "detect/draft.h"
#include "detect/services_stopped/sentences.h"

namespace digue::detect {

namespace {

using event::Action;
using event::Event;
using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"ransomware/1.c.2"};
constexpr std::int64_t burst_span = 5 * minute_ms;
// An installer or an update stops a few; ransomware's lists have dozens (MITRE ATT&CK T1489).
constexpr std::size_t fewest_services = 10;
// Of those that ransomware stops first, so many are enough.
constexpr std::size_t fewest_guards = 3;
constexpr std::int64_t shutdown_before =
    10 * minute_ms;                                     // services stop so long after it is asked,
constexpr std::int64_t shutdown_after = 2 * minute_ms;  // and so long before it is done
constexpr std::int64_t same_wave = hour_ms;             // bursts of several hosts so near are one
constexpr std::size_t grave_hosts = 3;
constexpr std::size_t names_told = 20;

// What backs up, protects or holds files open; parts of names as services are shown, some of which
// Windows translates.
bool is_guard(std::string_view service) {
  static constexpr auto parts = std::to_array<std::string_view>(
      {"veeam",       "backup",     "sauvegarde",  "acronis",      "arcserve", "commvault",
       "shadow copy", "cliché",     "vss",         "sql",          "oracle",   "exchange",
       "defender",    "antivirus",  "sophos",      "symantec",     "mcafee",   "trellix",
       "kaspersky",   "eset",       "trend micro", "bitdefend",    "sentinel", "crowdstrike",
       "withsecure",  "harfanglab", "cortex",      "malwarebytes", "wbengine", "msexchange"});
  return std::any_of(parts.begin(), parts.end(),
                     [&](auto part) { return contains_ignoring_case(service, part); });
}

// The service or program that a command line stops, lower case; "" when it stops none.
std::string stopped_by(std::string_view command) {
  static constexpr auto verbs = std::to_array<std::string_view>(
      {"net stop ", "net1 stop ", "net.exe stop ", "net1.exe stop ", "net\" stop ", "sc stop ",
       "sc.exe stop ", "stop-service ", "taskkill "});
  const auto line = lower(command);
  for (const auto verb : verbs) {
    const auto at = line.find(verb);
    if (at == std::string::npos) continue;
    std::string_view rest = std::string_view(line).substr(at + verb.size());
    if (verb == "taskkill ") {
      const auto image = rest.find("/im ");
      if (image == std::string_view::npos) return {};
      rest.remove_prefix(image + 4);
    }
    while (rest.starts_with("-") || rest.starts_with("/")) {  // "-Force", "-Name"
      const auto space = rest.find(' ');
      if (space == std::string_view::npos) return {};
      rest = trimmed(rest.substr(space));
    }
    const bool quoted = rest.starts_with('"');
    const auto name = rest.substr(quoted ? 1 : 0);
    return std::string(trimmed(name.substr(0, name.find_first_of(quoted ? "\"" : " ;&|\""))));
  }
  return {};
}

struct HostBurst {
  event::Symbol host;
  Burst burst;
};

class ServicesStopped final : public Detector {
 public:
  std::string_view rule() const override { return "R25"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    std::vector<HostBurst> bursts;
    for (const auto& [host, moments] : moments_of(scene))
      for (auto& burst : bursts_of_host(scene, moments)) bursts.push_back({host, std::move(burst)});
    std::sort(bursts.begin(), bursts.end(), [&](const HostBurst& a, const HostBurst& b) {
      return std::tuple(a.burst.first, scene.text(a.host)) <
             std::tuple(b.burst.first, scene.text(b.host));
    });
    for (auto from = bursts.begin(); from != bursts.end();) {
      auto to = std::next(from);
      while (to != bursts.end() && to->burst.first - std::prev(to)->burst.last <= same_wave) ++to;
      findings.push_back(finding_of(scene, {from, to}));
      from = to;
    }
  }

 private:
  using Moments = std::map<event::Symbol, std::vector<Moment>>;  // by host

  static Moments moments_of(const Scene& scene) {
    std::map<event::Symbol, std::vector<Instant>> shutdowns;
    for (const auto index : scene.of(Action::machine_stopped))
      if (const auto& event = scene.event(index); event.family == event::Family::windows_log)
        shutdowns[event.device].push_back(event.time);
    const auto shuts_down = [&](const Event& event) {
      const auto found = shutdowns.find(event.device);
      if (found == shutdowns.end()) return false;
      return std::any_of(found->second.begin(), found->second.end(), [&](Instant moment) {
        return event.time <= moment + shutdown_before && event.time >= moment - shutdown_after;
      });
    };
    Moments moments;
    for (const auto index : scene.of(Action::service_stopped)) {
      const auto& event = scene.event(index);
      auto service = lower(scene.text(event.object));
      if (event.time.known() && !service.empty() && !shuts_down(event))
        moments[event.device].push_back({event.time, index, std::move(service)});
    }
    for (const auto index : scene.of(Action::process_started)) {
      const auto& event = scene.event(index);
      auto name = stopped_by(scene.trail.detail(event, "CommandLine"));
      // "by command: " keeps a service's own record and the command that stops it apart in
      // `things`.
      if (event.time.known() && !name.empty())
        moments[event.device].push_back({event.time, index, command_mark + std::move(name)});
    }
    return moments;
  }

  static std::vector<Burst> bursts_of_host(const Scene& scene, const std::vector<Moment>& moments) {
    std::vector<Burst> bursts;
    const auto add = [&](std::vector<Moment> some, std::size_t fewest) {
      for (auto& burst : bursts_of(scene, std::move(some), burst_span, fewest)) {
        const auto overlaps = [&](const Burst& known) {
          return burst.first <= known.last && known.first <= burst.last;
        };
        const auto known = std::find_if(bursts.begin(), bursts.end(), overlaps);
        if (known == bursts.end())
          bursts.push_back(std::move(burst));
        else
          merge(scene, *known, burst);
      }
    };
    for (const bool by_command : {false, true}) {
      std::vector<Moment> all, guards;
      for (const auto& moment : moments) {
        if (moment.thing.starts_with(command_mark) != by_command) continue;
        all.push_back(moment);
        if (is_guard(moment.thing)) guards.push_back(moment);
      }
      add(std::move(all), fewest_services);
      add(std::move(guards), fewest_guards);
    }
    leave_out_habits(bursts);
    return bursts;
  }

  static void merge(const Scene& scene, Burst& into, const Burst& burst) {
    auto& indexes = into.indexes;
    indexes.insert(indexes.end(), burst.indexes.begin(), burst.indexes.end());
    scene.put_in_order(indexes);
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    into.things.insert(burst.things.begin(), burst.things.end());
    into.habits.insert(burst.habits.begin(), burst.habits.end());
    into.first = std::min(into.first, burst.first);
    into.last = std::max(into.last, burst.last);
  }

  Finding finding_of(const Scene& scene, std::span<const HostBurst> wave) const {
    const auto host = scene.text(wave.front().host);
    auto found = begin_finding(*this, std::string(host) + "|" + rfc3339(wave.front().burst.first));
    std::set<std::string> services, commands, guards;
    std::set<std::string_view> hosts;
    std::vector<std::uint32_t> indexes;
    for (const auto& one : wave) {
      hosts.insert(scene.text(one.host));
      indexes.insert(indexes.end(), one.burst.indexes.begin(), one.burst.indexes.end());
      for (const auto& thing : one.burst.things) {
        const bool by_command = thing.starts_with(command_mark);
        const auto name = by_command ? thing.substr(command_mark.size()) : thing;
        (by_command ? commands : services).insert(name);
        if (is_guard(name)) guards.insert(name);
      }
    }
    found.severity = hosts.size() >= grave_hosts ? Severity::critical
                     : guards.empty()            ? Severity::medium
                                                 : Severity::high;
    // What a command stops is logged by the service too: the larger count is the number.
    const auto count = std::max(services.size(), commands.size());
    found.title = hosts.size() == 1 ? tell<sentences::services_stopped>(count, host)
                                    : tell<sentences::services_stopped_hosts>(count, hosts.size());
    if (!guards.empty()) found.why.push_back(tell<sentences::services_guards>(first_of(guards)));
    if (!services.empty()) found.why.push_back(tell<sentences::services_named>(first_of(services)));
    if (!commands.empty())
      found.why.push_back(tell<sentences::services_by_commands>(first_of(commands)));
    if (!services.empty()) found.why.push_back(tell<sentences::services_no_shutdown>());
    scene.put_in_order(indexes);
    cite_all(found, scene, indexes);
    for (const auto name : hosts) found.hosts.emplace_back(name);
    finding::tidy(found);
    return found;
  }

  static std::string first_of(const std::set<std::string>& names) {
    std::vector<std::string> told;
    for (const auto& name : names) {
      if (told.size() == names_told) {
        told.emplace_back("…");
        break;
      }
      told.push_back(name);
    }
    return join(told, ", ");
  }

  inline static const std::string command_mark = "by command: ";
};

}  // namespace

const Detector& services_stopped_detector() {
  static const ServicesStopped detector;
  return detector;
}

}  // namespace digue::detect
