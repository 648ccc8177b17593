// What a caller can act on: a value, or an Error whose message is fit to be
// shown to a person. What nobody in a request can mend is an exception instead.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

namespace waymark {

enum class ErrorKind {
    invalid_input,  // The value given for `field` cannot be taken.
    not_found,
    not_allowed,
    conflict,       // Somebody else changed it first, or it is already there.
    limit_reached,  // Too large, too many, too often.
    unreadable,     // Outside data that is not what it says it is.
    unavailable,    // A service outside this process did not answer.
};

struct Error {
    ErrorKind kind{};
    std::string field{};    // The input that is at fault; empty when none is.
    std::string message{};  // One plain English sentence: a key of the catalogue.
};

template <class T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string message, std::string field = {}) {
    return tl::unexpected<Error>{Error{kind, std::move(field), std::move(message)}};
}

inline tl::unexpected<Error> invalid_input(std::string field, std::string message) {
    return fail(ErrorKind::invalid_input, std::move(message), std::move(field));
}

// What TRY hands out: the value, or nothing of a Result<>.
template <class T>
T value_within(tl::expected<T, Error>&& result) {
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace waymark

// `TRY(f())` passes a failure on to the caller, and is otherwise f's value.
// Not inside a coroutine: it returns. Nor beside another argument that owns
// something (`f(std::string{a}, TRY(b))`): gcc would leak it.
#define TRY(expression)                                                          \
    __extension__({                                                              \
        auto&& try_result_ = (expression);                                       \
        if (!try_result_) return tl::unexpected(std::move(try_result_).error()); \
        ::waymark::value_within(std::move(try_result_));                         \
    })
