// An outcome as JSON: for the command line and the tests.
#include "finder/match/outcome.h"

namespace waymark::finder::match {
namespace {

using json::Value;

Value reasons_json(const std::vector<Reason>& reasons, std::string_view language) {
    auto list = Value::array();
    for (const auto& reason : reasons) {
        auto value = Value::object();
        value.set("question", reason.question->id);
        value.set("answer", reason.answer->id);
        value.set("verdict", code_of(reason.verdict));
        value.set("why", reason.said->in(language));
        list.push(std::move(value));
    }
    return list;
}

Value part_json(const Part& part, std::string_view language) {
    auto value = Value::object();
    value.set("factor", part.factor->id);
    value.set("name", part.factor->name.in(language));
    value.set("points", part.points);
    value.set("of", part.of);
    value.set("reasons", reasons_json(part.reasons, language));
    return value;
}

Value candidate_json(const Candidate& candidate) {
    const auto& meeting = *candidate.meeting;
    auto value = Value::object();
    value.set("id", meeting.id.value);
    value.set("name", meeting.name);
    value.set("programme", directory::info(meeting.fellowship).code);
    value.set("venue", directory::code_of(candidate.venue));
    value.set("starts", format_instant(candidate.next.starts,
                                       meeting.schedule.zone.offset_at(candidate.next.starts)));
    value.set("kilometers", candidate.distance ? Value{candidate.distance->value} : Value{});
    return value;
}

Value entry_json(const Entry& entry, std::string_view language) {
    auto value = candidate_json(entry.candidate);
    value.set("points", entry.score.points);
    value.set("of", entry.score.of);
    value.set("for_variety", entry.is_for_variety);
    auto parts = Value::array();
    for (const auto& part : entry.score.parts)
        parts.push(part_json(part, language));
    value.set("parts", std::move(parts));
    value.set("must", reasons_json(entry.score.must, language));
    return value;
}

}  // namespace

Value to_json(const Weights& weights, const Outcome& outcome, std::string_view language) {
    auto value = Value::object();
    value.set("version", weights.version);
    value.set("total", outcome.total);
    auto entries = Value::array();
    for (const auto& entry : outcome.entries)
        entries.push(entry_json(entry, language));
    value.set("groups", std::move(entries));
    auto three = Value::array();
    for (const auto& one : outcome.three)
        three.push(candidate_json(one.candidate));
    value.set("try_three", std::move(three));
    auto says = Value::array();
    for (const auto& phrase : outcome.says)
        says.push(in_english(phrase));
    value.set("says", std::move(says));
    return value;
}

}  // namespace waymark::finder::match
