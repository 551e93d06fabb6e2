// What the databases of places say.
#pragma once
#include "base/sentence.h"

namespace digue::analysis::sentences {

inline constexpr Sentence table_line_wrong{"{0}, ligne {1} : {2}", "{0}, line {1}: {2}"};
inline constexpr Sentence table_needs_network{
    "il manque la colonne « network ». Première ligne attendue : network,country,city,latitude,"
    "longitude,as_number,as_name",
    "the column “network” is missing. First line wanted: network,country,city,latitude,longitude,"
    "as_number,as_name"};
inline constexpr Sentence table_bad_network{
    "« {0} » n’est pas une adresse ni une plage (203.0.113.0/24).",
    "“{0}” is neither an address nor a range (203.0.113.0/24)."};
inline constexpr Sentence table_bad_number{"« {0} » n’est pas un nombre possible ici.",
                                           "“{0}” is no possible number here."};
inline constexpr Sentence table_bad_country{"« {0} » n’est pas un pays en deux lettres (FR).",
                                            "“{0}” is no country in two letters (FR)."};
inline constexpr Sentence table_line_long{"la ligne dépasse {0} octets.",
                                          "the line is over {0} bytes."};
inline constexpr Sentence table_too_long{"plus de {0} lignes : coupez la table.",
                                         "more than {0} rows: cut the table."};
inline constexpr Sentence database_broken{
    "La base de lieux {0} ne s’ouvre pas ({1}). Vérifiez que c’est un fichier MMDB complet, ou "
    "retirez-la des réglages.",
    "The database of places {0} does not open ({1}). Check that it is a whole MMDB file, or take "
    "it out of the settings."};

}  // namespace digue::analysis::sentences
