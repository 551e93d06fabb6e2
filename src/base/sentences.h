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
inline constexpr Sentence yaml_at{"{0}, ligne {1}, colonne {2} : {3}",
                                  "{0}, line {1}, column {2}: {3}"};
inline constexpr Sentence yaml_broken{
    "YAML illisible ({0}). Vérifiez les retraits, les guillemets et les crochets.",
    "unreadable YAML ({0}). Check indents, quotes and brackets."};
inline constexpr Sentence yaml_unexpected{
    "signe inattendu à cet endroit. Vérifiez les retraits, les guillemets et les crochets.",
    "unexpected sign here. Check indents, quotes and brackets."};
inline constexpr Sentence yaml_second_document{
    "un second document (---) commence. Gardez-en un par fichier.",
    "a second document (---) starts. Keep one in a file."};
inline constexpr Sentence yaml_many_documents{
    "ce fichier contient plus de {0} documents, la limite. Coupez-le.",
    "this file holds more than {0} documents, the limit. Cut it."};
inline constexpr Sentence yaml_duplicate_key{
    "la clé « {0} » est déjà écrite plus haut. Gardez-en une.",
    "the key “{0}” is already written above. Keep one."};
inline constexpr Sentence yaml_anchor{
    "les ancres et les renvois (&, *) sont refusés. Écrivez la valeur.",
    "anchors and aliases (&, *) are refused. Write the value out."};
inline constexpr Sentence yaml_tag{"les étiquettes (!) sont refusées. Écrivez la valeur seule.",
                                   "tags (!) are refused. Write the value alone."};
inline constexpr Sentence yaml_too_big{"ce fichier dépasse la limite de {0} octets. Coupez-le.",
                                       "this file is over the limit of {0} bytes. Cut it."};
inline constexpr Sentence yaml_long_line{
    "cette ligne dépasse la limite de {0} octets. Coupez-la en plusieurs.",
    "this line is over the limit of {0} bytes. Cut it into several."};
inline constexpr Sentence yaml_too_deep{
    "il y a ici plus de {0} niveaux, la limite. Rapprochez cela du bord.",
    "this is over the limit of {0} levels. Bring it nearer to the margin."};
inline constexpr Sentence yaml_needed{"il faut {0} ici.", "{0} is needed here."};
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
