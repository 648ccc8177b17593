// How each type of a record's member is written to JSON and read back.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/time.h"
#include "json/value.h"
#include "json/write.h"

namespace waymark::storage {

// Codec<T>::write appends a value; Codec<T>::read takes `from` apart into `to`
// and answers false when it is of another shape. Codec<T>::is_sure tells, without
// reading, that what write() makes of a value can be read: never yes when it
// cannot, and no when that takes a closer look. Texts are sure; whether they are
// UTF-8 is asked of the record as a whole.
template <class T>
struct Codec;

// From 1900 to 2199: years that are written with four digits, as they are read.
inline bool is_sure_year(std::chrono::year year) {
    return year >= std::chrono::year{1900} && year < std::chrono::year{2200};
}

template <>
struct Codec<std::string> {
    static void write(json::Writer& out, const std::string& text) { out.string(text); }
    static bool is_sure(const std::string&) { return true; }
    static bool read(json::Value& from, std::string& to) {
        auto* text = from.string();
        if (text == nullptr) return false;
        to = std::move(*text);
        return true;
    }
};

template <>
struct Codec<bool> {
    static void write(json::Writer& out, bool flag) { out.boolean(flag); }
    static bool is_sure(bool) { return true; }
    static bool read(json::Value& from, bool& to) {
        const bool* flag = from.boolean();
        if (flag == nullptr) return false;
        to = *flag;
        return true;
    }
};

template <>
struct Codec<int> {
    static void write(json::Writer& out, int number) { out.integer(number); }
    static bool is_sure(int) { return true; }
    static bool read(json::Value& from, int& to) {
        const auto* number = from.integer();
        if (number == nullptr || !std::in_range<int>(*number)) return false;
        to = static_cast<int>(*number);
        return true;
    }
};

template <>
struct Codec<std::int64_t> {
    static void write(json::Writer& out, std::int64_t number) { out.integer(number); }
    static bool is_sure(std::int64_t) { return true; }
    static bool read(json::Value& from, std::int64_t& to) {
        const auto* number = from.integer();
        if (number == nullptr) return false;
        to = *number;
        return true;
    }
};

template <>
struct Codec<double> {
    static void write(json::Writer& out, double number) { out.real(number); }
    // Not of NaN, which is written as null, nor of numbers with too many digits.
    static bool is_sure(double number) { return number > -1e15 && number < 1e15; }
    static bool read(json::Value& from, double& to) {
        if (const double* real = from.real()) {
            to = *real;
        } else if (const auto* whole = from.integer()) {
            to = static_cast<double>(*whole);  // 40.0 is written "40".
        } else {
            return false;
        }
        return true;
    }
};

template <>
struct Codec<std::chrono::minutes> {
    static void write(json::Writer& out, std::chrono::minutes minutes) {
        out.integer(minutes.count());
    }
    static bool is_sure(std::chrono::minutes) { return true; }
    static bool read(json::Value& from, std::chrono::minutes& to) {
        const auto* number = from.integer();
        if (number == nullptr) return false;
        to = std::chrono::minutes{*number};
        return true;
    }
};

template <>
struct Codec<Instant> {
    static void write(json::Writer& out, Instant instant) { out.string(format_instant(instant)); }
    static bool is_sure(Instant instant) {
        return is_sure_year(Date{std::chrono::floor<std::chrono::days>(instant)}.year());
    }
    static bool read(json::Value& from, Instant& to) {
        const auto* text = from.string();
        if (text == nullptr) return false;
        const auto instant = parse_instant(*text);
        if (instant) to = *instant;
        return instant.has_value();
    }
};

template <>
struct Codec<Date> {
    static void write(json::Writer& out, Date date) { out.string(format_date(date)); }
    static bool is_sure(Date date) { return date.ok() && is_sure_year(date.year()); }
    static bool read(json::Value& from, Date& to) {
        const auto* text = from.string();
        if (text == nullptr) return false;
        const auto date = parse_date(*text);
        if (date) to = *date;
        return date.has_value();
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static void write(json::Writer& out, const std::optional<T>& value) {
        Codec<T>::write(out, *value);  // An empty one is a default, and left out.
    }
    static bool is_sure(const std::optional<T>& value) {
        return !value || Codec<T>::is_sure(*value);
    }
    static bool read(json::Value& from, std::optional<T>& to) {
        return Codec<T>::read(from, to.emplace());
    }
};

template <class T>
struct Codec<std::vector<T>> {
    static void write(json::Writer& out, const std::vector<T>& list) {
        out.begin_array();
        for (const T& item : list)
            Codec<T>::write(out, item);
        out.end_array();
    }
    static bool is_sure(const std::vector<T>& list) {
        return std::ranges::all_of(list, [](const T& item) { return Codec<T>::is_sure(item); });
    }
    static bool read(json::Value& from, std::vector<T>& to) {
        auto* items = from.items();
        if (items == nullptr) return false;
        to.reserve(items->size());
        for (auto& item : *items) {
            if (!Codec<T>::read(item, to.emplace_back())) return false;
        }
        return true;
    }
};

}  // namespace waymark::storage
