#include "detect/sigma/loading.h"

#include <algorithm>

#include "detect/sigma/limits.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

bool is_among(const std::vector<std::string>& names, std::string_view name) {
  return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
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

// As a rule would ask it.
Detections asked_by(const LogPlace::Where& where) {
  const Item item{
      std::string(where.field), {}, {{Value::Kind::text, std::string(where.value), 0}}, 0};
  return {{{"where", {{item}}, 0}}, {{"where", 0}}};
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
    if (auto* one = std::get_if<Correlation>(&document))
      if (is_new(one->id, one->file, one->line, one->title))
        correlations_.push_back(std::move(*one));
  }
}

bool Loader::is_new(const std::string& id, const std::string& file, int line,
                    const std::string& title) {
  const auto [known, is_new] = files_by_id_.emplace(id, file);
  if (!is_new)
    refuse(file, line, title, tell<sentences::same_id>(id, known->second));
  else if (files_by_id_.size() > max_rules)
    refuse(file, line, title, tell<sentences::too_many_rules>(max_rules));
  return is_new && files_by_id_.size() <= max_rules;
}

void Loader::take(Rule rule) {
  if (is_new(rule.id, rule.file, rule.line, rule.title)) waiting_.push_back(std::move(rule));
}

// Whether it was.  `asked_for` by a correlation, it is kept for that alone.
bool Loader::leave_out(const Rule& rule, bool asked_for) {
  const bool is_wanted = choice_.asks_for(rule.file, rule.id, rule.name);
  if (is_retired(rule))
    note_left_out(rule, tell<sentences::retired>(rule.status));
  else if (!asked_for && !is_wanted)
    note_left_out(rule, tell<sentences::not_asked_for>());
  else if (!asked_for && rule.level < choice_.level)
    note_left_out(rule, tell<sentences::below_level>());
  else
    return false;
  return true;
}

void Loader::leave_out(const Correlation& correlation) {
  const bool below = correlation.level < choice_.level;
  left_out_.push_back({correlation.file, correlation.id, correlation.title, correlation.line,
                       below ? tell<sentences::below_level>() : tell<sentences::not_asked_for>(),
                       false});
}

tl::expected<Compiled, Message> Loader::compile_for(const Rule& rule, const LogPlace& place) {
  const Dialect* dialect = place.dialect;
  auto compiled = compile(rule.detections, dialect, choice_.placeholders, names_);
  std::vector<Detections> others;
  if (!place.where.field.empty()) others.push_back(asked_by(place.where));
  for (const Filter& filter : filters_)
    if (narrows(filter, rule)) others.push_back(filter.detections);
  for (const Detections& other : others) {
    if (!compiled) return compiled;
    auto narrowing = compile(other, dialect, choice_.placeholders, names_);
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
    auto compiled = compile_for(rule, place);
    if (!compiled) return refuse(rule.file, rule.line, rule.title, std::move(compiled.error()));
    std::vector<FieldId> kept;
    for (const auto& field : rule.kept) kept.push_back(field_in(place.dialect, field, names_));
    plans.push_back(
        {static_cast<std::uint32_t>(rules_.size()), place, std::move(*compiled), std::move(kept)});
  }
  if (no_log)
    return note_left_out(rule, tell<sentences::no_log_source>(name_of(rule.source)), true);
  std::move(plans.begin(), plans.end(), std::back_inserter(plans_));
  rules_.push_back(std::move(rule));
}

Loaded Loader::finish() {
  const References references(std::move(correlations_), choice_);
  for (Rule& rule : waiting_) {
    if (leave_out(rule, references.ask_for(rule))) continue;
    const bool wanted =
        choice_.asks_for(rule.file, rule.id, rule.name) && rule.level >= choice_.level;
    references.prepare(rule, wanted);
    compile_rule(std::move(rule));
  }
  for (const Correlation& correlation : references.unwanted()) leave_out(correlation);
  auto correlating = references.resolve(rules_, refusals_);
  return {RuleSet(std::move(rules_), std::move(plans_), std::move(names_), std::move(correlating)),
          std::move(left_out_), std::move(refusals_), filters_.size()};
}

}  // namespace digue::detect::sigma
