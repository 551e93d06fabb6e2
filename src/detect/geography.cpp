#include "detect/geography.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace digue::detect {

namespace {

struct Country {
  std::string_view code;
  float latitude, longitude;
  std::string_view neighbours;  // "BE CH ..."
};

// In the order of their codes.
constexpr Country countries[] = {
    {"AD", 42.5F, 1.5F, "ES FR"},
    {"AE", 24.0F, 54.0F, "OM SA"},
    {"AF", 33.9F, 67.7F, "CN IR PK TJ TM UZ"},
    {"AL", 41.0F, 20.0F, "GR ME MK XK"},
    {"AM", 40.1F, 45.0F, "AZ GE IR TR"},
    {"AO", -12.3F, 17.5F, "CD CG NA ZM"},
    {"AR", -34.6F, -64.0F, "BO BR CL PY UY"},
    {"AT", 47.6F, 14.1F, "CH CZ DE HU IT LI SI SK"},
    {"AU", -25.3F, 133.8F, ""},
    {"AZ", 40.3F, 47.6F, "AM GE IR RU TR"},
    {"BA", 44.2F, 17.8F, "HR ME RS"},
    {"BB", 13.2F, -59.5F, ""},
    {"BD", 23.7F, 90.4F, "IN MM"},
    {"BE", 50.6F, 4.6F, "DE FR LU NL"},
    {"BF", 12.3F, -1.6F, "BJ CI GH ML NE TG"},
    {"BG", 42.7F, 25.5F, "GR MK RO RS TR"},
    {"BH", 26.0F, 50.5F, "SA"},
    {"BI", -3.4F, 29.9F, "CD RW TZ"},
    {"BJ", 9.3F, 2.3F, "BF NE NG TG"},
    {"BN", 4.5F, 114.7F, "MY"},
    {"BO", -16.7F, -64.7F, "AR BR CL PE PY"},
    {"BR", -10.8F, -53.0F, "AR BO CO GF GY PE PY SR UY VE"},
    {"BS", 24.2F, -76.0F, ""},
    {"BT", 27.4F, 90.4F, "CN IN"},
    {"BW", -22.3F, 24.7F, "NA ZA ZM ZW"},
    {"BY", 53.5F, 28.0F, "LT LV PL RU UA"},
    {"BZ", 17.2F, -88.7F, "GT MX"},
    {"CA", 56.1F, -106.3F, "US"},
    {"CD", -2.9F, 23.7F, "AO BI CF CG RW SS TZ UG ZM"},
    {"CF", 6.6F, 20.5F, "CD CG CM SD SS TD"},
    {"CG", -0.8F, 15.2F, "AO CD CF CM GA"},
    {"CH", 46.8F, 8.2F, "AT DE FR IT LI"},
    {"CI", 7.6F, -5.6F, "BF GH GN LR ML"},
    {"CL", -35.7F, -71.5F, "AR BO PE"},
    {"CM", 5.7F, 12.7F, "CF CG GA GQ NG TD"},
    {"CN", 35.9F, 104.2F, "AF BT HK IN KG KP KZ LA MM MN MO NP PK RU TJ VN"},
    {"CO", 3.9F, -73.1F, "BR EC PA PE VE"},
    {"CR", 10.0F, -84.2F, "NI PA"},
    {"CU", 21.5F, -79.0F, ""},
    {"CV", 15.1F, -23.6F, ""},
    {"CY", 35.0F, 33.2F, ""},
    {"CZ", 49.8F, 15.3F, "AT DE PL SK"},
    {"DE", 51.1F, 10.4F, "AT BE CH CZ DK FR LU NL PL"},
    {"DJ", 11.7F, 42.6F, "ER ET SO"},
    {"DK", 56.0F, 10.0F, "DE SE"},
    {"DO", 18.9F, -70.5F, "HT"},
    {"DZ", 28.2F, 2.6F, "EH LY MA ML MR NE TN"},
    {"EC", -1.4F, -78.4F, "CO PE"},
    {"EE", 58.7F, 25.5F, "FI LV RU"},
    {"EG", 26.5F, 29.9F, "IL LY PS SD"},
    {"EH", 24.2F, -13.0F, "DZ MA MR"},
    {"ER", 15.4F, 38.8F, "DJ ET SD"},
    {"ES", 40.2F, -3.6F, "AD FR GI MA PT"},
    {"ET", 8.6F, 39.6F, "DJ ER KE SD SO SS"},
    {"FI", 64.5F, 26.3F, "EE NO RU SE"},
    {"FJ", -17.8F, 178.0F, ""},
    {"FR", 46.6F, 2.5F, "AD BE CH DE ES GB IT LU MC"},
    {"GA", -0.6F, 11.8F, "CG CM GQ"},
    {"GB", 54.0F, -2.5F, "FR IE"},
    {"GE", 42.2F, 43.5F, "AM AZ RU TR"},
    {"GF", 3.9F, -53.2F, "BR SR"},
    {"GH", 7.9F, -1.2F, "BF CI TG"},
    {"GI", 36.1F, -5.3F, "ES"},
    {"GM", 13.4F, -15.4F, "SN"},
    {"GN", 10.4F, -10.9F, "CI GW LR ML SL SN"},
    {"GP", 16.2F, -61.5F, "MF MQ"},
    {"GQ", 1.6F, 10.4F, "CM GA"},
    {"GR", 39.0F, 22.0F, "AL BG MK TR"},
    {"GT", 15.7F, -90.4F, "BZ HN MX SV"},
    {"GW", 12.0F, -15.0F, "GN SN"},
    {"GY", 4.8F, -58.9F, "BR SR VE"},
    {"HK", 22.4F, 114.1F, "CN MO"},
    {"HN", 14.8F, -86.6F, "GT NI SV"},
    {"HR", 45.1F, 15.9F, "BA HU ME RS SI"},
    {"HT", 18.9F, -72.7F, "DO"},
    {"HU", 47.2F, 19.4F, "AT HR RO RS SI SK UA"},
    {"ID", -2.2F, 117.3F, "MY PG TL"},
    {"IE", 53.2F, -8.1F, "GB"},
    {"IL", 31.4F, 35.0F, "EG JO LB PS SY"},
    {"IN", 22.9F, 79.6F, "BD BT CN MM NP PK"},
    {"IQ", 33.0F, 43.7F, "IR JO KW SA SY TR"},
    {"IR", 32.6F, 54.3F, "AF AM AZ IQ PK TM TR"},
    {"IS", 65.0F, -18.6F, ""},
    {"IT", 42.8F, 12.1F, "AT CH FR MT SI SM VA"},
    {"JM", 18.2F, -77.3F, ""},
    {"JO", 31.2F, 36.8F, "IL IQ PS SA SY"},
    {"JP", 37.6F, 138.0F, ""},
    {"KE", 0.6F, 37.8F, "ET SO SS TZ UG"},
    {"KG", 41.5F, 74.5F, "CN KZ TJ UZ"},
    {"KH", 12.7F, 104.9F, "LA TH VN"},
    {"KM", -11.9F, 43.7F, "YT"},
    {"KP", 40.1F, 127.2F, "CN KR RU"},
    {"KR", 36.4F, 127.8F, "KP"},
    {"KW", 29.3F, 47.6F, "IQ SA"},
    {"KZ", 48.2F, 67.3F, "CN KG RU TM UZ"},
    {"LA", 18.5F, 103.8F, "CN KH MM TH VN"},
    {"LB", 33.9F, 35.9F, "IL SY"},
    {"LI", 47.1F, 9.5F, "AT CH"},
    {"LK", 7.6F, 80.7F, ""},
    {"LR", 6.5F, -9.3F, "CI GN SL"},
    {"LS", -29.6F, 28.2F, "ZA"},
    {"LT", 55.3F, 23.9F, "BY LV PL RU"},
    {"LU", 49.8F, 6.1F, "BE DE FR"},
    {"LV", 56.9F, 24.9F, "BY EE LT RU"},
    {"LY", 27.0F, 18.0F, "DZ EG NE SD TD TN"},
    {"MA", 31.9F, -6.3F, "DZ EH ES"},
    {"MC", 43.7F, 7.4F, "FR"},
    {"MD", 47.2F, 28.5F, "RO UA"},
    {"ME", 42.8F, 19.2F, "AL BA HR RS XK"},
    {"MF", 18.1F, -63.1F, "GP SX"},
    {"MG", -19.4F, 46.7F, ""},
    {"MK", 41.6F, 21.7F, "AL BG GR RS XK"},
    {"ML", 17.3F, -3.5F, "BF CI DZ GN MR NE SN"},
    {"MM", 21.2F, 96.5F, "BD CN IN LA TH"},
    {"MN", 46.8F, 103.1F, "CN RU"},
    {"MO", 22.2F, 113.5F, "CN HK"},
    {"MQ", 14.7F, -61.0F, "GP"},
    {"MR", 20.3F, -10.3F, "DZ EH ML SN"},
    {"MT", 35.9F, 14.4F, "IT"},
    {"MU", -20.3F, 57.6F, "RE"},
    {"MV", 3.7F, 73.5F, ""},
    {"MW", -13.2F, 34.3F, "MZ TZ ZM"},
    {"MX", 23.9F, -102.5F, "BZ GT US"},
    {"MY", 3.8F, 109.7F, "BN ID SG TH"},
    {"MZ", -17.3F, 35.5F, "MW SZ TZ ZA ZM ZW"},
    {"NA", -22.1F, 17.2F, "AO BW ZA ZM"},
    {"NC", -21.3F, 165.7F, ""},
    {"NE", 17.4F, 9.4F, "BF BJ DZ LY ML NG TD"},
    {"NG", 9.6F, 8.1F, "BJ CM NE TD"},
    {"NI", 12.8F, -85.0F, "CR HN"},
    {"NL", 52.2F, 5.3F, "BE DE"},
    {"NO", 62.0F, 10.0F, "FI RU SE"},
    {"NP", 28.2F, 83.9F, "CN IN"},
    {"NZ", -41.8F, 172.8F, ""},
    {"OM", 20.6F, 56.1F, "AE SA YE"},
    {"PA", 8.5F, -80.1F, "CO CR"},
    {"PE", -9.2F, -74.4F, "BO BR CL CO EC"},
    {"PF", -17.7F, -149.4F, ""},
    {"PG", -6.5F, 145.2F, "ID"},
    {"PH", 11.8F, 122.9F, ""},
    {"PK", 29.9F, 69.3F, "AF CN IN IR"},
    {"PL", 52.1F, 19.4F, "BY CZ DE LT RU SK UA"},
    {"PM", 46.9F, -56.3F, ""},
    {"PS", 31.9F, 35.2F, "EG IL JO"},
    {"PT", 39.6F, -8.5F, "ES"},
    {"PY", -23.2F, -58.4F, "AR BO BR"},
    {"QA", 25.3F, 51.2F, "SA"},
    {"RE", -21.1F, 55.5F, "MU"},
    {"RO", 45.9F, 25.0F, "BG HU MD RS UA"},
    {"RS", 44.2F, 20.8F, "BA BG HR HU ME MK RO XK"},
    {"RU", 58.0F, 60.0F, "AZ BY CN EE FI GE KP KZ LT LV MN NO PL UA"},
    {"RW", -2.0F, 29.9F, "BI CD TZ UG"},
    {"SA", 24.1F, 44.5F, "AE BH IQ JO KW OM QA YE"},
    {"SC", -4.7F, 55.5F, ""},
    {"SD", 16.0F, 30.0F, "CF EG ER ET LY SS TD"},
    {"SE", 62.8F, 16.7F, "DK FI NO"},
    {"SG", 1.35F, 103.8F, "MY"},
    {"SI", 46.1F, 14.8F, "AT HR HU IT"},
    {"SK", 48.7F, 19.5F, "AT CZ HU PL UA"},
    {"SL", 8.6F, -11.8F, "GN LR"},
    {"SM", 43.9F, 12.5F, "IT"},
    {"SN", 14.4F, -14.5F, "GM GN GW ML MR"},
    {"SO", 4.8F, 45.7F, "DJ ET KE"},
    {"SR", 4.1F, -55.9F, "BR GF GY"},
    {"SS", 7.3F, 30.2F, "CD CF ET KE SD UG"},
    {"SV", 13.7F, -88.9F, "GT HN"},
    {"SX", 18.0F, -63.1F, "MF"},
    {"SY", 35.0F, 38.5F, "IL IQ JO LB TR"},
    {"SZ", -26.6F, 31.5F, "MZ ZA"},
    {"TD", 15.3F, 18.6F, "CF CM LY NE NG SD"},
    {"TG", 8.5F, 1.0F, "BF BJ GH"},
    {"TH", 15.1F, 101.0F, "KH LA MM MY"},
    {"TJ", 38.5F, 71.0F, "AF CN KG UZ"},
    {"TL", -8.8F, 125.8F, "ID"},
    {"TM", 39.1F, 59.4F, "AF IR KZ UZ"},
    {"TN", 34.1F, 9.6F, "DZ LY"},
    {"TR", 39.1F, 35.2F, "AM AZ BG GE GR IQ IR SY"},
    {"TT", 10.5F, -61.3F, ""},
    {"TW", 23.8F, 121.0F, ""},
    {"TZ", -6.3F, 34.8F, "BI CD KE MW MZ RW UG ZM"},
    {"UA", 49.0F, 31.4F, "BY HU MD PL RO RU SK"},
    {"UG", 1.3F, 32.4F, "CD KE RW SS TZ"},
    {"US", 39.8F, -98.6F, "CA MX"},
    {"UY", -32.8F, -56.0F, "AR BR"},
    {"UZ", 41.8F, 63.1F, "AF KG KZ TJ TM"},
    {"VA", 41.9F, 12.5F, "IT"},
    {"VE", 7.1F, -66.2F, "BR CO GY"},
    {"VN", 16.6F, 106.3F, "CN KH LA"},
    {"XK", 42.6F, 20.9F, "AL ME MK RS"},
    {"YE", 15.9F, 47.6F, "OM SA"},
    {"YT", -12.8F, 45.2F, "KM"},
    {"ZA", -29.0F, 25.1F, "BW LS MZ NA SZ ZW"},
    {"ZM", -13.5F, 27.8F, "AO BW CD MW MZ NA TZ ZW"},
    {"ZW", -19.0F, 29.9F, "BW MZ ZA ZM"},
};

const Country* country_of(std::string_view code) {
  const auto* at = std::lower_bound(std::begin(countries), std::end(countries), code,
                                    [](const auto& row, auto wanted) { return row.code < wanted; });
  return at != std::end(countries) && at->code == code ? at : nullptr;
}

constexpr double earth_radius_km = 6371.0;

double radians(double degrees) {
  return degrees * std::numbers::pi / 180.0;
}

}  // namespace

// The haversine formula: exact enough near and far.
double distance_km(Point a, Point b) {
  const double up = std::sin(radians(b.latitude - a.latitude) / 2);
  const double along = std::sin(radians(b.longitude - a.longitude) / 2);
  const double part =
      up * up + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * along * along;
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(part)));
}

std::optional<Point> middle_of(std::string_view country) {
  const auto* found = country_of(country);
  if (found == nullptr) return std::nullopt;
  return Point{static_cast<double>(found->latitude), static_cast<double>(found->longitude)};
}

bool are_neighbours(std::string_view a, std::string_view b) {
  const auto* found = country_of(a);
  return found != nullptr && b.size() == 2 && found->neighbours.find(b) != std::string_view::npos;
}

}  // namespace digue::detect
