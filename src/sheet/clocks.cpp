#include "sheet/clocks.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "sheet/names.h"
#include "sheet/node_reader.h"
#include "sheet/sentences.h"
#include "sheet/tree.h"

namespace digue::sheet {

static constexpr std::string_view format_read = "1";
static constexpr std::string_view opening_word = "opening";
static constexpr Names<TimeLimit::Kind, 4> limit_names{
    {"hours", "months", "without-delay", "contract"}};
static constexpr Names<std::size_t, regulated_words.size()> regulated_names{regulated_words};

std::string_view time_limit_name(TimeLimit::Kind kind) {
  return limit_names.of(kind);
}

// Days written as YYYY-MM-DD compare as texts.
bool Regime::holds_on(std::string_view day) const {
  return (valid_from.empty() || valid_from <= day) && (valid_to.empty() || day <= valid_to);
}

const Regime* Clock::regime_on(std::string_view day) const {
  const auto found = std::find_if(regimes.begin(), regimes.end(),
                                  [&](const Regime& regime) { return regime.holds_on(day); });
  return found == regimes.end() ? nullptr : &*found;
}

const Clock* Clocks::find(std::string_view id) const {
  const auto found = std::find_if(clocks.begin(), clocks.end(),
                                  [&](const Clock& clock) { return clock.id == id; });
  return found == clocks.end() ? nullptr : &*found;
}

namespace {

class ClocksReader {
 public:
  explicit ClocksReader(const std::string& file) : nodes_(file) { clocks_.file = file; }

  void read(const YamlNode& root) {
    if (!nodes_.mapping(root, {"format", "version", "date", "about", "clocks"}, {"notes"})) return;
    if (const auto& format = root["format"]; format.present() && format.text != format_read)
      nodes_.error<sentences::wrong_format>(place_of(format), format.text.substr(0, 80));
    clocks_.version = nodes_.word(root, "version");
    clocks_.date = nodes_.date(root, "date");
    if (root["about"].present() && nodes_.mapping(root["about"], {}, {"item", "fr", "en"}))
      clocks_.about = nodes_.texts(root["about"]);
    for (const auto& node : nodes_.list(root, "notes"))
      if (nodes_.mapping(node, {}, {"item", "important", "fr", "en"}))
        clocks_.notes.push_back(
            {nodes_.id(node, "item"), nodes_.flag(node, "important"), nodes_.texts(node)});
    for (const auto& node : nodes_.list(root, "clocks")) read_clock(node);
    check_afters();
  }

  ClocksReading finish() {
    auto problems = nodes_.take_problems();
    sort_problems(problems);
    return {std::move(clocks_), std::move(problems)};
  }

 private:
  void read_clock(const YamlNode& node) {
    if (!nodes_.mapping(node, {"id", "title", "starts", "whom", "how", "regimes"},
                        {"item", "items", "contact", "after", "suggest", "off", "applies"}))
      return;
    Clock clock;
    clock.id = nodes_.id(node, "id");
    clock.place = place_of(node["id"]);
    clock.title = nodes_.message(node, "title");
    clock.starts = nodes_.message(node, "starts");
    clock.whom = nodes_.message(node, "whom");
    clock.how = nodes_.message(node, "how");
    clock.contact = nodes_.id(node, "contact");
    clock.after = nodes_.id(node, "after");
    clock.off = nodes_.flag(node, "off");
    read_suggestion(node, clock);
    if (node["applies"].present()) clock.scope = read_scope(node["applies"]);
    for (const auto& regime : nodes_.list(node, "regimes")) read_regime(regime, clock);
    if (const auto& list = node["regimes"]; list.kind == YamlNode::Kind::list && list.items.empty())
      nodes_.error<sentences::need_list>(place_of(list));
    if (!clock.after.empty()) afters_.emplace_back(clock.id, place_of(node["after"]));
    clocks_.clocks.push_back(std::move(clock));
  }

  void read_suggestion(const YamlNode& node, Clock& clock) {
    const auto& suggest = node["suggest"];
    if (!suggest.present()) return;
    clock.from_opening = suggest.text == opening_word;
    if (!clock.from_opening)
      nodes_.error<sentences::not_one_of>(place_of(suggest), suggest.text.substr(0, 80),
                                          opening_word);
    if (!clock.after.empty()) nodes_.error<sentences::two_starts>(place_of(suggest));
  }

  Scope read_scope(const YamlNode& node) {
    Scope scope;
    if (!nodes_.mapping(node, {}, {"regulated", "personal_data", "insured"})) return scope;
    for (const auto& word : nodes_.list(node, "regulated")) nodes_.named(word, regulated_names);
    scope.regulated = nodes_.words(node, "regulated");
    scope.personal_data = nodes_.flag(node, "personal_data");
    scope.insured = nodes_.flag(node, "insured");
    return scope;
  }

  void read_regime(const YamlNode& node, Clock& clock) {
    if (!nodes_.mapping(
            node, {"source", "checked"},
            {"valid_from", "valid_to", "hours", "months", "without_delay", "contract", "note"}))
      return;
    Regime regime;
    regime.place = place_of(node);
    regime.valid_from = nodes_.date(node, "valid_from");
    regime.valid_to = nodes_.date(node, "valid_to");
    regime.limit = read_limit(node);
    regime.source = nodes_.message(node, "source");
    regime.checked = nodes_.date(node, "checked");
    regime.note = nodes_.message(node, "note");
    check_dates(regime, clock);
    clock.regimes.push_back(std::move(regime));
  }

  TimeLimit read_limit(const YamlNode& node) {
    using Kind = TimeLimit::Kind;
    std::vector<TimeLimit> said;
    if (node["hours"].present()) said.push_back({Kind::hours, nodes_.count(node, "hours")});
    if (node["months"].present()) said.push_back({Kind::months, nodes_.count(node, "months")});
    if (nodes_.flag(node, "without_delay")) said.push_back({Kind::without_delay, 0});
    if (nodes_.flag(node, "contract")) said.push_back({Kind::contract, 0});
    if (said.size() == 1) return said.front();
    nodes_.error<sentences::one_time_limit>(place_of(node));
    return {};
  }

  // Regimes follow each other: none ends before it starts, nor starts before the last one ended.
  void check_dates(const Regime& regime, const Clock& clock) {
    if (!regime.valid_to.empty() && regime.valid_to < regime.valid_from)
      nodes_.error<sentences::ends_before>(regime.place, regime.valid_from, regime.valid_to);
    if (clock.regimes.empty()) return;
    const auto& last = clock.regimes.back().valid_to;
    if (last.empty() || regime.valid_from <= last)
      nodes_.error<sentences::regimes_overlap>(regime.place, clock.regimes.back().place.line);
  }

  // A clock may wait for another one, which may not end up waiting for it.
  void check_afters() {
    for (const auto& [id, place] : afters_) {
      const auto& after = clocks_.find(id)->after;
      if (clocks_.find(after) == nullptr)
        nodes_.error<sentences::dead_clock>(place, after);
      else if (waits_for_itself(id))
        nodes_.error<sentences::clock_circle>(place, id);
    }
  }

  bool waits_for_itself(const std::string& id) const {
    const auto* at = clocks_.find(id);
    for (std::size_t steps = 0; at != nullptr && steps < clocks_.clocks.size(); ++steps) {
      if (at->after == id) return true;
      at = clocks_.find(at->after);
    }
    return false;
  }

  NodeReader nodes_;
  Clocks clocks_;
  std::vector<std::pair<std::string, Place>> afters_;
};

}  // namespace

ClocksReading read_clocks(std::string_view bytes, const std::string& file) {
  const auto root = read_tree(bytes, file);
  if (!root) return {{}, {root.error()}};
  ClocksReader reader(file);
  reader.read(*root);
  return reader.finish();
}

std::vector<Problem> check_contacts(const Clocks& clocks, std::span<const std::string> contacts) {
  std::vector<Problem> problems;
  for (const auto& clock : clocks.clocks)
    if (!clock.contact.empty() &&
        std::find(contacts.begin(), contacts.end(), clock.contact) == contacts.end())
      problems.push_back({Problem::Level::error, clocks.file, clock.place,
                          tell<sentences::unknown_contact>(
                              clock.contact, join({contacts.begin(), contacts.end()}, ", "))});
  return problems;
}

}  // namespace digue::sheet
