// The parts that reading a sheet is made of; for the files of this room only.
#pragma once
#include <string>
#include <vector>

#include "sheet/condition_reader.h"
#include "sheet/node_reader.h"
#include "sheet/reference.h"
#include "sheet/sheet.h"

namespace digue::sheet {

class SheetReader {
 public:
  explicit SheetReader(std::string file) : nodes_(std::move(file)) {}
  SheetReader(const SheetReader&) = delete;
  SheetReader& operator=(const SheetReader&) = delete;

  void read(const YamlNode& root);
  // One step that stands alone: its place in a sheet is given later (sheet/overlay.h).
  void read_lone_step(const YamlNode& node) { read_step(node, Measure{}, Action{}, {}); }

  NodeReader& nodes() { return nodes_; }
  Sheet& sheet() { return sheet_; }
  const std::vector<Reference>& references() const { return references_; }
  // The list under `later`, which sheets/later.yaml shares.
  std::vector<Later> read_later(const YamlNode& mapping);

 private:
  void read_head(const YamlNode& root);
  void read_kind(const YamlNode& root);
  void read_source(const YamlNode& node);
  void read_sources(const YamlNode& root);
  void read_licence(const YamlNode& node);
  void read_themes(const YamlNode& root);
  void read_measure(const YamlNode& node);
  void read_action(const YamlNode& node, const Measure& measure);
  void read_step(const YamlNode& node, const Measure& measure, const Action& action,
                 const std::string& section);
  void read_step_texts(const YamlNode& node, Step& step);
  void check_style(const YamlNode& node, const Step& step);
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
  void read_temporary(const YamlNode& node, Step& step);
  void read_proof(const YamlNode& node, Step& step);
  void read_proposals(const YamlNode& node, Step& step);
  void read_mark(const YamlNode& node, Step& step);
  void refuse_key(const YamlNode& node, std::string_view key, StepKind wanted, const Step& step);
  std::vector<Effect> read_effects(const YamlNode& mapping);
  Effect read_effect(const YamlNode& node);
  std::string read_target(const YamlNode& node, std::string_view key, bool wanted);
  void carry(Bearer bearer, const std::string& item, std::string detail, const Message& text,
             const YamlNode& at);

  NodeReader nodes_;
  Sheet sheet_;
  std::vector<Reference> references_;
  ConditionReader conditions_{nodes_, references_};
};

}  // namespace digue::sheet
