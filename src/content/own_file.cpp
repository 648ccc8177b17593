#include "content/own_file.h"

#include "content/fields.h"
#include "embedded/content.h"
#include "json/parse.h"

namespace waymark::content {

json::Value own_file(std::string_view path) {
    auto value = json::parse(embedded::content(path));
    if (!value) throw ContentError(std::string{path} + ": " + value.error().message);
    return *std::move(value);
}

}  // namespace waymark::content
