#include "cli/verbs/analyze/show.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/casework/page.h"
#include "cli/layout.h"
#include "cli/verbs/analyze/sentences.h"
#include "finding/json.h"
#include "sheet/library.h"

namespace digue::cli::verbs {

namespace {

constexpr std::size_t rows_shown = 3;   // evidence rows a finding; --json has them all
constexpr std::size_t logs_shown = 40;  // Windows logs, of all hosts; likewise

class AnalyzePage : casework::Page {
 public:
  AnalyzePage(Session& session, const analysis::Result& result, const Zone& zone)
      : Page(session), session_(session), result_(result), zone_(zone) {}

  void show_brief() {
    what_happened();
    grave_findings();
    brief_answers();
    visibility(false);
    unreadable();
    remarks();
  }

  void show() {
    what_happened();
    findings();
    answers();
    visibility(true);
    sources();
    unreadable();
    remarks();
  }

  void show_link_users(const std::string& link) {
    part(tell<sentences::heading_link>());
    paragraph(tell<sentences::link_asked>(link));
    if (result_.link_users.empty()) paragraph(tell<sentences::link_nobody>());
    std::vector<const finding::LinkUser*> gravest_first;
    for (const auto& user : result_.link_users) gravest_first.push_back(&user);
    std::stable_sort(gravest_first.begin(), gravest_first.end(),
                     [](const auto* a, const auto* b) { return rank_of(*a) < rank_of(*b); });
    for (const auto* user : gravest_first) show_link_user(*user);
    paragraph(tell<sentences::link_limits>());
  }

 private:
  static constexpr auto link_words = std::to_array<std::pair<std::string_view, const Sentence*>>(
      {{"posted", &sentences::link_posted},
       {"downloaded", &sentences::link_downloaded},
       {"replied", &sentences::link_replied},
       {"opened", &sentences::link_opened},
       {"tunnelled", &sentences::link_tunnelled},
       {"blocked", &sentences::link_blocked},
       {"resolved", &sentences::link_resolved},
       {"received", &sentences::link_received}});

  static std::size_t rank_of(const finding::LinkUser& user) {
    const auto* const found =
        std::find_if(link_words.begin(), link_words.end(),
                     [&](const auto& word) { return word.first == finding::link_status(user); });
    return static_cast<std::size_t>(found - link_words.begin());
  }

  static const Sentence* sentence_of(finding::Opener opener) {
    switch (opener) {
      case finding::Opener::unknown:
        return nullptr;
      case finding::Opener::many_recipients:
        return &sentences::link_by_recipients;
      case finding::Opener::with_deliveries:
        return &sentences::link_by_deliveries;
      case finding::Opener::before_all:
        return &sentences::link_before_all;
      case finding::Opener::soon:
        return &sentences::link_soon;
    }
    return nullptr;
  }

  void show_link_user(const finding::LinkUser& user) {
    session_.print("\n");
    const auto status = session_.text(*link_words[rank_of(user)].second);
    session_.print(wrapped(user.user + "  " + std::string(status), 0, 4));
    if (const auto* const why = sentence_of(user.opener); why != nullptr)
      session_.print(wrapped(session_.text(*why), 4, 6));
    const auto when = [&](const Sentence& label, Instant time) {
      if (time.known()) field(label, when_text(time, user.time_is_local));
    };
    when(sentences::link_received_at, user.received);
    when(sentences::link_resolved_at, user.resolved);
    when(sentences::link_blocked_at, user.blocked);
    when(sentences::link_tunnelled_at, user.tunnelled);
    when(sentences::link_opened_at, user.opened);
    when(sentences::link_posted_at, user.posted);
    when(sentences::link_downloaded_at, user.downloaded);
    when(sentences::link_replied_at, user.replied);
    if (!user.addresses.empty()) field(sentences::address_label, join(user.addresses, ", "));
    if (!user.machines.empty()) field(sentences::link_machines, join(user.machines, ", "));
    show_rows(user.evidence);
  }

  void paragraph(const Message& message, std::size_t indent = 0) {
    Page::paragraph(message, indent, 0);
  }
  void field(const Sentence& label, std::string_view text) {
    session_.print(wrapped(std::string(session_.text(label)) + ": " + std::string(text), 4, 6));
  }

  // In the zone of the page, but for what is as a file wrote it.
  std::string when_text(Instant time, bool is_local) const {
    return is_local ? finding::local_time(time).in(session_.language) : zone_.show(time);
  }

  void what_happened() {
    const auto& summary = result_.summary;
    part(tell<sentences::heading_what>());
    if (!summary.compromised_accounts.empty())
      paragraph(tell<sentences::compromised>(join(summary.compromised_accounts, ", ")));
    if (summary.intruder_first.known())
      paragraph(
          tell<sentences::since_when>(when_text(summary.intruder_first, summary.intruder_is_local),
                                      when_text(summary.intruder_last, summary.intruder_is_local)));
    if (!summary.intruder_addresses.empty())
      paragraph(tell<sentences::addresses>(join(summary.intruder_addresses, ", ")));
    if (result_.findings.empty()) paragraph(tell<sentences::nothing_found>());
    if (summary.first.known())
      paragraph(tell<sentences::period>(when_text(summary.first, summary.period_is_local),
                                        when_text(summary.last, summary.period_is_local)));
    const auto& n = summary.by_severity;
    paragraph(tell<sentences::by_severity>(result_.findings.size(), n[4], n[3], n[2], n[1], n[0]));
  }

  static const Sentence& severity_word(finding::Severity severity) {
    switch (severity) {
      case finding::Severity::critical:
        return sentences::severity_critical;
      case finding::Severity::high:
        return sentences::severity_high;
      case finding::Severity::medium:
        return sentences::severity_medium;
      case finding::Severity::low:
        return sentences::severity_low;
      case finding::Severity::info:
        break;
    }
    return sentences::severity_info;
  }

  void findings() {
    if (result_.findings.empty()) return;
    part(tell<sentences::heading_findings>());
    std::vector<const finding::Finding*> worst_first;
    for (const auto& finding : result_.findings) worst_first.push_back(&finding);
    std::stable_sort(worst_first.begin(), worst_first.end(),
                     [](const auto* a, const auto* b) { return a->severity > b->severity; });
    for (const auto* finding : worst_first) show_finding(*finding);
  }

  std::string head_of(const finding::Finding& finding) const {
    std::string head = "[" + std::string(session_.text(severity_word(finding.severity))) + "] ";
    if (finding.time.known()) head += when_text(finding.time, finding.time_is_local) + "  ";
    return head + finding.title.in(session_.language) + " (" + finding.rule + ")";
  }

  // In the order of time: the story, a line an act.
  void grave_findings() {
    if (result_.findings.empty()) return;
    part(tell<sentences::heading_grave>());
    std::size_t others = 0;
    for (const auto& finding : result_.findings) {
      if (finding.severity >= finding::Severity::high)
        session_.print(wrapped(head_of(finding), 0, 4));
      else
        ++others;
    }
    if (others != 0) paragraph(tell<sentences::other_findings>(others));
  }

  void brief_answers() {
    part(heading_of_answers());
    show_answers({finding::Value::yes, finding::Value::no});
    const auto unknown =
        std::count_if(result_.answers.begin(), result_.answers.end(),
                      [](const auto& answer) { return answer.value == finding::Value::unknown; });
    if (unknown != 0) paragraph(tell<sentences::unknown_answers>(unknown));
  }

  void show_finding(const finding::Finding& finding) {
    session_.print("\n");
    session_.print(wrapped(head_of(finding), 0, 4));
    if (!finding.accounts.empty()) field(sentences::account_label, join(finding.accounts, ", "));
    if (!finding.addresses.empty()) field(sentences::address_label, join(finding.addresses, ", "));
    if (!finding.hosts.empty()) field(sentences::host_label, join(finding.hosts, ", "));
    for (const auto& fact : finding.why)
      session_.print(wrapped("- " + fact.in(session_.language), 4, 6));
    show_evidence(finding);
  }

  void show_evidence(const finding::Finding& finding) { show_rows(finding.evidence); }

  void show_rows(const std::vector<finding::EvidenceRow>& rows) {
    for (std::size_t i = 0; i < rows.size() && i < rows_shown; ++i) {
      const auto& place = rows[i].place;
      const auto& file =
          place.source < result_.sources.size() ? result_.sources[place.source].file : "";
      const auto where = place.line != 0 ? tell<sentences::evidence_row>(file, place.line)
                                         : tell<sentences::evidence_record>(file, place.record);
      field(sentences::evidence_label, where.in(session_.language));
    }
    if (rows.size() > rows_shown)
      paragraph(tell<sentences::evidence_more>(rows.size() - rows_shown), 6);
  }

  void answers() {
    if (result_.answers.empty()) return;
    part(heading_of_answers());
    show_answers({finding::Value::yes, finding::Value::unknown, finding::Value::no});
  }

  Message heading_of_answers() const {
    return sheets_asked().size() > 1 ? tell<sentences::heading_answers_of_several>()
                                     : tell<sentences::heading_answers>();
  }

  // One sheet after the other, under its title when there are several.
  void show_answers(std::initializer_list<finding::Value> values) {
    const auto sheets = sheets_asked();
    for (const auto& sheet : sheets) {
      bool has_title = sheets.size() == 1;
      for (const auto value : values)
        for (const auto& answer : result_.answers) {
          if (answer.value != value || sheet_of(answer.item) != sheet) continue;
          if (!std::exchange(has_title, true)) show_title_of(sheet);
          show_answer(answer);
        }
    }
  }

  std::vector<std::string> sheets_asked() const {
    std::vector<std::string> sheets;
    for (const auto& answer : result_.answers)
      if (auto sheet = sheet_of(answer.item);
          std::find(sheets.begin(), sheets.end(), sheet) == sheets.end())
        sheets.push_back(std::move(sheet));
    return sheets;
  }

  void show_title_of(const std::string& id) {
    const auto* sheet = library_ ? library_->find(id) : nullptr;
    session_.print("\n" + wrapped(sheet ? sheet->title.in(session_.language) : id, 0, 0));
  }

  static const Sentence& value_word(finding::Value value) {
    switch (value) {
      case finding::Value::yes:
        return sentences::value_yes;
      case finding::Value::no:
        return sentences::value_no;
      case finding::Value::unknown:
        break;
    }
    return sentences::value_unknown;
  }

  // "yes      1.c.1  Remove the methods...", then why it is not a firmer answer.
  void show_answer(const finding::Answer& answer) {
    constexpr std::size_t column = 9;
    session_.print(wrapped(padded(session_.text(value_word(answer.value)), column) +
                               short_item(answer.item) + "  " + title_of(answer.item),
                           0, column));
    if (answer.value == finding::Value::yes) return;
    session_.print(wrapped(answer.coverage.in(session_.language), column, column));
  }

  static std::string sheet_of(const std::string& item) { return item.substr(0, item.find('/')); }
  // Without the sheet's name: a person reads "2.a.2" on the paper sheet too.
  static std::string short_item(const std::string& item) { return item.substr(item.find('/') + 1); }

  std::string title_of(const std::string& item) const {
    if (!library_) return {};
    const auto* sheet = library_->find(sheet_of(item));
    if (sheet == nullptr) return {};
    if (const auto* step = sheet->step(item)) return step->title.in(session_.language);
    for (const auto& remark : sheet->remarks)
      if (remark.item == item) return remark.text.in(session_.language);
    return {};
  }

  // What the Windows logs let one see; with `logs`, the logs of each host too.
  void visibility(bool logs) {
    const auto& visibility = result_.visibility;
    if (visibility.channels.empty()) return;
    part(tell<sentences::heading_visibility>());
    for (const auto& note : visibility.notes) paragraph(note);
    if (!logs) return;
    std::string_view host;
    for (std::size_t i = 0; i < visibility.channels.size(); ++i) {
      if (i == logs_shown)
        return paragraph(tell<sentences::more_logs>(visibility.channels.size() - i));
      const auto& view = visibility.channels[i];
      if (i == 0 || view.logged.host != host) session_.print(wrapped(view.logged.host, 0, 2));
      host = view.logged.host;
      paragraph(
          tell<sentences::log_line>(view.logged.channel, view.records, zone_.show(view.first),
                                    zone_.show(view.last), session_.text(reach_word(view.reach))),
          2);
    }
  }

  static const Sentence& reach_word(analysis::Reach reach) {
    switch (reach) {
      case analysis::Reach::days_30:
        return sentences::reach_days_30;
      case analysis::Reach::months_3:
        return sentences::reach_months_3;
      case analysis::Reach::months_6:
        return sentences::reach_months_6;
      case analysis::Reach::under_30_days:
        break;
    }
    return sentences::reach_under_30_days;
  }

  void sources() {
    part(tell<sentences::heading_sources>());
    for (const auto& source : result_.sources) {
      const std::string format = source.format.empty()
                                     ? std::string(session_.text(sentences::source_unknown))
                                     : source.format;
      paragraph(tell<sentences::source_line>(source.file, format, source.rows, source.records,
                                             source.duplicates, source.rejected));
      for (const auto& gap : source.gaps)
        paragraph(
            tell<sentences::source_gap>(when_text(gap.from, source.times_are_local()),
                                        when_text(gap.to, source.times_are_local()), gap.reason),
            4);
    }
  }

  void unreadable() {
    if (result_.unreadable.empty()) return;
    part(tell<sentences::heading_unreadable>());
    for (const auto& lost : result_.unreadable)
      paragraph(tell<sentences::unreadable_line>(lost.file, lost.offset, lost.reason));
  }

  void remarks() {
    if (result_.summary.remarks.empty()) return;
    part(tell<sentences::heading_remarks>());
    for (const auto& remark : result_.summary.remarks) paragraph(remark);
  }

  Session& session_;
  const analysis::Result& result_;
  const Zone& zone_;
  const digue::Result<sheet::Library> library_ = sheet::built_in_library();
};

}  // namespace

void show_analysis(Session& session, const analysis::Result& result, const Zone& zone,
                   Detail detail, const std::string& link) {
  AnalyzePage page(session, result, zone);
  detail == Detail::brief ? page.show_brief() : page.show();
  if (!link.empty()) page.show_link_users(link);
}

static std::string summary_json(const analysis::Result& result, Language language) {
  const auto& summary = result.summary;
  JsonWriter json;
  json.begin_object().member("type", "summary");
  for (std::size_t i = summary.by_severity.size(); i-- > 0;)
    json.member(finding::severity_name(static_cast<finding::Severity>(i)), summary.by_severity[i]);
  finding::write_time(json, "first", summary.first);
  finding::write_time(json, "last", summary.last);
  finding::write_time(json, "intruder_first", summary.intruder_first);
  finding::write_time(json, "intruder_last", summary.intruder_last);
  if (summary.period_is_local) json.member("period_is_local", true);
  if (summary.intruder_is_local) json.member("intruder_is_local", true);
  json.member("events", summary.events);
  json.member("accounts", summary.compromised_accounts);
  json.member("addresses", summary.intruder_addresses);
  finding::write_messages(json, "remarks", summary.remarks, language);
  json.key("seconds").number(summary.seconds).end_object();
  return json.take();
}

void print_analysis(Session& session, const analysis::Result& result, const std::string& link) {
  for (const auto& finding : result.findings)
    session.line(finding::to_json(finding, result.sources, session.language));
  for (const auto& user : result.link_users)
    session.line(finding::to_json(user, link, result.sources));
  for (const auto& answer : result.answers)
    session.line(finding::to_json(answer, session.language));
  for (const auto& view : result.visibility.channels)
    session.line(analysis::to_json(view, session.language));
  for (const auto& source : result.sources)
    session.line(finding::to_json(source, session.language));
  for (const auto& lost : result.unreadable) session.line(finding::to_json(lost, session.language));
  if (!result.sign_ins.empty()) session.line(finding::to_json(result.sign_ins));
  session.line(summary_json(result, session.language));
}

}  // namespace digue::cli::verbs
