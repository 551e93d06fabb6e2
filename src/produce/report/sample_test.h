// A report to test with: an accountant's mailbox at a made-up hospital; documentation addresses.
#pragma once
#include "produce/report/report.h"

namespace digue::produce::report {

inline Instant moment(const char* text) {
  return *parse_rfc3339(text);
}

inline finding::Finding hiding_rule() {
  finding::Finding f;
  f.id = "f-0123456789abcdef";
  f.rule = "R10";
  f.severity = finding::Severity::critical;
  f.title = {"Une règle de boîte cache les messages des fournisseurs.",
             "An inbox rule hides the suppliers’ messages."};
  f.time = f.time_end = moment("2026-03-08T02:11:07Z");
  f.accounts = {"compta@hopital.example"};
  f.addresses = {"203.0.113.77"};
  f.items = {"mail-account/2.a.1"};
  f.evidence = {{{0, 48, 49, 61440}}, {{1, 3, 4, 812}}};
  f.subjects = {{"inbox-rule",
                 "compta@hopital.example\\.",
                 ". <script>alert(1)</script>",
                 "compta@hopital.example",
                 {{"DeleteMessage", "True"}, {"SubjectContainsWords", "facture"}}}};
  f.why = {{"Supprime les messages dont l’objet contient « facture ».",
            "Deletes the messages whose subject holds “facture”."},
           {"Créée dans la session de l’intrus.", "Made in the intruder’s session."}};
  f.seeds_intruder = true;
  return f;
}

inline finding::Finding forwarding() {
  finding::Finding f;
  f.id = "f-1123456789abcdef";
  f.rule = "R11";
  f.severity = finding::Severity::high;
  f.title = {"La boîte transfère ses messages vers l’extérieur.",
             "The mailbox forwards its messages outside."};
  f.time = moment("2026-03-08T02:14:30Z");
  f.time_end = moment("2026-03-09T17:02:00Z");
  f.accounts = {"compta@hopital.example"};
  f.indicators = {"archive@out.example"};
  f.evidence = {{{0, 51, 52, 65536}}};
  f.subjects = {{"mailbox-forwarding",
                 "compta@hopital.example",
                 "",
                 "compta@hopital.example",
                 {{"ForwardingSmtpAddress", "smtp:archive@out.example"},
                  {"DeliverToMailboxAndForward", "True"}}}};
  f.why = {{"L’adresse n’est pas d’un domaine de l’établissement.",
            "The address is not of a domain of the organisation."}};
  return f;
}

inline finding::Finding travel() {
  finding::Finding f;
  f.id = "f-2123456789abcdef";
  f.rule = "R4";
  f.severity = finding::Severity::medium;
  f.title = {"Deux connexions à 9 000 km en une heure.",
             "Two sign-ins 9,000 km apart in one hour."};
  f.time = moment("2026-03-07T08:00:00Z");
  f.accounts = {"directeur@hopital.example"};
  return f;
}

inline void add_response(Report& report) {
  using finding::Value;
  report.questions = {
      {{"mail-account/2.a.1",
        Value::yes,
        {"f-0123456789abcdef"},
        {"Règles et journal d’audit du 1er au 31 mars.", "Rules and audit log, 1 to 31 March."}},
       {"Une règle cache ou détourne-t-elle des messages ?",
        "Does a rule hide or divert messages?"},
       "",
       {}},
      {{"mail-account/2.b.1",
        Value::unknown,
        {},
        {"Aucun export des applications autorisées.", "No export of the consented applications."}},
       {"Une application tierce a-t-elle accès à la boîte ?",
        "Does a third-party application have access to the mailbox?"},
       "",
       {}},
      {{"mail-account/1.c.1",
        Value::no,
        {},
        {"Méthodes d’authentification relevées le 9 mars.",
         "Authentication methods as of 9 March."}},
       {"Une méthode d’authentification illégitime a-t-elle été ajoutée ?",
        "Was an illegitimate authentication method added?"},
       "Claire Morel",
       {}}};
  report.plan = {{"mail-account/1.a.1",
                  {"P0", "P0"},
                  {"Bloquer le compte", "Block the account"},
                  {},
                  StepState::done,
                  "Claire Morel",
                  moment("2026-03-09T17:10:00Z"),
                  "",
                  false},
                 {"mail-account/1.b.1",
                  {"P0", "P0"},
                  {"Révoquer les sessions", "Revoke the sessions"},
                  {"compta@hopital.example", "facturation@hopital.example"},
                  StepState::done,
                  "Claire Morel",
                  moment("2026-03-09T17:12:00Z"),
                  "",
                  false},
                 {"mail-account/2.a.1",
                  {"P0", "P0"},
                  {"Désactiver les règles malveillantes", "Disable the malicious rules"},
                  {},
                  StepState::in_progress,
                  "Karim Benali",
                  moment("2026-03-09T17:40:00Z"),
                  "",
                  false},
                 {"mail-account/5.b.1",
                  {"P1", "P1"},
                  {"Conserver les journaux", "Preserve the logs"},
                  {},
                  StepState::to_do,
                  "",
                  Instant::unknown,
                  "",
                  false}};
  report.logbook = {{1,
                     moment("2026-03-09T17:10:00Z"),
                     moment("2026-03-09T17:11:00Z"),
                     "Claire Morel",
                     {"Compte bloqué.", "Account blocked."},
                     "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     true},
                    {2,
                     moment("2026-03-09T17:20:00Z"),
                     moment("2026-03-09T17:20:05Z"),
                     "Karim Benali",
                     {"Le fournisseur confirme la fraude.", "The supplier confirms the fraud."},
                     "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                     false}};
  report.seal = Seal{2, "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
                     "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", ""};
}

inline Report sample_report() {
  Report report;
  report.zone = *Zone::named("Europe/Paris");
  report.head = {
      "INC-2026-014", "Boîte de la comptabilité détournée", "Centre hospitalier de Test",
      "Claire Morel", moment("2026-03-09T16:50:00Z"),       moment("2026-03-10T08:30:00Z"),
      "Digue 0.1.0"};
  report.compromised = {"compta@hopital.example"};
  report.intruder_addresses = {"203.0.113.77"};
  report.findings = {travel(), hiding_rule(), forwarding()};
  finding::Source audit;
  audit.file = "exports.zip/AuditLog.csv";
  audit.format = "m365-audit-csv";
  audit.sha256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
  audit.rows = 48112;
  audit.records = 48000;
  audit.duplicates = 109;
  audit.rejected = 3;
  audit.first = moment("2026-02-09T00:00:12Z");
  audit.last = moment("2026-03-09T17:02:00Z");
  audit.gaps = {{moment("2026-02-20T00:00:00Z"),
                 moment("2026-02-22T00:00:00Z"),
                 {"aucune ligne pendant deux jours", "no row for two days"}}};
  finding::Source rules;
  rules.file = "InboxRules.csv";
  rules.format = "m365-inbox-rules";
  rules.sha256 = "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9";
  rules.rows = rules.records = 14;
  report.sources = {audit, rules};
  report.unreadable = {
      {"exports.zip/AuditLog.csv", 71234, 512, 60, {"JSON coupé", "JSON cut short"}}};
  add_response(report);
  return report;
}

}  // namespace digue::produce::report
