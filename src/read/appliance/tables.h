// The products that Digue knows by their fields, whatever the carrier.  The last is of any record:
// what the names of CEF, LEEF and common key=value mean.
#pragma once
#include <span>

#include "read/appliance/products.h"

namespace digue::read {

std::span<const Product* const> known_products();

}  // namespace digue::read
