#include "content/often_wrong.h"

#include <vector>

#include "content/fields.h"
#include "content/helplines.h"
#include "content/own_file.h"
#include "directory/phone_number.h"

namespace waymark::content {
namespace {

constexpr std::string_view kFile = "helplines/often_wrong.json";

OftenWrong item_of(Fields fields, const Helplines& lines) {
    OftenWrong item;
    item.id = fields.text("id");
    item.shown = fields.text("shown");
    item.dial = fields.optional_text("dial");
    item.begins = fields.optional_text("begins");
    item.country = fields.text("country");
    item.said_to_be = fields.in_languages("said_to_be");
    item.really = fields.in_languages("really");
    item.line = fields.optional_text("line");
    item.is_confirmed = fields.flag("confirmed");
    item.source = fields.text("source");
    item.seen_on = fields.date("seen_on");
    fields.finish();
    if (item.dial.empty() == item.begins.empty()) fields.complain("dial", "or begins is needed");
    if (!item.dial.empty() && !directory::read_phone_number(item.dial, item.country)) {
        fields.complain("dial", "is no phone number");
    }
    const bool is_line_there = item.line.empty() || lines.line(item.line) != nullptr;
    if (!is_line_there) fields.complain("line", "is no helpline of ours");
    return item;
}

std::vector<OftenWrong> read_items() {
    const Helplines lines;
    const auto value = own_file(kFile);
    Fields file{std::string{kFile}, value};
    std::vector<OftenWrong> items;
    for (auto& fields : file.objects("items"))
        items.push_back(item_of(std::move(fields), lines));
    file.finish();
    return items;
}

}  // namespace

std::span<const OftenWrong> often_wrong() {
    static const auto items = read_items();
    return items;
}

const OftenWrong* often_wrong(const directory::WantedNumber& wanted) {
    const OftenWrong* beginning = nullptr;
    for (const auto& item : often_wrong()) {
        if (item.dial.empty()) {
            if (wanted.begins_with(item.begins)) beginning = &item;
        } else if (wanted.is_in({.number = item.dial, .country = item.country})) {
            return &item;
        }
    }
    return beginning;
}

}  // namespace waymark::content
