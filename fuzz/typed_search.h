// What the targets of both searches share: text as options, and a place anywhere.
#pragma once

#include <cstdlib>
#include <string_view>

#include "core/text.h"
#include "finder/request.h"

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline waymark::finder::Options options_of(std::string_view text) {
    waymark::finder::Options options;
    for (const auto option : waymark::split(text, '&')) {
        const auto equals = option.find('=');
        const auto value = equals == option.npos ? std::string_view{} : option.substr(equals + 1);
        options.emplace_back(option.substr(0, equals), value);
    }
    return options;
}

inline waymark::Result<waymark::places::Answer> somewhere(std::string_view text) {
    waymark::places::Answer answer;
    if (!waymark::is_utf8(text)) return waymark::invalid_input("near", "Write a place.");
    answer.best.name = text;
    answer.best.point = {static_cast<double>(text.size() % 90), 179.9};
    return answer;
}
