// What the store says.
#pragma once
#include "base/sentence.h"

namespace digue::store::sentences {

inline constexpr Sentence cannot_open{
    "Impossible d’ouvrir {0} : {1}. Vérifiez le chemin et vos droits sur le dossier.",
    "Cannot open {0}: {1}. Check the path and your rights on the folder."};
inline constexpr Sentence no_such_file{
    "Il n’y a pas de fichier {0}. Vérifiez le chemin, ou créez l’incident.",
    "There is no file {0}. Check the path, or create the incident."};
inline constexpr Sentence already_there{
    "{0} existe déjà ; rien n’a été écrit. Choisissez un autre nom.",
    "{0} already exists; nothing was written. Choose another name."};
inline constexpr Sentence not_a_database{
    "{0} n’est pas un fichier d’incident, ou il est abîmé ({1}). Reprenez une copie.",
    "{0} is not an incident file, or it is damaged ({1}). Go back to a copy."};
inline constexpr Sentence disk_full{
    "Le disque est plein : rien n’a été enregistré dans {0}. Libérez de la place et recommencez.",
    "The disk is full: nothing was recorded in {0}. Free some space and try again."};
inline constexpr Sentence busy{
    "Un autre programme écrit dans {0} depuis trop longtemps. Fermez-le et recommencez.",
    "Another program has been writing in {0} for too long. Close it and try again."};
inline constexpr Sentence failed{"{0} : la base de données a échoué ({1}).",
                                 "{0}: the database failed ({1})."};
inline constexpr Sentence migration_changed{
    "{0} a été fait par une autre version de Digue : l’étape {1} de ses tables diffère. Ouvrez-le "
    "avec la version qui l’a créé.",
    "{0} was made by another version of Digue: step {1} of its tables differs. Open it with the "
    "version that created it."};
inline constexpr Sentence tables_changed{
    "Les tables de {0} ont été modifiées hors de Digue : il ne sera plus écrit dedans. Vérifiez-le "
    "(digue log verify) et reprenez une copie saine.",
    "The tables of {0} were changed outside Digue: nothing more will be written in it. Verify it "
    "(digue log verify) and go back to a sound copy."};

}  // namespace digue::store::sentences
