#include <algorithm>
#include <array>

#include "core/text.h"
#include "exchange/bmlt_formats.h"
#include "exchange/features.h"

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::FeatureSet;
using enum directory::Feature;

constexpr auto kFormats = std::to_array<StockFormat>({
    {1, "B", "BEG", "FC3", "Beginners", {newcomers}},
    {2, "BL", "LANG", "LANG", "Bi-Lingual"},
    {3, "BT", "BT", "FC1", "Basic Text", {literature}},
    {4, "C", "CLOSED", "O", "Closed", {closed}},
    {5, "CH", "CH", "FC3", "Closed Holidays"},
    {6, "CL", "CAN", "FC2", "Candlelight", {candlelight}},
    {7, "CS", "", "FC3", "Children under Supervision", {child_care}},
    {8, "D", "DISC", "FC1", "Discussion", {discussion}},
    {9, "ES", "LANG", "LANG", "Español", {}, "es"},
    {10, "GL", "GL", "FC3", "Gay/Lesbian/Transgender", {lgbtq}},
    {11, "IL", "", "FC1", "Illness"},
    {12, "IP", "IP", "FC1", "Informational Pamphlet", {literature}},
    {13, "IW", "IW", "FC1", "It Works -How and Why", {literature}},
    {14, "JT", "JFT", "FC1", "Just for Today", {literature}},
    {15, "M", "M", "FC3", "Men", {men}},
    {16, "NC", "NC", "FC3", "No Children", {no_children}},
    {17, "O", "OPEN", "O", "Open", {open}},
    {18, "Pi", "", "FC1", "Pitch", {speaker}},
    {19, "RF", "VAR", "FC1", "Rotating Format"},
    {20, "Rr", "", "FC1", "Round Robin"},
    {21, "SC", "", "FC2", "Security Cameras"},
    {22, "SD", "S-D", "FC1", "Speaker/Discussion", {speaker, discussion}},
    {23, "SG", "SWG", "FC1", "Step Working Guide", {step_study}},
    {24, "SL", "", "FC2", "ASL", {sign_language}},
    {26, "So", "SPK", "FC1", "Speaker Only", {speaker}},
    {27, "St", "STEP", "FC1", "Step", {step_study}},
    {28, "Ti", "", "FC1", "Timer", {sharing_short}},
    {29, "To", "TOP", "FC1", "Topic", {topic}},
    {30, "Tr", "TRAD", "FC1", "Tradition", {tradition_study}},
    {31, "TW", "TRAD", "FC1", "Traditions Workshop", {tradition_study}},
    {32, "W", "W", "FC3", "Women", {women}},
    {33, "WC", "WCHR", "FC2", "Wheelchair", {wheelchair}},
    {34, "YP", "Y", "FC3", "Young People", {young_people}},
    {35, "OE", "", "FC1", "Open-Ended"},
    {36, "BK", "LIT", "FC1", "Book Study", {literature}},
    {37, "NS", "NS", "FC1", "No Smoking", {smoke_free}},
    {38, "Ag", "", "FC1", "Agnostic", {secular}},
    {39, "FD", "", "FC1", "Five and Dime", {step_study}},
    {40, "AB", "QA", "FC1", "Ask-It-Basket", {question_answer}},
    {41, "ME", "MED", "FC1", "Meditation", {meditation}},
    {42, "RA", "RA", "FC3", "Restricted Attendance"},
    {43, "QA", "QA", "FC1", "Question and Answer", {question_answer}},
    {44, "CW", "CW", "FC3", "Children Welcome", {child_care}},
    {45, "CP", "CPT", "FC1", "Concepts"},
    {46, "FIN", "LANG", "LANG", "Finnish", {}, "fi"},
    {47, "ENG", "LANG", "LANG", "English speaking", {}, "en"},
    {48, "PER", "LANG", "LANG", "Persian", {}, "fa"},
    {49, "L/R", "LANG", "LANG", "Lithuanian/Russian", {}, "lt"},
    {51, "LC", "LC", "FC1", "Living Clean", {literature}},
    {52, "GP", "GP", "FC1", "Guiding Principles", {literature}},
    {54, "VM", "VM", "FC2", "Virtual Meeting", {}, "", VenueMark::online},
    {55, "TC", "TC", "FC2", "Temporarily Closed Facility", {}, "", VenueMark::temporarily_closed},
    {56, "HY", "HYBR", "FC2", "Hybrid Meeting", {}, "", VenueMark::hybrid},
    // Ours: what the stock formats cannot say.
    {101, "AccT", "", "FC2", "Accessible Toilet", {accessible_toilet}},
    {102, "Loop", "", "FC2", "Hearing Loop", {hearing_loop}},
    {103, "Capt", "", "FC2", "Live Captions", {captions}},
    {104, "FF", "", "FC2", "Fragrance Free", {fragrance_free}},
    {105, "Dogs", "", "FC2", "Dogs Welcome", {dogs_welcome}},
    {106, "Outd", "", "FC2", "Outdoors", {outdoors}},
    {107, "Smok", "SMOK", "FC2", "Smoking", {smoking_allowed}},
    {108, "LitS", "", "FC2", "Literature Sold", {literature_sold}},
    {109, "POA", "", "FC2", "Proof of Attendance", {proof_of_attendance}},
    {110, "Tran", "", "FC3", "Transgender", {transgender}},
    {111, "Sen", "", "FC3", "Seniors", {seniors}},
    {112, "POC", "", "FC3", "People of Color", {people_of_color}},
    {113, "Ind", "", "FC3", "Indigenous", {indigenous}},
    {114, "Prof", "", "FC3", "Professionals", {professionals}},
    {115, "Par", "", "FC3", "Parents", {parents}},
    {116, "Vet", "", "FC3", "Veterans", {veterans}},
    {117, "DD", "", "FC3", "Dual Diagnosis", {dual_diagnosis}},
    {118, "MedW", "", "FC3", "Medication Welcome", {medication_welcome}},
    {119, "Faci", "", "FC1", "Facilitated", {facilitated}},
    {120, "Rel", "", "FC1", "With Prayer or Worship", {religious}},
    {121, "Bday", "", "FC1", "Birthday", {birthday}},
});

// What our own BMLT lists use for a language that has no stock key.
constexpr std::string_view kLanguageKey = "lang-";

// Names of languages as servers write them for formats of the type LANG.
struct Spoken {
    std::string_view word;  // Folded.
    std::string_view tag;
};
constexpr auto kSpoken = std::to_array<Spoken>({
    {"espanol", "es"},   {"spanish", "es"},  {"english", "en"},    {"finnish", "fi"},
    {"persian", "fa"},   {"farsi", "fa"},    {"french", "fr"},     {"francais", "fr"},
    {"german", "de"},    {"deutsch", "de"},  {"italian", "it"},    {"italiano", "it"},
    {"polish", "pl"},    {"polski", "pl"},   {"portuguese", "pt"}, {"portugues", "pt"},
    {"russian", "ru"},   {"swedish", "sv"},  {"danish", "da"},     {"hebrew", "he"},
    {"arabic", "ar"},    {"japanese", "ja"}, {"punjabi", "pa"},    {"hindi", "hi"},
    {"dutch", "nl"},     {"greek", "el"},    {"ukrainian", "uk"},  {"lithuanian", "lt"},
    {"norwegian", "no"}, {"tagalog", "tl"},  {"vietnamese", "vi"}, {"korean", "ko"},
});

std::string_view language_of_name(std::string_view name) {
    const auto folded = fold(name);
    for (const auto word : words_of(folded)) {
        const auto found = std::ranges::find(kSpoken, word, &Spoken::word);
        if (found != kSpoken.end()) return found->tag;
    }
    return {};
}

CodeMeaning meaning_of(const StockFormat& format) {
    return {format.features, std::string{format.language}, format.venue};
}

std::optional<CodeMeaning> stock_by_key(std::string_view key) {
    if (key.starts_with(kLanguageKey)) {
        return CodeMeaning{{}, std::string{key.substr(kLanguageKey.size())}, VenueMark::none};
    }
    const auto found = std::ranges::find(kFormats, key, &StockFormat::key);
    if (found == kFormats.end()) return std::nullopt;
    return meaning_of(*found);
}

std::string text_of(const json::Value& value, std::string_view key) {
    const auto* found = value.find(key);
    if (found == nullptr) return {};
    if (const auto* number = found->integer()) return std::to_string(*number);
    return found->string() == nullptr ? std::string{} : *found->string();
}

const StockFormat* stock_format_of(Feature feature) {
    const auto found = std::ranges::find(kFormats, FeatureSet{feature}, &StockFormat::features);
    return found == kFormats.end() ? nullptr : &*found;
}

// What a key says that is most plainly said by another: BK, not BT, for literature.
const StockFormat* plainest_format_of(Feature feature) {
    std::string_view key;
    if (feature == Feature::literature) key = "BK";
    if (feature == Feature::child_care) key = "CW";
    if (feature == Feature::speaker) key = "So";
    if (feature == Feature::question_answer) key = "QA";
    if (feature == Feature::step_study) key = "St";
    if (key.empty()) return stock_format_of(feature);
    return &*std::ranges::find(kFormats, key, &StockFormat::key);
}

}  // namespace

std::span<const StockFormat> stock_formats() {
    return kFormats;
}

std::optional<CodeMeaning> meaning_of_naws(std::string_view code) {
    const auto text = ascii_upper(trimmed(code));
    // A language's format has no code of its own in NAWS: LANG says only that there is one.
    if (text.empty() || text == "LANG") return std::nullopt;
    if (text == "LIT" || text == "SPAD") return CodeMeaning{{literature}, {}, VenueMark::none};
    if (text == "SPK") return CodeMeaning{{speaker}, {}, VenueMark::none};
    const auto found = std::ranges::find(kFormats, text, &StockFormat::world_id);
    if (found == kFormats.end()) return std::nullopt;
    return meaning_of(*found);
}

std::optional<CodeMeaning> meaning_of_format(std::string_view key, std::string_view world_id) {
    // S-D and SPK are told apart by key on old servers, which send SPK for both.
    if (world_id == "SPK" && key == "SD") return stock_by_key(key);
    if (auto by_world = meaning_of_naws(world_id)) return by_world;
    return stock_by_key(key);
}

std::vector<std::string> formats_of(FeatureSet features,
                                    const std::vector<std::string>& languages) {
    std::vector<std::string> keys;
    for (const auto& info : directory::features()) {
        if (!features.has(info.feature)) continue;
        if (const auto* format = plainest_format_of(info.feature)) keys.emplace_back(format->key);
    }
    for (const auto& language : languages) {
        const auto found = std::ranges::find(kFormats, language, &StockFormat::language);
        const bool has_key = found != kFormats.end() && !language.empty();
        keys.push_back(has_key ? std::string{found->key} : std::string{kLanguageKey} + language);
    }
    return keys;
}

std::vector<std::string> naws_of(FeatureSet features) {
    features.remove(open);
    features.remove(closed);
    features.remove(wheelchair);
    std::vector<std::string> codes;
    for (const auto& info : directory::features()) {
        if (!features.has(info.feature)) continue;
        const auto* format = plainest_format_of(info.feature);
        if (format != nullptr && !format->world_id.empty()) codes.emplace_back(format->world_id);
    }
    return codes;
}

const BmltFormats& BmltFormats::stock() {
    static const BmltFormats formats;
    return formats;
}

BmltFormats BmltFormats::of(const json::Value& formats) {
    BmltFormats list;
    if (formats.items() == nullptr) return list;
    for (const auto& format : *formats.items()) {
        const auto key = text_of(format, "key_string");
        if (key.empty()) continue;
        auto meaning = meaning_of_format(key, text_of(format, "world_id"));
        const auto name = text_of(format, "name_string");
        const bool is_language =
            text_of(format, "world_id") == "LANG" || text_of(format, "format_type_enum") == "LANG";
        if (is_language && (!meaning || meaning->language.empty())) {
            meaning = CodeMeaning{{}, std::string{language_of_name(name)}, VenueMark::none};
        }
        if (!meaning) {
            const auto type = type_of_name(name, directory::Fellowship::na);
            if (type) meaning = meaning_of_type(*type, directory::Fellowship::na);
        }
        if (meaning) list.by_key_.emplace(key, *std::move(meaning));
        if (auto id = text_of(format, "id"); !id.empty()) list.key_of_id_.emplace(id, key);
    }
    return list;
}

std::optional<CodeMeaning> BmltFormats::meaning(std::string_view key) const {
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) return found->second;
    return stock_by_key(key);
}

std::string_view BmltFormats::key_of(std::string_view id) const {
    const auto found = key_of_id_.find(id);
    if (found != key_of_id_.end()) return found->second;
    for (const auto& format : kFormats) {
        if (std::to_string(format.id) == id) return format.key;
    }
    return {};
}

}  // namespace waymark::exchange
