// The steps, one at a time: what it is, what it may break, what to save first, what to type; then
// what was done, as one entry.
#pragma once
#include <set>
#include <string>

#include "cli/casework/casework.h"
#include "cli/casework/follow_up.h"
#include "cli/verbs/guide/dialogue.h"
#include "incident/plan.h"

namespace digue::cli::verbs {

class Acting {
 public:
  Acting(Session& session, const sheet::Library& library, logbook::Logbook& logbook,
         incident::Speaker speaker, std::string file)
      : session_(session),
        dialogue_(session),
        library_(library),
        logbook_(logbook),
        speaker_(std::move(speaker)),
        file_(std::move(file)) {}

  // Until the person leaves, or there is no more to read.
  Outcome run();

 private:
  enum class Next : std::uint8_t { step, leave };
  using Target = incident::Target;

  Result<Next> one_step();
  const incident::PlanLine* current(const incident::Plan& plan) const;
  void show(const incident::PlanLine& line);
  void show_before(const incident::PlanLine& line);
  void show_options(const incident::PlanLine& line);
  Outcome take(const incident::PlanLine* line, const std::string& typed);
  Outcome take_common(const std::string& typed);
  Outcome take_act(const incident::PlanLine& line, const std::string& typed);
  Outcome take_answer(const incident::PlanLine& line, const std::string& typed);

  // What must be said before the step may be done; false when the person gives up.
  bool settle_blockers(const incident::PlanLine& line, incident::Act& act);
  bool settle(const incident::Blocker& blocker, incident::Act& act);
  bool fill(const incident::PlanLine& line, incident::Act& act);
  Outcome note_down();
  Outcome note_call();
  Outcome change_sheet();
  Outcome written(const Result<logbook::Receipt>& receipt);

  Session& session_;
  Dialogue dialogue_;
  const sheet::Library& library_;
  logbook::Logbook& logbook_;
  incident::Speaker speaker_;
  std::string file_;
  incident::State state_;
  const sheet::Sheet* sheet_ = nullptr;
  std::set<Target> skipped_;
  bool urgent_first_ = false;  // what comes before P0 waits
};

}  // namespace digue::cli::verbs
