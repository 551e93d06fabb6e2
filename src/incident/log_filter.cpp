#include "incident/log_filter.h"

#include <algorithm>

#include "base/text.h"
#include "incident/kinds.h"
#include "incident/log_line.h"
#include "indicator/fang.h"
#include "indicator/indicator.h"
#include "logbook/entry.h"

namespace digue::incident {

namespace {

using Texts = std::vector<std::string>;

bool share_any(const Texts& wanted, const Texts& given) {
  return wanted.empty() || std::any_of(given.begin(), given.end(), [&](const std::string& value) {
           return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
         });
}

// A filter, made ready to be compared many times.
class Matcher {
 public:
  explicit Matcher(const LogFilter& filter) : filter_(filter) {
    const std::string plain = folded(filter.text);
    for (const auto word : split(plain, ' '))
      if (!word.empty()) words_.emplace_back(word);
    for (const auto& author : filter.authors) authors_.push_back(folded(trimmed(author)));
    for (const auto& account : filter.accounts) accounts_.push_back(lower(trimmed(account)));
    for (const auto& host : filter.hosts) hosts_.push_back(lower(trimmed(host)));
    for (const auto& value : filter.indicators)
      indicators_.push_back(indicator::read_indicator(value).value);
  }

  bool takes(const LogLine& line) const {
    return share_any(filter_.kinds, {line.kind}) && share_any(authors_, {folded(line.author)}) &&
           share_any(accounts_, line.accounts) && share_any(hosts_, line.hosts) &&
           share_any(indicators_, line.indicators) && of_items(line) && of_paper(line) &&
           in_time(line) && has_words(line);
  }

 private:
  bool of_items(const LogLine& line) const {
    if (filter_.items.empty()) return true;
    const auto under = [](const std::string& item, const std::string& start) {
      if (!item.starts_with(start)) return false;
      const char next = item.size() == start.size() ? '.' : item[start.size()];
      return next == '.' || next == '/' || start.ends_with('/');
    };
    return std::any_of(line.items.begin(), line.items.end(), [&](const std::string& item) {
      return std::any_of(filter_.items.begin(), filter_.items.end(),
                         [&](const std::string& start) { return under(item, start); });
    });
  }
  bool of_paper(const LogLine& line) const {
    if (filter_.papers.empty()) return true;
    if (line.paper.sheet.empty()) return false;
    return std::any_of(filter_.papers.begin(), filter_.papers.end(), [&](const std::string& one) {
      return one == "*" || folded(trimmed(one)) == folded(line.paper.sheet);
    });
  }
  bool in_time(const LogLine& line) const {
    return !(filter_.since.known() && line.occurred < filter_.since) &&
           !(filter_.until.known() && line.occurred > filter_.until);
  }
  bool has_words(const LogLine& line) const {
    if (words_.empty()) return true;
    std::string all = line.text.french + "\n" + line.text.english + "\n" + line.author + "\n" +
                      line.paper.sheet + "\n" + line.paper.written_by + "\n" + line.late;
    for (const auto* list : {&line.accounts, &line.hosts, &line.indicators, &line.items})
      all += "\n" + join(*list, "\n");
    const std::string plain = folded(all);
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return plain.find(word) != std::string::npos ||
             plain.find(indicator::refanged_value(word)) != std::string::npos;
    });
  }

  const LogFilter& filter_;
  Texts words_, authors_, accounts_, hosts_, indicators_;
};

}  // namespace

bool LogFilter::any() const {
  const bool lists = !kinds.empty() || !authors.empty() || !accounts.empty() || !hosts.empty() ||
                     !indicators.empty() || !items.empty() || !papers.empty();
  return lists || !trimmed(text).empty() || since.known() || until.known();
}

Selection select(const State& state, const LogFilter& filter) {
  const Matcher matcher(filter);
  Selection selection;
  for (std::size_t i = 0; i < state.log.size(); ++i)
    if (matcher.takes(state.log[i])) selection.lines.push_back(i);
  selection.left_out = state.log.size() - selection.lines.size();
  return selection;
}

const std::vector<std::string>& log_kinds() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> names = {std::string(logbook::key_kind),
                                      std::string(logbook::redaction_kind)};
    for (const auto kind : kinds::all) names.emplace_back(kind);
    std::sort(names.begin(), names.end());
    return names;
  }();
  return all;
}

}  // namespace digue::incident
