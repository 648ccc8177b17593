// Catalogues: how a .po file reads, and that ours hold nothing broken.

#include "locale/catalogue.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace waymark::locale {
namespace {

Catalogue read(std::string_view po) {
    Catalogue catalogue;
    const auto added = catalogue.add(po);
    EXPECT_TRUE(added) << (added ? "" : added.error().message);
    return catalogue;
}

TEST(Catalogue, TranslatesASentenceAndAnswersInEnglishWhereItCannot) {
    const Catalogue catalogue = read("msgid \"Leave\"\nmsgstr \"Salir\"\n");
    EXPECT_EQ(catalogue.translate("Leave"), "Salir");
    EXPECT_EQ(catalogue.translate("Find"), "Find");
}

TEST(Catalogue, JoinsTextOverSeveralLinesAndReadsEscapes) {
    const Catalogue catalogue = read(R"(
msgid ""
"Say: \"someone is "
"not breathing\"."
msgstr ""
"Di: \"alguien no "
"respira\"."
)");
    EXPECT_EQ(catalogue.translate("Say: \"someone is not breathing\"."),
              "Di: \"alguien no respira\".");
}

TEST(Catalogue, MakesTwoSentencesOfAPlural) {
    const Catalogue catalogue = read(R"(
msgid "1 meeting"
msgid_plural "{count} meetings"
msgstr[0] "1 reunión"
msgstr[1] "{count} reuniones"
)");
    EXPECT_EQ(catalogue.translate("1 meeting"), "1 reunión");
    EXPECT_EQ(catalogue.translate("{count} meetings"), "{count} reuniones");
}

TEST(Catalogue, LeavesOutTheHeaderAndWhatIsMarkedFuzzyOrEmpty) {
    const Catalogue catalogue = read(R"(
msgid ""
msgstr "Language: es\n"

#, fuzzy
msgid "Find"
msgstr "Buscador"

# A note for the translator.
msgid "About"
msgstr ""
msgid "Leave"
msgstr "Salir"
)");
    EXPECT_EQ(catalogue.entries().size(), 1u);
    EXPECT_EQ(catalogue.translate("Leave"), "Salir");
}

TEST(Catalogue, NamesTheLineItCannotRead) {
    Catalogue catalogue;
    const auto added = catalogue.add("msgid \"Find\"\nmsgstr Buscar\n");
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().kind, ErrorKind::unreadable);
    EXPECT_THAT(added.error().message, testing::StartsWith("Line 2:"));
}

std::multiset<std::string> holes_of(std::string_view text) {
    std::multiset<std::string> holes;
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
        holes.emplace(text.substr(at, text.find('}', at) - at + 1));
    }
    return holes;
}

TEST(SpanishCatalogue, KeepsEveryHoleOfEverySentence) {
    const auto& entries = catalogue(Language::spanish).entries();
    ASSERT_GT(entries.size(), 40u);
    for (const auto& [english, spanish] : entries) {
        EXPECT_EQ(holes_of(english), holes_of(spanish)) << english;
    }
}

TEST(SpanishCatalogue, BeginsAndEndsAsTheEnglishDoes) {
    for (const auto& [english, spanish] : catalogue(Language::spanish).entries()) {
        // A full stop stands before the closing quote in English, behind it in Spanish.
        const bool is_stopped = english.ends_with('.') || english.ends_with(".\u201d");
        EXPECT_EQ(is_stopped, spanish.ends_with('.') && !spanish.ends_with("\u00a0m.")) << english;
        EXPECT_FALSE(spanish.ends_with(' ')) << english;
        EXPECT_EQ(english.ends_with('?'), spanish.ends_with('?')) << english;
    }
}

}  // namespace
}  // namespace waymark::locale
