// Playbooks that others send: ours, and theirs.
#include "cacao/export.h"
#include "seeds/seeds.h"
#include "sheet/reading.h"
#include "sheet/tree.h"

namespace seeds {

static constexpr std::string_view small_sheet = R"(format: "1"
sheet: door
version: "1"
date: "2026-11-22"
title: {fr: "Porte", en: "Door"}
goal: {fr: "Fermer", en: "Shut"}
when: {fr: "Ouverte", en: "Open"}
source: {publisher: "Nous", title: "Rien"}
licence: {name: "CC0", attribution: {fr: "Nous", en: "Us"}}
themes:
  - id: one
    title: {fr: "Un", en: "One"}
measures:
  - id: door/1
    theme: one
    priority: P0
    title: {fr: "Faire", en: "Do"}
    actions:
      - id: door/1.a
        section: "1"
        title: {fr: "Agir", en: "Act"}
        steps:
          - id: door/1.a.1
            kind: do
            title: {fr: "Fermer", en: "Shut"}
          - id: door/1.a.2
            kind: ask
            title: {fr: "Sûr ?", en: "Sure?"}
            rules:
              - when: {answer: door/1.a.2, is: [no, unknown]}
                effects: [{do: hide, steps: [door/1.a.1]}]
                reason: {fr: "Parce que", en: "Because"}
)";

void add_playbooks(const Folder& out) {
  for (const char* name : {"every-step", "smallest"})
    out.add("cacao", name,
            bytes_of(std::string(DIGUE_SOURCE_DIR "/tests/cacao/") + name + ".json"));
  const auto sheet = digue::sheet::load_sheet(small_sheet, "door.yaml");
  const auto tree = digue::sheet::read_tree(small_sheet, "door.yaml");
  if (!sheet || !tree) give_up("the small sheet of the playbooks");
  using digue::cacao::Profile;
  const auto add = [&](const char* name, Profile profile) {
    out.add("cacao", name,
            digue::cacao::export_playbook(*sheet, *tree, {}, {profile, digue::Language::english}));
  };
  add("own-full", Profile::full);
  add("own-simple", Profile::simple);
}

}  // namespace seeds
