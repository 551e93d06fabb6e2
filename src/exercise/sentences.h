// What the exercise room says.
#pragma once
#include "base/sentence.h"

namespace digue::exercise::sentences {

inline constexpr Sentence mailbox_takeover{
    "Un hôpital : la boîte d’une comptable prise par un faux site de connexion, une règle qui "
    "cache les réponses, un transfert vers l’extérieur, des virements détournés",
    "A hospital: an accountant’s mailbox taken through a false sign-in page, a rule that hides the "
    "replies, forwarding to the outside, diverted payments"};
inline constexpr Sentence ransomware{
    "Un hôpital ou une mairie : entré par le VPN, l’intrus prend le domaine, sort des données, "
    "arrête les protections et éteint les machines virtuelles",
    "A hospital or a town hall: in by the VPN, the intruder takes the domain, sends data out, "
    "stops "
    "the protections and shuts down the virtual machines"};
inline constexpr Sentence phishing{
    "Un hôpital ou une mairie : une campagne d’hameçonnage ; qui a ouvert le lien, qui a donné son "
    "mot de passe, qui a ouvert le fichier",
    "A hospital or a town hall: a campaign of phishing; who opened the link, who gave the "
    "password, "
    "who opened the file"};
inline constexpr Sentence no_such_exercise{
    "Il n’existe pas d’exercice « {0} ». « digue exercise list » donne leurs noms.",
    "There is no exercise “{0}”. “digue exercise list” gives their names."};
inline constexpr Sentence folder_not_ours{
    "Le dossier {0} contient déjà autre chose qu’un exercice. Choisissez un dossier vide.",
    "The folder {0} already holds something else than an exercise. Choose an empty folder."};

}  // namespace digue::exercise::sentences
