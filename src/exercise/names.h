// Words that the story is told with.  All invented; none stands for a real person or place.
#pragma once
#include <array>
#include <string_view>

namespace digue::exercise::names {

struct Name {
  std::string_view written, ascii;
};

inline constexpr std::array<Name, 40> given = {{
    {"Hélène", "helene"},       {"Marc", "marc"},       {"Aïcha", "aicha"},   {"Lucas", "lucas"},
    {"Chloé", "chloe"},         {"Paul", "paul"},       {"Inès", "ines"},     {"Thomas", "thomas"},
    {"Claire", "claire"},       {"Rémi", "remi"},       {"Nadia", "nadia"},   {"Hugo", "hugo"},
    {"Sophie", "sophie"},       {"Karim", "karim"},     {"Élodie", "elodie"}, {"Julien", "julien"},
    {"Fatou", "fatou"},         {"Antoine", "antoine"}, {"Léa", "lea"},       {"Mehdi", "mehdi"},
    {"Camille", "camille"},     {"Yann", "yann"},       {"Zoé", "zoe"},       {"Bruno", "bruno"},
    {"Agnès", "agnes"},         {"Loïc", "loic"},       {"Manon", "manon"},   {"Denis", "denis"},
    {"Françoise", "francoise"}, {"Samir", "samir"},     {"Anaïs", "anais"},   {"Guy", "guy"},
    {"Valérie", "valerie"},     {"Noël", "noel"},       {"Jeanne", "jeanne"}, {"Ivan", "ivan"},
    {"Océane", "oceane"},       {"Pierre", "pierre"},   {"Maëlle", "maelle"}, {"Luc", "luc"},
}};

inline constexpr std::array<Name, 40> family = {{
    {"Martineau", "martineau"},   {"Bérard", "berard"},       {"Lefort", "lefort"},
    {"Diallo", "diallo"},         {"Rousselin", "rousselin"}, {"Gauthiez", "gauthiez"},
    {"Moreland", "moreland"},     {"Haddad", "haddad"},       {"Périer", "perier"},
    {"Carpentras", "carpentras"}, {"Vasseur", "vasseur"},     {"Benali", "benali"},
    {"Lacombe", "lacombe"},       {"Nguyen", "nguyen"},       {"Forestier", "forestier"},
    {"Jourdain", "jourdain"},     {"Kermadec", "kermadec"},   {"Ouedraogo", "ouedraogo"},
    {"Tissot", "tissot"},         {"Verneuil", "verneuil"},   {"Chabert", "chabert"},
    {"Delorme", "delorme"},       {"Pujol", "pujol"},         {"Sorel", "sorel"},
    {"Guérin", "guerin"},         {"Maalouf", "maalouf"},     {"Brissac", "brissac"},
    {"Coulon", "coulon"},         {"Dufresne", "dufresne"},   {"Estève", "esteve"},
    {"Fabregas", "fabregas"},     {"Grandjean", "grandjean"}, {"Hamelin", "hamelin"},
    {"Imbert", "imbert"},         {"Joly", "joly"},           {"Lambertin", "lambertin"},
    {"Mercadal", "mercadal"},     {"Novak", "novak"},         {"Orsini", "orsini"},
    {"Quentin", "quentin"},
}};

inline constexpr std::array<Name, 12> places = {{
    {"Valmont", "valmont"},
    {"Sainte-Aube", "sainte-aube"},
    {"Rochebelle", "rochebelle"},
    {"Montfleur", "montfleur"},
    {"Clairvaux-sur-Orge", "clairvaux"},
    {"Ormeval", "ormeval"},
    {"Beaurivage", "beaurivage"},
    {"Saint-Lubin", "saint-lubin"},
    {"Aigueperse", "aigueperse"},
    {"Vernouillac", "vernouillac"},
    {"Longchêne", "longchene"},
    {"Port-Mahault", "port-mahault"},
}};

inline constexpr std::array<std::string_view, 14> partners = {
    "laboratoire-orion.example", "pharma-atlas.example",     "mutuelle-aubier.example",
    "prefecture-nord.example",   "textile-medical.example",  "transports-sanitaires.example",
    "cabinet-lumen.example",     "mairie-bellerive.example", "assurance-horizon.example",
    "imagerie-delta.example",    "nettoyage-brio.example",   "restauration-verger.example",
    "universite-rive.example",   "ars-region.example"};

inline constexpr std::array<std::string_view, 10> partner_boxes = {
    "contact", "compta", "facturation", "secretariat", "direction",
    "rh",      "achats", "logistique",  "accueil",     "qualite"};

inline constexpr std::array<std::string_view, 18> subjects = {
    "Planning de la semaine",      "Compte rendu de réunion",   "Commande de consommables",
    "RE: Protocole d’accueil",     "Dossier de formation",      "Demande de devis",
    "RE: Inventaire du bloc",      "Ordre du jour CSE",         "Convention de partenariat",
    "TR: Livraison reportée",      "Bilan d’activité",          "Point hebdomadaire",
    "Maintenance du scanner",      "RE: Astreinte de dimanche", "Mise à jour de l’annuaire",
    "Invitation : comité qualité", "Note de service",           "RE: Question sur la facture"};

inline constexpr std::array<std::string_view, 10> documents = {
    "Budget prévisionnel.xlsx", "Procédure d’hygiène.docx", "Planning des gardes.xlsx",
    "Organigramme.pptx",        "Rapport annuel.docx",      "Liste des fournisseurs.xlsx",
    "Plan blanc.pdf",           "Tableau de bord.xlsx",     "Charte informatique.docx",
    "Compte rendu CME.docx"};

}  // namespace digue::exercise::names
