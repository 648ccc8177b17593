#include "content/known_lists.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/fields.h"
#include "content/own_file.h"
#include "directory/fellowship.h"
#include "json/parse.h"

namespace waymark::content {
namespace {

constexpr std::string_view kFile = "sources/known.json";
constexpr int kYearHours = 24 * 365;
constexpr int kStateNumberMax = 99;

bool is_made_of(std::string_view text, std::string_view marks) {
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || marks.find(c) != marks.npos;
    });
}

// A public host, and nothing that a shell or a reader could take for more than
// an address: the line with it is there to be copied.
bool is_plain_address(std::string_view url) {
    constexpr std::string_view kHttps = "https://";
    if (!url.starts_with(kHttps)) return false;
    const auto rest = url.substr(kHttps.size());
    const auto host = rest.substr(0, rest.find('/'));
    const auto last_dot = host.rfind('.');
    if (!is_made_of(host, "-.") || last_dot == host.npos || host.starts_with('.')) return false;
    if (!is_made_of(host.substr(last_dot + 1), "") || host.back() <= '9') return false;
    return std::ranges::all_of(rest, [](char c) {
        constexpr std::string_view kMarks = "-._~/?&=%,{}";
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kMarks.find(c) != kMarks.npos;
    });
}

// "US", "US-PA", "GB-NIR", "US-*", "*".
bool is_area(std::string_view area) {
    if (area == "*") return true;
    const auto are_capitals = [](std::string_view letters) {
        return std::ranges::all_of(letters, [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    if (area.size() < 2 || !are_capitals(area.substr(0, 2))) return false;
    if (area.size() == 2) return true;
    const auto region = area.substr(3);
    return area[2] == '-' &&
           (region == "*" || (region.size() >= 2 && region.size() <= 3 && are_capitals(region)));
}

void check(const KnownList& list, const Fields& fields) {
    constexpr std::array<std::string_view, 5> kKinds{"bmlt", "meeting-guide", "findtreatment",
                                                     "otp", "other"};
    if (!is_made_of(list.id, "-{}")) fields.complain("id", "must be small letters and hyphens");
    if (std::ranges::find(kKinds, list.kind) == kKinds.end())
        fields.complain("kind", "is none we know");
    if (!is_made_of(list.format, "-")) fields.complain("format", "is none we know");
    const bool is_programme =
        list.fellowship.empty() || directory::fellowship_of_code(list.fellowship);
    if (!is_programme) fields.complain("fellowship", "is none we know");
    if (!std::ranges::all_of(list.areas, is_area)) fields.complain("areas", "hold no such area");
    if (!is_plain_address(list.url)) fields.complain("url", "must be a plain https:// address");
    const bool names_state = list.url.find("{state_number}") != list.url.npos;
    if (names_state == list.state_numbers.empty())
        fields.complain("url", "and state_numbers must go together");
    if (list.may_republish && list.license.empty())
        fields.complain("republish", "needs the license that allows it");
}

KnownList list_of(Fields fields) {
    KnownList list;
    list.id = fields.text("id");
    list.name = fields.text("name");
    list.kind = fields.text("kind");
    list.format = fields.text("format");
    list.fellowship = fields.optional_text("fellowship");
    list.areas = fields.texts("areas");
    list.url = fields.text("url");
    list.license = fields.optional_text("license");
    list.may_republish = fields.flag("republish");
    list.every_hours = fields.whole("every_hours", 1, kYearHours);
    list.seen_on = fields.date("seen_on");
    list.seen_in = fields.text("seen_in");
    list.is_confirmed = fields.flag("confirmed");
    list.note = fields.optional_in_languages("note");
    if (fields.has("stand_in")) list.stands_in = fields.flag("stand_in");
    if (fields.has("state_numbers")) {
        auto numbers = fields.object("state_numbers");
        for (const auto& state : numbers.names())
            list.state_numbers[state] = numbers.whole(state, 1, kStateNumberMax);
        numbers.finish();
    }
    fields.finish();
    check(list, fields);
    return list;
}

void take(std::vector<KnownList>& lists, Fields& file, std::string_view member) {
    for (auto& fields : file.objects(member)) {
        auto list = list_of(fields);
        if (std::ranges::find(lists, list.id, &KnownList::id) != lists.end())
            fields.complain("id", "is there twice");
        lists.push_back(std::move(list));
    }
}

}  // namespace

KnownLists::KnownLists() {
    const auto value = own_file(kFile);
    Fields file{std::string{kFile}, value};
    file.text("about");
    take(lists_, file, "lists");
    file.finish();
}

Result<KnownLists> KnownLists::with_local(std::string_view json) {
    const auto value = TRY(json::parse(json));
    KnownLists known;
    try {
        Fields file{"sources.json", value};
        leave_out(known.lists_, file, "names a list that is not there");
        if (file.has("add")) take(known.lists_, file, "add");
        file.finish();
    } catch (const ContentError& mistake) {
        return fail(ErrorKind::unreadable, mistake.what());
    }
    return known;
}

}  // namespace waymark::content
