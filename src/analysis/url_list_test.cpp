#include "analysis/url_list.h"

#include <doctest/doctest.h>

namespace digue::analysis {

TEST_CASE("URLhaus's and PhishTank's lists, and one's own, are read as they are downloaded") {
  const UrlList urlhaus(
      "################\n# URLhaus\n#\n"
      "# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter\n"
      "\"1\",\"2026-03-01 08:00:00\",\"http://Dl.Evil.example/a/b.exe\",\"online\",\"\","
      "\"malware_download\",\"x\",\"https://urlhaus.abuse.ch/url/1/\",\"r\"\n");
  CHECK(urlhaus.holds("dl.evil.example", "http://dl.evil.example/a/b.exe"));
  CHECK(urlhaus.holds("dl.evil.example", "/a/b.exe?x=1"));  // the host in another field
  CHECK_FALSE(urlhaus.holds("urlhaus.abuse.ch", "https://urlhaus.abuse.ch/url/1/"));
  const UrlList phishtank(
      "phish_id,url,phish_detail_url,submission_time,verified,verification_time,online,target\n"
      "7,https://lure.example/login,http://www.phishtank.com/phish_detail.php?phish_id=7,"
      "2026-03-01T00:00:00+00:00,yes,2026-03-01T00:00:00+00:00,yes,Other\n");
  CHECK(phishtank.holds("lure.example", "https://lure.example/login"));
  const UrlList own("evil[.]example\n203.0.113.7\n");
  CHECK(own.size() == 2);
  CHECK(own.holds("www.evil.example", ""));
  CHECK(own.holds("203.0.113.7", ""));
  CHECK_FALSE(own.holds("notevil.example", "http://notevil.example/"));
}

TEST_CASE("one bad page does not make all of a good site bad") {
  const UrlList list("https://files.example/x/bad.zip\nhttps://files.example/?id=77\n");
  CHECK(list.holds("files.example", "https://files.example/x/bad.zip"));
  CHECK_FALSE(list.holds("files.example", "https://files.example/x/good.zip"));
  CHECK_FALSE(list.holds("files.example", "https://files.example/"));
  CHECK_FALSE(list.holds("files.example", ""));
}

TEST_CASE("a list is read once: another process uses its image") {
  std::string text = "evil.example\n";
  for (int i = 0; i < 1000; ++i) text += "https://host" + std::to_string(i) + ".example/p\n";
  const UrlList list(text);
  CHECK(list.size() == 1001);
  const std::string_view image = list.image();
  const auto same = UrlList::from_image(image);
  REQUIRE(same);
  CHECK(same->size() == 1001);
  CHECK(same->holds("a.evil.example", ""));
  for (int i = 0; i < 1000; ++i) {
    const auto host = "host" + std::to_string(i) + ".example";
    CHECK(same->holds(host, "/p?x"));
    CHECK_FALSE(same->holds(host, "/q"));
  }
  CHECK_FALSE(UrlList::from_image(image.substr(0, image.size() - 8)));
  CHECK_FALSE(UrlList::from_image({}));
  CHECK(UrlList("").size() == 0);
  CHECK_FALSE(UrlList("").holds("evil.example", "http://evil.example/"));
}

}  // namespace digue::analysis
