// What `digue qualify` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::qualifying::sentences {

inline constexpr Sentence summary{"qualifie l’incident : gravité, raisons, question à poser",
                                  "qualifies the incident: severity, reasons, question to ask"};
inline constexpr Sentence option_round{"commence (start) ou termine (end) un tour",
                                       "starts or ends a round (start, end)"};
inline constexpr Sentence option_time_box{"minutes que le tour peut durer",
                                          "minutes that the round may last"};
inline constexpr Sentence option_decide{"degré décidé : anomaly, minor, major ou crisis",
                                        "degree decided: anomaly, minor, major or crisis"};
inline constexpr Sentence option_by{"personne qui décide", "person who decides"};
inline constexpr Sentence time_box_alone{
    "--time-box va avec « --round start » : ajoutez-le, ou retirez --time-box.",
    "--time-box goes with “--round start”: add it, or remove --time-box."};
inline constexpr Sentence decide_alone{"--by va avec --decide DEGRÉ : ajoutez-le, ou retirez --by.",
                                       "--by goes with --decide DEGREE: add it, or remove --by."};
inline constexpr Sentence at_alone{
    "--at montre un moment passé : rien ne peut y être écrit. Retirez --round et --decide.",
    "--at shows a past moment: nothing can be written there. Remove --round and --decide."};

inline constexpr Sentence heading{"Gravité : {0}", "Severity: {0}"};
inline constexpr Sentence decided{"Décidée par {0}, {1} : {2}", "Decided by {0}, {1}: {2}"};
inline constexpr Sentence proposed{
    "Proposée par la table ; aucune personne n’a encore décidé. Pour décider :",
    "Proposed by the table; nobody has decided yet. To decide:"};
inline constexpr Sentence overtaken{
    "Ce que l’on sait a changé depuis cette décision. À décider de nouveau :",
    "What is known has changed since that decision. To be decided again:"};
inline constexpr Sentence decide_command{
    "digue qualify --incident {0} --decide {1} --by NOM --why RAISON",
    "digue qualify --incident {0} --decide {1} --by NAME --why REASON"};
inline constexpr Sentence between{"Établi : {0}. Possible : jusqu’à {1}. Pour agir : {2}.",
                                  "Established: {0}. Possible: up to {1}. To act on: {2}."};
inline constexpr Sentence settled{"Établi : {0}. Plus rien ne peut le changer, sinon un fait.",
                                  "Established: {0}. Nothing can change it now, but a new fact."};
inline constexpr Sentence shown_table{"Table de gravité, version {0}. {1}",
                                      "Severity table, version {0}. {1}"};

inline constexpr Sentence heading_established{"Ce qui l’établit", "What establishes it"};
inline constexpr Sentence nothing_established{"Rien n’est encore établi.",
                                              "Nothing is established yet."};
inline constexpr Sentence input_line{"{0}  {1}", "{0}  {1}"};
inline constexpr Sentence input_yes{"{0}  {1} Oui.", "{0}  {1} Yes."};
inline constexpr Sentence ground_person{"{0} : {1} — {2}, {3}, entrée {4}",
                                        "{0}: {1} — {2}, {3}, entry {4}"};
inline constexpr Sentence ground_evidence{
    "{0} : {1} — par les traces ({2} {2|constat|constats}) ; personne ne l’a encore confirmé",
    "{0}: {1} — by the evidence ({2} {2|finding|findings}); nobody has confirmed it yet"};
inline constexpr Sentence ground_accounts{"comptes tenus pour compromis : {0}",
                                          "accounts held compromised: {0}"};
inline constexpr Sentence ground_state{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence contradicted{
    "D’autres réponses disent non. La plus grave compte tant que ce n’est pas tranché.",
    "Other answers say no. The graver one counts until that is settled."};

inline constexpr Sentence heading_raise{"Ce qui peut l’aggraver", "What may raise it"};
inline constexpr Sentence raise_to{"{0} si tout ceci est vrai :", "{0} if all of this is true:"};
inline constexpr Sentence raise_alone{"{0} dès que ceci est vrai :",
                                      "{0} as soon as this is true:"};

inline constexpr Sentence heading_next{"La question la plus utile", "The most useful question"};
inline constexpr Sentence no_question{"Aucune réponse ne peut plus changer le degré.",
                                      "No answer can change the degree any more."};
inline constexpr Sentence usefulness{
    "La réponse change le degré dans {0} des {1} suites possibles.",
    "The answer changes the degree in {0} of the {1} ways to go on."};
inline constexpr Sentence if_yes{"Si oui : au moins {0}.", "If yes: {0} at least."};
inline constexpr Sentence if_no{"Si non : au plus {0}.", "If no: {0} at most."};
inline constexpr Sentence asked_already{
    "Déjà posée sans réponse sûre. Demandez à quelqu’un d’autre, ou cherchez dans les traces.",
    "Asked already, with no sure answer. Ask someone else, or look into the evidence."};
inline constexpr Sentence step_line{"Étape {0} : {1}", "Step {0}: {1}"};
inline constexpr Sentence answer_command{"digue answer {0} {1}{2} --incident {3}",
                                         "digue answer {0} {1}{2} --incident {3}"};
inline constexpr Sentence account_part{" --account COMPTE", " --account ACCOUNT"};
inline constexpr Sentence value_part{"RÉPONSE", "ANSWER"};
inline constexpr Sentence names_part{"\"NOM, NOM\"|no|unknown", "\"NAME, NAME\"|no|unknown"};
inline constexpr Sentence duration_part{"\"12 h\"|unknown", "\"12 h\"|unknown"};
inline constexpr Sentence look_part{"yes|no|unknown", "yes|no|unknown"};
inline constexpr Sentence no_step{
    "Aucune fiche d’ici ne pose cette question. Notez la réponse : digue log add --incident {0}",
    "No sheet here asks this question. Write the answer down: digue log add --incident {0}"};

inline constexpr Sentence heading_register{"Ce que dit le registre ; une personne décide",
                                           "What the register says; a person decides"};
inline constexpr Sentence register_no_host{
    "Aucune machine dans le périmètre. Pour en mettre une : digue incident host NOM",
    "No host in the perimeter. To put one there: digue incident host NAME"};
inline constexpr Sentence register_unknown{"Pas dans le registre : {0}",
                                           "Not in the register: {0}"};
inline constexpr Sentence register_no_activity{
    "Aucune activité du registre ne dépend des machines touchées.",
    "No activity of the register depends on the hosts hit."};
inline constexpr Sentence register_activity{"{0} ({1}) : par {2}, sur {3}",
                                            "{0} ({1}): through {2}, on {3}"};
inline constexpr Sentence vital_yes{"vitale", "vital"};
inline constexpr Sentence vital_no{"non vitale", "not vital"};
inline constexpr Sentence vital_unknown{"vitale ou non : à demander", "vital or not: to be asked"};
inline constexpr Sentence register_continuity{"Continuité : {0}", "Continuity: {0}"};
inline constexpr Sentence register_degraded{"Mode dégradé : {0} ; {1}", "Degraded mode: {0}; {1}"};
inline constexpr Sentence register_no_degraded{"Pas de mode dégradé.", "No degraded mode."};
inline constexpr Sentence held_hours{"tient {0} h", "holds {0} h"};
inline constexpr Sentence held_minutes{"tient {0} min", "holds {0} min"};
inline constexpr Sentence held_until{
    "Soit jusqu’à {0}, compté depuis l’entrée de {1} au périmètre.",
    "That is until {0}, counted from when {1} entered the perimeter."};
inline constexpr Sentence held_unknown{"durée inconnue", "for an unknown time"};
inline constexpr Sentence register_loss{"Perte par jour : {0} €", "Loss per day: €{0}"};
inline constexpr Sentence data_personal{"personnelles", "personal"};
inline constexpr Sentence data_health{"de santé", "health"};
inline constexpr Sentence data_financial{"financières", "financial"};
inline constexpr Sentence data_classified{"classifiées", "classified"};
inline constexpr Sentence data_contractual{"sous contrat", "contractual"};
inline constexpr Sentence listed{"{0}, {1}", "{0}, {1}"};
inline constexpr Sentence register_data{"Données concernées : {0}", "Data concerned: {0}"};
inline constexpr Sentence register_partner{"À prévenir peut-être : {0}. {1}",
                                           "To be warned perhaps: {0}. {1}"};
inline constexpr Sentence register_proposal{"{0}  {1} Proposé : {2}.", "{0}  {1} Proposed: {2}."};
inline constexpr Sentence organisation_note{"Registre : {0}", "Register: {0}"};

inline constexpr Sentence heading_axes{"Les axes", "The axes"};
inline constexpr Sentence axis_settled{"{0} : {1}", "{0}: {1}"};
inline constexpr Sentence axis_between{"{0} : établi « {1} », possible « {2} »",
                                       "{0}: established “{1}”, possible “{2}”"};
inline constexpr Sentence axis_because{"{0} ({1})", "{0} ({1})"};

inline constexpr Sentence heading_rounds{"Les tours", "The rounds"};
inline constexpr Sentence round_ended{"Tour {0}, de {1} à {2} : établi {3}, possible {4}",
                                      "Round {0}, {1} to {2}: established {3}, possible {4}"};
inline constexpr Sentence round_cut{"Tour {0}, de {1} à {2} : fini sans conclusion",
                                    "Round {0}, {1} to {2}: ended without a conclusion"};
inline constexpr Sentence round_open{"Tour {0}, depuis {1}", "Round {0}, since {1}"};
inline constexpr Sentence time_left{"Il reste {0} min sur {1}.", "{0} min left of {1}."};
inline constexpr Sentence time_over{"Temps dépassé de {0} min : concluez avec ce que vous savez.",
                                    "{0} min over time: conclude with what you know."};
inline constexpr Sentence round_end_command{"Pour finir : digue qualify --incident {0} --round end",
                                            "To end it: digue qualify --incident {0} --round end"};
inline constexpr Sentence no_round{
    "Aucun tour en cours. Pour en ouvrir un : digue qualify --incident {0} --round start",
    "No round under way. To open one: digue qualify --incident {0} --round start"};
inline constexpr Sentence change{"{0}  {1} {2} (avant : {3})", "{0}  {1} {2} (before: {3})"};
inline constexpr Sentence no_change{"Rien n’a changé depuis le tour d’avant.",
                                    "Nothing has changed since the round before."};

inline constexpr Sentence heading_conclusions{"Conclusions à tirer ; une personne décide",
                                              "Conclusions to draw; a person decides"};
inline constexpr Sentence conclusion_line{"{0}  {1} Proposé : {2}.", "{0}  {1} Proposed: {2}."};
inline constexpr Sentence more_conclusions{
    "Encore {0} {0|conclusion|conclusions} sans proposition : répondez d’abord aux questions qui "
    "{0|la|les} précèdent.",
    "{0} {0|more conclusion|more conclusions} with nothing proposed: answer the questions before "
    "{0|it|them} first."};

inline constexpr Sentence heading_history{"Les décisions", "The decisions"};
inline constexpr Sentence history_line{"{0} : {1}, par {2} (avant : {3}). {4}",
                                       "{0}: {1}, by {2} (before: {3}). {4}"};

}  // namespace digue::cli::verbs::qualifying::sentences
