#include "incident/log_filter.h"

#include <doctest/doctest.h>

namespace digue::incident {

static LogLine line_by(std::uint64_t position, std::string kind, std::string author,
                       std::int64_t occurred) {
  LogLine line;
  line.position = position;
  line.kind = std::move(kind);
  line.author = std::move(author);
  line.occurred = {occurred};
  return line;
}

static State three_lines() {
  State state;
  auto note = line_by(0, "note", "Hélène", 1000);
  note.text = as_message(std::string("Le relais a été bloqué"));
  note.accounts = {"jean@ch.example"};
  note.indicators = {"evil.example"};
  note.paper.sheet = "3";
  auto answer = line_by(1, "answer-given", "Bruno", 2000);
  answer.text = {"Réponse « oui »", "Answer “yes”"};
  answer.items = {"mail-account/1.a.1"};
  auto host = line_by(2, "note", "Bruno", 3000);
  host.text = as_message(std::string("Machine isolée"));
  host.hosts = {"srv-ad"};
  state.log = {note, answer, host};
  return state;
}

// "0 2": the positions taken.
static std::string taken(const LogFilter& filter) {
  const auto state = three_lines();
  const auto selection = select(state, filter);
  CHECK(selection.lines.size() + selection.left_out == state.log.size());
  std::string out;
  for (const auto at : selection.lines) out += (out.empty() ? "" : " ") + std::to_string(at);
  return out;
}

TEST_CASE("words are found in either language, without case nor accents") {
  CHECK(taken({.text = "ETE bloque"}) == "0");
  CHECK(taken({.text = "yes"}) == "1");
  CHECK(taken({.text = "reponse"}) == "1");
  CHECK(taken({.text = "evil[.]example"}) == "0");
  CHECK(taken({.text = "helene"}) == "0");
  CHECK(taken({.text = "bloqué machine"}).empty());
  CHECK(taken({.text = "  "}) == "0 1 2");
}

TEST_CASE("each option narrows, and one of its values is enough") {
  CHECK(taken({}) == "0 1 2");
  CHECK(taken({.kinds = {"note"}}) == "0 2");
  CHECK(taken({.kinds = {"note"}, .authors = {"bruno"}}) == "2");
  CHECK(taken({.authors = {"HELENE", "Bruno"}}) == "0 1 2");
  CHECK(taken({.accounts = {"Jean@CH.example"}}) == "0");
  CHECK(taken({.hosts = {"SRV-AD"}}) == "2");
  CHECK(taken({.indicators = {"evil[.]example", "autre.example"}}) == "0");
  CHECK(taken({.items = {"mail-account/1"}}) == "1");
  CHECK(taken({.items = {"mail-account"}}) == "1");
  CHECK(taken({.items = {"mail-account/1.a.10"}}).empty());
  CHECK(taken({.papers = {"3"}}) == "0");
  CHECK(taken({.papers = {"*"}}) == "0");
  CHECK(taken({.since = {2000}}) == "1 2");
  CHECK(taken({.until = {2000}}) == "0 1");
  CHECK_FALSE(LogFilter{}.any());
  CHECK(LogFilter{.papers = {"3"}}.any());
}

}  // namespace digue::incident
