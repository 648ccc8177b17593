// How each type of a record's member is written to JSON and read back.
#pragma once

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
// and answers false when it is of another shape.
template <class T>
struct Codec;

template <>
struct Codec<std::string> {
    static void write(json::Writer& out, const std::string& text) { out.string(text); }
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
