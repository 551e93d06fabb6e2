#include "incident/alerts.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "incident/draft.h"
#include "incident/facts.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

static std::string sheet_of(const std::string& item) {
  return item.substr(0, item.find('/'));
}

std::vector<const sheet::Sheet*> sheets_in_play(const sheet::Library& library, const State& state) {
  std::set<std::string> others;
  for (const auto& [target, answer] : state.answers) others.insert(sheet_of(target.item));
  for (const auto& [target, action] : state.actions) others.insert(sheet_of(target.item));
  for (const auto& [target, owner] : state.owners) others.insert(sheet_of(target.item));
  others.erase(state.sheet);
  std::vector<const sheet::Sheet*> sheets;
  const auto add = [&](const std::string& id) {
    if (const auto* sheet = library.find(id)) sheets.push_back(sheet);
  };
  add(state.sheet);
  for (const auto& id : others) add(id);
  return sheets;
}

namespace {

// Whom the rule names, or whom the directory sends other organisations to.
bool settles(const sheet::Library& library, const std::string& called, const std::string& contact) {
  const auto instead = library.directory.to_call(contact, {});
  return called == contact || std::any_of(instead.begin(), instead.end(),
                                          [&](const auto* one) { return one->id == called; });
}

bool same_reason(const CallReason& a, const CallReason& b) {
  return a.target == b.target && a.say == b.say;
}

class Gathering {
 public:
  Gathering(const sheet::Library& library, const sheet::Sheet& sheet, const State& state,
            Alerts& out)
      : library_(library), sheet_(sheet), state_(state), out_(out) {}

  void gather() {
    for (const auto& rule : sheet_.rules) {
      const auto accounts = accounts_where(rule);
      if (accounts.empty()) continue;
      for (const auto& effect : rule.effects) {
        if (!effect.contact.empty()) add_call(rule, effect.contact, accounts);
        if (!effect.clock.empty())
          out_.clocks.push_back({effect.clock, rule.item, rule.reason, named(accounts)});
      }
    }
  }

 private:
  // For which the rule holds: "" is the whole incident.
  std::vector<std::string> accounts_where(const sheet::Rule& rule) const {
    const bool acts = std::any_of(rule.effects.begin(), rule.effects.end(), [](const auto& effect) {
      return !effect.contact.empty() || !effect.clock.empty();
    });
    if (!acts) return {};
    const auto* step = sheet_.step(rule.item);
    auto accounts = state_.accounts_in_perimeter();
    if (step == nullptr || !step->per_account || accounts.empty()) accounts = {""};
    std::erase_if(accounts, [&](const std::string& account) {
      return !rule.when.holds(StateFacts(sheet_, state_, account));
    });
    return accounts;
  }

  static std::vector<std::string> named(std::vector<std::string> accounts) {
    std::erase(accounts, "");
    return accounts;
  }

  const CallMade* made(const std::string& contact, const CallReason& reason) const {
    const auto found =
        std::find_if(state_.calls.rbegin(), state_.calls.rend(), [&](const CallMade& call) {
          return settles(library_, call.contact, contact) &&
                 std::any_of(call.reasons.begin(), call.reasons.end(),
                             [&](const CallReason& one) { return same_reason(one, reason); });
        });
    return found == state_.calls.rend() ? nullptr : &*found;
  }

  void add_call(const sheet::Rule& rule, const std::string& contact,
                const std::vector<std::string>& accounts) {
    Call call{contact, rule.item, rule.reason, {}, {}};
    std::vector<std::string> owed;
    for (const auto& account : accounts) {
      if (const auto* last = made(contact, {{rule.item, account}, rule.reason}))
        call.made = *last;
      else
        owed.push_back(account);
    }
    if (!owed.empty()) call.made.reset();
    call.accounts = named(owed.empty() ? accounts : owed);
    out_.calls.push_back(std::move(call));
  }

  const sheet::Library& library_;
  const sheet::Sheet& sheet_;
  const State& state_;
  Alerts& out_;
};

}  // namespace

std::vector<Call> Alerts::owed() const {
  std::vector<Call> out;
  for (const auto& call : calls)
    if (!call.made) out.push_back(call);
  return out;
}

Alerts alerts_of(const sheet::Library& library, const State& state) {
  Alerts alerts;
  for (const auto* sheet : sheets_in_play(library, state))
    Gathering(library, *sheet, state, alerts).gather();
  std::stable_partition(alerts.calls.begin(), alerts.calls.end(),
                        [](const Call& call) { return !call.made; });
  return alerts;
}

static std::vector<std::string> contacts_of(const sheet::Library& library) {
  if (const auto* data = library.data_file("contacts")) return data->ids;
  return {sheet::usual_contacts.begin(), sheet::usual_contacts.end()};
}

static void write_reason(JsonWriter& json, const std::string& account, const Call& call) {
  json.begin_object().member("item", call.item).member("account", account);
  write_said(json, "say", call.say);
  json.end_object();
}

Result<logbook::Receipt> record_call(logbook::Logbook& logbook, const sheet::Library& library,
                                     const State& state, const Calling& calling,
                                     const Speaker& speaker) {
  const auto& contact = calling.contact;
  const auto contacts = contacts_of(library);
  if (std::find(contacts.begin(), contacts.end(), contact) == contacts.end())
    return fail<sentences::no_such_contact>(Error::Kind::bad_input, contact, join(contacts, ", "));
  logbook::References references;
  const auto owed = alerts_of(library, state).owed();
  auto body = body_of([&](JsonWriter& json) {
    json.member("contact", contact)
        .member("note", calling.note)
        .member("reference", trimmed(calling.reference));
    const auto* known = library.directory.find(contact);
    write_words(json, "whom", known == nullptr ? Message{} : known->title);
    json.key("reasons").begin_array();
    for (const auto& call : owed) {
      if (!settles(library, contact, call.contact)) continue;
      references.items.push_back(call.item);
      if (call.accounts.empty()) write_reason(json, "", call);
      for (const auto& account : call.accounts) write_reason(json, account, call);
    }
    json.end_array();
  });
  return say(logbook, kinds::call, std::move(body), speaker, std::move(references));
}

}  // namespace digue::incident
