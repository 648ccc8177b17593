#include "exchange/hsds_schedule.h"

#include <optional>
#include <string>

#include "core/text.h"
#include "exchange/fields.h"
#include "exchange/opening_hours.h"

namespace waymark::exchange {
namespace {

using directory::OpenSpan;

std::optional<Date> date_of(const Fields& fields, std::string_view key) {
    const auto date = parse_date(fields.line(key).substr(0, 10));
    return date ? std::optional{*date} : std::nullopt;
}

// A plain weekly span; nothing for any other rule.
std::optional<OpenSpan> span_of(const Fields& fields) {
    const auto frequency = ascii_upper(fields.line("freq"));
    const bool is_weekly = frequency.empty() || frequency == "WEEKLY" || frequency == "DAILY";
    const auto interval = fields.number("interval").value_or(1);
    const bool is_plain = is_weekly && interval == 1 && fields.raw("byweekno") == nullptr &&
                          fields.raw("bymonthday") == nullptr &&
                          fields.raw("byyearday") == nullptr && fields.raw("count") == nullptr;
    if (!is_plain) return std::nullopt;
    auto days = open_days_in(fields.line("byday"));
    if (!days) days = open_days_in(fields.line("weekday"));  // Before HSDS 2.
    if (!days && frequency == "DAILY") days = directory::WeekdaySet::all();
    // A zone may follow the time ("10:00:00+01:00"): the place's own is meant.
    const auto opens = parse_time_of_day(fields.line("opens_at").substr(0, 5));
    const auto closes = parse_time_of_day(fields.line("closes_at").substr(0, 5));
    if (!days || !opens || !closes || *opens >= std::chrono::hours{24}) return std::nullopt;
    OpenSpan span{.days = *days, .opens = *opens, .closes = *closes};
    span.from = date_of(fields, "valid_from");
    span.until = date_of(fields, "valid_to");
    if (!span.until) span.until = date_of(fields, "until");
    return span;
}

}  // namespace

directory::Hours hours_of_schedules(const json::Value::Array& schedules, const Defaults& defaults) {
    directory::Hours hours;
    bool is_whole = true;
    for (const auto& schedule : schedules) {
        const Fields fields{schedule, defaults};
        const auto words = fields.text("description");
        if (!words.empty() && hours.words.find(words) == std::string::npos)
            hours.words += (hours.words.empty() ? "" : "\n") + words;
        auto span = span_of(fields);
        is_whole = is_whole && span.has_value();
        if (span) hours.spans.push_back(*span);
    }
    if (!is_whole) hours.spans.clear();
    return hours;
}

}  // namespace waymark::exchange
