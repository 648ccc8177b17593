// How each type of a record's member is written to JSON and read back. A
// struct is a table of fields, so that writing and reading cannot drift apart.
#pragma once

#include <array>
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

// One member of a struct, under its name in the record.
template <class Struct>
struct Field {
    std::string_view key{};
    void (*write)(json::Writer& out, std::string_view key, const Struct& object) = nullptr;
    bool (*read)(json::Value& from, Struct& object) = nullptr;
};

template <class Struct>
const Struct& defaults_of() {
    static const Struct kDefaults{};
    return kDefaults;
}

template <auto kMember, class Struct, class T>
constexpr Field<Struct> field_of(std::string_view key, T Struct::*) {
    return {
        key,
        [](json::Writer& out, std::string_view name, const Struct& object) {
            if (object.*kMember == defaults_of<Struct>().*kMember) return;
            out.key(name);
            Codec<T>::write(out, object.*kMember);
        },
        [](json::Value& from, Struct& object) { return Codec<T>::read(from, object.*kMember); }};
}

// field<&Place::town>("town")
template <auto kMember>
constexpr auto field(std::string_view key) {
    return field_of<kMember>(key, kMember);
}

// The codec of a struct that `kFields` tells whole.
template <class Struct, const auto& kFields>
struct FieldsCodec {
    static void write(json::Writer& out, const Struct& object) {
        out.begin_object();
        for (const auto& field : kFields)
            field.write(out, field.key, object);
        out.end_object();
    }

    static bool read(json::Value& from, Struct& object) {
        auto* members = from.members();
        if (members == nullptr) return false;
        std::size_t likely = 0;
        for (auto& [key, value] : *members) {
            const std::size_t at = index_of(key, likely);
            if (at == kFields.size()) continue;
            if (!kFields[at].read(value, object)) return false;
            likely = at + 1;
        }
        return true;
    }

  private:
    // Members stand in the table's order, so looking on from the last one found
    // passes over each field once a record.
    static std::size_t index_of(std::string_view key, std::size_t likely) {
        for (std::size_t at = likely; at < kFields.size(); ++at) {
            if (kFields[at].key == key) return at;
        }
        for (std::size_t at = 0; at < likely; ++at) {
            if (kFields[at].key == key) return at;
        }
        return kFields.size();
    }
};

}  // namespace waymark::storage
