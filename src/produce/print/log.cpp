#include "produce/print/log.h"

#include "base/text.h"
#include "incident/log_line.h"
#include "produce/pdf/finish.h"
#include "produce/print/log_sentences.h"
#include "produce/print/press.h"
#include "produce/print/table.h"

namespace digue::produce::print {

namespace {

constexpr pdf::TextStyle word_style{9.6, 1.22, black, false}, number_style{9.6, 1.2, black, true},
    detail_style{8.6, 1.2, grey, false}, hash_style{7.6, 1.2, grey, false};
constexpr std::size_t most_row_bytes = 1400;  // of the words: what a part of a page holds
constexpr std::size_t short_hash = 12;        // digits
constexpr double code_size = 120;

Piece piece(std::string text, const pdf::TextStyle& style) {
  return {.line = words(std::move(text)), .style = style, .above = 1};
}

// The text in parts that a row can hold, cut at spaces where there are some.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  std::string_view rest = text;
  while (rest.size() > most_row_bytes) {
    std::size_t end = rest.find_last_of(" \n", most_row_bytes);
    if (end == std::string_view::npos || end == 0) {
      end = most_row_bytes;
      while (end > 1 && (static_cast<unsigned char>(rest[end]) & 0xc0) == 0x80) --end;
    }
    parts.emplace_back(rest.substr(0, end));
    rest = trimmed(rest.substr(end));
  }
  parts.emplace_back(rest);
  return parts;
}

Column details_of(const Press& press, const incident::LogLine& line) {
  Column column;
  for (const auto& detail : incident::details_of(line, press.kit().zone))
    for (const auto& part : parts_of(press.say(detail)))
      column.push_back(piece(part, detail_style));
  if (line.corrected_by)
    column.push_back(piece(press.say<sentences::log_replaced>(*line.corrected_by), detail_style));
  return column;
}

void add_rows(const Press& press, const incident::LogLine& line, Table& table) {
  const auto number = std::to_string(line.position);
  const auto parts = parts_of(press.say(line.text));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Column what{piece(parts[i], word_style)};
    if (i + 1 == parts.size())
      for (auto& detail : details_of(press, line)) what.push_back(std::move(detail));
    if (i > 0) {
      table.rows.push_back(
          {{piece(press.say<sentences::log_continued>(number), detail_style)}, {}, {}, what, {}});
      continue;
    }
    table.rows.push_back({{piece(number, number_style)},
                          {piece(incident::when_of(line, press.kit().zone), word_style)},
                          {piece(line.author, word_style)},
                          what,
                          {piece(line.leaf.substr(0, short_hash), hash_style)}});
  }
}

void add_head(Press& press, const LogPaper& paper) {
  const auto& state = *paper.kit.state;
  press.start_page(nullptr);
  press.place("log", press.say<sentences::log_title>(), 1);
  press.overline(press.say<sentences::log_incident>(state.id, state.title));
  press.title(press.say<sentences::log_title>(), "H1");
  press.run_head(press.say<sentences::log_title>());
  const auto scope = paper.asked.empty() ? press.say<sentences::log_whole>(state.log.size())
                                         : press.say<sentences::log_extract>(
                                               paper.lines.size(), state.log.size(), paper.asked);
  flow(press.canvas(),
       {piece(scope, number_style),
        piece(press.say<sentences::log_printed>(press.time(paper.kit.written), paper.kit.author,
                                                paper.kit.zone.name()),
              word_style),
        piece(press.say<sentences::log_root>(state.log.size(), paper.kit.root), detail_style)});
  press.canvas().skip(8);
}

void add_lines(Press& press, const LogPaper& paper) {
  Table table{{{press.say<sentences::log_column_number>(), 0.5},
               {press.say<sentences::log_column_when>(), 0.95},
               {press.say<sentences::log_column_who>(), 0.8},
               {press.say<sentences::log_column_what>(), 3.2},
               {press.say<sentences::log_column_hash>(), 0.95}},
              {},
              16,
              true};
  for (const auto at : paper.lines) add_rows(press, paper.kit.state->log[at], table);
  if (!table.rows.empty()) return draw_table(press.canvas(), table);
  flow(press.canvas(), {piece(press.say<sentences::log_none>(), word_style)});
}

void add_proof(Press& press, const LogPaper& paper) {
  if (paper.checkpoint.empty()) return;
  press.section(press.say<sentences::log_proof>(), 110 + code_size);
  Column column{piece(press.say<sentences::log_proof_how>(), word_style)};
  const std::string_view note = trimmed(paper.checkpoint);
  // An empty line of the note is part of it.
  for (const auto line : split(note, '\n'))
    column.push_back(piece(line.empty() ? "\u00a0" : std::string(line), detail_style));
  flow(press.canvas(), column);
  press.canvas().skip(8);
  press.code(paper.checkpoint, press.say<sentences::log_proof_code>(), margin, press.canvas().y(),
             code_size);
  press.canvas().skip(code_size);
}

}  // namespace

Result<std::string> print_log(const LogPaper& paper) {
  Kit kit = paper.kit;
  kit.title = tell<sentences::log_title>();
  // The second time with the number of pages that the first one took.
  int pages = 0;
  for (const bool counted : {false, true}) {
    const Places none;
    Press press(kit, none, pages);
    add_head(press, paper);
    add_lines(press, paper);
    add_proof(press, paper);
    pages = press.canvas().page();
    const std::string bytes = press.canvas().finish();
    if (counted) return pdf::finish_pdf(bytes, paper.kit.language, press.descriptions());
  }
  return std::string();
}

}  // namespace digue::produce::print
