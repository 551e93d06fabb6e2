// What the organisation room says.
#pragma once
#include "base/sentence.h"

namespace digue::organisation::sentences {

inline constexpr Sentence a_network{"une adresse ou une plage (203.0.113.0/24)",
                                    "an address or a range (203.0.113.0/24)"};
inline constexpr Sentence a_country{"un pays en deux lettres (FR)",
                                    "a country in two letters (FR)"};
inline constexpr Sentence a_domain{"un nom de domaine (hopital.example)",
                                   "a domain name (hopital.example)"};
inline constexpr Sentence an_hour{"une heure (07:30)", "an hour (07:30)"};
inline constexpr Sentence a_day{"un jour : mon, tue, wed, thu, fri, sat ou sun",
                                "a day: mon, tue, wed, thu, fri, sat or sun"};
inline constexpr Sentence yes_or_no{"« yes » ou « no »", "“yes” or “no”"};
inline constexpr Sentence some_hours{"un nombre d’heures, de 1 à 1000",
                                     "a number of hours, from 1 to 1000"};
inline constexpr Sentence a_zone{"un fuseau (Europe/Paris)", "a time zone (Europe/Paris)"};
inline constexpr Sentence a_status{
    "un statut : oiv, ose, health, finance, administration, classified, nis2-essential, "
    "nis2-important",
    "a status: oiv, ose, health, finance, administration, classified, nis2-essential, "
    "nis2-important"};
inline constexpr Sentence a_threshold{"un nombre de 1 à 1000", "a number from 1 to 1000"};

// The register.
inline constexpr Sentence at_line{"{0}, ligne {1}", "{0}, line {1}"};
inline constexpr Sentence at_place{"{0}, ligne {1}, colonne {2}", "{0}, line {1}, column {2}"};
inline constexpr Sentence a_yes_or_no{"oui ou non", "yes or no"};
inline constexpr Sentence a_duration{"une durée (12 h, 2 jours)", "a duration (12 h, 2 days)"};
inline constexpr Sentence an_amount{"un montant en euros (50 000)", "an amount in euros (50 000)"};
inline constexpr Sentence bad_cell{
    "{0} : {1} « {2} » n’est pas compris, et compte comme inconnu. Écrivez {3}.",
    "{0}: {1} “{2}” is not understood, and counts as unknown. Write {3}."};
inline constexpr Sentence nameless{"{0} : il manque le nom ; la ligne est laissée de côté.",
                                   "{0}: the name is missing; the line is left out."};
inline constexpr Sentence register_full{"{0} : plus de {1} lignes ; la suite est laissée de côté.",
                                        "{0}: more than {1} lines; the rest is left out."};
inline constexpr Sentence named_twice{
    "Le registre nomme « {0} » deux fois : la première compte. Fusionnez-les.",
    "The register names “{0}” twice: the first one counts. Merge them."};
inline constexpr Sentence not_in_register{
    "« {0} » a besoin de « {1} », qui n’est pas dans le registre. Ajoutez-le, ou corrigez.",
    "“{0}” needs “{1}”, which is not in the register. Add it, or correct."};
inline constexpr Sentence unknown_table{
    "{0} : on ne sait pas ce que cette table décrit. Nommez une colonne « activité », « système » "
    "ou « partenaire ».",
    "{0}: there is no telling what this table is about. Name a column “activity”, “system” or "
    "“partner”."};
inline constexpr Sentence unknown_column{"{0} : la colonne « {1} » n’est pas lue.",
                                         "{0}: the column “{1}” is not read."};
inline constexpr Sentence cut_table{
    "{0} est trop grand : {1} lignes au plus sont lues. Coupez-le en plusieurs fichiers.",
    "{0} is too big: {1} lines at most are read. Cut it into several files."};

}  // namespace digue::organisation::sentences
