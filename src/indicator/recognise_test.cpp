#include "indicator/recognise.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>

#include <random>

#include "indicator/address.h"
#include "indicator/fang.h"

namespace digue::indicator {

// "kind value" of each, apart by "; "; "?" behind what is not sure.
static std::string found_in(std::string_view text, const KnownNames& known = {}) {
  std::string out;
  for (const auto& match : recognise(text, known).matches)
    out += (out.empty() ? "" : "; ") + std::string(kind_name(match.indicator.kind)) + " " +
           match.indicator.value + (match.sure ? "" : "?");
  return out;
}

TEST_CASE("accounts, addresses, domains, URLs and hashes are recognised in a sentence") {
  CHECK(found_in("Compte Jean.Dupont@CH-X.example bloqué depuis 203.0.113.4.") ==
        "mail jean.dupont@ch-x.example; address 203.0.113.4");
  CHECK(found_in("vu 2001:DB8:0:0::1, puis 2001:db8::/32 et 203.0.113.77/24") ==
        "address 2001:db8::1; range 2001:db8::/32; range 203.0.113.0/24");
  CHECK(found_in("de 203.0.113.4-203.0.113.9 et 198.51.100.4-20, 192.0.2.1 – 192.0.2.3") ==
        "range 203.0.113.4-203.0.113.9; range 198.51.100.4-198.51.100.20; "
        "range 192.0.2.1-192.0.2.3");
  CHECK(found_in("page https://Login.Evil.example/a?b=c#d, voir evil.example/x.php") ==
        "url https://login.evil.example/a?b=c#d; url evil.example/x.php");
  CHECK(found_in("d41d8cd98f00b204e9800998ecf8427e") == "md5 d41d8cd98f00b204e9800998ecf8427e");
  CHECK(found_in("SHA256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855") ==
        "sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(found_in("relais 203.0.113.4:8443 et http://[2001:db8::1]:80/x") ==
        "address 203.0.113.4; url http://[2001:db8::1]:80/x");
}

TEST_CASE("defanged forms are read") {
  CHECK(found_in("hxxps://evil[.]example/a") == "url https://evil.example/a");
  CHECK(found_in("hxxp[:]//evil[.]example") == "url http://evil.example");
  CHECK(found_in("evil[.]example evil(.)example evil{.}example evil[dot]example evil\\.example") ==
        "domain evil.example; domain evil.example; domain evil.example; domain evil.example; "
        "domain evil.example");
  CHECK(found_in("jean[at]x[.]example, jean (arobase) x (point) example") ==
        "mail jean@x.example; mail jean@x.example");
  CHECK(found_in("203[.]0[.]113[.]4 et 2001[:]db8[:][:]1") ==
        "address 203.0.113.4; address 2001:db8::1");
  CHECK(found_in("archive[.]zip") == "domain archive.zip");
  const auto match = recognise("vu sur evil[.]example hier").matches.at(0);
  CHECK(match.offset == 7);
  CHECK(match.length == 14);
  CHECK(match.defanged);
}

TEST_CASE("French and English typography stands around, not within") {
  CHECK(found_in("« evil.example », (203.0.113.4) ; “evil.example”") ==
        "domain evil.example; address 203.0.113.4; domain evil.example");
  CHECK(found_in("l'adresse d'evil.example, l’hôte d’evil.example") ==
        "domain evil.example; domain evil.example");
  CHECK(found_in("«\u00a0http://evil.example/a\u00a0» ; <http://evil.example/b>") ==
        "url http://evil.example/a; url http://evil.example/b");
  CHECK(found_in("(voir http://evil.example/a(1)). Fin") == "url http://evil.example/a(1)");
  CHECK(found_in("écrit à d'jean@x.example, o'brien@x.example") ==
        "mail jean@x.example; mail o'brien@x.example");
  CHECK(found_in("IP=203.0.113.4;from=jean@x.example") ==
        "address 203.0.113.4; mail jean@x.example");
  CHECK(found_in("bounce+jean=hopital.example@list.example") ==
        "mail bounce+jean=hopital.example@list.example");
}

TEST_CASE("files are files, and sentences without a space are no domains") {
  CHECK(found_in("ouvert rapport.docx puis facture.pdf.exe") ==
        "file rapport.docx; file facture.pdf.exe");
  CHECK(found_in("« Facture avril 2026.docm » reçue") == "file Facture avril 2026.docm");
  CHECK(found_in("dans C:\\Users\\jean\\x.exe et archive.zip") == "file x.exe; file archive.zip");
  CHECK(found_in("Compte bloqué.Il faut attendre.Merci") == "");
  CHECK(found_in("evil.example.Il faut") == "domain evil.example");
  CHECK(found_in("compte bloqué.je rappelle") == "domain bloqué.je?");
  CHECK(found_in("secure-login.me google.de") == "domain secure-login.me; domain google.de?");
  CHECK(found_in("à 03:11:07, le 22.11.2026, 12 h 30, v2.1.0, M. Dupont, p.ex., etc.") == "");
  CHECK(found_in("version 10.0.19.1") == "address 10.0.19.1?");
  CHECK(found_in("300.1.1.1 1.2.3 1.2.3.4.5 010.0.0.1 00:11:22:33:44:55 std::string a::b") == "");
  CHECK(found_in("12345678901234567890123456789012") == "");
}

TEST_CASE("known hosts and accounts are recognised, and machines of the local network") {
  const KnownNames known{{"srv-ad-01", "pc-compta"}, {"jdupont"}};
  CHECK(found_in("SRV-AD-01 joint PC-COMPTA.ch.example, jdupont l’a vu", known) ==
        "host srv-ad-01; host pc-compta; account jdupont");
  CHECK(found_in("imprimante.lan et srv-ad-011", known) == "host imprimante.lan");
}

TEST_CASE("text that is too long is read up to the cap, and told") {
  std::string text(max_text_bytes, 'x');
  text += " evil.example";
  CHECK(recognise(text).matches.empty());
  CHECK(recognise(text).unread == 13);
  std::string many;
  for (int i = 0; i < 2100; ++i) many += "evil.example ";
  CHECK(recognise(many).matches.size() == max_matches);
  CHECK(recognise(many).unread == 13 * 100);
}

TEST_CASE("one value alone is read as its kind, whatever its dress") {
  CHECK(read_indicator(" hxxp://Evil[.]example/A ") ==
        Indicator{Kind::url, "http://evil.example/A"});
  CHECK(read_indicator("Mot de passe") == Indicator{Kind::other, "Mot de passe"});
  CHECK(misp_type(read_indicator("evil[.]example")) == "domain");
  CHECK(stix_path(read_indicator("2001:db8::1")) == "ipv6-addr:value");
  CHECK(ecs_field(read_indicator("203.0.113.4")) == "threat.indicator.ip");
}

// Text made of the pieces that matter, by chance but always the same.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string text(std::size_t pieces) {
    static constexpr std::array<std::string_view, 44> all = {
        "evil",   ".",    "[.]", "(dot)", "@",   "[at]", "http", "hxxps", "://", "[:]//",    "/",
        "a",      "Z9",   "203", "0",     "113", ":",    "::",   "db8",   "-",   "_",        " ",
        "\u00a0", "«",    "»",   "’",     "'",   "(",    ")",    "[",     "]",   "é",        "com",
        "fr",     "docx", "exe", "\"",    ",",   "\n",   "?",    "=",     "%",   "e3b0c442", "24"};
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) out += all[below(all.size())];
    return out;
  }

 private:
  std::mt19937 random_;
};

TEST_CASE(
    "matches are pieces of the text, in order, apart, and read back from their defanged form") {
  Chance chance(1);
  std::size_t seen = 0;
  for (int round = 0; round < 20000; ++round) {
    const auto text = chance.text(1 + chance.below(24));
    std::size_t end = 0;
    for (const auto& match : recognise(text).matches) {
      CAPTURE(text);
      REQUIRE(match.offset >= end);
      REQUIRE(match.length > 0);
      end = match.offset + match.length;
      REQUIRE(end <= text.size());
      const auto written = text.substr(match.offset, match.length);
      const auto again = recognise(written).matches;
      if (match.indicator.kind != Kind::file && match.sure) {
        REQUIRE(again.size() == 1);
        REQUIRE(again[0].indicator == match.indicator);
      }
      if (match.indicator.kind == Kind::url || match.indicator.kind == Kind::mail)
        REQUIRE(refanged_value(defanged(match.indicator)) == match.indicator.value);
      ++seen;
    }
  }
  CHECK(seen > 500);
}

static std::string by_system(const std::string& text) {
  std::array<unsigned char, 16> bytes{};
  std::array<char, INET6_ADDRSTRLEN> out{};
  for (const int family : {AF_INET, AF_INET6})
    if (::inet_pton(family, text.c_str(), bytes.data()) == 1)
      return ::inet_ntop(family, bytes.data(), out.data(), out.size());
  return "";
}

TEST_CASE("addresses are read and written as the system does") {
  Chance chance(2);
  static constexpr std::string_view signs = "0123456789abcdefF:.::::..00";
  std::size_t good = 0;
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    const bool v4 = chance.below(3) == 0;
    if (v4)
      for (int i = 0; i < 4; ++i)
        text += (i == 0 ? "" : ".") + std::to_string(chance.below(i == 3 ? 300 : 256));
    else
      for (std::size_t i = chance.below(20) + 2; i > 0; --i)
        text += signs[chance.below(signs.size())];
    CAPTURE(text);
    const auto ours = parse_address(text);
    const auto theirs = by_system(text);
    REQUIRE(ours.has_value() == !theirs.empty());
    if (!ours) continue;
    ++good;
    // The system writes deprecated "::203.0.113.4"; RFC 5952 asks for it of mapped ones only.
    if (theirs.find('.') == std::string::npos || !ours->is_v6)
      REQUIRE(address_text(*ours) == theirs);
    REQUIRE(parse_address(address_text(*ours)) == ours);
  }
  CHECK(good > 10000);
}

}  // namespace digue::indicator
