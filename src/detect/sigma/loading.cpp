#include "detect/sigma/loading.h"

#include <algorithm>
#include <filesystem>

#include "detect/sigma/limits.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

bool is_among(const std::vector<std::string>& names, std::string_view name) {
  return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

bool is_asked_for(const Rule& rule, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return true;
  const auto stem = std::filesystem::path(rule.file).stem().string();
  return is_among(wanted, rule.id) || is_among(wanted, rule.name) || is_among(wanted, stem);
}

// What the filter does not tell of a log source, it leaves open.
bool has_source(const Filter& filter, const LogSource& source) {
  const auto agrees = [](const std::string& wanted, const std::string& is) {
    return wanted.empty() || wanted == is;
  };
  return agrees(filter.source.product, source.product) &&
         agrees(filter.source.category, source.category) &&
         agrees(filter.source.service, source.service);
}

bool narrows(const Filter& filter, const Rule& rule) {
  if (!has_source(filter, rule.source)) return false;
  return filter.any_rule || is_among(filter.rules, rule.id) || is_among(filter.rules, rule.name);
}

bool is_retired(const Rule& rule) {
  return rule.status == "deprecated" || rule.status == "unsupported";
}

}  // namespace

void Loader::refuse(const std::string& file, int line, const std::string& title, Message why) {
  refusals_.push_back({file, line, title, std::move(why)});
}

void Loader::note_left_out(const Rule& rule, Message why, bool no_log) {
  left_out_.push_back({rule.file, rule.id, rule.title, rule.line, std::move(why), no_log});
}

void Loader::add(std::string_view bytes, const std::string& name) {
  FileContent content = read_file(bytes, name);
  for (Refusal& refusal : content.refusals) refusals_.push_back(std::move(refusal));
  for (Document& document : content.documents) {
    if (auto* rule = std::get_if<Rule>(&document)) take(std::move(*rule));
    if (auto* filter = std::get_if<Filter>(&document)) filters_.push_back(std::move(*filter));
    if (const auto* other = std::get_if<Correlation>(&document))
      refuse(other->file, other->line, other->title, tell<sentences::no_correlations>());
  }
}

void Loader::take(Rule rule) {
  const auto [known, is_new] = files_by_id_.emplace(rule.id, rule.file);
  if (!is_new)
    return refuse(rule.file, rule.line, rule.title,
                  tell<sentences::same_id>(rule.id, known->second));
  if (waiting_.size() == max_rules)
    return refuse(rule.file, rule.line, rule.title, tell<sentences::too_many_rules>(max_rules));
  waiting_.push_back(std::move(rule));
}

// Whether it was.
bool Loader::leave_out(const Rule& rule) {
  if (!is_asked_for(rule, choice_.rules))
    note_left_out(rule, tell<sentences::not_asked_for>());
  else if (rule.level < choice_.level)
    note_left_out(rule, tell<sentences::below_level>());
  else if (is_retired(rule))
    note_left_out(rule, tell<sentences::retired>(rule.status));
  else
    return false;
  return true;
}

tl::expected<Compiled, Message> Loader::compile_for(const Rule& rule, const Dialect* dialect) {
  auto compiled = compile(rule.detections, dialect, choice_.placeholders, names_);
  for (const Filter& filter : filters_) {
    if (!compiled || !narrows(filter, rule)) continue;
    auto narrowing = compile(filter.detections, dialect, choice_.placeholders, names_);
    if (!narrowing) return narrowing;
    compiled = narrowed(std::move(*compiled), std::move(*narrowing));
  }
  return compiled;
}

void Loader::compile_rule(Rule rule) {
  auto places = places_of(rule.source);
  const bool no_log = places.empty();
  // What cannot be compiled is told even where no log would be asked.
  if (no_log) places.push_back({});
  std::vector<Plan> plans;
  for (const LogPlace& place : places) {
    auto compiled = compile_for(rule, place.dialect);
    if (!compiled) return refuse(rule.file, rule.line, rule.title, std::move(compiled.error()));
    plans.push_back({static_cast<std::uint32_t>(rules_.size()), place, std::move(*compiled)});
  }
  if (no_log)
    return note_left_out(rule, tell<sentences::no_log_source>(name_of(rule.source)), true);
  std::move(plans.begin(), plans.end(), std::back_inserter(plans_));
  rules_.push_back(std::move(rule));
}

Loaded Loader::finish() {
  for (Rule& rule : waiting_)
    if (!leave_out(rule)) compile_rule(std::move(rule));
  return {RuleSet(std::move(rules_), std::move(plans_), std::move(names_)), std::move(left_out_),
          std::move(refusals_), filters_.size()};
}

}  // namespace digue::detect::sigma
