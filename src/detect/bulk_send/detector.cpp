// R17: mails that the intruder sent, and bursts of sending that an account never shows otherwise.
// An audit row names no recipient; only the message trace does.  One finding an account.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "base/text.h"
#include "detect/bulk_send/sentences.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/mail_address.h"
#include "detect/tied_events.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Severity;

constexpr std::int64_t burst_span = 10 * minute_ms;
constexpr std::size_t burst_from = 30;
// How far a burst must stand above the account's highest of another day.
constexpr double above_habit = 1.5;
// A burst this many times the threshold, and the habit, is no mailing that grew.
constexpr std::size_t far_above = 2;
constexpr std::size_t few_messages = 3;
constexpr std::size_t subjects_shown = 20;
constexpr std::size_t recipients_shown = 50;

constexpr std::array sends = {Action::mail_sent, Action::mail_sent_as};

// One event of an account, with what is asked of it again and again: a large log's events are
// far apart in memory.
struct Sending {
  Instant time;
  std::uint64_t key;  // counted once: a message, a recipient
  std::uint32_t index;
};
using Sendings = std::vector<Sending>;

// The densest ten minutes of an account's sending.
struct Burst {
  std::size_t size = 0, other_day = 0;
  std::span<const Sending> sendings;

  std::vector<std::uint32_t> events() const {
    std::vector<std::uint32_t> indexes;
    for (const auto& sending : sendings) indexes.push_back(sending.index);
    return indexes;
  }

  bool stands_out() const {
    return size >= burst_from &&
           static_cast<double>(size) > above_habit * static_cast<double>(other_day);
  }
  bool is_unheard_of() const {
    return size >= far_above * burst_from && size > far_above * far_above * other_day;
  }
};

class BulkSend final : public Detector {
 public:
  std::string_view rule() const override { return "R17"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 2> list = {"mail-account/6.a.1",
                                                             "mail-account/next.2"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log, event::Family::message_trace};
    return list;
  }
  void detect(const Scene& scene, std::vector<Finding>& findings) const override;
};

class Search {
 public:
  Search(const BulkSend& detector, const Scene& scene, std::vector<Finding>& findings)
      : detector_(detector), scene_(scene), findings_(findings) {}

  void run() {
    sent_ = tied_events(scene_, sends);
    static constexpr std::array traced = {Action::message_traced};
    traced_ = tied_events(scene_, traced);
    std::set<std::string> tied;
    for (const auto* list : {&sent_, &traced_})
      for (const auto& [account, events] : *list)
        if (is_inside(account)) tied.insert(account);
    for (const auto& account : tied) tell_intruders(account);
    // Each record of the audit log is one message.
    const auto is_person = [](std::string_view account) { return !is_system(account); };
    const auto message = [](const event::Event& event) { return event.id.low; };
    for (const auto& [account, sendings] : by_account(sends, is_person, message))
      if (!tied.contains(account)) judge_messages(account, sendings);
    const auto is_ours = [&](std::string_view account) {
      return !is_system(account) && is_inside(account);
    };
    const auto recipient = [](const event::Event& event) { return std::uint64_t{event.target}; };
    for (const auto& [account, sendings] : by_account(traced, is_ours, recipient))
      if (!tied.contains(account)) judge_recipients(account, sendings);
  }

 private:
  // The trace shows incoming mail too; its senders are not ours to accuse.
  bool is_inside(std::string_view account) const {
    return scene_.own_domains.empty() || scene_.own_domain(account);
  }

  // In time order; only accounts that may be judged: of most senders a log has a message or two.
  template <class IsWanted, class Key>
  std::map<std::string, Sendings> by_account(std::span<const Action> actions, IsWanted is_wanted,
                                             Key key) const {
    std::vector<std::uint32_t> counts(scene_.trail.symbols.size());
    const auto each = [&](auto take) {
      for (const auto action : actions)
        for (const auto index : scene_.of(action))
          if (const auto& event = scene_.event(index); event.time.known()) take(event, index);
    };
    each([&](const event::Event& event, std::uint32_t) { ++counts[event.account]; });
    std::map<std::string, Sendings> out;
    std::vector<Sendings*> lists(counts.size());
    for (event::Symbol symbol = 1; symbol < counts.size(); ++symbol) {
      if (counts[symbol] < burst_from || !is_wanted(scene_.text(symbol))) continue;
      lists[symbol] = &out[std::string(scene_.text(symbol))];
      lists[symbol]->reserve(counts[symbol]);
    }
    each([&](const event::Event& event, std::uint32_t index) {
      if (auto* list = lists[event.account]) list->push_back({event.time, key(event), index});
    });
    for (auto& [account, sendings] : out) put_in_order(sendings);
    return out;
  }

  // Those of one action are in order already.
  void put_in_order(Sendings& sendings) const {
    const auto before = [&](const Sending& a, const Sending& b) {
      if (a.time != b.time) return a.time < b.time;
      return scene_.event(a.index).id < scene_.event(b.index).id;
    };
    if (!std::is_sorted(sendings.begin(), sendings.end(), before))
      std::sort(sendings.begin(), sendings.end(), before);
  }

  void tell_intruders(const std::string& account) {
    const auto &sent = sent_[account], &traced = traced_[account];
    // One message is one row of the audit log, or one row a recipient of the trace.
    const auto count = sent.events.empty() ? messages_in(traced.events) : sent.events.size();
    auto finding = begin_finding(detector_, account);
    const auto tie = std::max(sent.strongest(), traced.strongest());
    finding.title = tell<sentences::sent_by_intruder>(account, count);
    finding.why.push_back(tie_line(tie));
    add_subject_lines(finding, sent.events.empty() ? traced.events : sent.events);
    const auto recipients = recipients_of(account, sent.events, traced.events);
    const auto outside = tell_recipients(finding, recipients);
    // One message to nobody knows whom may be a lure to a colleague; several, or one that went out,
    // are frauds until shown otherwise.
    finding.severity = tie == Tie::proven && (outside > 0 || count >= few_messages)
                           ? Severity::high
                           : Severity::medium;
    for (const auto* list : {&sent.events, &recipients}) cite_all(finding, scene_, *list);
    forget_recipients(finding, account);
    findings_.push_back(std::move(finding));
  }

  // Those written to are victims to warn, not accounts held compromised.
  static void forget_recipients(Finding& finding, const std::string& account) {
    finding.accounts = {account};
  }

  std::size_t messages_in(const std::vector<std::uint32_t>& traced) const {
    const auto ids = values_of(scene_, traced, "MessageId", traced.size());
    return ids.empty() ? traced.size() : ids.size();
  }

  void add_subject_lines(Finding& finding, std::span<const std::uint32_t> events) const {
    for (const auto& subject : values_of(scene_, events, "Subject", subjects_shown))
      finding.why.push_back(fact("Subject", subject));
  }

  // Some exports leave the angle brackets out.
  static std::string_view bare(std::string_view message_id) {
    message_id = trimmed(message_id);
    if (message_id.starts_with('<')) message_id.remove_prefix(1);
    if (message_id.ends_with('>')) message_id.remove_suffix(1);
    return message_id;
  }

  // The trace's rows of the messages sent, by message id; else those tied by themselves.
  std::vector<std::uint32_t> recipients_of(const std::string& account,
                                           const std::vector<std::uint32_t>& sent,
                                           const std::vector<std::uint32_t>& traced) const {
    std::set<std::string_view> ids;
    for (const auto index : sent)
      if (const auto id = bare(scene_.trail.detail(scene_.event(index), "InternetMessageId"));
          !id.empty())
        ids.insert(id);
    std::vector<std::uint32_t> out;
    for (const auto index : scene_.of(Action::message_traced)) {
      const auto& event = scene_.event(index);
      if (scene_.text(event.account) == account &&
          ids.contains(bare(scene_.trail.detail(event, "MessageId"))))
        out.push_back(index);
    }
    return out.empty() ? traced : out;
  }

  // How many recipients are outside.
  std::size_t tell_recipients(Finding& finding, std::span<const std::uint32_t> rows) const {
    if (rows.empty()) {
      finding.why.push_back(tell<sentences::recipients_unknown>());
      return 0;
    }
    std::set<std::string> all, outside, undelivered;
    for (const auto index : rows) {
      const auto& event = scene_.event(index);
      const std::string recipient(scene_.text(event.target));
      all.insert(recipient);
      if (is_outside(scene_, recipient, scene_.text(event.account))) outside.insert(recipient);
      const auto status = scene_.trail.detail(event, "Status");
      if (contains_ignoring_case(status, "fail") || contains_ignoring_case(status, "quarantin") ||
          contains_ignoring_case(status, "bounced"))
        undelivered.insert(recipient);
    }
    finding.why.push_back(tell<sentences::recipients_known>(all.size(), outside.size()));
    std::size_t shown = 0;
    for (const auto& recipient : outside)
      if (shown++ < recipients_shown) finding.why.push_back(fact("RecipientAddress", recipient));
    if (outside.size() > recipients_shown)
      finding.why.push_back(tell<sentences::and_more>(outside.size() - recipients_shown));
    if (!undelivered.empty())
      finding.why.push_back(tell<sentences::recipients_not_delivered>(undelivered.size()));
    return outside.size();
  }

  // The span with the most distinct keys, and how many the other days' densest spans have.
  static Burst densest(std::span<const Sending> sendings) {
    std::map<std::int64_t, Burst> days;
    std::unordered_map<std::uint64_t, std::size_t> inside;
    std::size_t begin = 0;
    for (std::size_t end = 0; end < sendings.size(); ++end) {
      const auto now = sendings[end].time;
      ++inside[sendings[end].key];
      for (; now - sendings[begin].time > burst_span; ++begin)
        if (const auto held = inside.find(sendings[begin].key); --held->second == 0)
          inside.erase(held);
      auto& day = days[now.milliseconds / day_ms];
      if (inside.size() <= day.size) continue;
      day.size = inside.size();
      day.sendings = sendings.subspan(begin, end + 1 - begin);
    }
    return highest_of(days);
  }

  static Burst highest_of(const std::map<std::int64_t, Burst>& days) {
    Burst highest;
    for (const auto& [day, burst] : days) {
      const auto other = std::max(highest.other_day, std::min(highest.size, burst.size));
      if (burst.size > highest.size) highest = burst;
      highest.other_day = other;
    }
    return highest;
  }

  void judge_messages(const std::string& account, const Sendings& sendings) {
    const auto burst = densest(sendings);
    if (!burst.stands_out()) return;
    auto finding = begin_finding(detector_, account + "\nmessages");
    finding.title = tell<sentences::sent_in_bulk>(account, burst.size);
    tell_burst(finding, burst);
    finding.why.push_back(tell<sentences::recipients_unknown>());
    finding.accounts = {account};
    findings_.push_back(std::move(finding));
  }

  void judge_recipients(const std::string& account, Sendings sendings) {
    std::erase_if(sendings, [&](const Sending& sending) {
      const auto recipient = scene_.text(static_cast<event::Symbol>(sending.key));
      return !is_outside(scene_, recipient, account);
    });
    const auto burst = densest(sendings);
    if (!burst.stands_out()) return;
    auto finding = begin_finding(detector_, account + "\nrecipients");
    finding.title = tell<sentences::sent_to_many>(account, burst.size);
    tell_burst(finding, burst);
    if (burst.is_unheard_of()) finding.severity = Severity::high;
    tell_recipients(finding, burst.events());
    forget_recipients(finding, account);
    findings_.push_back(std::move(finding));
  }

  void tell_burst(Finding& finding, const Burst& burst) const {
    finding.severity = Severity::medium;
    finding.why.push_back(tell<sentences::highest_other_day>(burst.other_day));
    const auto events = burst.events();
    add_subject_lines(finding, events);
    cite_all(finding, scene_, events);
  }

  const BulkSend& detector_;
  const Scene& scene_;
  std::vector<Finding>& findings_;
  std::map<std::string, TiedEvents> sent_, traced_;
};

void BulkSend::detect(const Scene& scene, std::vector<Finding>& findings) const {
  Search(*this, scene, findings).run();
}

}  // namespace

const Detector& bulk_send_detector() {
  static const BulkSend detector;
  return detector;
}

}  // namespace digue::detect
