// A struct's record as a table of its fields, so that writing and reading
// cannot drift apart.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "storage/record_codec.h"

namespace waymark::storage {

// One member of a struct, under its name in the record.
template <class Struct>
struct Field {
    std::string_view key{};
    void (*write)(json::Writer& out, std::string_view key, const Struct& object) = nullptr;
    bool (*read)(json::Value& from, Struct& object) = nullptr;
    bool (*is_sure)(const Struct& object) = nullptr;
};

template <class Struct>
const Struct& defaults_of() {
    static const Struct kDefaults{};
    return kDefaults;
}

template <auto kMember, class Struct, class T>
constexpr Field<Struct> field_of(std::string_view key, T Struct::*) {
    return {key,
            [](json::Writer& out, std::string_view name, const Struct& object) {
                if (object.*kMember == defaults_of<Struct>().*kMember) return;
                out.key(name);
                Codec<T>::write(out, object.*kMember);
            },
            [](json::Value& from, Struct& object) { return Codec<T>::read(from, object.*kMember); },
            [](const Struct& object) { return Codec<T>::is_sure(object.*kMember); }};
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

    static bool is_sure(const Struct& object) {
        return std::ranges::all_of(kFields,
                                   [&](const auto& field) { return field.is_sure(object); });
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
