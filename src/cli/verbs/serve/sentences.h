// What `digue serve` says.
#pragma once
#include "base/sentence.h"

namespace digue::cli::verbs::sentences {

inline constexpr Sentence serve_summary{
    "le serveur et son interface : plusieurs personnes, un incident",
    "the server and its interface: several people, one incident"};
inline constexpr Sentence option_data{"dossier des incidents et des personnes",
                                      "folder of the incidents and the people"};
inline constexpr Sentence option_serve_organisation{
    "réglages de l’organisation (YAML, ou le dossier de organisation.yaml), gardés dans les "
    "incidents qui s’ouvrent",
    "settings of the organisation (YAML, or the folder of organisation.yaml), kept in the "
    "incidents that are opened"};
inline constexpr Sentence option_listen{
    "où écouter, HÔTE:PORT (127.0.0.1:8440 ; ailleurs que sur cette machine, sous TLS)",
    "where to listen, HOST:PORT (127.0.0.1:8440; elsewhere than on this machine, under TLS)"};
inline constexpr Sentence option_certificate{
    "le certificat de l’organisation (PEM, suivi de ceux qui l’ont signé), au lieu d’un fait ici",
    "the organisation’s certificate (PEM, followed by those that signed it), instead of one made "
    "here"};
inline constexpr Sentence option_key{"sa clé privée (PEM, sans mot de passe)",
                                     "its private key (PEM, without password)"};
inline constexpr Sentence option_oidc{
    "réglages du fournisseur d’identité de l’organisation (YAML), par lequel se connecter aussi",
    "settings of the organisation’s identity provider (YAML), by which to sign in too"};
inline constexpr Sentence option_webhook_to{
    "HÔTE ou HÔTE:PORT où les webhooks peuvent aller (répétable) ; sans cela, il n’y en a pas",
    "HOST or HOST:PORT to which webhooks may go (repeatable); without it, there are none"};
inline constexpr Sentence option_serve_rules{
    "règles Sigma, ou dossiers de règles, que les analyses demandent en plus de celles de Digue (à "
    "répéter)",
    "Sigma rules, or folders of rules, that analyses ask beside those of Digue (repeat it)"};
inline constexpr Sentence serving_rules{
    "Règles Sigma appliquées : {0}. Non appliquées : {1}. Documents qui ne se chargent pas : {2}. "
    "L’interface et GET /rules disent pourquoi.",
    "Sigma rules applied: {0}. Not applied: {1}. Documents that cannot be loaded: {2}. The "
    "interface and GET /rules say why."};
inline constexpr Sentence serving_at{"Ouvrez {0}", "Open {0}"};
inline constexpr Sentence serving_also{"Aussi : {0}", "Also: {0}"};
inline constexpr Sentence serving_data{"Données : {0}", "Data: {0}"};
inline constexpr Sentence serving_fingerprint{
    "Empreinte SHA-256 du certificat, à comparer dans le navigateur :",
    "SHA-256 fingerprint of the certificate, to compare in the browser:"};
inline constexpr Sentence serving_first{
    "Personne ne peut encore se connecter. Code de la première personne : {0}",
    "Nobody can sign in yet. Code of the first person: {0}"};
inline constexpr Sentence serving_bare{
    "Ce programme a été construit sans son interface : l’API répond, la page dit comment la "
    "construire.",
    "This program was built without its interface: the API answers, the page says how to build "
    "it."};
inline constexpr Sentence serving_stop{"Ctrl+C pour arrêter.", "Ctrl+C to stop."};
inline constexpr Sentence served{"Arrêté ; tout est enregistré.",
                                 "Stopped; everything is recorded."};

}  // namespace digue::cli::verbs::sentences
