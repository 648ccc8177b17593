// Fields of a search form, filled in as the search was asked: for the template
// parts/field.html.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "html/data.h"
#include "locale/speak.h"
#include "web/query.h"

namespace waymark::web {

struct Choice {
    std::string value{};
    std::string label{};
};
using Choices = std::vector<Choice>;

class FormFields {
  public:
    // `wrong` marks the field that could not be taken. All must outlive the fields.
    FormFields(const Query& query, const locale::Speaker& speak, const std::optional<Error>& wrong)
        : query_(query), speak_(speak), wrong_(wrong) {}

    html::Data text(std::string_view name, std::string label, std::string hint = {},
                    std::string_view type = "text") const;
    // What was asked by address and is not among the choices is shown too, so
    // that it does not get lost; several values by their labels.
    html::Data choice(std::string_view name, std::string label, const Choices& choices) const;
    html::Data ticks(std::string_view name, std::string label, const Choices& choices) const;

  private:
    html::Data field(std::string_view kind, std::string_view name, std::string label,
                     std::string hint, std::string_view type, html::Data::List choices) const;

    const Query& query_;
    const locale::Speaker& speak_;
    const std::optional<Error>& wrong_;
};

// "1 mi" to "100 mi", or kilometres; first "As far as needed".
Choices distance_choices(const locale::Speaker& speak);
Choices language_choices(const locale::Speaker& speak);

}  // namespace waymark::web
