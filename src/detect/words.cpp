#include "detect/words.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/text.h"

namespace digue::detect {

// All lists are folded: lower case, no accents, plain apostrophes.
static constexpr std::string_view target_words[] = {
    // payments
    "invoice", "payment", "payroll", "bank", "wire", "transfer", "iban", "swift", "remittance",
    "purchase order", "quote", "deposit", "account details", "financ", "salary", "facture",
    "paiement", "virement", "banque", "bancaire", "rib", "comptab", "tresorerie", "devis",
    "bon de commande", "reglement", "echeance", "relance", "salaire", "paie", "fournisseur",
    "avoir", "solde", "cheque",
    // security
    "security", "hacked", "phish", "spam", "scam", "fraud", "suspicious", "compromis", "virus",
    "malware", "password", "mfa", "authenticat", "securite", "pirat", "hameconn", "fraude",
    "suspect", "arnaque", "mot de passe", "usurp", "cyber", "alerte", "verification",
    // those who would warn
    "helpdesk", "help desk", "support", "it department", "docusign", "sharepoint", "undeliver",
    "mailer-daemon", "postmaster", "assistance", "informatique", "service desk", "rssi", "dsi",
    "non remis", "delivery"};

static constexpr std::string_view hiding_folders[] = {"rss feeds",
                                                      "rss subscriptions",
                                                      "flux rss",
                                                      "abonnements rss",
                                                      "rss-feeds",
                                                      "rss",
                                                      "conversation history",
                                                      "historique des conversations",
                                                      "historique de conversation",
                                                      "aufgezeichnete unterhaltungen",
                                                      "historial de conversaciones",
                                                      "cronologia conversazioni",
                                                      "junk",
                                                      "junk email",
                                                      "junk e-mail",
                                                      "courrier indesirable",
                                                      "spam",
                                                      "junk-e-mail",
                                                      "correo no deseado",
                                                      "posta indesiderata",
                                                      "lixo eletronico",
                                                      "ongewenste e-mail",
                                                      "notes",
                                                      "notas",
                                                      "notizen",
                                                      "note",
                                                      "sync issues",
                                                      "problemes de synchronisation",
                                                      "synchronisierungsprobleme",
                                                      "calendar",
                                                      "calendrier",
                                                      "kalender",
                                                      "contacts",
                                                      "journal",
                                                      "outbox",
                                                      "boite d'envoi",
                                                      "drafts",
                                                      "brouillons",
                                                      "clutter",
                                                      "courrier pele-mele",
                                                      "quick step settings",
                                                      "social activity notifications",
                                                      "files",
                                                      "yammer root",
                                                      "externalcontacts",
                                                      "personmetadata",
                                                      "recoverable items"};

static constexpr std::string_view bins[] = {"deleted items",
                                            "deleted",
                                            "deleteditems",
                                            "trash",
                                            "elements supprimes",
                                            "corbeille",
                                            "geloschte elemente",
                                            "elementos eliminados",
                                            "posta eliminata",
                                            "itens excluidos",
                                            "itens eliminados",
                                            "verwijderde items",
                                            "recoverable items deletions"};

static constexpr std::string_view archives[] = {"archive", "archives", "archiv", "archivio",
                                                "archivo", "arquivo",  "archief"};

// Both parts in one subject: "new device" and "signed in" alone are everyday words.
struct Notice {
  std::string_view first, second;
};
static constexpr Notice notices[] = {{"security info", ""},
                                     {"informations de securite", ""},
                                     {"info de securite", ""},
                                     {"unusual sign-in", ""},
                                     {"connexion inhabituelle", ""},
                                     {"security alert", ""},
                                     {"alerte de securite", ""},
                                     {"new sign-in", ""},
                                     {"nouvelle connexion", ""},
                                     {"new device", ""},
                                     {"nouvel appareil", ""},
                                     {"nouveau terminal", ""},
                                     {"password", "changed"},
                                     {"password", "reset"},
                                     {"password", "expir"},
                                     {"mot de passe", "modifi"},
                                     {"mot de passe", "chang"},
                                     {"mot de passe", "reinitialis"},
                                     {"mfa", ""},
                                     {"multi-factor", ""},
                                     {"multifactor", ""},
                                     {"multifacteur", ""},
                                     {"multi-facteur", ""},
                                     {"two-step", ""},
                                     {"double authentification", ""},
                                     {"authenticator", ""},
                                     {"verification code", ""},
                                     {"code de verification", ""},
                                     {"verification method", ""},
                                     {"methode de verification", ""},
                                     {"methode d'authentification", ""},
                                     {"authentication method", ""},
                                     {"inbox rule", ""},
                                     {"regle de boite", ""},
                                     {"forwarding", "created"},
                                     {"transfert", "automatique"},
                                     {"app", "consent"},
                                     {"application", "consent"},
                                     {"appareil de confiance", ""},
                                     {"trusted device", ""},
                                     {"account", "compromis"},
                                     {"compte", "compromis"},
                                     {"activite suspecte", ""},
                                     {"suspicious activity", ""}};

static std::string last_folder(std::string_view folder) {
  const auto slash = folder.find_last_of("\\/:");
  return folded(trimmed(slash == std::string_view::npos ? folder : folder.substr(slash + 1)));
}

static bool one_of(std::span<const std::string_view> list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

static bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

// Short words must stand alone: "rib" is not in "distribution".
static bool holds_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (at > 0 && is_letter(static_cast<unsigned char>(text[at - 1]))) continue;
    const auto end = at + word.size();
    const bool alone = end >= text.size() || !is_letter(static_cast<unsigned char>(text[end]));
    if (alone || word.size() > 5) return true;
    if (text[end] == 's' &&
        (end + 1 == text.size() || !is_letter(static_cast<unsigned char>(text[end + 1]))))
      return true;
  }
  return false;
}

bool has_target_word(std::string_view text) {
  const auto plain = folded(text);
  return std::any_of(std::begin(target_words), std::end(target_words),
                     [&](auto word) { return holds_word(plain, word); });
}

bool is_hiding_folder(std::string_view folder) {
  return one_of(hiding_folders, last_folder(folder));
}

bool is_bin(std::string_view folder) {
  return one_of(bins, last_folder(folder));
}

bool is_archive_folder(std::string_view folder) {
  return one_of(archives, last_folder(folder));
}

bool is_security_notice(std::string_view subject) {
  const auto plain = folded(subject);
  return std::any_of(std::begin(notices), std::end(notices), [&](const auto& notice) {
    return holds_word(plain, notice.first) &&
           (notice.second.empty() || plain.find(notice.second) != std::string::npos);
  });
}

// Letters beyond ASCII: Latin, Greek, Cyrillic, Arabic, Asian scripts; not general punctuation,
// arrows, signs or spaces of any width.
static bool is_word_character(char32_t c) {
  if (c < 0x80)
    return is_letter(static_cast<unsigned char>(lower(std::string(1, static_cast<char>(c)))[0]));
  return (c >= 0xc0 && c <= 0x1fff && c != 0xd7 && c != 0xf7) || (c >= 0x3040 && c < 0xe000) ||
         (c >= 0xf900 && c <= 0xfdff) || c >= 0x20000;
}

// Of valid UTF-8, which readers give.
static std::u32string characters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i++]);
    int more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    char32_t c = more == 3   ? byte & 0x07U
                 : more == 2 ? byte & 0x0fU
                 : more == 1 ? byte & 0x1fU
                             : byte;
    for (; more > 0 && i < text.size(); --more)
      c = c << 6 | (static_cast<unsigned char>(text[i++]) & 0x3fU);
    out.push_back(c);
  }
  return out;
}

bool is_meaningless_name(std::string_view name) {
  const auto characters = characters_of(trimmed(name));
  if (std::none_of(characters.begin(), characters.end(), is_word_character)) return true;
  return std::all_of(characters.begin(), characters.end(),
                     [&](char32_t c) { return c == characters.front(); });
}

}  // namespace digue::detect
