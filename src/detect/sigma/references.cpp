#include "detect/sigma/references.h"

#include <algorithm>
#include <optional>
#include <tl/expected.hpp>

#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

using Source = Correlating::Source;

bool is_called(std::string_view reference, std::string_view id, std::string_view name) {
  return reference == id || (!name.empty() && reference == name);
}

bool names(const Correlation& correlation, std::string_view id, std::string_view name) {
  return std::any_of(correlation.rules.begin(), correlation.rules.end(),
                     [&](const std::string& reference) { return is_called(reference, id, name); });
}

// What that rule calls the field: an alias may say so.
std::string_view field_of(const Correlation& correlation, std::string_view field,
                          std::string_view id, std::string_view name) {
  for (const auto& alias : correlation.aliases) {
    if (alias.name != field) continue;
    for (const auto& [rule, of_rule] : alias.fields)
      if (is_called(rule, id, name)) return of_rule;
  }
  return field;
}

std::optional<std::uint32_t> place_of(const std::vector<std::string>& fields,
                                      std::string_view field) {
  const auto found = std::find(fields.begin(), fields.end(), field);
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - fields.begin());
}

using Resolved = tl::expected<Correlating, Message>;

// Joins one correlation to what it names.
class Resolver {
 public:
  Resolver(const std::vector<Rule>& rules, const std::vector<Correlating>& before)
      : rules_(rules), before_(before) {}

  Resolved resolve(const Correlation& written) const {
    Correlating made;
    made.written = written;
    for (const std::string& reference : written.rules) {
      auto source = source_of(written, reference);
      if (!source) return tl::unexpected(source.error());
      made.sources.push_back(std::move(*source));
    }
    return made;
  }

 private:
  tl::expected<Source, Message> source_of(const Correlation& written,
                                          const std::string& reference) const {
    for (std::uint32_t i = 0; i < rules_.size(); ++i)
      if (is_called(reference, rules_[i].id, rules_[i].name))
        return joined(written, {false, i, {}, {}}, rules_[i].id, rules_[i].name, rules_[i].kept);
    for (std::uint32_t i = 0; i < before_.size(); ++i) {
      const Correlation& other = before_[i].written;
      if (is_called(reference, other.id, other.name))
        return joined(written, {true, i, {}, {}}, other.id, other.name, other.group_by);
    }
    return tl::unexpected(tell<sentences::no_such_rule>(reference));
  }

  static tl::expected<Source, Message> joined(const Correlation& written, Source source,
                                              std::string_view id, std::string_view name,
                                              const std::vector<std::string>& kept) {
    const auto take = [&](const std::vector<std::string>& fields,
                          std::vector<std::uint32_t>& places) -> tl::expected<bool, Message> {
      for (const auto& field : fields) {
        const auto place = place_of(kept, field_of(written, field, id, name));
        if (!place) return tl::unexpected(tell<sentences::not_grouped_by>(field, id));
        places.push_back(*place);
      }
      return true;
    };
    if (auto taken = take(written.group_by, source.group); !taken)
      return tl::unexpected(taken.error());
    if (auto taken = take(written.fields, source.counted); !taken)
      return tl::unexpected(taken.error());
    return source;
  }

  const std::vector<Rule>& rules_;
  const std::vector<Correlating>& before_;
};

}  // namespace

References::References(std::vector<Correlation> correlations, const Choice& choice) {
  for (Correlation& correlation : correlations) {
    const bool wanted = correlation.level >= choice.level &&
                        choice.asks_for(correlation.file, correlation.id, correlation.name);
    (wanted ? used_.emplace_back().written : unwanted_.emplace_back()) = std::move(correlation);
    if (wanted) used_.back().wanted = true;
  }
  // Those that a wanted one asks for are used too.
  for (std::size_t i = 0; i < used_.size(); ++i)
    for (auto other = unwanted_.begin(); other != unwanted_.end();) {
      if (!names(used_[i].written, other->id, other->name)) {
        ++other;
        continue;
      }
      used_.push_back({std::move(*other), false});
      other = unwanted_.erase(other);
    }
}

bool References::are_named(std::string_view id, std::string_view name) const {
  return std::any_of(used_.begin(), used_.end(),
                     [&](const Used& one) { return names(one.written, id, name); });
}

bool References::generates(std::string_view id, std::string_view name) const {
  return std::any_of(used_.begin(), used_.end(), [&](const Used& one) {
    return one.written.generate && names(one.written, id, name);
  });
}

bool References::ask_for(const Rule& rule) const {
  return are_named(rule.id, rule.name);
}

void References::prepare(Rule& rule, bool wanted) const {
  if (!ask_for(rule)) return;
  rule.correlated = true;
  rule.silent = !wanted || !generates(rule.id, rule.name);
  for (const Used& one : used_) {
    if (!names(one.written, rule.id, rule.name)) continue;
    for (const auto* fields : {&one.written.group_by, &one.written.fields})
      for (const auto& field : *fields) {
        const auto kept = field_of(one.written, field, rule.id, rule.name);
        if (!place_of(rule.kept, kept)) rule.kept.emplace_back(kept);
      }
  }
}

std::vector<Correlating> References::resolve(const std::vector<Rule>& rules,
                                             std::vector<Refusal>& refusals) const {
  std::vector<Correlating> made;
  std::vector<const Used*> waiting;
  for (const Used& one : used_) waiting.push_back(&one);
  // A correlation may stand before those that it names.
  for (bool moved = true; moved;) {
    moved = false;
    for (auto one = waiting.begin(); one != waiting.end();) {
      const Correlation& written = (*one)->written;
      auto resolved = Resolver(rules, made).resolve(written);
      if (!resolved) {
        ++one;
        continue;
      }
      const bool told = (*one)->wanted && (!are_named(written.id, written.name) ||
                                           generates(written.id, written.name));
      resolved->silent = !told;
      made.push_back(std::move(*resolved));
      one = waiting.erase(one);
      moved = true;
    }
  }
  for (const Used* one : waiting) {
    const Correlation& written = one->written;
    refusals.push_back({written.file, written.line, written.title,
                        Resolver(rules, made).resolve(written).error()});
  }
  return made;
}

}  // namespace digue::detect::sigma
