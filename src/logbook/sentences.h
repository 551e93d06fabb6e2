// What the logbook says.
#pragma once
#include "base/sentence.h"

namespace digue::logbook::sentences {

inline constexpr Sentence key_of_wrong_size{"Une clé de signature doit avoir 32 octets.",
                                            "A signing key must have 32 bytes."};
inline constexpr Sentence no_memory_to_seal{
    "La mémoire manque pour protéger la clé par le mot de passe. Fermez d’autres programmes.",
    "There is not enough memory to protect the key by the password. Close other programs."};
inline constexpr Sentence sealed_key_broken{
    "La clé enregistrée est illisible : elle a été abîmée ou modifiée. Créez-en une nouvelle.",
    "The recorded key is unreadable: it was damaged or changed. Make a new one."};
inline constexpr Sentence wrong_password{
    "Le mot de passe n’ouvre pas cette clé. Essayez de nouveau.",
    "The password does not open this key. Try again."};
inline constexpr Sentence no_such_key{"« {0} » n’a pas encore de clé dans cet incident.",
                                      "“{0}” has no key in this incident yet."};
inline constexpr Sentence machine_key_broken{
    "La clé de cette machine ({0}) est illisible. Reprenez-en une copie, ou déplacez ce fichier "
    "pour qu’une nouvelle clé soit faite.",
    "This machine’s key ({0}) is unreadable. Restore it from a copy, or move that file away so "
    "that a new key is made."};
inline constexpr Sentence note_broken{
    "Ce point de contrôle est illisible : il faut une note signée C2SP entière, ses lignes telles "
    "quelles.",
    "This checkpoint is unreadable: a whole C2SP signed note is needed, its lines untouched."};

inline constexpr Sentence not_a_logbook{"{0} ne contient pas de main courante. Vérifiez le chemin.",
                                        "{0} holds no logbook. Check the path."};
inline constexpr Sentence entry_too_big{
    "Cette entrée dépasse la limite de {0} octets. Coupez-la, ou joignez le texte comme pièce.",
    "This entry is over the limit of {0} bytes. Cut it, or attach the text as evidence."};
inline constexpr Sentence entry_incomplete{"Il manque l’auteur ou la nature de l’entrée.",
                                           "The entry lacks its author or its kind."};
inline constexpr Sentence no_such_entry{"L’entrée n° {0} n’existe pas.",
                                        "There is no entry no. {0}."};
inline constexpr Sentence damaged{
    "La main courante ne se vérifie pas : {0} Rien n’a été ajouté. Lancez « digue log verify », et "
    "gardez ce fichier tel quel ; reprenez une copie saine.",
    "The logbook does not verify: {0} Nothing was added. Run “digue log verify”, and keep this "
    "file as it is; go back to a sound copy."};
inline constexpr Sentence cannot_be_written{
    "Ce fichier est en lecture seule : rien ne peut y être ajouté. Copiez-le ailleurs pour "
    "continuer.",
    "This file is read-only: nothing can be added to it. Copy it elsewhere to go on."};
inline constexpr Sentence went_back{
    "Cette machine avait enregistré {0} {0|entrée|entrées} dans cette main courante ; il n’en "
    "reste que {1}.",
    "This machine had recorded {0} {0|entry|entries} in this logbook; only {1} {1|is|are} left."};
inline constexpr Sentence other_history{
    "Cette machine avait enregistré {0} {0|entrée|entrées} au début de cette main courante : {0|ce "
    "n’est plus la même|ce ne sont plus les mêmes}.",
    "This machine had recorded {0} {0|entry|entries} at the start of this logbook: {0|it is|they "
    "are} no longer the same."};
inline constexpr Sentence witness_broken{
    "Le dernier point de contrôle que cette machine avait gardé est illisible ({0}) : une coupure "
    "de la fin ne peut pas être exclue par elle.",
    "The last checkpoint that this machine had kept is unreadable ({0}): it can’t rule out a cut "
    "tail."};
inline constexpr Sentence closed_abruptly{
    "Le programme s’était arrêté brutalement. {0} {0|entrée confirmée est là|entrées confirmées "
    "sont là} ; rien de ce qui avait été confirmé n’est perdu.",
    "The program had stopped abruptly. {0} acknowledged {0|entry is|entries are} there; nothing "
    "that was acknowledged is lost."};

// Problems that verification finds.
inline constexpr Sentence unreadable_entry{"L’entrée n° {0} est illisible.",
                                           "Entry no. {0} is unreadable."};
inline constexpr Sentence foreign_entry{"L’entrée n° {0} appartient à un autre incident.",
                                        "Entry no. {0} belongs to another incident."};
inline constexpr Sentence unknown_key{
    "L’entrée n° {0} est signée par une clé que cette main courante ne connaît pas.",
    "Entry no. {0} is signed by a key that this logbook does not know."};
inline constexpr Sentence wrong_author{
    "L’entrée n° {0} porte le nom d’un autre que celui dont la clé la signe.",
    "Entry no. {0} bears another name than that of the key that signs it."};
inline constexpr Sentence wrong_signature{
    "L’entrée n° {0} a été modifiée, ou n’est pas de son auteur : sa signature est fausse.",
    "Entry no. {0} was altered, or is not its author’s: its signature is wrong."};
inline constexpr Sentence altered_body{"Le contenu de l’entrée n° {0} a été modifié.",
                                       "The content of entry no. {0} was altered."};
inline constexpr Sentence missing_body{
    "Le contenu de l’entrée n° {0} a disparu sans entrée qui l’expurge.",
    "The content of entry no. {0} is gone, and no entry redacts it."};
inline constexpr Sentence unredacted_body{
    "Le contenu de l’entrée n° {0} est encore là alors qu’une entrée l’expurge.",
    "The content of entry no. {0} is still there although an entry redacts it."};
inline constexpr Sentence dangling_reference{
    "L’entrée n° {0} corrige ou expurge une entrée qui n’est pas avant elle.",
    "Entry no. {0} corrects or redacts an entry that does not stand before it."};
inline constexpr Sentence missing_entry{"L’entrée n° {0} a été retirée.",
                                        "Entry no. {0} was removed."};
inline constexpr Sentence moved_entry{
    "L’entrée n° {0} n’est pas à sa place : elle a été écrite au n° {1}.",
    "Entry no. {0} is not in its place: it was written as no. {1}."};
inline constexpr Sentence inserted_entry{
    "L’entrée n° {0} a été insérée : une autre tient déjà sa place (n° {1}).",
    "Entry no. {0} was inserted: another already holds its place (no. {1})."};
inline constexpr Sentence broken_chain{
    "L’entrée n° {0} a été écrite après une autre entrée que celle qui la précède ici.",
    "Entry no. {0} was written after another entry than the one before it here."};
inline constexpr Sentence broken_author_chain{
    "L’entrée n° {0} ne suit pas l’entrée précédente de la même clé.",
    "Entry no. {0} does not follow the previous entry of the same key."};
inline constexpr Sentence head_missing{
    "Le point de contrôle de la main courante manque ou est illisible.",
    "The logbook’s own checkpoint is missing or unreadable."};
inline constexpr Sentence head_not_signed{
    "Le point de contrôle de la main courante n’est signé par aucune machine qu’elle connaît.",
    "The logbook’s own checkpoint is signed by no machine that it knows."};
inline constexpr Sentence unsealed_tail{
    "À partir du n° {0}, aucun point de contrôle ne couvre les entrées : elles ont été ajoutées "
    "sans Digue.",
    "From no. {0} on, no checkpoint covers the entries: they were added without Digue."};
inline constexpr Sentence cut_tail{
    "La fin manque : le point de contrôle compte {1} {1|entrée|entrées}, et il n’y a plus rien à "
    "partir du n° {0}.",
    "The tail is cut: the checkpoint counts {1} {1|entry|entries}, and nothing is left from no. "
    "{0} on."};
inline constexpr Sentence forked_history{
    "L’histoire diffère de celle du point de contrôle à {0} {0|entrée|entrées} : quelque chose y a "
    "été réécrit.",
    "History differs from that of the checkpoint at {0} {0|entry|entries}: something was "
    "rewritten."};
inline constexpr Sentence unreadable_checkpoint{
    "Le point de contrôle tenu à part (n° {0}) est illisible.",
    "The checkpoint held outside (no. {0}) is unreadable."};
inline constexpr Sentence other_logbook{
    "Le point de contrôle tenu à part (n° {0}) est celui d’une autre main courante.",
    "The checkpoint held outside (no. {0}) is another logbook’s."};
inline constexpr Sentence unknown_checkpoint_key{
    "Le point de contrôle tenu à part (n° {0}) est signé par une machine que cette main courante "
    "ne connaît pas : l’une des deux n’est pas la bonne.",
    "The checkpoint held outside (no. {0}) is signed by a machine that this logbook does not know: "
    "one of the two is not the right one."};
inline constexpr Sentence wrong_checkpoint_signature{
    "La signature du point de contrôle tenu à part (n° {0}) est fausse.",
    "The signature of the checkpoint held outside (no. {0}) is wrong."};

}  // namespace digue::logbook::sentences
