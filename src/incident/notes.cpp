#include "incident/notes.h"

#include "base/text.h"
#include "incident/draft.h"
#include "incident/fold.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

// "mail-account/2.a.2", or a sheet: what the JSON of a line promises.
static bool names_step(std::string_view item) {
  static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz-";
  static constexpr std::string_view of_step = "abcdefghijklmnopqrstuvwxyz0123456789.-";
  const auto slash = item.find('/');
  const auto sheet = item.substr(0, slash);
  const auto has_only = [](std::string_view part, std::string_view of) {
    return !part.empty() && part.find_first_not_of(of) == std::string_view::npos;
  };
  return item.size() <= max_item_bytes && has_only(sheet, letters) &&
         (slash == std::string_view::npos || has_only(item.substr(slash + 1), of_step));
}

static Outcome check(const Note& note, const Speaker& speaker) {
  if (trimmed(note.text).empty()) return fail<sentences::text_needed>(Error::Kind::bad_input);
  if (note.text.size() > max_note_bytes)
    return fail<sentences::text_too_long>(Error::Kind::bad_input, note.text.size(), max_note_bytes);
  for (const auto* part : {&note.paper.sheet, &note.paper.line, &note.paper.written_by})
    if (part->size() > max_paper_bytes)
      return fail<sentences::text_too_long>(Error::Kind::bad_input, part->size(), max_paper_bytes);
  for (const auto& item : note.references.items)
    if (!names_step(item)) return fail<sentences::names_no_step>(Error::Kind::bad_input, item);
  const bool has_rest = !note.paper.line.empty() || !note.paper.written_by.empty();
  if (has_rest && note.paper.sheet.empty())
    return fail<sentences::paper_needs_sheet>(Error::Kind::bad_input);
  if (!note.paper.sheet.empty() && !speaker.occurred)
    return fail<sentences::paper_needs_time>(Error::Kind::bad_input, note.paper.sheet);
  return {};
}

static std::string note_body(const Note& note) {
  return body_of([&](JsonWriter& json) {
    json.member("text", note.text);
    if (!note.paper.sheet.empty())
      json.key("paper")
          .begin_object()
          .member("sheet", trimmed(note.paper.sheet))
          .member("line", trimmed(note.paper.line))
          .member("written_by", trimmed(note.paper.written_by))
          .end_object();
    if (!note.late.empty()) json.member("late", note.late);
  });
}

// Spaces, case and accents are not what tells two copies apart.
static std::string copy_key(std::string_view text) {
  const std::string plain = folded(text);
  std::string key;
  for (const auto word : split(plain, ' '))
    if (!word.empty()) key += std::string(word) + " ";
  return key;
}

std::optional<std::uint64_t> copied_already(const State& state, const Note& note,
                                            const std::optional<logbook::Moment>& occurred) {
  const std::string sheet = copy_key(note.paper.sheet), row = copy_key(note.paper.line);
  if (sheet.empty()) return std::nullopt;
  const auto shown = note.decision ? tell<sentences::line_decision>(note.text).french : note.text;
  const auto words = copy_key(shown);
  for (const auto& line : state.log) {
    if (line.corrected_by || copy_key(line.paper.sheet) != sheet) continue;
    const bool same_row = !row.empty() && copy_key(line.paper.line) == row;
    const bool other_row = !row.empty() && !line.paper.line.empty() && !same_row;
    const bool same_words =
        occurred && line.occurred == occurred->at && copy_key(line.text.french) == words;
    if (same_row || (same_words && !other_row)) return line.position;
  }
  return std::nullopt;
}

Result<logbook::Draft> note_draft(const logbook::Logbook& logbook, const State& state,
                                  const Note& note, const Speaker& speaker) {
  DIGUE_CHECK(check(note, speaker));
  const auto twin = copied_already(state, note, speaker.occurred);
  if (twin && !note.once_more && speaker.corrects != twin)
    return fail<sentences::paper_twice>(Error::Kind::refused, note.paper.sheet, *twin);
  return draft_of(logbook, note.decision ? kinds::decision : kinds::note, note_body(note), speaker,
                  note.references);
}

Result<logbook::Receipt> add_note(logbook::Logbook& logbook, const Note& note,
                                  const Speaker& speaker) {
  // Only paper is compared with what is there.
  State state;
  if (!note.paper.sheet.empty()) {
    DIGUE_TRY(state, state_of(logbook));
  }
  DIGUE_TRY(const auto draft, note_draft(logbook, state, note, speaker));
  return logbook.append(draft, speaker.key);
}

}  // namespace digue::incident
