#include <algorithm>
#include <array>
#include <span>

#include "core/text.h"
#include "exchange/features.h"

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Fellowship;
using enum directory::Feature;

struct Type {
    std::string_view code;
    std::string_view name;  // English, as the specification has it.
    FeatureSet features{};
    std::string_view language{};
    VenueMark venue = VenueMark::none;
};

// The types of the Meeting Guide specification 1.1.9, its proposed ones, and
// ONL, which the WordPress plugin adds to meetings that have a way in online.
// Where several say the same, the first is what we write.
constexpr auto kTypes = std::to_array<Type>({
    {"MED", "Meditation", {meditation}},
    {"11", "11th Step Meditation", {meditation}},
    {"12x12", "12 Steps & 12 Traditions", {step_study, tradition_study}},
    {"A", "Secular", {secular}},
    {"LIT", "Literature", {literature}},
    {"ABSI", "As Bill Sees It", {literature}},
    {"AL", "Concurrent with Alateen"},
    {"AL-AN", "Concurrent with Al-Anon"},
    {"ASL", "American Sign Language", {sign_language}},
    {"B", "Big Book", {literature}},
    {"BA", "Babysitting Available", {child_care}},
    {"BE", "Newcomer", {newcomers}},
    {"LGBTQ", "LGBTQ", {lgbtq}},
    {"BI", "Bisexual", {lgbtq}},
    {"BRK", "Breakfast"},
    {"C", "Closed", {closed}},
    {"CAN", "Candlelight", {candlelight}},
    {"CF", "Child-Friendly", {child_care}},
    {"D", "Discussion", {discussion}},
    {"DB", "Digital Basket"},
    {"DD", "Dual Diagnosis", {dual_diagnosis}},
    {"DR", "Daily Reflections", {literature}},
    {"FF", "Fragrance Free", {fragrance_free}},
    {"G", "Gay", {lgbtq}},
    {"GR", "Grapevine", {literature}},
    {"H", "Birthday", {birthday}},
    {"L", "Lesbian", {lgbtq}},
    {"LS", "Living Sober", {literature}},
    {"M", "Men", {men}},
    {"NDG", "Indigenous", {indigenous}},
    {"N", "Native American", {indigenous}},
    {"NB", "Non-Binary", {lgbtq}},
    {"O", "Open", {open}},
    {"OUT", "Outdoor", {outdoors}},
    {"P", "Professionals", {professionals}},
    {"POA", "Proof of Attendance", {proof_of_attendance}},
    {"POC", "People of Color", {people_of_color}},
    {"SEN", "Seniors", {seniors}},
    {"SM", "Smoking Permitted", {smoking_allowed}},
    {"SP", "Speaker", {speaker}},
    {"ST", "Step Study", {step_study}},
    {"T", "Transgender", {transgender}},
    {"TC", "Location Temporarily Closed", {}, "", VenueMark::temporarily_closed},
    {"TR", "Tradition Study", {tradition_study}},
    {"W", "Women", {women}},
    {"X", "Wheelchair Access", {wheelchair}},
    {"XB", "Wheelchair-Accessible Bathroom", {accessible_toilet}},
    {"XT", "Cross Talk Permitted"},
    {"Y", "Young People", {young_people}},
    {"BV-I", "Blind / Visually Impaired"},
    {"D-HOH", "Deaf / Hard of Hearing", {sign_language}},
    {"LO-I", "Loners / Isolationists"},
    {"QSL", "Quebec Sign Language", {sign_language}},
    {"RSL", "Russian Sign Language", {sign_language}},
    {"ONL", "Online Meeting", {}, "", VenueMark::online},
    {"AF", "Afrikaans", {}, "af"},
    {"AM", "Amharic", {}, "am"},
    {"AR", "Arabic", {}, "ar"},
    {"BG", "Bulgarian", {}, "bg"},
    {"DA", "Danish", {}, "da"},
    {"DE", "German", {}, "de"},
    {"EL", "Greek", {}, "el"},
    {"EN", "English", {}, "en"},
    {"FA", "Persian", {}, "fa"},
    {"FI", "Finnish", {}, "fi"},
    {"FR", "French", {}, "fr"},
    {"HE", "Hebrew", {}, "he"},
    {"HI", "Hindi", {}, "hi"},
    {"HR", "Croatian", {}, "hr"},
    {"HU", "Hungarian", {}, "hu"},
    {"IS", "Icelandic", {}, "is"},
    {"ITA", "Italian", {}, "it"},
    {"JA", "Japanese", {}, "ja"},
    {"KA", "Georgian", {}, "ka"},
    {"KOR", "Korean", {}, "ko"},
    {"LT", "Lithuanian", {}, "lt"},
    {"ML", "Malayalam", {}, "ml"},
    {"MT", "Maltese", {}, "mt"},
    {"NE", "Nepali", {}, "ne"},
    {"NL", "Dutch", {}, "nl"},
    {"NO", "Norwegian", {}, "no"},
    {"POL", "Polish", {}, "pl"},
    {"POR", "Portuguese", {}, "pt"},
    {"PUN", "Punjabi", {}, "pa"},
    {"RUS", "Russian", {}, "ru"},
    {"S", "Spanish", {}, "es"},
    {"SK", "Slovak", {}, "sk"},
    {"SL", "Slovenian", {}, "sl"},
    {"SV", "Swedish", {}, "sv"},
    {"TH", "Thai", {}, "th"},
    {"TL", "Tagalog", {}, "tl"},
    {"TUR", "Turkish", {}, "tr"},
    {"UK", "Ukrainian", {}, "uk"},
});

// What the WordPress plugin means by a code in one fellowship's program, where
// it differs from the above or is not there.
constexpr auto kNarcotics = std::to_array<Type>({
    {"BT", "Basic Text", {literature}},
    {"BEG", "Beginner/Newcomer", {newcomers}},
    {"CPT", "12 Concepts"},
    {"CW", "Children Welcome", {child_care}},
    {"DISC", "Discussion/Participation", {discussion}},
    {"GL", "Gay/Lesbian", {lgbtq}},
    {"IP", "IP Study", {literature}},
    {"IW", "It Works Study", {literature}},
    {"JFT", "Just For Today Study", {literature}},
    {"LC", "Living Clean", {literature}},
    {"LIT", "Literature Study", {literature}},
    {"NS", "Non-Smoking", {smoke_free}},
    {"QA", "Questions & Answers", {question_answer}},
    {"RA", "Restricted Access"},
    {"SMOK", "Smoking", {smoking_allowed}},
    {"SPAD", "Spiritual Principle a Day", {literature}},
    {"SPK", "Speaker", {speaker}},
    {"STEP", "Step", {step_study}},
    {"SWG", "Step Working Guide Study", {step_study}},
    {"TOP", "Topic", {topic}},
    {"TRAD", "Tradition", {tradition_study}},
    {"VAR", "Format Varies"},
    {"X", "Wheelchair Accessible", {wheelchair}},
});
constexpr auto kAlAnon = std::to_array<Type>({
    {"AA", "Concurrent with AA Meeting"},
    {"AC", "Adult Child Focus"},
    {"Y", "Alateen", {young_people}},
    {"A", "Atheist / Agnostic", {secular}},
    {"BE", "Beginner", {newcomers}},
    {"AL", "Concurrent with Alateen Meeting"},
    {"O", "Families Friends and Observers Welcome", {open}},
    {"C", "Families and Friends Only", {closed}},
    {"LGBTQIA", "LGBTQIA+", {lgbtq}},
    {"POA", "Parents of Alcoholics", {parents}},
    {"ASL", "Sign Language", {sign_language}},
    {"ST", "Step Meeting", {step_study}},
    {"X", "Wheelchair Accessible", {wheelchair}},
    {"YA", "Young Adults", {young_people}},
});
constexpr auto kBuddhist = std::to_array<Type>({
    {"BE", "Beginners", {newcomers}},
    {"BB", "Book Study", {literature}},
    {"CC", "Child Care Available", {child_care}},
    {"DF", "Dog Friendly", {dogs_welcome}},
    {"8F", "Eightfold Path Study", {literature}},
    {"IS", "Inquiry Study", {step_study}},
    {"IS", "Inventory Study", {step_study}},
    {"IW", "Inquiry Writing", {step_study}},
    {"IW", "Inventory Writing", {step_study}},
    {"MI", "Mindfulness Practice", {meditation}},
    {"PR", "Process Addictions"},
    {"WA", "Wheelchair Access", {wheelchair}},
});
constexpr auto kMarijuana = std::to_array<Type>({
    {"BB", "Book Study", {literature}},
    {"BE", "Beginners", {newcomers}},
    {"CCAP", "Closed Captions", {captions}},
    {"H", "Chip", {birthday}},
    {"LGBTQI+", "LGBTQI+", {lgbtq}},
    {"O", "Open to Non-Addicts", {open}},
    {"POC", "Persons of Color", {people_of_color}},
    {"X", "Wheelchair Accessible", {wheelchair}},
});
constexpr auto kCrystal = std::to_array<Type>({
    {"ASL", "Sign Language", {sign_language}},
    {"OUT", "Outdoor Meeting", {outdoors}},
    {"ST", "Step Meeting", {step_study}},
});
constexpr auto kCocaine = std::to_array<Type>({
    {"A", "Atheist / Agnostic", {secular}},
    {"ASL", "Sign Language", {sign_language}},
    {"BUS", "Business"},
    {"ST", "Step Meeting", {step_study}},
});
constexpr auto kDrugAddicts = std::to_array<Type>({
    {"B", "Big Book Study", {literature}},
    {"SS", "Step Speaker", {step_study, speaker}},
    {"ST", "Step Meeting", {step_study}},
    {"YP", "Young People", {young_people}},
});
constexpr auto kAdultChildren = std::to_array<Type>({
    {"ANH", "A New Hope", {literature}},
    {"A", "Age Restricted 18+", {no_children}},
    {"AV", "Audio / Visual"},
    {"B", "Book Study", {literature}},
    {"BEG", "Beginners", {newcomers}},
    {"POC", "BIPOC", {people_of_color}},
    {"CAP", "Captions", {captions}},
    {"CC", "Child Care Available", {child_care}},
    {"COS", "Concepts of Service"},
    {"T", "Fellowship Text", {literature}},
    {"G", "Gay/Lesbian", {lgbtq}},
    {"LLW", "Laundry Lists Workbook", {literature}},
    {"LGBTQ", "LGBTQ+", {lgbtq}},
    {"LPG", "Loving Parent Guidebook", {literature}},
    {"NS", "Needs Support"},
    {"ASL", "Sign Language ASL", {sign_language}},
    {"S", "Speaker", {speaker}},
    {"ST", "Steps", {step_study}},
    {"SMR", "Strengthening My Recovery", {literature}},
    {"TEEN", "Teen (Ages 12 to 18)", {young_people}},
    {"TR", "Traditions", {tradition_study}},
    {"WOR", "Workshop"},
    {"Y", "Yellow Workbook Study", {literature}},
    {"YA", "Young Adult (Ages 18 to 26)", {young_people}},
});
constexpr auto kCodependents = std::to_array<Type>({
    {"A", "Atheist / Agnostic", {secular}},
    {"BE", "Beginner", {newcomers}},
    {"B", "Book Study", {literature}},
    {"H", "Chips", {birthday}},
    {"DLY", "Daily"},
    {"QA", "Q & A", {question_answer}},
    {"READ", "Reading", {literature}},
    {"SHARE", "Sharing", {discussion}},
    {"ASL", "Sign Language", {sign_language}},
    {"ST", "Step Meeting", {step_study}},
    {"TEEN", "Teens", {young_people}},
    {"D", "Topic Discussion", {topic, discussion}},
    {"TR", "Tradition", {tradition_study}},
    {"X", "Wheelchair Accessible", {wheelchair}},
    {"WRITE", "Writing"},
});

std::span<const Type> own_types(Fellowship fellowship) {
    switch (fellowship) {
        case Fellowship::na:
        case Fellowship::ha:
            return kNarcotics;
        case Fellowship::al_anon:
            return kAlAnon;
        case Fellowship::recovery_dharma:
        case Fellowship::refuge_recovery:
            return kBuddhist;
        case Fellowship::ma:
            return kMarijuana;
        case Fellowship::cma:
            return kCrystal;
        case Fellowship::ca:
            return kCocaine;
        case Fellowship::drug_addicts_anonymous:
            return kDrugAddicts;
        case Fellowship::aca:
            return kAdultChildren;
        case Fellowship::coda:
            return kCodependents;
        default:
            return {};
    }
}

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

const Type* find_type(std::string_view text, Fellowship fellowship,
                      std::string_view Type::*column) {
    for (const auto types : {own_types(fellowship), std::span<const Type>{kTypes}}) {
        const auto found = std::ranges::find_if(
            types, [&](const Type& type) { return same_letters(type.*column, text); });
        if (found != types.end()) return &*found;
    }
    return nullptr;
}

// Some feeds write "[open]" for "O", or a type's name for its code.
const Type* find_written(std::string_view written, Fellowship fellowship) {
    auto text = trimmed(written);
    if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
        text = text.substr(1, text.size() - 2);
    }
    const auto* by_code = find_type(text, fellowship, &Type::code);
    return by_code != nullptr ? by_code : find_type(text, fellowship, &Type::name);
}

void add_once(std::vector<std::string>& list, std::string_view text) {
    if (std::ranges::find(list, text) == list.end()) list.emplace_back(text);
}

}  // namespace

std::optional<CodeMeaning> meaning_of_type(std::string_view code, Fellowship fellowship) {
    const Type* type = find_written(code, fellowship);
    if (type == nullptr) return std::nullopt;
    return CodeMeaning{type->features, std::string{type->language}, type->venue};
}

CodesMeaning meaning_of_types(const std::vector<std::string>& codes, Fellowship fellowship) {
    CodesMeaning all;
    for (const auto& code : codes) {
        const Type* type = find_written(code, fellowship);
        if (type == nullptr) continue;
        all.features = FeatureSet::of_bits(all.features.bits() | type->features.bits());
        if (!type->language.empty()) add_once(all.languages, type->language);
        all.online |= type->venue == VenueMark::online;
        all.hybrid |= type->venue == VenueMark::hybrid;
        all.temporarily_closed |= type->venue == VenueMark::temporarily_closed;
    }
    return all;
}

std::optional<std::string> type_of_name(std::string_view name, Fellowship fellowship) {
    const auto text = trimmed(name);
    const Type* type = find_type(text, fellowship, &Type::name);
    if (type == nullptr) type = find_type(text, fellowship, &Type::code);
    if (type == nullptr) return std::nullopt;
    return std::string{type->code};
}

std::vector<std::string> types_of(FeatureSet features, const std::vector<std::string>& languages) {
    std::vector<std::string> codes;
    for (const auto& info : directory::features()) {
        if (!features.has(info.feature)) continue;
        const auto found = std::ranges::find(kTypes, FeatureSet{info.feature}, &Type::features);
        if (found != kTypes.end()) codes.emplace_back(found->code);
    }
    for (const auto& language : languages) {
        const auto found = std::ranges::find(kTypes, language, &Type::language);
        if (found != kTypes.end() && !language.empty()) codes.emplace_back(found->code);
    }
    return codes;
}

}  // namespace waymark::exchange
