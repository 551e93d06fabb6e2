#include "incident/log_line.h"

#include <unordered_map>

#include "base/hash.h"
#include "base/text.h"
#include "incident/body.h"
#include "incident/kinds.h"
#include "incident/sentences.h"
#include "incident/when.h"
#include "indicator/fang.h"

namespace digue::incident {

namespace {

using Teller = Message (*)(const Body&, const sheet::Library*);

const sheet::Step* step_of(const std::string& item, const sheet::Library* library) {
  if (library == nullptr) return nullptr;
  const auto* sheet = library->find(item.substr(0, item.find('/')));
  return sheet == nullptr ? nullptr : sheet->step(item);
}

// "Block the account [mail-account/1.a.1]": as the entry has it, else as a library does; else the
// id alone.
Message step_text(const Body& body, const sheet::Library* library) {
  const auto item = body.text("item");
  auto title = body.message("title");
  const auto* step = step_of(item, library);
  if (title.english.empty() && step != nullptr) title = step->title;
  return title.english.empty() ? tell<sentences::line_text>(item)
                               : tell<sentences::titled_step>(title, item);
}

Message target_text(const Body& body, const sheet::Library* library) {
  Message step = step_text(body, library);
  if (body.text("account").empty()) return step;
  return tell<sentences::target_with_account>(step, body.text("account"));
}

// An answer as the step's options have it.
Message value_text(const std::string& value, const sheet::Step* step = nullptr) {
  if (step != nullptr)
    for (const auto& option : step->options)
      if (option.value == value) return option.label;
  if (value == "yes") return tell<sentences::yes>();
  if (value == "no") return tell<sentences::no>();
  if (value == "unknown") return tell<sentences::unknown>();
  return tell<sentences::line_text>(value);
}

// A moment of the entry as a person reads it, in the zone that it was written in:
// "2026-03-08 03:11:07 +01:00".  What is none stays as it is.
std::string moment_text(const Body& body, std::string_view name) {
  auto text = body.text(name);
  const auto offset = text.find_first_of("Z+-", 19);
  if (!body.time(name).known() || text.size() < 20 || offset == text.npos) return text;
  const auto zone = text[offset] == 'Z' ? "+00:00" : text.substr(offset);
  return text.substr(0, 10) + ' ' + text.substr(11, 8) + ' ' + zone;
}

Message role_word(const std::string& role) {
  static const std::unordered_map<std::string_view, const Sentence*> words = {
      {"lead", &sentences::role_lead},       {"responder", &sentences::role_responder},
      {"scribe", &sentences::role_scribe},   {"observer", &sentences::role_observer},
      {"counsel", &sentences::role_counsel},
  };
  const auto found = words.find(role);
  return found == words.end() ? as_message(role) : compose(*found->second, {});
}

Message role_text(const Body& body, const sheet::Library*) {
  const auto who = body.text("name").empty() ? body.text("account") : body.text("name");
  if (body.text("role").empty()) return tell<sentences::line_role_ended>(who, body.text("account"));
  return tell<sentences::line_role>(who, body.text("account"), role_word(body.text("role")));
}

Message standing_text(const Body& body) {
  const auto standing = standing_named(body.text("standing")).value_or(Standing::suspected);
  return compose(standing_label(standing), {});
}

Message action_text(const Body& body, const sheet::Library* library) {
  const auto state = state_named(body.text("state"));
  if (!state) return tell<sentences::line_unreadable>();
  std::string more = body.text("to");
  for (const auto* name : {"why", "effect"}) {
    if (!more.empty() && !body.text(name).empty()) more += " ; ";
    more += body.text(name);
  }
  return tell<sentences::line_action>(target_text(body, library), compose(state_label(*state), {}),
                                      more);
}

Message owner_text(const Body& body, const sheet::Library* library) {
  const auto target = target_text(body, library);
  const auto to = body.text("to"), why = body.text("why");
  if (to.empty()) return tell<sentences::line_no_owner>(target, why);
  if (!body.time("until").known()) return tell<sentences::line_owner>(target, to, why);
  return tell<sentences::line_owner_until>(target, to, moment_text(body, "until"), why);
}

Message handover_text(const Body& body, const sheet::Library*) {
  return tell<sentences::line_handover>(body.text("from"), body.text("to"), body.text("text"),
                                        body.text("root"));
}

Message handover_accepted_text(const Body& body, const sheet::Library*) {
  return tell<sentences::line_handover_accepted>(body.text("to"), body.text("from"),
                                                 body.bodies("moved").size());
}

Message preservation_text(const Body& body, const sheet::Library* library) {
  if (body.flag("waived"))
    return tell<sentences::line_waived>(target_text(body, library), body.text("by"),
                                        body.text("why"));
  return tell<sentences::line_preserved>(target_text(body, library), body.text("by"));
}

Message indicator_text(const Body& body, const sheet::Library*) {
  const std::string value = body.text("value");
  const Message why = body.said("why");
  return body.text("treatment") == "block" ? tell<sentences::line_block>(value, why)
                                           : tell<sentences::line_observe>(value, why);
}

Message round_start_text(const Body& body, const sheet::Library*) {
  if (body.count("minutes") == 0) return tell<sentences::line_round>();
  return tell<sentences::line_round_boxed>(body.count("minutes"));
}

const std::unordered_map<std::string_view, Teller>& tellers() {
  static const std::unordered_map<std::string_view, Teller> table = {
      {logbook::redaction_kind,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_redaction>(b.text("why"));
       }},
      {kinds::opened,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_opened>(b.text("title"), b.text("sheet"), b.text("zone"));
       }},
      {kinds::closed,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_closed>(b.text("conclusion"));
       }},
      {kinds::zone,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_zone>(b.text("zone"), b.text("why"));
       }},
      {kinds::organisation,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_organisation>(b.text("name"), b.text("file"), b.text("sha256"),
                                                   b.bodies("files").size());
       }},
      {kinds::sheet,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_sheet>(b.text("sheet"), b.text("why"));
       }},
      {kinds::note,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_text>(b.text("text"));
       }},
      {kinds::decision,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_decision>(b.text("text"));
       }},
      {kinds::person,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_person>(b.text("name"), b.text("role"), b.text("contact"));
       }},
      {kinds::role, role_text},
      {kinds::account,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_account>(b.text("name"), standing_text(b), b.said("why"));
       }},
      {kinds::host,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_host>(b.text("name"), standing_text(b), b.said("why"));
       }},
      {kinds::evidence,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_evidence>(b.text("name"), b.text("sha256"), b.text("how"));
       }},
      {kinds::analysis,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_analysis>(b.bodies("sources").size());
       }},
      {kinds::finding,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_finding>(b.text("rule"), b.text("severity"),
                                              b.message("title"));
       }},
      {kinds::evidence_answer,
       [](const Body& b, const sheet::Library* library) {
         return tell<sentences::line_evidence_answer>(
             step_text(b, library), value_text(b.text("value")), b.message("coverage"));
       }},
      {kinds::answer,
       [](const Body& b, const sheet::Library* library) {
         const auto label = b.message("label");
         return tell<sentences::line_answer>(
             target_text(b, library),
             label.english.empty() ? value_text(b.text("value"), step_of(b.text("item"), library))
                                   : label,
             b.text("why"));
       }},
      {kinds::handover, handover_text},
      {kinds::handover_accepted, handover_accepted_text},
      {kinds::action, action_text},
      {kinds::owner, owner_text},
      {kinds::impact,
       [](const Body& b, const sheet::Library* library) {
         return tell<sentences::line_impact>(target_text(b, library), b.text("by"), b.text("why"));
       }},
      {kinds::preservation, preservation_text},
      {kinds::indicator, indicator_text},
      {kinds::call,
       [](const Body& b, const sheet::Library*) {
         const auto whom = b.message("whom");
         const auto name =
             whom.english.empty() ? tell<sentences::line_text>(b.text("contact")) : whom;
         const auto number = b.text("reference");
         return number.empty() ? tell<sentences::line_call>(name, b.text("note"))
                               : tell<sentences::line_call_number>(name, b.text("note"), number);
       }},
      {kinds::severity,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_severity>(b.message("title"), b.text("by"), b.text("why"),
                                               b.message("title_before"));
       }},
      {kinds::round_start, round_start_text},
      {kinds::round_end,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_round_end>(b.message("title_floor"),
                                                b.message("title_ceiling"));
       }},
      {kinds::clock_start,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_clock_start>(b.message("title"), moment_text(b, "at"),
                                                  b.text("why"));
       }},
      {kinds::clock_met,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_clock_met>(b.message("title"), moment_text(b, "at"),
                                                b.text("reference"), b.text("why"));
       }},
      {kinds::clock_waived,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_clock_waived>(b.message("title"), b.text("why"));
       }},
      {kinds::merge,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_merge>(b.text("incident"), b.count("entries"), b.text("root"),
                                            b.count("taken"), b.count("conflicts"));
       }},
      {kinds::withdrawn,
       [](const Body& b, const sheet::Library*) {
         return tell<sentences::line_withdrawn>(b.text("why"));
       }},
  };
  return table;
}

Message told_by(std::string_view kind, const std::optional<Body>& body,
                const sheet::Library* library) {
  const auto teller = tellers().find(kind);
  if (teller == tellers().end() || !body) return tell<sentences::line_unreadable>();
  Message message = teller->second(*body, library);
  return {std::string(trimmed(message.french)), std::string(trimmed(message.english))};
}

Message text_of(const logbook::Entry& entry, const sheet::Library* library) {
  if (!entry.body) return tell<sentences::line_redacted>();
  if (entry.header.kind == logbook::key_kind) return tell<sentences::line_key>(entry.header.author);
  const auto body = Body::read(*entry.body);
  if (entry.header.kind != kinds::merged || !body) return told_by(entry.header.kind, body, library);
  const auto inner = body->body("body");
  return inner ? told_by(body->text("kind"), inner, library) : tell<sentences::line_redacted>();
}

// Where the words come from, when they were not typed as things went.
void add_origin(const logbook::Entry& entry, LogLine& line) {
  const auto body = entry.body ? Body::read(*entry.body) : std::nullopt;
  if (!body) return;
  if (const auto from = body->body("merged_from"))
    line.from = {from->text("incident"), from->count("entry"), from->time("recorded"),
                 line.kind == kinds::merged};
  if (line.kind != kinds::note && line.kind != kinds::decision) return;
  line.late = body->text("late");
  if (const auto paper = body->body("paper"))
    line.paper = {paper->text("sheet"), paper->text("line"), paper->text("written_by")};
}

bool is_act(std::string_view kind) {
  return kind == kinds::action || kind == kinds::preservation || kind == kinds::indicator ||
         kind == kinds::decision || kind == kinds::severity || kind == kinds::clock_met ||
         kind == kinds::clock_waived || kind == kinds::handover_accepted || kind == kinds::call ||
         kind == kinds::opened || kind == kinds::closed;
}

}  // namespace

LogLine line_of(const logbook::Entry& entry, const sheet::Library* library) {
  const auto& header = entry.header;
  LogLine line;
  line.position = entry.position;
  line.kind = header.kind;
  line.author = header.author;
  line.occurred = header.occurred.at;
  line.recorded = header.recorded;
  line.offset_minutes = header.occurred.offset_minutes;
  line.precision = precision_name(header.occurred.precision);
  line.text = text_of(entry, library);
  line.leaf = to_hex(entry.leaf);
  line.accounts = header.references.accounts;
  line.hosts = header.references.hosts;
  line.items = header.references.items;
  line.indicators = header.references.indicators;
  line.evidence = header.references.evidence;
  add_origin(entry, line);
  line.is_act = is_act(header.kind);
  return line;
}

// Of a day that was said without its hour, nothing is late before the day is over.
bool is_late(const LogLine& line) {
  const std::int64_t span = line.precision == "day"    ? day_ms
                            : line.precision == "hour" ? hour_ms
                                                       : 0;
  return line.recorded - line.occurred > late_ms + span;
}

std::string when_of(const LogLine& line, const Zone& zone) {
  const auto precision =
      logbook::precision_named(line.precision).value_or(logbook::Precision::second);
  auto shown = show_when(line.occurred, precision, zone);
  const bool own = line.offset_minutes != 0 &&
                   line.offset_minutes != zone.offset_minutes(line.occurred) &&
                   precision != logbook::Precision::day;
  if (!own) return shown;
  const auto said = logbook::moment_text({line.occurred, line.offset_minutes, precision});
  return shown + " (" + said + ")";
}

static Message paper_text(const Paper& paper) {
  const Message where = paper.line.empty()
                            ? tell<sentences::paper_sheet>(paper.sheet)
                            : tell<sentences::paper_sheet_line>(paper.sheet, paper.line);
  return paper.written_by.empty() ? where : tell<sentences::paper_by>(where, paper.written_by);
}

static std::string names_of(const std::vector<std::string>& values) {
  std::vector<std::string> shown;
  for (const auto& value : values)
    shown.push_back(indicator::defanged(indicator::read_indicator(value)));
  return join(shown, ", ");
}

std::vector<Message> details_of(const LogLine& line, const Zone& zone) {
  std::vector<Message> details;
  if (!line.paper.sheet.empty()) details.push_back(paper_text(line.paper));
  if (!line.from.incident.empty()) {
    details.push_back(tell<sentences::merged_from>(line.from.incident, line.from.entry,
                                                   zone.show(line.from.recorded)));
    if (line.from.inert) details.push_back(tell<sentences::merged_inert>());
  } else if (is_late(line))
    details.push_back(tell<sentences::written_late>(zone.show(line.recorded)));
  if (!line.late.empty()) details.push_back(tell<sentences::late_why>(line.late));
  const bool by_hand = line.kind == kinds::note || line.kind == kinds::decision;
  if (by_hand && !line.accounts.empty())
    details.push_back(tell<sentences::names_accounts>(join(line.accounts, ", ")));
  if (by_hand && !line.hosts.empty())
    details.push_back(tell<sentences::names_hosts>(join(line.hosts, ", ")));
  if (by_hand && !line.indicators.empty())
    details.push_back(tell<sentences::names_indicators>(names_of(line.indicators)));
  return details;
}

}  // namespace digue::incident
