// The parts that reading a sheet is made of; for the files of this room only.
#pragma once
#include <string>
#include <vector>

#include "sheet/node_reader.h"
#include "sheet/sheet.h"

namespace digue::sheet {

// An id used somewhere, to be checked once everything is read.
struct Reference {
  enum class Kind : std::uint8_t { step, item, theme, answer };
  Kind kind = Kind::step;
  std::string id;
  std::vector<std::string> values;  // of an answer
  Place place;
};

class SheetReader {
 public:
  explicit SheetReader(std::string file) : nodes_(std::move(file)) {}

  void read(const YamlNode& root);

  NodeReader& nodes() { return nodes_; }
  Sheet& sheet() { return sheet_; }
  const std::vector<Reference>& references() const { return references_; }
  // The list under `later`, which sheets/later.yaml shares.
  std::vector<Later> read_later(const YamlNode& mapping);
  // A condition, which sheets/severity.yaml shares; what it looks at is among the references.
  Condition read_condition(const YamlNode& node);

 private:
  void read_head(const YamlNode& root);
  void read_source(const YamlNode& node);
  void read_licence(const YamlNode& node);
  void read_themes(const YamlNode& root);
  void read_measure(const YamlNode& node);
  void read_action(const YamlNode& node, const Measure& measure);
  void read_step(const YamlNode& node, const Measure& measure, const Action& action,
                 const std::string& section);
  void read_step_texts(const YamlNode& node, Step& step);
  void read_answers(const YamlNode& node, Step& step);
  void read_option(const YamlNode& node, Step& step);
  void read_links(const YamlNode& node, Step& step);
  void read_features(const YamlNode& root);
  std::vector<Remark> read_remarks(const YamlNode& mapping);
  std::vector<Impact> read_impacts(const YamlNode& mapping);
  std::vector<Evidence> read_preservation(const YamlNode& mapping);
  std::vector<std::string> read_codes(const YamlNode& mapping, std::string_view key, char letter);
  std::vector<std::string> read_step_ids(const YamlNode& mapping, std::string_view key);
  void read_rules(const YamlNode& node, const Step& step);
  Condition read_parts(const YamlNode& node, Condition::Kind kind);
  Condition read_accounts(const YamlNode& node);
  Condition read_question(const YamlNode& node, std::string_view key, Condition::Kind kind);
  std::vector<std::string> read_values(const YamlNode& mapping, Condition::Kind kind);
  std::vector<Effect> read_effects(const YamlNode& mapping);
  Effect read_effect(const YamlNode& node);
  void carry(Bearer bearer, const std::string& item, std::string detail, const Message& text,
             const YamlNode& at);

  NodeReader nodes_;
  Sheet sheet_;
  std::vector<Reference> references_;
};

}  // namespace digue::sheet
