// Reads our own data files strictly: what is missing, unknown or of another
// shape stops the program at start, and the build's tests before that.
#pragma once

#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "directory/helpline.h"
#include "json/value.h"

namespace waymark::content {

// Names the file, the place in it and what is wrong.
struct ContentError : std::logic_error {
    using std::logic_error::logic_error;
};

// One object of a file, whose members are all to be asked for once.
class Fields {
  public:
    Fields(std::string where, const json::Value& object);

    bool has(std::string_view name) const;             // For a member that may be left out.
    std::string text(std::string_view name);           // Must be there, not empty.
    std::string optional_text(std::string_view name);  // null is "".
    bool flag(std::string_view name);
    std::optional<bool> optional_flag(std::string_view name);  // null: not known.
    int year(std::string_view name);
    int whole(std::string_view name, int min, int max);
    Date date(std::string_view name);
    std::optional<Date> optional_date(std::string_view name);
    std::vector<std::string> texts(std::string_view name);
    directory::InLanguages in_languages(std::string_view name);
    directory::InLanguages optional_in_languages(std::string_view name);
    std::optional<Fields> optional_object(std::string_view name);
    Fields object(std::string_view name);
    std::vector<Fields> objects(std::string_view name);

    bool is_text(std::string_view name) const;
    std::vector<std::string> names() const;  // Of all members, where any may stand.

    // Throws when a member was never asked for: a misspelt name.
    void finish() const;
    [[noreturn]] void complain(std::string_view name, std::string_view what) const;

  private:
    const json::Value& member(std::string_view name);

    std::string where_;
    const json::Value* object_;
    std::set<std::string, std::less<>> asked_{};
};

// What a host's own file switches off of ours: the ids under "off", where it has any.
template <class Listed>
void leave_out(std::vector<Listed>& listed, Fields& file, std::string_view complaint) {
    if (!file.has("off")) return;
    for (const auto& id : file.texts("off")) {
        const auto is_meant = [&](const Listed& each) { return each.id == id; };
        if (std::erase_if(listed, is_meant) == 0) file.complain("off", complaint);
    }
}

}  // namespace waymark::content
