// What an import did, for people and for programs.
#pragma once

#include <iosfwd>

#include "importers/import.h"

namespace waymark::cli {

void print_text(std::ostream& out, const importers::ImportReport& report);
void print_json(std::ostream& out, const importers::ImportReport& report);

}  // namespace waymark::cli
