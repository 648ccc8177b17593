// The reader's list of places, and up to four of them side by side.
#include <algorithm>
#include <chrono>
#include <vector>

#include "core/number.h"
#include "core/text.h"
#include "web/choice.h"
#include "web/facility_words.h"
#include "web/pages/pages.h"
#include "web/place_card.h"
#include "web/place_questions.h"
#include "web/shortlist.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Facility;
using directory::FacilityId;
using directory::Trait;
using directory::TraitKind;
using finder::FacilityMatch;
using html::Data;

constexpr std::chrono::days kKeptFor{90};

struct Found {
    std::vector<FacilityMatch> matches{};
    std::size_t gone = 0;  // Asked for, and no longer listed.
};

Found found(const Visit& visit, const std::vector<FacilityId>& ids) {
    Found answer;
    for (const auto id : ids) {
        const auto* facility = visit.directory->facilities().facility(id);
        if (facility == nullptr) {
            ++answer.gone;
        } else {
            answer.matches.push_back(finder::match_alone(*visit.directory, *facility, visit.now));
        }
    }
    return answer;
}

std::string gone_words(const Visit& visit, std::size_t gone) {
    if (gone == 0) return {};
    const auto count = static_cast<std::int64_t>(gone);
    return visit.speak.say(locale::counted(
        count, phrase("1 place of your list is no longer listed."),
        phrase("{count} places of your list are no longer listed.", {{"count", count}})));
}

Data choice_of(const FacilityMatch& match, bool is_chosen) {
    return Data::object({{"value", match.facility->id.value},
                         {"label", match.facility->name},
                         {"is_chosen", is_chosen}});
}

// One row of the comparison: a question, and what each place answers.
class Rows {
  public:
    explicit Rows(const std::vector<FacilityMatch>& matches) : matches_(matches) {}

    // `answer(match)` is an object with `text`, `href` and `is_unknown`.
    template <class Answer>
    void add(std::string question, Answer answer) {
        Data::List cells;
        for (const auto& match : matches_) {
            Data cell = answer(match);
            cell.set("who", match.facility->name);
            cells.push_back(std::move(cell));
        }
        rows_.push_back(
            Data::object({{"question", std::move(question)}, {"cells", std::move(cells)}}));
    }
    Data::List take() && { return std::move(rows_); }

  private:
    const std::vector<FacilityMatch>& matches_;
    Data::List rows_;
};

Data cell(const Visit& visit, const std::string& text, std::string href = {}) {
    return Data::object({{"text", text.empty() ? visit.speak.say("Not said: ask") : text},
                         {"href", std::move(href)},
                         {"is_unknown", text.empty()}});
}

// The main questions of all of them that some list answers, or that none does.
std::vector<Trait> questions_of(const std::vector<FacilityMatch>& matches, bool is_answered) {
    std::vector<Trait> questions;
    for (const auto& match : matches) {
        for (const Trait trait : main_questions(*match.traits)) {
            const bool is_known = std::ranges::any_of(
                matches, [&](const FacilityMatch& each) { return each.traits->knows(trait); });
            const bool is_new = std::ranges::find(questions, trait) == questions.end();
            if (is_new && is_known == is_answered) questions.push_back(trait);
        }
    }
    return questions;
}

Data unsaid_of(const Visit& visit, const std::vector<FacilityMatch>& matches) {
    Data::List list;
    for (const Trait trait : questions_of(matches, false))
        list.push_back(Data::object({{"label", visit.speak.say(directory::info(trait).name)}}));
    return list.empty() ? Data{false} : Data::object({{"list", std::move(list)}});
}

Data rows_of(const Visit& visit, const std::vector<FacilityMatch>& matches) {
    const auto& speak = visit.speak;
    Rows rows{matches};
    rows.add(speak.say("Phone"), [&](const FacilityMatch& match) {
        const auto phone = first_phone(speak, *match.facility);
        return phone ? cell(visit, phone->shown, phone->href) : cell(visit, {});
    });
    rows.add(speak.say("Where"), [&](const FacilityMatch& match) {
        return cell(visit, whereabouts_words(speak, *match.facility));
    });
    rows.add(speak.say("Hours"), [&](const FacilityMatch& match) {
        return cell(visit, open_words(visit, *match.facility));
    });
    for (const Trait trait : questions_of(matches, true)) {
        rows.add(speak.say(directory::info(trait).name), [&](const FacilityMatch& match) {
            const bool is_known = match.traits->knows(trait);
            return cell(visit, is_known ? answer_words(speak, *match.traits, trait) : "");
        });
    }
    for (const auto kind : {TraitKind::setting, TraitKind::payment, TraitKind::serves}) {
        rows.add(kind_words(speak, kind), [&](const FacilityMatch& match) {
            return cell(visit, joined(trait_names(speak, match.traits->yes, kind), ", "));
        });
    }
    rows.add(speak.say("Languages"), [&](const FacilityMatch& match) {
        return cell(visit, language_words(speak, match.facility->languages));
    });
    rows.add(speak.say("Where this comes from"), [&](const FacilityMatch& match) {
        return cell(visit, freshness_words(visit, *match.facility));
    });
    return std::move(rows).take();
}

std::vector<FacilityId> asked_ids(const Visit& visit) {
    std::vector<std::string> parts;
    for (const auto ids : visit.request.params("ids"))
        parts.emplace_back(ids);
    return read_ids(joined(parts, ","), kShortlistMax);
}

void keep(std::vector<FacilityId>& kept, const Visit& visit, FacilityId id) {
    const bool is_there = visit.directory->facilities().facility(id) != nullptr;
    if (!is_there || std::ranges::find(kept, id) != kept.end()) return;
    if (kept.size() == kShortlistMax) kept.erase(kept.begin());  // The oldest gives way.
    kept.push_back(id);
}

}  // namespace

Page shortlist(const Visit& visit, const http::PathParams&) {
    const auto answer = found(visit, kept_places(visit));
    Data::List cards;
    Data::List choices;
    for (const auto& match : answer.matches) {
        cards.push_back(place_card(visit, match, {.back = "/shortlist"}));
        choices.push_back(choice_of(match, choices.size() < kComparedMax));
    }
    const bool is_some = !cards.empty();
    return {.view = "shortlist",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object(
                {{"cards", std::move(cards)},
                 {"is_some", is_some},
                 {"compare", choices.size() > 1 ? Data::object({{"choices", std::move(choices)}})
                                                : Data{false}},
                 {"gone", gone_words(visit, answer.gone)}})};
}

Page compare(const Visit& visit, const http::PathParams&) {
    auto ids = asked_ids(visit);
    const bool is_too_many = ids.size() > kComparedMax;
    if (is_too_many) ids.resize(kComparedMax);
    const auto answer = found(visit, ids);
    Data::List heads;
    for (const auto& match : answer.matches) {
        heads.push_back(
            Data::object({{"name", match.facility->name},
                          {"href", "/places/" + std::to_string(match.facility->id.value)},
                          {"warning", match.has_evidence_warning}}));
    }
    const bool is_some = !heads.empty();
    return {.view = "compare",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object({{"places", std::move(heads)},
                                  {"is_some", is_some},
                                  {"is_too_many", is_too_many},
                                  {"gone", gone_words(visit, answer.gone)},
                                  {"unsaid", unsaid_of(visit, answer.matches)},
                                  {"rows", rows_of(visit, answer.matches)}})};
}

http::Response change_shortlist(const Visit& visit) {
    auto kept = kept_places(visit);
    const auto number = [&](std::string_view name) {
        return parse_number<std::int64_t>(visit.request.field(name).value_or(""));
    };
    if (const auto id = number("keep")) keep(kept, visit, FacilityId{*id});
    if (const auto id = number("remove")) std::erase(kept, FacilityId{*id});
    if (visit.request.field("clear")) kept.clear();
    http::Response response = back_from_choice(visit);
    if (kept.empty()) {
        forget(response, kShortlistCookie);
    } else {
        remember(response, visit, kShortlistCookie, write_ids(kept, '-'), kKeptFor);
    }
    return response;
}

}  // namespace waymark::web
