#include "detect/sigma/loading.h"

#include <algorithm>

#include "detect/sigma/limits.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

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
  add(read_file(bytes, name));
}

void Loader::add(FileContent content) {
  for (Refusal& refusal : content.refusals) refusals_.push_back(std::move(refusal));
  for (Document& document : content.documents) {
    if (auto* rule = std::get_if<Rule>(&document)) take(std::move(*rule));
    if (auto* filter = std::get_if<Filter>(&document)) filters_.push_back(std::move(*filter));
    if (auto* one = std::get_if<Correlation>(&document))
      if (is_new(one->id, one->file, one->line, one->title))
        correlations_.push_back(std::move(*one));
  }
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool Loader::is_new(const std::string& id, const std::string& file, int line,
                    const std::string& title) {
  const auto [known, is_new] = files_by_id_.emplace(id, file);
  if (!is_new)
    refuse(file, line, title, tell<sentences::same_id>(id, file_name(known->second)));
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

void Loader::compile_rule(RuleCompiler& compiler, const Rule& rule) {
  auto made = compiler.add(rule);
  if (!made) return refuse(rule.file, rule.line, rule.title, std::move(made.error()));
  if (*made == RuleCompiler::Made::no_log)
    note_left_out(rule, tell<sentences::no_log_source>(name_of(rule.source)), true);
}

Loaded Loader::finish() {
  const References references(std::move(correlations_), choice_);
  RuleCompiler compiler(filters_, choice_.placeholders);
  for (Rule& rule : waiting_) {
    if (leave_out(rule, references.ask_for(rule))) continue;
    const bool wanted =
        choice_.asks_for(rule.file, rule.id, rule.name) && rule.level >= choice_.level;
    references.prepare(rule, wanted);
    compile_rule(compiler, rule);
  }
  for (const Correlation& correlation : references.unwanted()) leave_out(correlation);
  auto correlating = references.resolve(compiler.rules(), refusals_);
  return {compiler.finish(std::move(correlating)), std::move(left_out_), std::move(refusals_),
          std::move(filters_)};
}

}  // namespace digue::detect::sigma
