#include "detect/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "detect/look_alike.h"
#include "detect/mail_address.h"
#include "detect/provider_network.h"

namespace digue::detect {

TEST_CASE("words are found whole, in both languages, whatever the accents") {
  CHECK(has_target_word("Facture n° 12"));
  CHECK(has_target_word("VIREMENT;Paiement"));
  CHECK(has_target_word("réglement"));
  CHECK(has_target_word("votre RIB"));
  CHECK(has_target_word("Invoices"));
  CHECK_FALSE(has_target_word("distribution de savoirs"));
  CHECK_FALSE(has_target_word("compte rendu de réunion"));
}

TEST_CASE("folders where nobody looks are known in several languages") {
  CHECK(is_hiding_folder("RSS Feeds"));
  CHECK(is_hiding_folder("a.martin@hopital.example:\\Historique des conversations"));
  CHECK(is_hiding_folder("Courrier indésirable"));
  CHECK(is_bin("Éléments supprimés"));
  CHECK(is_bin("Gelöschte Elemente"));
  CHECK_FALSE(is_hiding_folder("Fournisseurs"));
}

TEST_CASE("a name without a letter means nothing; a name in any script does") {
  CHECK(is_meaningless_name("."));
  CHECK(is_meaningless_name(" "));
  CHECK(is_meaningless_name("…‑"));
  CHECK(is_meaningless_name("aaa"));
  CHECK_FALSE(is_meaningless_name("RH"));
  CHECK_FALSE(is_meaningless_name("Été"));
  CHECK_FALSE(is_meaningless_name("请假"));
}

TEST_CASE("security notices are told from other mail in both languages") {
  CHECK(is_security_notice("Alerte de sécurité du compte Microsoft"));
  CHECK(is_security_notice("Your password has been changed"));
  CHECK(is_security_notice("Votre mot de passe a été réinitialisé"));
  CHECK_FALSE(is_security_notice("Réunion sécurité incendie"));
  CHECK_FALSE(is_security_notice("Facture de mars"));
}

TEST_CASE("names made to be read as another are seen through") {
  const std::vector<std::string> known = {"hopital.example", "matern.example"};
  CHECK(imitated("h0pital.example", known) == "hopital.example");
  CHECK(imitated("rnatern.example", known) == "matern.example");
  CHECK(imitated("hopital.example", known).empty());
  CHECK(imitated("clinique.example", known).empty());
  CHECK(imitated_word("rnicrosoft_office") == "microsoft");
  CHECK(imitated_word("Miсrosoft") == "microsoft");  // a Cyrillic letter
  CHECK(imitated_word("ITCornpany") == "company");
  CHECK(imitated_word("Microsoft Office").empty());
  CHECK(imitated_word("moderne").empty());
}

TEST_CASE("a brand misspelt by one letter is seen, its plural is not") {
  CHECK(misspelt_brand("Microsoft Outlok Connect") == "outlook");
  CHECK(misspelt_brand("Mircosoft") == "microsoft");
  CHECK(misspelt_brand("Microsofte 365").empty());  // begins as the brand: a longer word of it
  CHECK(misspelt_brand("Outlook Mobile").empty());
  CHECK(misspelt_brand("Outlay").empty());
}

TEST_CASE("mail addresses are read in every way that logs write them") {
  CHECK(mail_addresses_in("smtp:A@b.example") == std::vector<std::string>{"a@b.example"});
  CHECK(mail_addresses_in("\"Nom, P.\" [SMTP:a@b.example];<c@d.example>") ==
        std::vector<std::string>{"a@b.example", "c@d.example"});
  CHECK(mail_addresses_in("[EX:/o=ExchangeLabs/cn=abc@x]").empty());
  CHECK(mail_addresses_in("EURPR04A009.PROD/Org/AdeleV").empty());
  CHECK(mail_addresses_in("@b.example a@").empty());
}

TEST_CASE("the provider's addresses are known, others are not") {
  CHECK(is_provider_address("2a01:111:f100:9001::1761:914f"));
  CHECK(is_provider_address("2603:10a6:800:125::13"));
  CHECK(is_provider_address("20.190.160.24"));
  CHECK(is_provider_address("::1"));
  CHECK_FALSE(is_provider_address("203.0.113.7"));
  CHECK_FALSE(is_provider_address("2001:db8::1"));
}

}  // namespace digue::detect
