// The steps, one at a time: what it is, what it may break, what to save first, what to type; then
// what was done, as one entry.
#pragma once
#include <set>
#include <string>

#include "cli/casework/casework.h"
#include "cli/casework/follow_up.h"
#include "cli/verbs/guide/dialogue.h"
#include "cli/verbs/guide/entry_line.h"
#include "cli/verbs/guide/step_page.h"
#include "incident/notes.h"
#include "incident/plan.h"

namespace digue::cli::verbs {

class Acting {
 public:
  Acting(Session& session, const casework::Prepared& prepared, logbook::Logbook& logbook,
         incident::Speaker speaker, std::string file)
      : session_(session),
        dialogue_(session),
        prepared_(prepared),
        library_(prepared.library),
        logbook_(logbook),
        speaker_(std::move(speaker)),
        file_(std::move(file)) {}

  // From now on, one reads aloud and one does.
  void read_aloud() { reading_ = true; }
  // Until the person leaves, or there is no more to read.
  Outcome run();

 private:
  enum class Next : std::uint8_t { step, leave };
  using Target = incident::Target;
  using Line = incident::PlanLine;

  Result<Next> one_step();
  const Line* current(const incident::Plan& plan) const;
  const Line* come_back(const incident::Plan& plan);
  void show(StepPage& page, const Line& line);
  Outcome take(StepPage& page, const Line* line, const std::string& typed);
  Outcome take_key(StepPage& page, const Line* line, char key);
  Outcome take_act(const Line& line, const std::string& typed);
  Outcome take_answer(const Line& line, const std::string& typed);
  Outcome accept_proposal(const Line& line, const Proposed& proposed);
  void show_plan();
  Outcome note_down();
  bool confirm_mentions(incident::Note& note);
  Outcome note_call();
  Outcome change_sheet(const Line* line);
  sheet::Profile profile() const { return incident::profile_of(prepared_.given()); }
  Outcome give_it_up();  // nothing is written, and that is said
  Outcome written(const Result<logbook::Receipt>& receipt);

  // acting_words.cpp: what must be said before the entry is written; false when the person gives
  // up.
  bool fill(const Line& line, incident::Act& act, incident::Speaker& speaker);
  bool settle_blockers(const Line& line, incident::Act& act);
  bool settle(const incident::Blocker& blocker, incident::Act& act);
  bool ask_text(const Message& prompt, std::string& into);
  // A moment that many hours away; "" takes `usual`, unknown when that is 0.
  bool ask_hours(const Message& prompt, std::size_t usual, Instant& into);
  Message words_for(const Line& line, const incident::Act& act) const;

  // acting_team.cpp: who does what, and the next shift.
  Outcome assign(const Line* line);
  Outcome hand_over();
  Outcome accept_handover();
  bool change_reading();

  // acting_judging.cpp: how severe it is held to be, and what is due to whom.
  Outcome judge();
  Outcome decide();
  Outcome change_round();
  Outcome settle_clock(StepPage& page);
  // As people say it at night (incident/when.h); false when they give up, or it is no past time.
  bool ask_when(Instant& at);
  Outcome date_clock(const std::string& clock);
  Outcome meet_clock(const std::string& clock);
  Outcome waive_clock(const std::string& clock);

  Session& session_;
  Dialogue dialogue_;
  const casework::Prepared& prepared_;
  const sheet::Library& library_;
  logbook::Logbook& logbook_;
  incident::Speaker speaker_;
  std::string file_;
  incident::State state_;
  const sheet::Sheet* sheet_ = nullptr;
  std::set<Target> skipped_;
  std::set<Target> read_;      // aloud already
  bool urgent_first_ = false;  // what comes before P0 waits
  bool reading_ = false;
  std::string doer_;  // who does, while the author reads
};

inline constexpr std::string_view give_up = "-";

}  // namespace digue::cli::verbs
