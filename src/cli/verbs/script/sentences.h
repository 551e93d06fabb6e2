// What `digue script` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence script_summary{
    "écrit les scripts de confinement, à relire et à lancer soi-même",
    "writes the containment scripts, to be reviewed and run by a person"};
inline constexpr Sentence script_only{"seulement ces mesures : C1 à C9 (répétable)",
                                      "only these measures: C1 to C9 (may be repeated)"};
inline constexpr Sentence script_block{
    "bloquer cet expéditeur, domaine, adresse, URL ou condensat (répétable ; mesure C8)",
    "block this sender, domain, address, URL or hash (may be repeated; measure C8)"};
inline constexpr Sentence script_level{
    "gravité à partir de laquelle un constat donne des commandes (high sinon)",
    "severity from which a finding gives commands (high if not said)"};
inline constexpr Sentence script_out{"dossier où écrire les scripts (digue-scripts sinon)",
                                     "folder to write the scripts to (digue-scripts if not said)"};
inline constexpr Sentence script_nothing_given{
    "De quoi partir ? Donnez un incident avec --incident, des preuves à analyser, ou un compte "
    "avec --account.",
    "What to start from? Give an incident with --incident, evidence to analyse, or an account with "
    "--account."};
inline constexpr Sentence script_nothing_to_do{
    "Rien à confiner : aucun compte tenu pour compromis, et aucun constat assez grave. --account "
    "nomme "
    "un compte, --level abaisse le seuil.",
    "Nothing to contain: no account held compromised, and no finding grave enough. --account names "
    "an "
    "account, --level lowers the bar."};
inline constexpr Sentence script_exists{
    "{0} existe déjà et n’est pas remplacé : quelqu’un l’a peut-être relu. Choisissez un autre "
    "dossier "
    "avec --out.",
    "{0} is there already and is not replaced: somebody may have reviewed it. Choose another "
    "folder "
    "with --out."};
inline constexpr Sentence script_no_folder{"Impossible de créer le dossier {0} : {1}.",
                                           "Cannot make the folder {0}: {1}."};
inline constexpr Sentence script_counts{"{0} {0|action|actions}, {1} à faire à la main",
                                        "{0} {0|action|actions}, {1} to do by hand"};
inline constexpr Sentence script_undone_by{"annulé par {0}", "undone by {0}"};
inline constexpr Sentence script_review{
    "Digue n’a rien lancé. Relisez chaque script, lancez-le une fois tel quel (essai à blanc), "
    "puis avec "
    "-Apply, dans l’ordre C1 à C9.",
    "Digue has run nothing. Review each script, run it once as it is (dry run), then with -Apply, "
    "in "
    "the order C1 to C9."};
inline constexpr Sentence script_no_incident{"sans incident ouvert", "no incident opened"};

}  // namespace digue::cli::verbs::sentences
