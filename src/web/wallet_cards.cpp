#include "web/wallet_cards.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/phrase.h"
#include "web/helplines.h"
#include "web/overdose_card.h"

namespace waymark::web {
namespace {

// Lines that anybody may call, in the order in which a card has room for them.
constexpr std::array<std::string_view, 4> kKinds{"crisis", "overdose-spotting",
                                                 "treatment-referral", "peer-support"};
constexpr std::size_t kLinesShown = 4;

// To the end of the line, about: letters are not all as wide as "_".
std::string with_rule(const std::string& text) {
    constexpr std::size_t kLetters = 43, kShortest = 8;
    const auto used = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
    const std::size_t left = used + kShortest < kLetters ? kLetters - used : kShortest;
    return text + " " + std::string(left, '_');
}

WalletLine plain(std::string text) {
    return {.text = std::move(text)};
}

WalletLine strong(std::string text) {
    return {.text = std::move(text), .is_strong = true};
}

WalletLine blank(std::string text) {
    return {.text = std::move(text), .has_blank = true};
}

WalletCard numbers(const Visit& visit) {
    const auto& speak = visit.speak;
    WalletCard card{.title = speak.say("Numbers to call")};
    card.lines.push_back(strong(
        speak.say(phrase("In danger, or someone not waking up: {number}",
                         {{"number", emergency_of(visit, country_of(visit)).for_overdose()}}))));
    for (const auto kind : kKinds) {
        for (const auto* line : visit.site.helplines.for_everybody(country_of(visit), kind)) {
            const std::string& number = line->shown.empty() ? line->text_to : line->shown;
            if (card.lines.size() <= kLinesShown && !number.empty())
                card.lines.push_back(plain(number + " · " + line->name));
        }
    }
    card.lines.push_back(blank(speak.say("My clinic")));
    return card;
}

WalletCard somebody(const locale::Speaker& speak) {
    return {.title = speak.say("Someone I can call"),
            .lines = {blank("1"), blank("2"), blank("3"),
                      plain(speak.say("Say: “Can you stay with me on the phone for a bit?”"))}};
}

WalletCard urge(const locale::Speaker& speak) {
    return {.title = speak.say("If I want to use"),
            .lines = {plain(speak.say("Wait 15 minutes. An urge rises, and then it falls.")),
                      blank(speak.say("Call")), blank(speak.say("Go to")),
                      plain(speak.say("If I use after all: never alone, naloxone beside me. After "
                                      "any break, what was usual before can kill."))}};
}

WalletCard medication(const locale::Speaker& speak) {
    return {.title = speak.say("To paramedics and hospital staff"),
            .lines = {plain(speak.say("I take medication for opioid use disorder. Please keep it "
                                      "going, and call my prescriber before you change it.")),
                      blank(speak.say("Medicine")), blank(speak.say("Prescriber")),
                      blank(speak.say("Phone")),
                      plain(speak.say("If my breathing is slow or has stopped: give naloxone."))}};
}

WalletCard blocker(const locale::Speaker& speak) {
    return {.title = speak.say("To paramedics and hospital staff"),
            .lines = {strong(speak.say(
                          "I take a medicine that blocks opioids: opioid pain relief may not "
                          "work.")),
                      plain(speak.say("Other kinds of pain relief do work. Once it wears off, a "
                                      "small amount of an opioid can stop my breathing.")),
                      blank(speak.say("Medicine, last taken")), blank(speak.say("Prescriber")),
                      blank(speak.say("Phone"))}};
}

paper::Card overdose_side(const Visit& visit, CardSide side) {
    paper::Card card{.title = visit.speak.say("Someone will not wake up"), .is_alarm = true};
    const auto number = emergency_of(visit, country_of(visit)).for_overdose();
    for (const auto& paragraph : overdose_words(visit.speak, number, side)) {
        const bool is_step = !paragraph.number.empty();
        const bool has_stop = paragraph.title.ends_with('?') || paragraph.title.ends_with('.');
        card.lines.push_back(
            {.text = paragraph.text,
             .lead = is_step ? paragraph.number + " " + paragraph.title + (has_stop ? "" : ".")
                             : std::string{}});
    }
    return card;
}

}  // namespace

std::vector<WalletCard> wallet_cards(const Visit& visit) {
    const auto& speak = visit.speak;
    return {numbers(visit), somebody(speak), urge(speak), medication(speak), blocker(speak)};
}

std::vector<paper::Card> cards_on_paper(const Visit& visit) {
    std::vector<paper::Card> cards{overdose_side(visit, CardSide::front),
                                   overdose_side(visit, CardSide::back)};
    for (const auto& words : wallet_cards(visit)) {
        paper::Card card{.title = words.title};
        for (const auto& line : words.lines) {
            card.lines.push_back({.text = line.has_blank ? with_rule(line.text) : line.text,
                                  .is_strong = line.is_strong});
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

}  // namespace waymark::web
