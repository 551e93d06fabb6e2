// What can be checked of a sheet once it is read whole; for the files of this room only.
#pragma once
#include <vector>

#include "sheet/node_reader.h"
#include "sheet/reference.h"
#include "sheet/sheet.h"

namespace digue::sheet {

// Notes with the reader: ids written twice, dead references, circles of prerequisites, destructive
// steps without preservation or undo, questions that can't be answered.
void check_inward(Sheet& sheet, const std::vector<Reference>& references, NodeReader& nodes);

}  // namespace digue::sheet
