#include "cacao/check_workflow.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "cacao/sentences.h"

namespace digue::cacao {

namespace {

// From a step to one that it names; `at` is where it is named.
struct Arrow {
  const YamlNode* at = nullptr;
  bool on_failure = false;
};

struct Place {
  const YamlNode* key = nullptr;
  const YamlNode* step = nullptr;
  std::vector<Arrow> next;      // what follows it
  std::vector<Arrow> branches;  // what it runs before that, each up to its own end
};

class WorkflowChecker {
 public:
  WorkflowChecker(const YamlNode& playbook, Report& report) : playbook_(playbook), report_(report) {
    for (const auto& [key, step] : playbook["workflow"].members)
      places_.emplace(key.text, place_of(key, step));
  }

  void check() {
    if (playbook_["workflow"].kind != YamlNode::Kind::mapping) return;
    check_kinds();
    check_start();
    for (const auto& [id, place] : places_) check_arrows(place);
    check_circles();
    check_branches();
    check_reach();
  }

 private:
  static Place place_of(const YamlNode& key, const YamlNode& step) {
    Place place{&key, &step, {}, {}};
    const auto add = [&](std::vector<Arrow>& arrows, const YamlNode& target, bool on_failure) {
      if (target.is_text()) arrows.push_back({&target, on_failure});
    };
    for (const char* name : {"on_completion", "on_success", "on_failure"})
      add(place.next, step[name], std::string_view(name) == "on_failure");
    for (const char* name : {"on_true", "on_false"}) add(place.branches, step[name], false);
    for (const auto& target : step["next_steps"].items) add(place.branches, target, false);
    for (const auto& [value, target] : step["cases"].members) add(place.branches, target, false);
    return place;
  }

  const Place* place_at(const YamlNode& target) const {
    const auto found = places_.find(target.text);
    return found == places_.end() ? nullptr : &found->second;
  }
  static std::string_view type_of(const Place& place) { return (*place.step)["type"].text; }

  // "at least the following three steps: a start step, an action/playbook-action step, and an end"
  void check_kinds() {
    const auto has = [&](std::string_view type) {
      return std::any_of(places_.begin(), places_.end(),
                         [&](const auto& entry) { return type_of(entry.second) == type; });
    };
    const auto& workflow = playbook_["workflow"];
    for (const char* type : {"start", "end"})
      if (!has(type)) report_.error<sentences::no_step_of>(workflow, type);
    if (!has("action") && !has("playbook-action"))
      report_.error<sentences::no_step_of>(workflow, "action");
  }

  void check_start() {
    const auto& start = playbook_["workflow_start"];
    const auto* place = place_at(start);
    if (start.is_text() && place == nullptr)
      report_.error<sentences::no_such_step>(start, shown_value(start.text));
    if (place != nullptr && type_of(*place) != "start")
      report_.error<sentences::not_a_start>(start, shown_value(type_of(*place)));
    const auto& exception = playbook_["workflow_exception"];
    if (exception.is_text() && place_at(exception) == nullptr)
      report_.error<sentences::no_such_step>(exception, shown_value(exception.text));
  }

  void check_arrows(const Place& place) {
    for (const auto* arrows : {&place.next, &place.branches})
      for (const auto& arrow : *arrows)
        if (place_at(*arrow.at) == nullptr)
          report_.error<sentences::no_such_step>(*arrow.at, shown_value(arrow.at->text));
    const bool goes_on = std::any_of(place.next.begin(), place.next.end(),
                                     [](const Arrow& arrow) { return !arrow.on_failure; });
    if (type_of(place) != "end" && !goes_on) report_.error<sentences::leads_nowhere>(*place.key);
  }

  // ------------------------------------------------------------------------------ circles
  // Depth first, without recursion: a file may be as long as it likes.
  enum class Mark : std::uint8_t { unseen, open, closed };
  struct Visit {
    const Place* place;
    std::vector<Arrow> left;
  };

  void check_circles() {
    find_circles(false);
    find_circles(true);
  }

  // Steps that come back to themselves; first by what always happens, then by failures too.
  void find_circles(bool with_failures) {
    std::map<const Place*, Mark> marks;
    for (const auto& [id, place] : places_) {
      if (marks[&place] != Mark::unseen) continue;
      std::vector<Visit> open;
      const auto enter = [&](const Place& entered) {
        marks[&entered] = Mark::open;
        open.push_back({&entered, arrows_of(entered, with_failures)});
      };
      enter(place);
      while (!open.empty()) {
        auto& visit = open.back();
        if (visit.left.empty()) {
          marks[visit.place] = Mark::closed;
          open.pop_back();
          continue;
        }
        const auto arrow = visit.left.back();
        visit.left.pop_back();
        const auto* target = place_at(*arrow.at);
        if (target == nullptr) continue;
        if (marks[target] == Mark::open) tell_circle(arrow, with_failures);
        if (marks[target] == Mark::unseen) enter(*target);
      }
    }
  }
  static std::vector<Arrow> arrows_of(const Place& place, bool with_failures) {
    auto out = place.branches;
    for (const auto& arrow : place.next)
      if (with_failures || !arrow.on_failure) out.push_back(arrow);
    return out;
  }
  void tell_circle(const Arrow& arrow, bool with_failures) {
    if (!circles_.insert(arrow.at).second) return;
    if (with_failures)
      report_.warn<sentences::comes_back_on_failure>(*arrow.at);
    else
      report_.error<sentences::comes_back>(*arrow.at);
  }

  // ------------------------------------------------------------------------------ branches
  // "Each branch MUST reference a unique end step": a step belongs to one branch, which is named
  // after the arrow that leads into it.
  void check_branches() {
    std::map<const Place*, const YamlNode*> owner;
    std::vector<const YamlNode*> entries{&playbook_["workflow_start"]};
    for (std::size_t i = 0; i < entries.size(); ++i) {
      std::vector<const YamlNode*> left{entries[i]};
      while (!left.empty()) {
        const auto* at = left.back();
        left.pop_back();
        const auto* place = place_at(*at);
        if (place == nullptr) continue;
        const auto [owned, fresh] = owner.emplace(place, entries[i]);
        if (!fresh && owned->second != entries[i] && !circles_.contains(at))
          report_.error<sentences::not_its_own_end>(*at, shown_value(at->text));
        if (!fresh) continue;
        for (const auto& arrow : place->next) left.push_back(arrow.at);
        for (const auto& arrow : place->branches) entries.push_back(arrow.at);
      }
    }
  }

  void check_reach() {
    std::set<const Place*> reached;
    std::vector<const Place*> left{place_at(playbook_["workflow_start"]),
                                   place_at(playbook_["workflow_exception"])};
    while (!left.empty()) {
      const auto* place = left.back();
      left.pop_back();
      if (place == nullptr || !reached.insert(place).second) continue;
      for (const auto& arrow : arrows_of(*place, true)) left.push_back(place_at(*arrow.at));
    }
    for (const auto& [id, place] : places_)
      if (!reached.contains(&place)) report_.warn<sentences::never_reached>(*place.key);
  }

  const YamlNode& playbook_;
  Report& report_;
  std::map<std::string_view, Place> places_;
  std::set<const YamlNode*> circles_;
};

}  // namespace

void check_workflow(const YamlNode& playbook, Report& report) {
  WorkflowChecker(playbook, report).check();
}

}  // namespace digue::cacao
