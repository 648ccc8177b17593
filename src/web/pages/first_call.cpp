// What to say and ask on the first call, to print or to read out. The questions
// are ours; what they ask for is what SAMHSA and NIDA tell people to ask.
#include <array>
#include <optional>
#include <vector>

#include "core/number.h"
#include "web/facility_words.h"
#include "web/pages/pages.h"
#include "web/place_questions.h"

namespace waymark::web {
namespace {

using directory::Trait;
using html::Data;

struct Question {
    Phrase words{};
    std::optional<Trait> trait{};  // What a list may have said of it.
};

struct Part {
    Phrase heading{};
    std::vector<Question> questions{};
};

const std::vector<Part>& parts() {
    static const std::vector<Part> all{
        {phrase("Medication"),
         {{phrase("Do you offer buprenorphine?"), Trait::buprenorphine},
          {phrase("Do you offer methadone?"), Trait::methadone},
          {phrase("Do you offer naltrexone?"), Trait::naltrexone},
          {phrase("I take medication already. Can I stay on it with you, for as long as I need?"),
           Trait::keeps_medication},
          {phrase("Who on your team can prescribe? On which days?"), std::nullopt}}},
        {phrase("Starting"),
         {{phrase("How soon can I start? Today? This week?"), std::nullopt},
          {phrase("If I have to wait: what can you do for me until then?"),
           Trait::interim_services},
          {phrase("What should I bring? Do I need papers?"), std::nullopt},
          {phrase("Can I come at short notice, or walk in?"), Trait::walk_in}}},
        {phrase("Money"),
         {{phrase("Do you take Medicaid?"), Trait::medicaid},
          {phrase("What will it cost me in all? Can I have that in writing?"), std::nullopt},
          {phrase("Is there a price by income?"), Trait::sliding_scale}}},
        {phrase("Good care"),
         {{phrase("Who licenses you? Are you accredited, and by whom?"), Trait::accredited},
          {phrase("Do you make a plan with me alone, and change it when it does not work?"),
           std::nullopt},
          {phrase("I also live with a mental illness. Do you treat both together?"),
           Trait::co_occurring},
          {phrase("Can my family take part? Can my children come?"), Trait::children_along},
          {phrase("Do you give naloxone to take home?"), Trait::naloxone_given},
          {phrase("What happens if I use again? Do I lose my place?"), std::nullopt},
          {phrase("What do you do for me afterwards?"), Trait::aftercare}}},
    };
    return all;
}

// The place that the address names (?id=12); null for none.
const directory::Facility* place_of(const Visit& visit) {
    const auto id = parse_number<std::int64_t>(visit.param("id"));
    return id ? visit.directory->facilities().facility(directory::FacilityId{*id}) : nullptr;
}

Data question_data(const Visit& visit, const Question& question,
                   const directory::Facility* facility) {
    std::string said;
    if (facility != nullptr && question.trait) {
        const auto& traits = visit.directory->facilities().row(*facility).traits;
        if (traits.knows(*question.trait)) {
            said = visit.speak.say(
                phrase("The list says: {answer}. Ask anyway.",
                       {{"answer", answer_words(visit.speak, traits, *question.trait)}}));
        }
    }
    return Data::object({{"words", visit.speak.say(question.words)}, {"said", said}});
}

Data parts_data(const Visit& visit, const directory::Facility* facility) {
    Data::List list;
    for (const auto& part : parts()) {
        Data::List questions;
        for (const auto& question : part.questions)
            questions.push_back(question_data(visit, question, facility));
        list.push_back(Data::object(
            {{"heading", visit.speak.say(part.heading)}, {"questions", std::move(questions)}}));
    }
    return list;
}

Data top_of(const Visit& visit, const directory::Facility* facility) {
    if (facility == nullptr) return false;
    const auto phone = first_phone(visit.speak, *facility);
    return Data::object(
        {{"name", facility->name},
         {"href", "/places/" + std::to_string(facility->id.value)},
         {"dial", phone ? phone->href : std::string{}},
         {"words", phone ? visit.speak.say(phrase("Call {number}", {{"number", phone->shown}}))
                         : std::string{}},
         {"freshness", freshness_words(visit, *facility)}});
}

}  // namespace

Page first_call(const Visit& visit, const http::PathParams&) {
    const auto* facility = place_of(visit);
    return {.view = "first_call",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object(
                {{"top", top_of(visit, facility)}, {"parts", parts_data(visit, facility)}}),
            .keep = http::Keep::revalidate};
}

}  // namespace waymark::web
