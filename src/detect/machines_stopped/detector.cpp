// R24, virtual machines stopped together: hypervisors (vCenter, ESXi) tell of many machines stopped
// within minutes, as before their disks are encrypted.
//
// One machine after the other over a day, a pool that stops every evening (bursts.h) and a reboot
// for updates, from which nearly all come back at once, are not that.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/bursts.h"
#include "detect/draft.h"
#include "detect/machines_stopped/sentences.h"

namespace digue::detect {

namespace {

using event::Action;
using event::Verdict;
using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"ransomware/1.c.5"};
// The notes on the sheets ask for a burst without a number.  By hand, people stop fewer at a time.
constexpr std::size_t fewest_machines = 5;
constexpr std::int64_t burst_span = 10 * minute_ms;
constexpr std::size_t grave_machines = 10;
constexpr std::int64_t restart_within = hour_ms;
constexpr std::size_t restart_share = 10;  // when fewer than one in so many stays down: a reboot

// "srv-01" of "[datastore1] srv-01/srv-01.vmx" too; lower case.
std::string machine_named(std::string_view object) {
  const auto slash = object.rfind('/');
  if (slash != std::string_view::npos) object.remove_prefix(slash + 1);
  auto name = lower(trimmed(object));
  if (name.ends_with(".vmx")) name.resize(name.size() - 4);
  return name;
}

// The word after that one: "4242" of "--world-id=4242" or "--world-id 4242".
std::string_view word_after(std::string_view line, std::string_view word) {
  const auto at = line.find(word);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + word.size());
  const auto begin = line.find_first_not_of(" =");
  if (begin == std::string_view::npos) return {};
  line.remove_prefix(begin);
  return line.substr(0, line.find_first_of(" ;&|'\""));
}

// The machine that a command line of the hypervisor's shell stops; "" when it stops none.
std::string machine_killed(std::string_view command) {
  const auto line = lower(command);
  const bool kills =
      line.find("esxcli") != std::string::npos && line.find("vm process kill") != std::string::npos;
  if (kills) {
    for (const auto* const option : {"--world-id", "-w"})
      if (const auto id = word_after(line, option); !id.empty()) return "world " + std::string(id);
    return "world";
  }
  for (const auto* const verb : {"vmsvc/power.off", "vmsvc/power.shutdown"})
    if (const auto id = word_after(line, verb); !id.empty()) return "vim " + std::string(id);
  return {};
}

class MachinesStopped final : public Detector {
 public:
  std::string_view rule() const override { return "R24"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    auto bursts = bursts_of(scene, moments_of(scene), burst_span, fewest_machines);
    leave_out_habits(bursts);
    for (const auto& burst : bursts) {
      const auto down = down_after(scene, burst);
      if (down * restart_share >= burst.things.size())
        findings.push_back(finding_of(scene, burst, down));
    }
  }

 private:
  static std::vector<Moment> moments_of(const Scene& scene) {
    std::vector<Moment> moments;
    const auto add = [&](std::uint32_t index, std::string machine) {
      const auto& event = scene.event(index);
      const bool counts = event.time.known() && event.verdict != Verdict::failure &&
                          event.family != event::Family::windows_log && !machine.empty();
      if (counts) moments.push_back({event.time, index, std::move(machine)});
    };
    for (const auto index : scene.of(Action::machine_stopped))
      add(index, machine_named(scene.text(scene.event(index).object)));
    for (const auto index : scene.of(Action::process_started))
      add(index, machine_killed(scene.trail.detail(scene.event(index), "CommandLine")));
    return moments;
  }

  // How many of its machines no log tells to have started again soon after.
  static std::size_t down_after(const Scene& scene, const Burst& burst) {
    auto down = burst.things;
    for (const auto index : scene.of(Action::machine_started)) {
      const auto& event = scene.event(index);
      if (event.time >= burst.first && event.time <= burst.last + restart_within)
        down.erase(machine_named(scene.text(event.object)));
    }
    return down.size();
  }

  static std::size_t machines_named(const Scene& scene) {
    std::set<std::string> names;
    for (const auto action : {Action::machine_started, Action::machine_stopped,
                              Action::machine_removed, Action::snapshot_removed})
      for (const auto index : scene.of(action))
        if (auto name = machine_named(scene.text(scene.event(index).object)); !name.empty())
          names.insert(std::move(name));
    return names.size();
  }

  Finding finding_of(const Scene& scene, const Burst& burst, std::size_t down) const {
    const auto count = burst.things.size();
    auto found = begin_finding(*this, rfc3339(burst.first));
    found.severity = count >= grave_machines ? Severity::critical : Severity::high;
    const auto minutes = (burst.last - burst.first + minute_ms - 1) / minute_ms;
    found.title = tell<sentences::machines_stopped>(count, std::max<std::int64_t>(minutes, 1));
    if (const auto all = machines_named(scene); all > count)
      found.why.push_back(tell<sentences::machines_stopped_share>(count, all));
    if (down != 0) found.why.push_back(tell<sentences::machines_not_restarted>(down));
    tell_who(scene, burst, found);
    cite_acts(found, scene, burst.indexes);
    for (const auto index : burst.indexes) {
      const auto host = scene.text(scene.event(index).device);
      if (!host.empty()) found.hosts.emplace_back(host);
    }
    finding::tidy(found);
    return found;
  }

  static void tell_who(const Scene& scene, const Burst& burst, Finding& found) {
    std::set<std::string_view> accounts;
    for (const auto index : burst.indexes) {
      const auto& event = scene.event(index);
      if (const auto account = scene.text(event.account); !account.empty())
        accounts.insert(account);
    }
    std::vector<std::string> names(accounts.begin(), accounts.end());
    if (!names.empty())
      found.why.push_back(tell<sentences::machines_stopped_by>(join(names, ", ")));
    for (const auto index : burst.indexes) {
      const auto command = scene.trail.detail(scene.event(index), "CommandLine");
      if (machine_killed(command).empty()) continue;
      found.why.push_back(tell<sentences::machines_killed>(command));
      return;
    }
  }
};

}  // namespace

const Detector& machines_stopped_detector() {
  static const MachinesStopped detector;
  return detector;
}

}  // namespace digue::detect
