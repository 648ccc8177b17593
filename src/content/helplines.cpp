#include "content/helplines.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "content/fields.h"
#include "content/own_file.h"
#include "json/parse.h"

namespace waymark::content {
namespace {

using directory::EmergencyNumber;
using directory::Helpline;

// In the order in which a page lists them.
constexpr std::array<std::string_view, 8> kKinds{"crisis",
                                                 "overdose-spotting",
                                                 "treatment-referral",
                                                 "treatment",
                                                 "peer-support",
                                                 "family",
                                                 "information-referral",
                                                 "quitline"};

constexpr std::string_view kLinesFile = "helplines/lines.json";
constexpr std::string_view kEmergencyFile = "helplines/emergency.json";

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// With its country code (E.164), or as it is dialled within the country.
bool is_dialable(std::string_view number) {
    if (number.starts_with('+')) {
        const auto digits = number.substr(1);
        return digits.size() >= 8 && digits.size() <= 15 && digits.front() != '0' &&
               is_digits(digits);
    }
    return number.size() >= 2 && number.size() <= 11 && is_digits(number);
}

bool is_country(std::string_view code) {
    return code.size() == 2 &&
           std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string dialable(Fields& fields, std::string_view name) {
    auto number = fields.text(name);
    if (!is_dialable(number)) fields.complain(name, "must be digits, with + before a country code");
    return number;
}

directory::WeekdaySet days_of(Fields& span) {
    constexpr std::array<std::string_view, 7> kDays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};
    directory::WeekdaySet days;
    for (const auto& name : span.texts("days")) {
        const auto found = std::ranges::find(kDays, name);
        if (found == kDays.end())
            span.complain("days", "must be mon, tue, wed, thu, fri, sat, sun");
        days.add(std::chrono::weekday{static_cast<unsigned>(found - kDays.begin())});
    }
    return days;
}

std::chrono::minutes time_of(Fields& span, std::string_view name) {
    const auto time = parse_time_of_day(span.text(name));
    if (!time) span.complain(name, "must be a time such as 10:00");
    return *time;
}

// "always"; null when nobody knows exactly; or weekly spans on a zone's clock.
void read_open_hours(Fields& fields, Helpline& line) {
    if (!fields.has("open")) return;
    if (fields.is_text("open")) {
        line.is_always_open = fields.text("open") == "always";
        if (!line.is_always_open) fields.complain("open", "must be \"always\", null or an object");
        return;
    }
    auto open = fields.optional_object("open");
    if (!open) return;
    const auto zone = Zone::named(open->text("zone"));
    if (!zone) open->complain("zone", "must be a time zone such as America/New_York");
    line.open.zone = *zone;
    for (auto& span : open->objects("spans")) {
        line.open.spans.push_back({.days = days_of(span),
                                   .opens = time_of(span, "from"),
                                   .closes = time_of(span, "until")});
        span.finish();
    }
    if (line.open.spans.empty()) open->complain("spans", "must have one at least");
    open->finish();
}

Helpline line_of(Fields fields) {
    Helpline line;
    line.id = fields.text("id");
    line.country = fields.text("country");
    line.region = fields.optional_text("region");
    line.name = fields.text("name");
    line.kind = fields.text("kind");
    line.is_for_family = fields.has("family") && fields.flag("family");
    line.is_for_youth = fields.flag("youth");
    line.audience = fields.in_languages("for");
    if (auto phone = fields.optional_object("phone")) {
        line.dial = dialable(*phone, "dial");
        line.shown = phone->text("shown");
        phone->finish();
    }
    if (auto text = fields.optional_object("text")) {
        line.text_to = dialable(*text, "to");
        line.text_body = text->optional_text("body");
        text->finish();
    }
    line.chat = fields.optional_text("chat");
    line.tty = fields.optional_text("tty");
    line.hours = fields.in_languages("hours");
    read_open_hours(fields, line);
    line.note = fields.optional_in_languages("note");
    line.languages = fields.texts("languages");
    line.source = fields.text("source");
    line.seen_on = fields.optional_date("seen_on");
    line.owner_checked_on = fields.optional_date("owner_checked_on");
    fields.finish();
    if (!is_country(line.country)) fields.complain("country", "must be two capital letters");
    if (!line.chat.empty() && !line.chat.starts_with("https://")) {
        fields.complain("chat", "must be an address that begins with https://");
    }
    if (std::ranges::find(kKinds, line.kind) == kKinds.end()) fields.complain("kind", "is unknown");
    if (line.dial.empty() && line.text_to.empty()) fields.complain("phone", "or text is needed");
    return line;
}

// Ours, or the host's, in the same words; only a host's own may have been seen
// nowhere but at the host.
enum class Whose : std::uint8_t { ours, the_hosts };

EmergencyNumber number_of(Fields fields, Whose whose) {
    EmergencyNumber number;
    number.country = fields.text("country");
    number.name = fields.in_languages("name");
    number.number = dialable(fields, "number");
    number.ambulance = fields.optional_text("ambulance");
    number.source = fields.text("source");
    number.seen_on =
        whose == Whose::ours ? fields.date("seen_on") : fields.optional_date("seen_on");
    number.owner_checked_on = fields.optional_date("owner_checked_on");
    fields.finish();
    if (!is_country(number.country)) fields.complain("country", "must be two capital letters");
    if (!number.ambulance.empty() && !is_dialable(number.ambulance)) {
        fields.complain("ambulance", "must be digits");
    }
    return number;
}

std::vector<EmergencyNumber> read_emergency_numbers() {
    const auto file = own_file(kEmergencyFile);
    std::vector<EmergencyNumber> numbers;
    for (auto& fields : Fields{std::string{kEmergencyFile}, file}.objects("numbers")) {
        numbers.push_back(number_of(std::move(fields), Whose::ours));
    }
    std::ranges::sort(numbers, {}, &EmergencyNumber::country);
    return numbers;
}

// A host's number stands in the place of ours for that country: whoever lives
// there knows first when it has changed.
void take_numbers(std::vector<EmergencyNumber>& numbers, Fields& file) {
    std::set<std::string> taken;
    for (auto& fields : file.objects("emergency")) {
        auto number = number_of(fields, Whose::the_hosts);
        if (!taken.insert(number.country).second) fields.complain("country", "is there already");
        std::erase_if(numbers, [&](const auto& old) { return old.country == number.country; });
        numbers.push_back(std::move(number));
    }
    std::ranges::sort(numbers, {}, &EmergencyNumber::country);
}

std::size_t rank_of(const Helpline& line) {
    return static_cast<std::size_t>(std::ranges::find(kKinds, line.kind) - kKinds.begin());
}

// Ours, or the host's, in the same words.
void take_lines(std::vector<Helpline>& lines, Fields& file, std::string_view name) {
    for (auto& fields : file.objects(name)) {
        auto line = line_of(fields);
        if (std::ranges::find(lines, line.id, &Helpline::id) != lines.end()) {
            fields.complain("id", "is there already");
        }
        lines.push_back(std::move(line));
    }
}

}  // namespace

std::span<const EmergencyNumber> emergency_numbers() {
    static const auto numbers = read_emergency_numbers();
    return numbers;
}

Helplines::Helplines()
    : emergency_(content::emergency_numbers().begin(), content::emergency_numbers().end()) {
    const auto value = own_file(kLinesFile);
    Fields file{std::string{kLinesFile}, value};
    take_lines(lines_, file, "lines");
    file.finish();
}

Result<Helplines> Helplines::with_local(std::string_view json) {
    const auto value = TRY(json::parse(json));
    Helplines lines;
    try {
        Fields file{"helplines.json", value};
        if (file.has("add")) take_lines(lines.lines_, file, "add");
        if (file.has("emergency")) take_numbers(lines.emergency_, file);
        leave_out(lines.lines_, file, "names a line that is not there");
        file.finish();
    } catch (const ContentError& mistake) {
        return fail(ErrorKind::unreadable, mistake.what());
    }
    return lines;
}

const EmergencyNumber* Helplines::emergency_number(std::string_view country) const {
    const auto found = std::ranges::find(emergency_, country, &EmergencyNumber::country);
    return found == emergency_.end() ? nullptr : &*found;
}

std::vector<const Helpline*> Helplines::for_everybody(std::string_view country,
                                                      std::string_view kind) const {
    auto lines = of_country(country);
    std::erase_if(lines, [&](const Helpline* line) {
        return line->kind != kind || !line->region.empty() || line->is_for_youth;
    });
    return lines;
}

std::vector<const Helpline*> Helplines::of_country(std::string_view country) const {
    std::vector<const Helpline*> lines;
    for (const auto& line : lines_) {
        if (line.country == country) lines.push_back(&line);
    }
    std::ranges::stable_sort(lines, {}, [](const Helpline* line) {
        return std::pair{!line->region.empty(), rank_of(*line)};
    });
    return lines;
}

const Helpline* Helplines::line(std::string_view id) const {
    const auto found = std::ranges::find(lines_, id, &Helpline::id);
    return found == lines_.end() ? nullptr : &*found;
}

std::vector<const Helpline*> Helplines::unchecked() const {
    std::vector<const Helpline*> lines;
    for (const auto& line : lines_) {
        if (!line.owner_checked_on) lines.push_back(&line);
    }
    return lines;
}

}  // namespace waymark::content
