// What the detector of mail and file access says.
#pragma once
#include "base/sentence.h"

namespace digue::detect::sentences {

inline constexpr Sentence mail_read_by_intruder{
    "L’intrus a lu du courrier avec le compte {0} : {1}.",
    "The intruder read mail with account {0}: {1}."};
inline constexpr Sentence mail_perhaps_read{
    "L’intrus a probablement lu du courrier avec le compte {0} : {1}.",
    "The intruder probably read mail with account {0}: {1}."};
inline constexpr Sentence access_counts{
    "{0} {0|message ouvert|messages ouverts}, {1} {1|dossier synchronisé|dossiers synchronisés}, "
    "{2} {2|relevé incomplet|relevés incomplets}",
    "{0} {0|message|messages} opened, {1} {1|folder|folders} synchronised, {2} {2|incomplete "
    "record|incomplete records}"};
inline constexpr Sentence access_proven{
    "Prouvé : {0} {0|message ouvert|messages ouverts} un par un, dont le journal donne les numéros "
    "(Bind).",
    "Proven: {0} {0|message|messages} opened one by one, whose ids the log gives (Bind)."};
inline constexpr Sentence access_presumed{
    "À présumer : les dossiers synchronisés sont copiés en entier chez l’intrus (Sync) : {0}.",
    "To be presumed: synchronised folders are copied whole to the intruder’s side (Sync): {0}."};
inline constexpr Sentence access_unknown{
    "Inconnu : {0} {0|relevé est écourté|relevés sont écourtés} (IsThrottled=True) ; d’autres "
    "messages ont pu être lus sans trace.",
    "Unknown: {0} {0|record is|records are} cut short (IsThrottled=True); other messages may have "
    "been read without a trace."};
inline constexpr Sentence files_opened_by_intruder{
    "{1} {1|fichier a été ouvert, téléchargé ou partagé|fichiers ont été ouverts, téléchargés ou "
    "partagés} avec le compte {0} par l’intrus ou pendant son passage.",
    "{1} {1|file was|files were} opened, downloaded or shared with account {0} by the intruder or "
    "during their stay."};

}  // namespace digue::detect::sentences
