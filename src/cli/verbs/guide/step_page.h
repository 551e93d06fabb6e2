// What a person sees before they act: whom to call, how severe it is, the time limit that presses,
// then the step, large, with all that must be known before.
#pragma once
#include <optional>
#include <string>

#include "cli/verbs/guide/dialogue.h"
#include "incident/beside.h"
#include "incident/plan.h"
#include "organisation/organisation.h"
#include "sheet/library.h"

namespace digue::cli::verbs {

// An answer that the program proposes, taken by Enter alone; a person decides.
struct Proposed {
  std::string value;
  Message reason;
};

class StepPage {
 public:
  // All of it must outlive the page.
  StepPage(Session& session, const sheet::Library& library, const incident::State& state,
           const incident::Beside& beside, std::string file)
      : dialogue_(session),
        library_(library),
        state_(state),
        beside_(beside),
        file_(std::move(file)) {}

  // What the organisation's register knows is proposed too; null: nothing is known of it.
  void use(const organisation::Organisation* organisation) { organisation_ = organisation; }

  void show_standing();
  void show_clocks();
  void show(const incident::PlanLine& line);
  // What may be typed to act or to answer.
  void show_options(const incident::PlanLine& line);
  // From the severity table, the conclusions of the sheet, the evidence or the register; nothing
  // when none of them knows.
  std::optional<Proposed> proposed(const incident::PlanLine& line) const;

 private:
  std::optional<Proposed> by_register(const incident::PlanLine& line) const;
  void show_call(const incident::Call& call);
  void show_severity();
  void show_before(const incident::PlanLine& line);

  Dialogue dialogue_;
  const sheet::Library& library_;
  const incident::State& state_;
  const incident::Beside& beside_;
  std::string file_;
  const organisation::Organisation* organisation_ = nullptr;
};

}  // namespace digue::cli::verbs
