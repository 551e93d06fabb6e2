// Records of named fields, a row of CSV or an object of JSON, by the tables of products.
#pragma once
#include "read/appliance/products.h"
#include "read/record.h"

namespace digue::read {

// Puts every field under its own name, and in JSON under its path ("event.datetime").
void put_fields(const Fields& fields, Products& products);
// An event of the record out of what its fields said; `when` is read already.  As of lines, of what
// is `other` no text is kept that differs from record to record.
// The outer spaces of its texts are taken off.
void commit_said(Record& record, Said& said, const ReadDate& when);

}  // namespace digue::read
