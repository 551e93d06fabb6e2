// What we accept of a Windows event log; over it, the record or the piece is reported and skipped.
// Source of the format: Microsoft's [MS-EVEN6], and the public notes on it (libyal, "Windows XML
// Event Log (EVTX)").
#pragma once
#include <cstddef>

namespace digue::read::evtx {

inline constexpr std::size_t file_header_bytes = 4096;
inline constexpr std::size_t chunk_bytes = 64 << 10;
inline constexpr std::size_t chunk_header_bytes = 512;
inline constexpr std::size_t record_header_bytes = 24;
inline constexpr std::size_t smallest_record =
    record_header_bytes + 4;  // with the copy of its size

inline constexpr std::size_t max_element_depth = 128;
inline constexpr std::size_t max_nesting = 16;                 // of BinXML in values
inline constexpr std::size_t max_definition_text = 256 << 10;  // names and texts of one definition
inline constexpr std::size_t max_rendered_bytes = 4 << 20;     // of one record
inline constexpr std::size_t max_instructions = 1 << 18;       // run for one record
// Of one chunk together: a dense one of Windows takes a hundredth of it.
inline constexpr std::size_t max_chunk_rendered_bytes = 16 << 20;
inline constexpr std::size_t max_chunk_instructions = 1 << 22;
inline constexpr std::size_t max_chunk_parsed_bytes = 8 << 20;  // of definitions, names and shapes
inline constexpr std::size_t max_templates = 8192;              // kept by one decoder
inline constexpr std::size_t max_template_bytes = 32 << 20;     // what they may weigh together
inline constexpr std::size_t max_live_ranges = 1 << 20;         // of record ids

}  // namespace digue::read::evtx
