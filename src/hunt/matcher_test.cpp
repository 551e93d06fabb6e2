#include "hunt/matcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <random>

#include "base/text.h"

using namespace digue;
using hunt::Hit;
using hunt::Matcher;
using indicator::Indicator;
using indicator::Kind;

namespace {

std::vector<Hit> hits_in(const Matcher& matcher, std::string_view text) {
  std::vector<Hit> hits;
  matcher.scan(text, 0, text.size(), hits);
  std::sort(hits.begin(), hits.end());
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
  return hits;
}

// How many times each of these stands in the text.
std::size_t found(const Indicator& indicator, std::string_view text) {
  return hits_in(Matcher::compile({&indicator, 1}), text).size();
}

}  // namespace

TEST_CASE("a domain is found with its subdomains, and in no other domain") {
  const Indicator domain{Kind::domain, "evil.fr"};
  for (const char* text :
       {"evil.fr", "GET http://evil.fr/", "a.evil.fr", "http://WWW.Evil.FR:8080/x", "x@evil.fr>",
        "host=evil.fr.", "(evil.fr)", "«evil.fr»", "«\u00a0evil.fr\u00a0»",
        "u=http%3A%2F%2Fevil.fr%2Fx", "\\u003cevil.fr\\u003e", "evil.fr, puis"})
    CHECK_MESSAGE(found(domain, text) == 1, text);
  for (const char* text :
       {"notevil.fr", "not-evil.fr", "evil.fra", "evil.fr.example.com", "evil-fr", "evil.fr-x.com",
        "éevil.fr", "%41evil.fr", "evil.fr@bank.com"})
    CHECK_MESSAGE(found(domain, text) == 0, text);
}

TEST_CASE("an address is not found within another") {
  const Indicator address{Kind::address, "1.2.3.4"};
  for (const char* text : {"1.2.3.4", "[1.2.3.4]:443", "src=1.2.3.4;", "1.2.3.4:80", "1.2.3.4/32",
                           "::ffff:1.2.3.4", "from 1.2.3.4.", "1.2.3.4-1.2.3.9"})
    CHECK_MESSAGE(found(address, text) == 1, text);
  for (const char* text : {"11.2.3.45", "1.2.3.45", "11.2.3.4", "1.2.3.4.5", "9.1.2.3.4",
                           "v1.2.3.4", "1.2.3.4.in-addr.arpa", "1.2.3"})
    CHECK_MESSAGE(found(address, text) == 0, text);
}

TEST_CASE("networks, spans and IPv6 are read as numbers") {
  CHECK(found({Kind::range, "203.0.113.0/24"}, "a 203.0.113.77 b 203.0.114.1 c 1203.0.113.7") == 1);
  CHECK(found({Kind::range, "203.0.113.4-203.0.113.9"}, "203.0.113.3 203.0.113.4 203.0.113.9.") ==
        2);
  CHECK(found({Kind::range, "203.0.113.4-203.0.113.9"}, "203.0.113.10") == 0);
  const Indicator six{Kind::address, "2001:db8::1"};
  for (const char* text : {"2001:db8::1", "[2001:DB8:0:0:0:0:0:1]:443", "from 2001:0db8::0001 to"})
    CHECK_MESSAGE(found(six, text) == 1, text);
  CHECK(found(six, "2001:db8::11 x2001:db8::1 12:34:56") == 0);
  CHECK(found({Kind::range, "2001:db8::/32"}, "2001:db8:1234::5 2001:db9::1") == 1);
  CHECK(found({Kind::address, "::1"}, "bound to ::1 and [::1]:80, not a::1") == 2);
}

TEST_CASE("a URL is found without its scheme, encoded in another and as JSON writes it") {
  const Indicator url{Kind::url, "http://evil.fr/a/b.php?x=1"};
  for (const char* text :
       {"http://evil.fr/a/b.php?x=1", "https://evil.fr/a/b.php?x=1&y=2", "evil.fr/a/b.php?x=1",
        "u=http%3a%2f%2fevil.fr%2Fa%2Fb.php%3Fx%3D1", "\"http:\\/\\/evil.fr\\/a\\/b.php?x=1\""})
    CHECK_MESSAGE(found(url, text) == 1, text);
  for (const char* text : {"http://evil.fr/a/b.php?x=12", "http://evil.fr/a/b.php",
                           "notevil.fr/a/b.php?x=1", "x.evil.fr/a/b.php?x=1"})
    CHECK_MESSAGE(found(url, text) == 0, text);
  CHECK(found({Kind::url, "http://evil.fr/"}, "CONNECT evil.fr:443 x.evil.fr/ evil.fr.com/") == 1);
  CHECK(found({Kind::url, "http://evil.fr/kit/"}, "http://evil.fr/kit/login.php") == 1);
}

TEST_CASE("every kind is found at every place of a long text, together and alone") {
  const std::vector<std::pair<Indicator, std::string>> kinds = {
      {{Kind::domain, "mail.evil.example"}, "MAIL.evil.example"},
      {{Kind::domain, "t.co"}, "T.co"},
      {{Kind::account, "zz"}, "zZ"},
      {{Kind::address, "9.8.7.6"}, "9.8.7.6"},
      {{Kind::range, "203.0.113.0/24"}, "203.0.113.200"},
      {{Kind::address, "2001:db8::1"}, "2001:db8:0::1"},
      {{Kind::address, "::2"}, "::2"},
      {{Kind::md5, "0123456789abcdef0123456789abcdef"}, "0123456789ABCDEF0123456789abcdef"},
      {{Kind::host, "srv-é1"}, "SRV-É1"},
  };
  std::vector<Indicator> all;
  for (const auto& [indicator, written] : kinds) all.push_back(indicator);
  const auto together = Matcher::compile(all);
  std::string filling;
  while (filling.size() < 200) filling += "GET /a-1 10.0.0.1 ";
  for (std::uint32_t i = 0; i < kinds.size(); ++i) {
    const auto alone = Matcher::compile({&all[i], 1});
    for (std::size_t at = 0; at <= 130; ++at)
      for (const std::size_t after : {0, 1, 70}) {
        const std::string text =
            filling.substr(0, at) + " " + kinds[i].second + " " + filling.substr(0, after);
        CHECK(hits_in(alone, text) == std::vector<Hit>{{at + 1, 0}});
        CHECK(hits_in(together, text) == std::vector<Hit>{{at + 1, i}});
      }
  }
}

TEST_CASE("other kinds stand by themselves, case and accents' case ignored") {
  CHECK(found({Kind::mail, "jean@evil.fr"}, "<Jean@evil.fr> jean%40evil.fr d.jean@evil.fr") == 2);
  CHECK(found({Kind::file, "relevé.docx"}, "C:\\RELEVÉ.DOCX relevé.docx.exe /x/relevé.docx") == 2);
  CHECK(found({Kind::md5, "d41d8cd98f00b204e9800998ecf8427e"},
              "MD5=D41D8CD98F00B204E9800998ECF8427E;") == 1);
  CHECK(found({Kind::md5, "d41d8cd98f00b204e9800998ecf8427e"},
              "0d41d8cd98f00b204e9800998ecf8427e") == 0);
  CHECK(found({Kind::host, "pc12"}, "PC12.lan pc123 PC12$") == 2);
  CHECK(found({Kind::account, "jdupont"}, "HOPITAL\\JDupont jdupont@hopital.fr ajdupont") == 2);
  CHECK(found({Kind::file, "élan"}, "x élan") == 1);
}

TEST_CASE("what is too short or has no letter cannot be searched for") {
  CHECK_FALSE(Matcher::can_find({Kind::other, "a"}));
  CHECK_FALSE(Matcher::can_find({Kind::other, "---"}));
  CHECK_FALSE(Matcher::can_find({Kind::other, ""}));
  CHECK(Matcher::can_find({Kind::account, "bo"}));
  CHECK(found({Kind::account, "bo"}, "user=bo bob") == 1);
}

TEST_CASE("a compiled matcher is an image that another process can use") {
  const Indicator domain{Kind::domain, "evil.fr"};
  const auto matcher = Matcher::compile({&domain, 1});
  const auto shared = Matcher::from_image(matcher.image());
  REQUIRE(shared);
  CHECK(hits_in(*shared, "x evil.fr").size() == 1);
  CHECK_FALSE(Matcher::from_image(matcher.image().substr(0, 64)));
  CHECK_FALSE(Matcher::from_image("no matcher"));
}

TEST_CASE("nothing to find finds nothing") {
  CHECK(hits_in(Matcher::compile({}), "evil.fr 1.2.3.4").empty());
}

namespace {

// A second implementation, as simple as can be: every indicator at every byte.  ASCII only.
class Naive {
 public:
  static bool stands_at(const Indicator& indicator, std::string_view text, std::size_t at) {
    const std::string& value = indicator.value;
    if (at + value.size() > text.size()) return false;
    for (std::size_t i = 0; i < value.size(); ++i)
      if (std::tolower(static_cast<unsigned char>(text[at + i])) != value[i]) return false;
    return border(indicator.kind, text.substr(0, at), text.substr(at + value.size()));
  }

 private:
  static bool word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
  static bool border(Kind kind, std::string_view before, std::string_view after) {
    const char left = before.empty() ? ' ' : before.back();
    const char right = after.empty() ? ' ' : after.front();
    const bool dotted = right == '.' && after.size() > 1 && word(after[1]);
    if (word(left) || word(right) || dotted) return false;
    if (kind == Kind::address) return left != '.';
    if (left == '-' || right == '-' || right == '@') return false;
    return true;
  }
};

}  // namespace

TEST_CASE("random texts: the same hits as a naive search") {
  std::mt19937 random(7);
  const auto pick = [&](std::string_view from) { return from[random() % from.size()]; };
  const auto label = [&](std::size_t most) {
    std::string text;
    for (std::size_t i = 0, count = 1 + random() % most; i < count; ++i) text += pick("abAB");
    return text;
  };
  for (int round = 0; round < 400; ++round) {
    std::vector<Indicator> indicators;
    for (int i = 0; i < 30; ++i) {
      std::string value = lower(label(3));
      for (auto more = random() % 3 + 1; more != 0; --more) value += pick("..-") + lower(label(4));
      indicators.push_back({Kind::domain, value});
    }
    indicators.push_back({Kind::address, "1.2.1.2"});
    indicators.push_back({Kind::address, "2.1.2.1"});
    std::sort(indicators.begin(), indicators.end());
    indicators.erase(std::unique(indicators.begin(), indicators.end()), indicators.end());
    std::string text;
    while (text.size() < 400) {
      text += random() % 4 == 0 ? indicators[random() % indicators.size()].value : label(5);
      text += pick("..- /:@12");
    }
    std::vector<Hit> expected;
    for (std::size_t at = 0; at < text.size(); ++at)
      for (std::uint32_t i = 0; i < indicators.size(); ++i)
        if (Naive::stands_at(indicators[i], text, at)) expected.push_back({at, i});
    const auto matcher = Matcher::compile(indicators);
    REQUIRE(hits_in(matcher, text) == expected);
    // In pieces of any size too.
    std::vector<Hit> pieces;
    const std::size_t step = 1 + random() % 90;
    for (std::size_t at = 0; at < text.size(); at += step)
      matcher.scan(text, at, std::min(at + step, text.size()), pieces);
    std::sort(pieces.begin(), pieces.end());
    REQUIRE(pieces == expected);
  }
}
