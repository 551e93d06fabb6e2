#include "cli/casework/handover.h"

#include <algorithm>

#include "cli/casework/page.h"
#include "cli/casework/sentences.h"
#include "incident/handover_json.h"
#include "sheet/overlay.h"

namespace digue::cli::casework {

using namespace incident;

static constexpr std::size_t max_console_steps = 3;  // told beside a console

static void show_part(Page& page, const HandoverPart& part) {
  page.gap();
  page.paragraph(tell<sentences::handover_part>(part.title));
  for (const auto& line : part.lines) page.paragraph(line, 2);
  if (part.left_out > 0) page.paragraph(tell<sentences::handover_more>(part.left_out), 2);
}

// What has nothing to say is said in one line: an empty part is news too.
static void show_empty(Page& page, const std::vector<HandoverPart>& parts) {
  Message names;
  for (const auto& part : parts) {
    if (!part.lines.empty()) continue;
    names = names.english.empty() ? part.title : tell<sentences::and_also>(names, part.title);
  }
  if (names.english.empty()) return;
  page.gap();
  page.paragraph(tell<sentences::handover_nothing>(names));
}

static void show_last(Page& page, const State& state, const std::string& file) {
  if (state.handovers.empty()) return;
  const auto& last = state.handovers.back();
  const auto when = state.zone.show(last.said.occurred);
  page.gap();
  if (last.accepted) {
    const auto accepted = state.zone.show(last.accepted->occurred);
    return page.paragraph(
        tell<sentences::handover_accepted>(last.from, last.to, accepted, last.text));
  }
  page.paragraph(tell<sentences::handover_waits>(last.from, last.to, when, last.text));
  page.paragraph(tell<sentences::handover_command>(last.to, file), 2);
}

static void show_consoles(Page& page, const std::vector<ConsoleLeft>& consoles) {
  if (consoles.empty()) return;
  page.gap();
  page.paragraph(tell<sentences::handover_consoles>());
  for (const auto& [console, steps] : consoles) {
    page.paragraph(sheet::console_line(console), 2);
    const auto told = std::min(steps.size(), max_console_steps);
    for (std::size_t i = 0; i < told; ++i)
      page.paragraph(tell<sentences::console_step>(steps[i].title, steps[i].item), 4);
    if (steps.size() > told) page.paragraph(tell<sentences::handover_more>(steps.size() - told), 4);
  }
}

void show_handover(Session& session, const HandoverPage& summary, const State& state,
                   const std::string& file) {
  if (session.json) return session.line(handover_json(summary, state, session.language));
  const auto& parts = summary.parts;
  Page page(session);
  page.heading(tell<sentences::heading_handover>(state.title));
  for (const auto& part : parts)
    if (!part.lines.empty()) show_part(page, part);
  show_empty(page, parts);
  show_consoles(page, summary.consoles);
  show_last(page, state, file);
}

}  // namespace digue::cli::casework
