#include "produce/print/facts.h"

#include <algorithm>

#include "produce/print/sentences.h"

namespace digue::produce::print {

sheet::Profile profile_of(const Kit& kit) {
  if (kit.organisation == nullptr) return {};
  return {{}, kit.organisation->regulated, kit.organisation->regulated_is_set};
}

std::vector<const sheet::Contact*> card_contacts(const Kit& kit, const sheet::Sheet& sheet) {
  static constexpr std::size_t most = 7;
  const auto profile = profile_of(kit);
  const auto& directory = kit.library->directory;
  std::vector<const sheet::Contact*> out;
  const auto add = [&](std::string_view id) {
    for (const auto* contact : directory.to_call(id, profile))
      if (out.size() < most && std::find(out.begin(), out.end(), contact) == out.end())
        out.push_back(contact);
  };
  add("lead");
  for (const auto& rule : sheet.rules)
    for (const auto& effect : rule.effects)
      if (effect.kind == sheet::Effect::Kind::call) add(effect.contact);
  for (const std::string_view id : {"provider", "responder", "cert-sante", "cert-fr", "insurer"})
    add(id);
  return out;
}

Column phone_lines(const Press& press, const sheet::Contact& contact, const pdf::TextStyle& style) {
  Column column;
  for (const auto& phone : contact.phones) {
    const std::string where = press.say(phone.where);
    column.push_back({.line = {strong(phone.number), plain(where.empty() ? "" : ", " + where)},
                      .style = style,
                      .above = 0});
  }
  return column;
}

std::string contact_words(const Press& press, const std::string& id) {
  const Kit& kit = press.kit();
  const auto found = kit.library->directory.to_call(id, profile_of(kit));
  if (found.empty()) return id;
  const std::string title = press.say(found.front()->titled());
  return found.front()->phones.empty()
             ? title
             : press.say<sentences::call_number>(title, found.front()->phones.front().number);
}

std::vector<incident::ClockState> clocks_of(const Kit& kit) {
  using incident::ClockStatus;
  static const incident::State nothing{};
  const incident::State& state = kit.state == nullptr ? nothing : *kit.state;
  std::vector<incident::ClockState> out;
  for (auto& clock : incident::clock_states(*kit.library, state, kit.organisation, kit.written))
    if (clock.status != ClockStatus::off && clock.status != ClockStatus::not_due)
      out.push_back(std::move(clock));
  return out;
}

std::string limit_text(const Press& press, const sheet::Regime* regime) {
  if (regime == nullptr) return "";
  switch (regime->limit.kind) {
    case sheet::TimeLimit::Kind::hours:
      return press.say<sentences::limit_hours>(regime->limit.count);
    case sheet::TimeLimit::Kind::months:
      return press.say<sentences::limit_months>(regime->limit.count);
    case sheet::TimeLimit::Kind::without_delay:
      return press.say<sentences::limit_at_once>();
    case sheet::TimeLimit::Kind::contract:
      break;
  }
  const int told =
      press.kit().organisation == nullptr ? 0 : press.kit().organisation->insurance.declare_hours;
  return told > 0 ? press.say<sentences::limit_hours>(told)
                  : press.say<sentences::limit_contract>();
}

}  // namespace digue::produce::print
