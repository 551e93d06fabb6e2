// What people write: sheets, settings, tables, dates, names.
#include <map>

#include "analysis/mmdb_testing.h"
#include "seeds/seeds.h"

namespace seeds {

static std::string lines_of(const fs::path& path, std::string_view from, std::string_view to) {
  const std::string text = bytes_of(path);
  const auto begin = text.find(from), end = text.find(to, begin + from.size());
  if (begin == std::string::npos) give_up("nothing like that in " + path.string());
  return text.substr(begin, end == std::string::npos ? end : end - begin);
}

// The head of a sheet with one of its measures.
static void add_measure(const Folder& out, const std::string& sheet, const std::string& measure) {
  const fs::path path = DIGUE_SOURCE_DIR "/sheets/" + sheet + ".yaml";
  const auto id = "  - id: " + sheet + "/" + measure + "\n";
  out.add("sheet", sheet + "-" + measure,
          lines_of(path, "format:", "  - id: " + sheet + "/") +
              lines_of(path, id, "\n  - id: " + sheet + "/"));
}

// What a person on call types, or pastes, with what is in it.
static void add_notes(const Folder& out) {
  out.add("indicators", "defanged", "hxxps://evil[.]example/a?b=c, jean (at) x [dot] example");
  out.add("indicators", "network",
          "203.0.113.0/24 2001[:]db8[:][:]1 203.0.113.4-20 http://[2001:db8::1]:80/x(1)).");
  out.add("indicators", "names",
          "« Facture avril.docm » SRV-AD.x evil.example.Il faut bounce+jean=x.fr@list.example");
  out.add("indicators", "hash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

// Rules that use all there is.
static void add_rules(const Folder& out) {
  const std::string head = "title: T\nlogsource: {product: windows, category: process_creation}\n";
  out.add("sigma_rule", "search",
          head +
              "id: a\ndetection:\n  s:\n    - Image|endswith: '\\cmd.exe'\n      User: null\n"
              "    - CommandLine|windash|contains|all: [' -all', 'who*i']\n  w: [cmd, '?hoami']\n"
              "  f: {CommandLine|re|i: '(cmd|pwsh)\\s+/c', Image|fieldref|neq: User}\n"
              "  condition: (s or 1 of w*) and not f\n");
  out.add("sigma_rule", "values",
          head +
              "name: b\ndetection:\n  s: {A|cidr: 10.0.0.0/8, B|gte: 4, C|exists: false, "
              "D|hour|lt: 6}\n"
              "  t: {E|wide|base64offset|contains: ping, F|utf16be|base64: x, G|cased: Y, "
              "H|expand: '%z%'}\n"
              "  condition: [2 of them, not all of t]\n");
  out.add(
      "sigma_rule", "several",
      head +
          "id: c\ndetection: {s: {User: ''}, condition: s}\n---\ntitle: F\nlogsource: {product: "
          "windows}\nfilter: {rules: any, x: {Image: y}, condition: not x}\n---\ntitle: C\n"
          "correlation:\n  type: value_count\n  rules: [c]\n  group-by: [User]\n  timespan: 5m\n"
          "  aliases: {who: {c: User}}\n  condition: {field: Image, gte: 2}\n");
}

static void add_sheets(const Folder& out) {
  for (const char* measure : {"pre", "3", "6", "after"}) add_measure(out, "mail-account", measure);
  for (const char* measure : {"1", "2"}) add_measure(out, "ransomware", measure);
  out.add("severity_table", "ours", bytes_of(DIGUE_SOURCE_DIR "/sheets/severity.yaml"));
  out.add("clocks", "ours", bytes_of(DIGUE_SOURCE_DIR "/sheets/clocks.yaml"));
  out.add("contacts", "ours", bytes_of(DIGUE_SOURCE_DIR "/sheets/contacts.yaml"));
  out.add("entry", "ours", bytes_of(DIGUE_SOURCE_DIR "/sheets/entry.yaml"));
  out.add("glossary", "ours", bytes_of(DIGUE_SOURCE_DIR "/sheets/glossary.yaml"));
  out.add(
      "overlay", "ours",
      "format: \"1\"\noverlay: \"Valmont\"\nlanguage: fr\nbase:\n  - sheet: mail-account\n"
      "    version: \"1.0\"\n    hash: \"3fa2c1d0\"\n    steps: [\"1.a.1=P0:3fa2c1d0 x=P1:0\"]\n"
      "reviewed: {date: 2026-11-01, by: \"A\"}\nplatforms: [zimbra]\ncontacts:\n"
      "  - {contact: lead, name: \"A\", phones: [{number: \"01\", where: \"jour\"}]}\nsteps:\n"
      "  - step: mail-account/1.a.1\n    owners: [\"B\"]\n    console: [{path: \"C > D\"}]\n"
      "own_steps:\n  - after: mail-account/1.a.1\n    step: {id: mail-account/org.1, kind: do, "
      "title: \"Dire\"}\nhidden:\n  - {step: mail-account/x, reason: \"Non.\"}\n");
  out.add("sheet", "later", bytes_of(DIGUE_SOURCE_DIR "/sheets/later.yaml"));
  out.add("sheet", "requirements",
          bytes_of(DIGUE_SOURCE_DIR "/sheets/requirements.tsv").substr(0, 4096));
  out.add(
      "sheet_data", "contacts",
      "contacts:\n  - id: cert-fr\n    item: any-incident/contact\n    title: {fr: \"Le CERT\", "
      "en: \"The CERT\"}\n    phone: \"+33 1 00 00 00 00\"\n    items: [mail-account/1.a]\n");
}

static void add_durations(const Folder& out) {
  int number = 0;
  for (const char* duration : {"12 h", "1h30", "2 jours", "PT36H", "90 min", "1,5 jour ; 4 h",
                               "2 jours, 4 h", "1 h 30 min", "une semaine", "3 weeks"})
    out.add("durations", std::to_string(++number), duration);
}

static void add_dates(const Folder& out) {
  int number = 0;
  for (const char* date :
       {"2026-03-08T02:11:07Z", "2026-03-08T02:11:07.1234567+01:00", "3/8/2026 2:11:07 PM",
        "08/03/2026 14:11:07", "8 mars 2026 à 14:11", "/Date(1772935867000)/",
        "/Date(1772935867000+0100)/", "2026-03-08 02:11", "Sun, 08 Mar 2026 02:11:07 GMT",
        "2026-03-08T02:11:07", "3/8/2026", "1772935867", "8 March 2026 02:11:07"})
    out.add("dates", std::to_string(++number), date);
}

static void add_names(const Folder& out) {
  int number = 0;
  for (const char* name :
       {"..", "Règle d’absence", "facture virement RIB", "forward to attacker@evil.example",
        "smtp:loic@ch-valm0nt.example; b@c.example", "micros0ft-login.example", "ａｄｍｉｎ",
        "=?utf-8?b?YQ==?= <a@b.example>", "paypaI", "O=EXCHANGELABS/CN=RECIPIENTS/CN=abc-loic"})
    out.add("detect_words", std::to_string(++number), name);
}

static void add_places(const Folder& out) {
  out.add("mmdb", "city", digue::analysis::city_mmdb());
  out.add("mmdb", "flat", digue::analysis::flat_mmdb());
  out.add("site_table", "table",
          "network,country,city,latitude,longitude,as_number,as_name\n"
          "192.0.2.0/24,FR,Lyon,45.76,4.84,64500,\"Example, Net\"\n2001:db8::/32,NL,,,,64501,\n");
  out.add("site_table", "semicolons", "as_name;network\nA;192.0.2.0/28\nB;192.0.2.1\n");
  out.add("operator_ranges", "four",
          "0.0.0.0,0.0.0.255,64495,Zero\n192.0.2.0,192.0.2.255,64496,\"Example, Office\"\n"
          "203.0.113.0,255.255.255.255,64498,Example Hosting\n");
  out.add("operator_ranges", "six", "2001:db8::,2001:db8::ffff,64496,Example\n");
}

static std::string line_of(const digue::finding::Subject& subject) {
  std::string line =
      subject.kind + "|=" + subject.identity + "|" + subject.name + "|=" + subject.mailbox;
  for (const auto& [name, value] : subject.state) line += "|" + name + "==" + value;
  return line;
}

void add_subjects(const Folder& out, const ExerciseSamples& exercise) {
  constexpr int of_a_kind = 3;
  std::map<std::string, int> kinds;
  std::string all;
  for (const auto& found : exercise.findings)
    for (const auto& subject : found.subjects) {
      const int number = ++kinds[subject.kind];
      if (number > of_a_kind) continue;
      out.add("scripts", subject.kind + std::to_string(number), line_of(subject));
      all += line_of(subject) + "\n";
    }
  out.add("scripts", "all", all);
}

void add_texts(const Folder& out) {
  add_sheets(out);
  add_notes(out);
  add_rules(out);
  add_dates(out);
  add_durations(out);
  add_names(out);
  add_places(out);
  out.add("register", "activities",
          "Activité;Vitale;Continuité;Mode dégradé;Durée du mode dégradé;Perte par jour;Systèmes\n"
          "Urgences;oui;Site de repli;\"Dossiers; papier\";12 h;50000;Dossier patient, Annuaire\n");
  out.add("register", "systems",
          "System,Type,Data,Backups,Runs on,Zone,Role\n"
          "Dossier patient,application,health|personal,offline,srv-dpi,Métier,bastion\n");
  out.add("register", "partners", "partenaire\tjoindre\tzones\nGHT Nord\t01 02 03 04 05\tMétier\n");
  out.add("organisation", "register",
          lines_of(DIGUE_SOURCE_DIR "/docs/organisation.md", "activities:", "```"));
  out.add("organisation", "whole",
          lines_of(DIGUE_SOURCE_DIR "/docs/organisation.md", "name:", "```"));
}

}  // namespace seeds
