// What can be said of an overlay once the sheets are known.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "sheet/check.h"
#include "sheet/node_reader.h"
#include "sheet/overlay.h"
#include "sheet/sentences.h"

namespace digue::sheet {

namespace {

class OverlayChecker {
 public:
  OverlayChecker(const Overlay& overlay, const Library& library, Instant now)
      : overlay_(overlay), library_(library), adapted_(library), now_(now), nodes_(overlay.file) {}

  std::vector<Problem> check() {
    auto problems = adapt(adapted_, overlay_);
    for (const auto& base : overlay_.bases) check_version(base);
    check_bases();
    check_twice();
    check_review<sentences::reviewed_never, sentences::reviewed_long_ago>(overlay_.reviewed);
    check_review<sentences::tested_never, sentences::tested_long_ago>(overlay_.tested);
    for (const auto& hidden : overlay_.hidden) check_hidden(hidden);
    for (const auto& own : overlay_.own_steps) check_own(own);
    check_adapted();
    check_platforms();
    for (auto& problem : nodes_.take_problems()) problems.push_back(std::move(problem));
    sort_problems(problems);
    return problems;
  }

 private:
  void check_version(const Base& base) {
    const auto* sheet = library_.find(base.sheet);
    if (sheet == nullptr) return;
    const bool same_hash = base.hash.empty() || sheet->sha256.starts_with(base.hash);
    if (base.version == sheet->version && same_hash) return;
    const auto with_hash = [](const std::string& version, const std::string& hash) {
      return hash.empty() ? version : version + " (" + hash + ")";
    };
    nodes_.error<sentences::overlay_other_version>(
        base.place, sheet->id, with_hash(base.version, base.hash),
        with_hash(sheet->version, sheet->sha256.substr(0, sheet_hash_digits)), overlay_.file);
  }

  // Each sheet that is touched says what it was written for.
  void check_bases() {
    std::set<std::string_view> told;
    const auto check = [&](const std::string& step, Place place) {
      const auto sheet = sheet_id_of(step);
      if (sheet.empty() || library_.find(sheet) == nullptr) return;
      if (overlay_.base(sheet) == nullptr && told.insert(sheet).second)
        nodes_.error<sentences::overlay_no_base>(place, sheet);
    };
    for (const auto& step : overlay_.steps) check(step.id, step.place);
    for (const auto& own : overlay_.own_steps) check(own.beside, own.place);
    for (const auto& hidden : overlay_.hidden) check(hidden.id, hidden.place);
  }

  template <class Entries, class Id>
  void check_once(const Entries& entries, Id id_of) {
    std::map<std::string_view, int> first_line;
    for (const auto& entry : entries) {
      const auto [seen, is_new] = first_line.emplace(id_of(entry), entry.place.line);
      if (!is_new && !seen->first.empty())
        nodes_.error<sentences::same_id_twice>(entry.place, seen->first, seen->second);
    }
  }

  void check_twice() {
    check_once(overlay_.bases, [](const Base& one) -> std::string_view { return one.sheet; });
    check_once(overlay_.contacts, [](const auto& one) -> std::string_view { return one.id; });
    check_once(overlay_.steps, [](const auto& one) -> std::string_view { return one.id; });
    check_once(overlay_.hidden, [](const auto& one) -> std::string_view { return one.id; });
  }

  template <const Sentence& never, const Sentence& long_ago>
  void check_review(const Review& review) {
    if (!review.present()) return nodes_.warn<never>(Place{1, 1});
    const auto then = parse_rfc3339(review.date + "T00:00:00Z");
    if (then && now_ - *then > review_days * day_ms)
      nodes_.warn<long_ago>(review.place, review.date);
  }

  // What others rest on, what is urgent and what keeps evidence is not hidden lightly.
  void check_hidden(const HiddenStep& hidden) {
    const auto* sheet = library_.find(sheet_id_of(hidden.id));
    const auto* step = sheet == nullptr ? nullptr : sheet->step(hidden.id);
    if (step == nullptr) return;
    if (step->priority == Priority::before || step->priority == Priority::p0)
      nodes_.warn<sentences::hides_urgent>(hidden.place, hidden.id, priority_name(step->priority));
    if (!step->preservation.empty())
      nodes_.warn<sentences::hides_preservation>(hidden.place, hidden.id);
    for (const auto& other : sheet->steps) {
      const auto& first = other.prerequisites;
      if (std::find(first.begin(), first.end(), hidden.id) != first.end())
        nodes_.warn<sentences::hides_prerequisite>(hidden.place, hidden.id, other.id);
      if (other.temporary && other.temporary->lifted_by == hidden.id)
        nodes_.warn<sentences::hides_lifting>(hidden.place, hidden.id, other.id);
    }
  }

  void check_own(const OwnStep& own) {
    if (own.step.kind == StepKind::rule)
      nodes_.error<sentences::overlay_own_rule>(own.step.place, own.step.id);
    for (const auto& rule : own.rules)
      for (const auto& effect : rule.effects)
        for (const auto& step : effect.steps)
          if (step.find("/org.") == std::string::npos)
            nodes_.error<sentences::overlay_rules_others>(effect.place, step);
  }

  // As of any sheet: ids, prerequisites, what is destroyed and how to go back.
  void check_adapted() {
    for (auto& sheet : adapted_.sheets) {
      std::vector<Reference> references;
      for (const auto& own : overlay_.own_steps)
        if (sheet.step(own.step.id) != nullptr)
          references.insert(references.end(), own.references.begin(), own.references.end());
      const bool has_own = std::any_of(sheet.steps.begin(), sheet.steps.end(),
                                       [](const Step& step) { return step.local.own; });
      if (has_own) check_inward(sheet, references, nodes_);
    }
  }

  void check_platforms() {
    const auto& used = overlay_.platforms;
    if (used.empty()) return;
    const auto check = [&](const Local& local, Place place) {
      for (const auto& console : local.consoles)
        if (!console.platform.empty() &&
            std::find(used.begin(), used.end(), console.platform) == used.end())
          nodes_.warn<sentences::console_unused>(place, console.platform, join(used, ", "));
    };
    for (const auto& step : overlay_.steps) check(step.local, step.place);
    for (const auto& own : overlay_.own_steps) check(own.step.local, own.place);
  }

  const Overlay& overlay_;
  const Library& library_;
  Library adapted_;
  Instant now_;
  NodeReader nodes_;
};

}  // namespace

std::vector<Problem> check_overlay(const Overlay& overlay, const Library& library, Instant now) {
  return OverlayChecker(overlay, library, now).check();
}

std::vector<Problem> problems_of_overlay(std::string_view bytes, const std::string& file,
                                         const Library& library, Instant now) {
  auto reading = read_overlay(bytes, file);
  if (has_error(reading.problems)) return std::move(reading.problems);
  auto problems = check_overlay(reading.overlay, library, now);
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  sort_problems(problems);
  return problems;
}

}  // namespace digue::sheet
