// What must hold of every article, whoever wrote it: plain words, both
// languages, a source for each figure.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "content/own_file.h"
#include "core/reading_age.h"
#include "core/text.h"
#include "learn/handbook.h"

namespace waymark::learn {
namespace {

using html::Block;
using html::Inline;

const std::vector<std::string_view> kLanguages{"en", "es"};

std::string name_of(const Article& article) {
    return article.language + "/" + article.slug;
}

// Names that hold a digit and are no figures.
std::string without_names(const std::string& text) {
    static const std::regex kNames{R"(\b(12-step|12 steps|4-Point|12 pasos|4 puntos)\b)",
                                   std::regex::icase};
    return std::regex_replace(text, kNames, "");
}

std::vector<std::string> figures_in(const std::string& text) {
    static const std::regex kFigure{R"(\d+(?:[.,]\d+)*)"};
    const auto plain = without_names(text);
    return {std::sregex_token_iterator{plain.begin(), plain.end(), kFigure}, {}};
}

bool has_reference(const std::vector<Inline>& text) {
    return std::ranges::any_of(text, [](const Inline& part) {
        return part.kind == Inline::Kind::reference || has_reference(part.inside);
    });
}

bool has_reference(const Block& block) {
    return has_reference(block.text) ||
           std::ranges::any_of(block.inside, [](const Block& part) { return has_reference(part); });
}

// What is read in one go and so carries its own source: a paragraph, a heading,
// an item without the lists in it, a row of a table.
struct Passage {
    std::string words{};
    bool is_sourced = false;
};

void collect(const Block& block, std::vector<Passage>& all) {
    using Kind = Block::Kind;
    const bool is_whole = block.kind == Kind::row || !block.text.empty();
    if (is_whole) {
        all.push_back({.words = html::words_in(block), .is_sourced = has_reference(block)});
        return;
    }
    for (const auto& part : block.inside)
        collect(part, all);
}

std::vector<Passage> passages(const Article& article) {
    std::vector<Passage> all{{.words = article.title}, {.words = article.answer}};
    for (const auto& block : article.body.blocks)
        collect(block, all);
    return all;
}

// Texts as a reader meets them: a cell of a table is one of its own.
void collect_texts(const Block& block, std::vector<std::string>& all) {
    if (!block.text.empty()) all.push_back(html::words_in(block.text));
    for (const auto& part : block.inside)
        collect_texts(part, all);
}

std::vector<std::string> texts(const Article& article) {
    std::vector<std::string> all{article.title, article.answer};
    for (const auto& block : article.body.blocks)
        collect_texts(block, all);
    return all;
}

void add_references(const std::vector<Inline>& text, std::multiset<std::string>& all) {
    for (const auto& part : text) {
        if (part.kind == Inline::Kind::reference)
            all.insert(part.href + (part.is_certain ? "" : "?"));
        if (part.kind == Inline::Kind::image) all.insert(part.href);
        add_references(part.inside, all);
    }
}

void add_references(const Block& block, std::multiset<std::string>& all) {
    add_references(block.text, all);
    for (const auto& part : block.inside)
        add_references(part, all);
}

// All that must be the same in every language.
struct Facts {
    std::multiset<std::string> figures{}, references{};
    std::vector<std::string> next{};
    friend bool operator==(const Facts&, const Facts&) = default;
};

Facts facts(const Article& article) {
    Facts all;
    for (const auto& passage : passages(article)) {
        for (auto& figure : figures_in(passage.words))
            all.figures.insert(std::move(figure));
    }
    for (const auto& block : article.body.blocks)
        add_references(block, all.references);
    for (const auto& step : article.next)
        all.next.push_back(step.line.empty() ? step.to : step.line);
    return all;
}

template <class Check>
void each(Check check) {
    for (const auto language : kLanguages) {
        for (const auto& article : Handbook::own().articles(language)) {
            SCOPED_TRACE(name_of(article));
            check(article);
        }
    }
}

TEST(Articles, CoverWhatAPersonAsks) {
    const std::map<std::string, std::size_t> least{
        {"understand", 8}, {"medication", 8}, {"help", 11}, {"groups", 7},
        {"daily", 9},      {"safety", 6},     {"after", 7}, {"family", 8}};
    std::map<std::string, std::size_t> found;
    for (const auto& article : Handbook::own().articles("en"))
        ++found[article.part];
    for (const auto& [part, count] : least)
        EXPECT_GE(found[part], count) << part;
}

TEST(Articles, StandInBothLanguagesWithTheSameFacts) {
    const auto& english = Handbook::own().articles("en");
    const auto& spanish = Handbook::own().articles("es");
    ASSERT_EQ(english.size(), spanish.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
        SCOPED_TRACE(name_of(english[i]));
        ASSERT_EQ(english[i].slug, spanish[i].slug);
        EXPECT_EQ(english[i].order, spanish[i].order);
        EXPECT_EQ(english[i].audience, spanish[i].audience);
        EXPECT_EQ(english[i].reviewed_on, spanish[i].reviewed_on);
        EXPECT_EQ(english[i].next_review, spanish[i].next_review);
        const auto ours = facts(english[i]);
        const auto theirs = facts(spanish[i]);
        EXPECT_EQ(ours.figures, theirs.figures);
        EXPECT_EQ(ours.references, theirs.references);
        EXPECT_EQ(ours.next, theirs.next);
    }
}

TEST(Articles, GiveEachFigureItsSource) {
    each([](const Article& article) {
        for (const auto& passage : passages(article)) {
            EXPECT_TRUE(figures_in(passage.words).empty() || passage.is_sourced) << passage.words;
        }
    });
}

TEST(Articles, ReadAtElevenOrYoungerAndSayHow) {
    each([](const Article& article) {
        const double age = reading_age(texts(article), article.language);
        EXPECT_LE(age, 11);
        EXPECT_LE(article.reading_age, 11);
        EXPECT_NEAR(article.reading_age, age, 1.5);
        if (article.language == "es") {
            EXPECT_GE(fernandez_huerta_ease(count_text(texts(article), "es")), 60);
        }
    });
}

TEST(Articles, HoldNoWordThatShames) {
    const auto list = content::own_file("stigma.json");
    each([&](const Article& article) {
        for (const auto& text : texts(article)) {
            const auto spaced = " " + fold(text) + " ";
            for (const auto& word : *list.find(article.language)->items()) {
                const auto banned = " " + fold(*word.string()) + " ";
                EXPECT_EQ(spaced.find(banned), std::string::npos) << banned << "in: " << text;
            }
        }
    });
}

TEST(Articles, NameNoDoseAndNoTelephone) {
    // Milligrams in any spelling; seven digits or more with what people put between.
    const std::regex dose{R"(\d\s*(mg|mcg|milligram|miligramo|microgram)\b)", std::regex::icase};
    const std::regex phone{R"(\d[\d\s().-]{6,}\d)"};
    each([&](const Article& article) {
        for (const auto& text : texts(article)) {
            EXPECT_FALSE(std::regex_search(text, dose)) << text;
            EXPECT_FALSE(std::regex_search(text, phone)) << text;
        }
    });
}

TEST(Articles, NameNoDrugAndNoConditionInTheirAddress) {
    const std::regex named{
        "heroin|opioid|methadone|buprenorphine|naltrexone|naloxone|fentanyl|drug|hiv|hepatitis|"
        "pregnan|depress|anxiety|ptsd|overdose|withdrawal|detox|relapse|addict"};
    each([&](const Article& article) { EXPECT_FALSE(std::regex_search(article.slug, named)); });
}

TEST(Articles, AreReviewedOnADayAndAgainWithinTwoYears) {
    each([](const Article& article) {
        const auto span =
            std::chrono::sys_days{article.next_review} - std::chrono::sys_days{article.reviewed_on};
        EXPECT_GT(span.count(), 0);
        EXPECT_LE(span.count(), 731);
        EXPECT_FALSE(article.next.empty());
        EXPECT_LE(article.next.size(), 3U);
    });
}

}  // namespace
}  // namespace waymark::learn
