// What the base room says.
#pragma once
#include "base/sentence.h"

namespace digue::sentences {

inline constexpr Sentence unknown_zone{
    "Le fuseau horaire « {0} » n’existe pas. Écrivez un nom comme Europe/Paris.",
    "There is no time zone “{0}”. Write a name such as Europe/Paris."};
inline constexpr Sentence cannot_open{"Impossible d’ouvrir {0} : {1}.", "Cannot open {0}: {1}."};
inline constexpr Sentence cannot_read{"Impossible de lire {0} : {1}.", "Cannot read {0}: {1}."};
inline constexpr Sentence cannot_write{
    "Impossible d’écrire {0} : {1}. Rien n’a été perdu ; libérez de la place ou choisissez un "
    "autre "
    "dossier.",
    "Cannot write {0}: {1}. Nothing was lost; free some space or choose another folder."};
inline constexpr Sentence yaml_broken{"{0}, ligne {1}, colonne {2} : YAML illisible ({3}).",
                                      "{0}, line {1}, column {2}: unreadable YAML ({3})."};
inline constexpr Sentence yaml_duplicate_key{
    "{0}, ligne {1}, colonne {2} : la clé « {3} » est déjà écrite plus haut. Gardez-en une.",
    "{0}, line {1}, column {2}: the key “{3}” is already written above. Keep one."};
inline constexpr Sentence yaml_anchor{
    "{0}, ligne {1}, colonne {2} : les ancres et les renvois (&, *) sont refusés. Écrivez la "
    "valeur.",
    "{0}, line {1}, column {2}: anchors and aliases (&, *) are refused. Write the value out."};
inline constexpr Sentence yaml_tag{
    "{0}, ligne {1}, colonne {2} : les étiquettes (!) sont refusées. Écrivez la valeur seule.",
    "{0}, line {1}, column {2}: tags (!) are refused. Write the value alone."};
inline constexpr Sentence yaml_too_big{
    "{0}, ligne {1}, colonne {2} : ce fichier dépasse la limite de {3}. Coupez-le.",
    "{0}, line {1}, column {2}: this file is over the limit of {3}. Cut it."};
inline constexpr Sentence yaml_expected{"{0}, ligne {1}, colonne {2} : il faut {3} ici.",
                                        "{0}, line {1}, column {2}: {3} is needed here."};
inline constexpr Sentence a_mapping{"des clés et des valeurs", "keys and values"};
inline constexpr Sentence a_list{"une liste", "a list"};
inline constexpr Sentence a_text{"un texte", "a text"};
inline constexpr Sentence the_key{"la clé « {0} »", "the key “{0}”"};
inline constexpr Sentence yaml_unknown_key{
    "{0}, ligne {1}, colonne {2} : la clé « {3} » n’est pas connue ici. Vérifiez son orthographe.",
    "{0}, line {1}, column {2}: the key “{3}” is not known here. Check its spelling."};

}  // namespace digue::sentences
