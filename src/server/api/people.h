// People as the API writes and reads them.
#pragma once
#include "server/api/fields.h"
#include "server/people/people.h"

namespace digue {
class JsonWriter;
}

namespace digue::server {

void write_person(JsonWriter& json, const Person& person, bool second_factor);
// The name and the name to display, both required.
Person new_person(Fields& fields, Role role);

}  // namespace digue::server
