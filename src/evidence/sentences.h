// What the evidence room says.
#pragma once
#include "base/sentence.h"

namespace digue::evidence::sentences {

// While walking folders.
inline constexpr Sentence is_junk{"fichier du système ou du bureau, sans intérêt ici : écarté",
                                  "a file of the desktop or the system, of no use here: left out"};
inline constexpr Sentence is_link{
    "lien symbolique : non suivi. Donnez le fichier lui-même s’il fait partie des preuves.",
    "a symbolic link: not followed. Give the file itself if it is part of the evidence."};
inline constexpr Sentence is_special{
    "ni un fichier ni un dossier (tube, périphérique, connecteur) : écarté",
    "neither a file nor a folder (pipe, device, socket): left out"};
inline constexpr Sentence not_there{"introuvable. Vérifiez le chemin.",
                                    "not found. Check the path."};
inline constexpr Sentence cannot_list{"impossible d’ouvrir ce dossier : {0}",
                                      "this folder cannot be opened: {0}"};
inline constexpr Sentence too_deep_folder{
    "dossier à plus de {0} niveaux : non lu. Donnez-le directement.",
    "a folder more than {0} levels down: not read. Give it directly."};
inline constexpr Sentence too_many_files{
    "plus de {0} fichiers : la suite n’est pas lue. Donnez les dossiers un par un.",
    "more than {0} files: the rest is not read. Give the folders one by one."};

// While opening archives.
inline constexpr Sentence archive_damaged{
    "archive abîmée ou tronquée ({0}) : ce qui précède a été lu. Demandez-la de nouveau à sa "
    "source.",
    "the archive is damaged or cut short ({0}): what comes before was read. Ask its source for it "
    "again."};
inline constexpr Sentence item_damaged{
    "fichier abîmé ou tronqué dans l’archive ({0}) : seuls ses {1} premiers octets ont été lus.",
    "the file is damaged or cut short in the archive ({0}): only its first {1} bytes were read."};
inline constexpr Sentence structure_unreadable{"structure illisible", "unreadable structure"};
inline constexpr Sentence no_memory_for_archive{
    "pas assez de mémoire pour ouvrir l’archive {0}. Extrayez-la et donnez le résultat.",
    "not enough memory to open the archive {0}. Extract it and give the result."};
inline constexpr Sentence encrypted{
    "chiffré par mot de passe : non lu. Déchiffrez l’archive, puis donnez le résultat.",
    "encrypted with a password: not read. Decrypt the archive, then give the result."};
inline constexpr Sentence name_escapes{
    "nom qui sort de l’archive (chemin absolu ou « .. ») : refusé. Une archive honnête n’en "
    "contient pas : à examiner à part.",
    "a name that leads out of the archive (absolute path or “..”): refused. An honest archive has "
    "none: examine it apart."};
inline constexpr Sentence name_too_long{"nom de plus de {0} octets : refusé",
                                        "a name of more than {0} bytes: refused"};
inline constexpr Sentence name_missing{"entrée sans nom lisible : refusée",
                                       "an entry without a readable name: refused"};
inline constexpr Sentence inner_link{"lien dans une archive : non suivi",
                                     "a link inside an archive: not followed"};
inline constexpr Sentence too_many_items{
    "plus de {0} fichiers dans l’archive : la suite n’est pas lue",
    "more than {0} files in the archive: the rest is not read"};
inline constexpr Sentence too_deep_archive{
    "archive dans {0} archives : non ouverte. Extrayez-la et donnez-la directement.",
    "an archive inside {0} archives: not opened. Extract it and give it directly."};
inline constexpr Sentence too_big{
    "l’archive se déplie au-delà de {0} Gio : la suite n’est pas lue. Extrayez-la à part.",
    "the archive unfolds to more than {0} GiB: the rest is not read. Extract it apart."};
inline constexpr Sentence is_bomb{
    "l’archive se déplie en plus de {0} fois sa taille : sans doute une bombe, la suite n’est pas "
    "lue. Examinez-la à part.",
    "the archive unfolds to more than {0} times its size: probably a bomb, the rest is not read. "
    "Examine it apart."};
inline constexpr Sentence no_room{
    "impossible d’écrire un fichier temporaire dans {0} : {1}. Libérez de la place ou désignez un "
    "autre dossier par TMPDIR.",
    "cannot write a temporary file in {0}: {1}. Free some space, or name another folder in "
    "TMPDIR."};

// The vault.
inline constexpr Sentence not_a_file{"{0} n’est pas un fichier : rien n’a été versé.",
                                     "{0} is not a file: nothing was taken in."};
inline constexpr Sentence no_such_object{"{0} : cette copie n’est pas là-bas.",
                                         "{0}: this copy is not there."};
inline constexpr Sentence object_altered{
    "{0} : cette copie a changé depuis qu’elle a été prise ; elle n’est pas reprise.",
    "{0}: this copy has changed since it was taken; it is not taken over."};
inline constexpr Sentence copy_differs{
    "La copie de {0} relue diffère de sa source : rien n’a été versé. Vérifiez le disque avant de "
    "recommencer.",
    "The copy of {0} reads back different from its source: nothing was taken in. Check the disk "
    "before you try again."};

}  // namespace digue::evidence::sentences
