#include <array>

#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using html::Data;

struct Words {
    int status = 0;
    Phrase heading{};
    Phrase message{};
};

const Words& words_for(int status) {
    static const std::array<Words, 11> all{{
        {400, phrase("This address is not complete"),
         phrase("Something in it could not be read. Start again from the first page.")},
        {403, phrase("This page is not open to you"),
         phrase("If you came from another site, start again from the first page.")},
        {404, phrase("There is no such page"),
         phrase("It may have moved, or the meeting may no longer be listed.")},
        {405, phrase("This page cannot be used like that"),
         phrase("Start again from the first page.")},
        {408, phrase("That took too long"), phrase("The connection was slow. Try again.")},
        {413, phrase("That was too much text"), phrase("Write less, and try again.")},
        {414, phrase("This address is too long"), phrase("Ask for less, and try again.")},
        {421, phrase("This is not the name of this site"),
         phrase("Check the address, or start again from the link that you were given.")},
        {429, phrase("Too many searches at once"), phrase("Wait a minute, then try again.")},
        {500, phrase("Something went wrong on our side"),
         phrase("It is not your fault. Try again in a moment.")},
        {503, phrase("Many people are here right now"),
         phrase("Wait a few seconds, then try again.")},
    }};
    for (const Words& words : all) {
        if (words.status == status) return words;
    }
    return status < 500 ? all.front() : all[9];
}

}  // namespace

Page error_page(const Visit& visit, int status) {
    const Words& words = words_for(status);
    return {.view = "error",
            .title = visit.site.settings.name,
            .data = Data::object({{"heading", visit.speak.say(words.heading)},
                                  {"message", visit.speak.say(words.message)}}),
            .status = status};
}

}  // namespace waymark::web
