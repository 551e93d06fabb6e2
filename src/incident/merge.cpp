#include "incident/merge.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "base/text.h"
#include "incident/body.h"
#include "incident/draft.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

namespace {

using logbook::Entry;

// What an entry settles, and how: two that settle the same thing otherwise are in conflict.
struct Settled {
  std::string key, about, value;
};

std::string step_about(const Body& body) {
  const auto account = body.text("account");
  return body.text("item") + (account.empty() ? "" : " (" + account + ")");
}

Settled by_step(const char* what, const Body& body, std::string value) {
  const std::string about = step_about(body);
  return {std::string(what) + "\n" + about, about, std::move(value)};
}

Settled by_name(const char* what, const std::string& name, std::string value) {
  return {std::string(what) + "\n" + name, name, std::move(value)};
}

// Nothing for what adds and settles nothing: a note, a call.
std::optional<Settled> settled_by(std::string_view kind, const Body& body) {
  if (kind == kinds::answer) return by_step("answer", body, body.text("value"));
  if (kind == kinds::action) return by_step("action", body, body.text("state"));
  if (kind == kinds::owner) return by_step("owner", body, body.text("to"));
  if (kind == kinds::impact) return by_step("impact", body, "");
  if (kind == kinds::preservation) return by_step("preservation", body, "");
  if (kind == kinds::account) return by_name("account", body.text("name"), body.text("standing"));
  if (kind == kinds::host) return by_name("host", body.text("name"), body.text("standing"));
  if (kind == kinds::person) return by_name("person", body.text("name"), body.text("role"));
  if (kind == kinds::indicator)
    return by_name("indicator", body.text("value"), body.text("treatment"));
  if (kind == kinds::evidence) return by_name("evidence", body.text("sha256"), "");
  if (kind == kinds::finding) return by_name("finding", body.text("id"), "");
  if (kind == kinds::evidence_answer)
    return by_name("evidence-answer", body.text("item"), body.text("value"));
  if (kind == kinds::severity) return by_name("severity", "severity", body.text("degree"));
  if (kind == kinds::clock_start || kind == kinds::clock_met || kind == kinds::clock_waived)
    return by_name("clock", std::string(kind) + " " + body.text("clock"), body.text("at"));
  return std::nullopt;
}

// What concerns the other logbook as a whole, and would overturn ours as one.
bool is_of_the_whole(std::string_view kind) {
  return kind == kinds::opened || kind == kinds::closed || kind == kinds::zone ||
         kind == kinds::sheet || kind == kinds::organisation || kind == kinds::round_start ||
         kind == kinds::round_end || kind == kinds::handover || kind == kinds::handover_accepted ||
         kind == kinds::role || kind == kinds::merged;
}

// The leaf under which an entry was first written: its own, or the one it was taken in from.
std::string origin_of(const Entry& entry) {
  if (!entry.body) return to_hex(entry.leaf);
  const auto body = Body::read(*entry.body);
  const auto from = body ? body->body("merged_from") : std::nullopt;
  return from && !from->text("leaf").empty() ? from->text("leaf") : to_hex(entry.leaf);
}

class Planning {
 public:
  Planning(std::span<const Entry> ours, std::string their_incident, std::span<const Entry> theirs,
           Instant now)
      : theirs_(theirs), now_(now) {
    plan_.incident = std::move(their_incident);
    plan_.entries = theirs.size();
    plan_.shared = shared_with(ours);
    for (const auto& entry : ours) {
      ours_by_origin_.emplace(origin_of(entry), &entry);
      if (entry.header.supersedes) replaced_here_.insert(to_hex(*entry.header.supersedes));
    }
    for (const auto& entry : theirs) {
      origins_there_.emplace(to_hex(entry.leaf), origin_of(entry));
      their_origins_.insert(origin_of(entry));
      if (entry.header.supersedes) replaced_there_.insert(to_hex(*entry.header.supersedes));
    }
    for (const auto& entry : ours)
      if (!replaced_here_.contains(to_hex(entry.leaf))) note_ours(entry);
  }

  MergePlan run() {
    for (const auto& entry : theirs_.subspan(plan_.shared)) take(entry);
    return std::move(plan_);
  }

 private:
  // Entries that both have, from the first on.
  std::uint64_t shared_with(std::span<const Entry> ours) const {
    std::size_t shared = 0;
    while (shared < ours.size() && shared < theirs_.size() &&
           ours[shared].leaf == theirs_[shared].leaf)
      ++shared;
    return shared;
  }

  void note_ours(const Entry& entry) {
    const auto body = entry.body ? Body::read(*entry.body) : std::nullopt;
    if (!body) return;
    if (const auto settled = settled_by(entry.header.kind, *body))
      settled_[settled->key] = {settled->value, &entry};
  }

  void take(const Entry& entry) {
    const auto& kind = entry.header.kind;
    if (kind == logbook::key_kind || kind == logbook::redaction_kind || kind == kinds::merge) {
      ++plan_.skipped;
      return;
    }
    if (ours_by_origin_.contains(origin_of(entry))) {
      ++plan_.known;
      return;
    }
    if (entry.header.occurred.at > now_) ++plan_.ahead;
    const auto body = entry.body ? Body::read(*entry.body) : std::nullopt;
    const bool inert = !body || is_of_the_whole(kind) || is_idle_withdrawal(entry) ||
                       !reads_back(with_origin(entry)) ||
                       replaced_there_.contains(to_hex(entry.leaf)) || overturns(entry, *body);
    if (inert) ++plan_.inert;
    if (!inert && kind == kinds::evidence) plan_.evidence.push_back(body->text("sha256"));
    plan_.drafts.push_back(draft_of(entry, inert));
  }

  // Ours that an entry of theirs corrects; null when it corrects none.
  const Entry* corrected_by(const Entry& entry) const {
    if (!entry.header.supersedes) return nullptr;
    const auto there = origins_there_.find(to_hex(*entry.header.supersedes));
    if (there == origins_there_.end()) return nullptr;
    const auto found = ours_by_origin_.find(there->second);
    return found == ours_by_origin_.end() ? nullptr : found->second;
  }
  // It takes back what is not here, or is taken in without effect.
  bool is_idle_withdrawal(const Entry& entry) const {
    return entry.header.kind == kinds::withdrawn && corrected_by(entry) == nullptr;
  }

  // Whether it settles otherwise, or again, what we settled; a difference is a conflict.  What we
  // hold from them, or from before the two went apart, they may change.
  bool overturns(const Entry& entry, const Body& body) {
    const auto* corrected = corrected_by(entry);
    if (corrected != nullptr && replaced_here_.contains(to_hex(corrected->leaf))) {
      plan_.conflicts.push_back({entry.header.kind, entry.position, corrected->position, "", ""});
      return true;
    }
    const auto settled = settled_by(entry.header.kind, body);
    if (!settled) return false;
    const auto found = settled_.find(settled->key);
    if (found == settled_.end() || their_origins_.contains(origin_of(*found->second.entry)))
      return false;
    const Ours& ours = found->second;
    if (ours.value != settled->value)
      plan_.conflicts.push_back(
          {settled->about, entry.position, ours.entry->position, settled->value, ours.value});
    return true;
  }

  logbook::Draft draft_of(const Entry& entry, bool inert) const {
    const auto& header = entry.header;
    logbook::Draft draft{.kind = inert ? std::string(kinds::merged) : header.kind,
                         .author = header.author,
                         .occurred = header.occurred,
                         .references = header.references,
                         .body = inert ? as_inert(entry) : with_origin(entry)};
    const auto* corrected = corrected_by(entry);
    if (!inert && corrected != nullptr) draft.supersedes = corrected->leaf;
    return draft;
  }

  std::string from_object(const Entry& entry) const {
    JsonWriter json;
    json.begin_object()
        .member("incident", plan_.incident)
        .member("entry", entry.position)
        .member("leaf", origin_of(entry))
        .member("recorded", rfc3339(entry.header.recorded))
        .end_object();
    return json.take();
  }

  // Whether we shall know it again: others' bodies may be deep, or long.
  static bool reads_back(const std::string& body) {
    if (body.size() > logbook::max_body_bytes) return false;
    const auto read = Body::read(body);
    return read && read->body("merged_from") && !read->body("merged_from")->text("leaf").empty();
  }

  // The body as it was, with where it comes from.
  std::string with_origin(const Entry& entry) const {
    const auto original = trimmed(*entry.body);
    if (reads_back(std::string(original))) return std::string(original);
    const auto members = trimmed(original.substr(1, original.size() - 2));
    return "{" + std::string(members) + (members.empty() ? "" : ",") +
           "\"merged_from\":" + from_object(entry) + "}";
  }

  // Within another, which has no effect; alone, when it can't be read so.
  std::string as_inert(const Entry& entry) const {
    const bool was_inert = entry.header.kind == kinds::merged;
    if (was_inert && entry.body && reads_back(*entry.body)) return *entry.body;
    JsonWriter kind;
    kind.text(entry.header.kind);
    const std::string head = "{\"kind\":" + kind.bytes();
    const std::string tail = ",\"merged_from\":" + from_object(entry) + "}";
    if (entry.body) {
      const auto whole = head + ",\"body\":" + std::string(trimmed(*entry.body)) + tail;
      if (reads_back(whole)) return whole;
    }
    return head + tail;
  }

  struct Ours {
    std::string value;
    const Entry* entry = nullptr;
  };

  std::span<const Entry> theirs_;
  Instant now_;
  MergePlan plan_;
  std::unordered_map<std::string, const Entry*> ours_by_origin_;  // by leaf, hex
  std::unordered_map<std::string, std::string> origins_there_;    // of a leaf of theirs
  std::unordered_set<std::string> their_origins_, replaced_here_, replaced_there_;
  std::map<std::string, Ours> settled_;
};

}  // namespace

MergePlan plan_merge(std::span<const Entry> ours, const std::string& their_incident,
                     std::span<const Entry> theirs, Instant now) {
  return Planning(ours, their_incident, theirs, now).run();
}

static std::string merge_body(const MergePlan& plan, const logbook::Verdict& verdict,
                              const std::string& checkpoint) {
  return body_of([&](JsonWriter& json) {
    json.member("incident", plan.incident)
        .member("entries", verdict.entries)
        .member("root", to_hex(verdict.root))
        .member("checkpoint", checkpoint)
        .member("taken", plan.drafts.size())
        .member("inert", plan.inert)
        .member("conflicts", plan.conflicts.size());
  });
}

Result<std::vector<logbook::Receipt>> merge(logbook::Logbook& logbook, const MergePlan& plan,
                                            const logbook::Verdict& verdict,
                                            const std::string& checkpoint, const Speaker& speaker) {
  std::vector<logbook::Receipt> receipts;
  if (plan.drafts.empty()) return receipts;
  // The person's key signs for its author only: theirs are vouched for by this machine.
  DIGUE_TRY(auto head,
            draft_of(logbook, kinds::merge, merge_body(plan, verdict, checkpoint), speaker));
  std::vector<logbook::Draft> drafts = {std::move(head)};
  drafts.insert(drafts.end(), plan.drafts.begin(), plan.drafts.end());
  return logbook.append_all(drafts, nullptr);
}

}  // namespace digue::incident
