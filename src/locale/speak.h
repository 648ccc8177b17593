// Turns what the program knows into words: sentences with their holes filled,
// distances, times, dates and spans, in the reader's language and in the
// manner of a country. Answers are plain text, to be escaped where they land.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/phrase.h"
#include "core/time.h"
#include "locale/catalogue.h"
#include "locale/language.h"
#include "locale/manners.h"

namespace waymark::locale {

class Speaker {
  public:
    explicit Speaker(Language language, Manners manners = {})
        : language_(language), manners_(manners), catalogue_(&catalogue(language)) {}

    Language language() const { return language_; }
    const Manners& manners() const { return manners_; }

    // A sentence of the catalogue; English where there is no translation.
    std::string say(std::string_view english) const;
    // The same with its holes filled; a hole that nothing fills stays as it is.
    std::string say(const Phrase& phrase) const;

    std::string distance(Kilometers distance) const;  // "1.3 mi", "1,3 km", "300 m"
    std::string number(std::int64_t number) const;    // "12,345"; Spanish "12 345"
    std::string time(TimeOfDay time) const;           // "7:30 PM", "19:30", "12 noon"
    std::string span(Span span) const;                // "42 min", "1 h 12", "2 hours", "3 days"

    std::string weekday(std::chrono::weekday day) const;  // "Tuesday", "martes"
    std::string day(Date date) const;                     // "Tuesday, November 24"
    std::string date(Date date) const;                    // "November 24, 2026"

    // "Tonight 7:30 PM", "Tomorrow 9 AM", "Tuesday 7:30 PM" within six days,
    // else with the date. Both clocks are of the meeting's zone.
    std::string when(LocalSeconds starts, LocalSeconds now) const;
    // "starts in 42 min", "starting now", "started 5 min ago".
    std::string until(Instant starts, Instant now) const;
    // "in the last 24 hours", "yesterday", "3 days ago": by whole days gone by, since
    // what day it is now depends on where the reader is.
    std::string ago(Instant then, Instant now) const;

  private:
    std::string fill(const Phrase::Value& value) const;
    std::string month(std::chrono::month month) const;

    Language language_;
    Manners manners_;
    const Catalogue* catalogue_;
};

// The phrase for exactly one, else the one for many: both languages count so.
Phrase counted(std::int64_t count, Phrase one, Phrase many);

}  // namespace waymark::locale
