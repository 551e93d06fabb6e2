// Distances on the globe, and countries: their middle and their neighbours.  Thread-safe.
#pragma once
#include <optional>
#include <string_view>

namespace digue::detect {

struct Point {
  double latitude = 0, longitude = 0;  // degrees, north and east positive
};

// Great-circle distance in kilometres, on a sphere.
double distance_km(Point a, Point b);

// Countries by ISO 3166-1 alpha-2.  The middle is rough: good enough to say that two countries lie
// thousands of kilometres apart.
std::optional<Point> middle_of(std::string_view country);
// They share a land border, or a tunnel or ferry of an hour: geolocation and people cross it.
bool are_neighbours(std::string_view a, std::string_view b);

}  // namespace digue::detect
