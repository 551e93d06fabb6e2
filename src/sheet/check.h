// What can be checked of a sheet once it is read whole; for the files of this room only.
#pragma once
#include "sheet/sheet_reader.h"

namespace digue::sheet {

// Notes with the reader: ids written twice, dead references, circles of prerequisites, destructive
// steps without preservation or undo, questions that can't be answered.
void check_inward(SheetReader& reader);

}  // namespace digue::sheet
