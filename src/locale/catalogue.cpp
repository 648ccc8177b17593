#include "locale/catalogue.h"

#include <array>
#include <stdexcept>
#include <utility>

#include "core/text.h"
#include "embedded/phrases.h"

namespace waymark::locale {
namespace {

// "a \"word\"\n" as it stands in the file, with its quotes, to its text.
Result<std::string> unquoted(std::string_view quoted) {
    if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') {
        return fail(ErrorKind::unreadable, "A text must stand in quotes.");
    }
    std::string text;
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        if (quoted[i] != '\\') {
            text += quoted[i];
            continue;
        }
        if (++i + 1 >= quoted.size()) {
            return fail(ErrorKind::unreadable, "A text ends in a lone backslash.");
        }
        text += quoted[i] == 'n' ? '\n' : quoted[i] == 't' ? '\t' : quoted[i];
    }
    return text;
}

enum Part : std::size_t { id, plural, one, many, parts_ };

struct Keyword {
    std::string_view word{};
    Part part{};
};

// Longer words first: "msgid" begins "msgid_plural".
constexpr std::array kKeywords{
    Keyword{"msgid_plural", plural}, Keyword{"msgid", id},   Keyword{"msgstr[0]", one},
    Keyword{"msgstr[1]", many},      Keyword{"msgstr", one},
};

// One entry while its lines come in.
struct Draft {
    std::array<std::string, parts_> text{};
    Part part = id;
    bool begun = false;
    bool fuzzy = false;

    void finish(Catalogue::Entries& entries) {
        if (begun && !fuzzy && !text[id].empty()) {
            if (!text[one].empty()) entries.insert_or_assign(text[id], text[one]);
            if (!text[plural].empty() && !text[many].empty()) {
                entries.insert_or_assign(text[plural], text[many]);
            }
        }
        *this = {};
    }
};

Result<> take_line(std::string_view line, Draft& draft, Catalogue::Entries& entries) {
    if (line.starts_with('#')) {
        if (draft.begun) draft.finish(entries);
        if (line.starts_with("#,") && line.find("fuzzy") != line.npos) draft.fuzzy = true;
        return {};
    }
    std::string_view rest = line;
    for (const Keyword& keyword : kKeywords) {
        if (!line.starts_with(keyword.word)) continue;
        if (keyword.part == id && draft.begun) draft.finish(entries);
        draft.begun = true;
        draft.part = keyword.part;
        rest.remove_prefix(keyword.word.size());
        break;
    }
    draft.text[draft.part] += TRY(unquoted(trimmed(rest)));
    return {};
}

Catalogue read_embedded(Language language) {
    Catalogue all;
    const std::string folder = "locale/" + std::string{code_of(language)} + "/";
    for (const auto& file : embedded::phrases_files()) {
        if (!file.path.starts_with(folder)) continue;
        if (const auto read = all.add(file.bytes); !read) {
            throw std::logic_error(std::string{file.path} + ": " + read.error().message);
        }
    }
    return all;
}

}  // namespace

Result<> Catalogue::add(std::string_view po) {
    Draft draft;
    std::size_t number = 0;
    for (const std::string_view raw : split(po, '\n')) {
        ++number;
        const std::string_view line =
            trimmed(raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw);
        if (line.empty()) {
            if (draft.begun) draft.finish(entries_);
            continue;
        }
        if (const auto taken = take_line(line, draft, entries_); !taken) {
            // Read by whoever edits the file, in the language it is written in: English.
            std::string where = "Line " + std::to_string(number) + ": ";
            return fail(ErrorKind::unreadable, std::move(where) + taken.error().message);
        }
    }
    draft.finish(entries_);
    return {};
}

std::string_view Catalogue::translate(std::string_view english) const {
    const auto found = entries_.find(english);
    return found == entries_.end() ? english : std::string_view{found->second};
}

const Catalogue& catalogue(Language language) {
    static const std::array<Catalogue, kLanguages.size()> all{Catalogue{},
                                                              read_embedded(Language::spanish)};
    return all[static_cast<std::size_t>(language)];
}

}  // namespace waymark::locale
