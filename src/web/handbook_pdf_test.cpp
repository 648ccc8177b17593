// The handbook as a PDF, from its address. What stands on its pages is looked
// at by tests/browser/paper.test.mjs.

#include <gmock/gmock.h>

#include <string>

#include "web/printed_book.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

int pages_in(const std::string& pdf) {
    int found = 0;
    for (auto at = pdf.find("/Type /Page\n"); at != pdf.npos;
         at = pdf.find("/Type /Page\n", at + 1))
        ++found;
    return found;
}

TEST(HandbookPdf, IsOneArticleOrSeveralInEitherForm) {
    const SampleSite site;
    const auto one = site.get("/handbook.pdf?articles=tolerance&size=a4");
    EXPECT_EQ(one.status, 200);
    EXPECT_EQ(one.content_type, "application/pdf");
    EXPECT_EQ(one.keep, http::Keep::revalidate);
    EXPECT_THAT(one.body, StartsWith("%PDF-"));
    EXPECT_THAT(one.body, HasSubstr("/MediaBox [ 0 0 595.2"));
    const auto commas = site.get("/handbook.pdf?articles=tolerance,words&size=letter");
    EXPECT_THAT(commas.body, HasSubstr("/MediaBox [ 0 0 612 792 ]"));
    EXPECT_EQ(commas.body,
              site.get("/handbook.pdf?articles=words&articles=tolerance&size=letter").body);
    EXPECT_GT(pages_in(commas.body), pages_in(one.body));
}

TEST(HandbookPdf, TakesTheSheetOfTheCountryWhenNoneIsAsked) {
    const SampleSite site;
    EXPECT_THAT(site.get("/handbook.pdf?articles=words").body, HasSubstr("0 0 612 792"));
    EXPECT_THAT(site.get("/handbook.pdf?articles=words&country=GB").body, HasSubstr("0 0 595.2"));
}

TEST(HandbookPdf, SpeaksTheReadersLanguage) {
    const SampleSite site;
    const auto spanish = site.get("/handbook.pdf?articles=words", "es");
    EXPECT_THAT(spanish.headers, testing::Contains(testing::Pair("Content-Language", "es")));
    EXPECT_NE(spanish.body, site.get("/handbook.pdf?articles=words", "en").body);
}

TEST(HandbookPdf, RefusesWhatIsNotThere) {
    const SampleSite site;
    EXPECT_EQ(site.get("/handbook.pdf?articles=tolerance,no-such").status, 404);
    EXPECT_EQ(site.get("/handbook.pdf?articles=tolerance&size=a5").status, 400);
    EXPECT_THAT(site.get("/handbook.pdf?articles=no-such").body, HasSubstr("<h1"));
}

TEST(PrintedBooks, AreMadeOnce) {
    PrintedBooks books;
    int made = 0;
    const auto make = [&] { return "book " + std::to_string(++made); };
    EXPECT_EQ(books.get("en a4", make), "book 1");
    EXPECT_EQ(books.get("en a4", make), "book 1");
    EXPECT_EQ(books.get("es a4", make), "book 2");
}

TEST(PrintedBooks, StayFew) {
    PrintedBooks books;
    int made = 0;
    const auto make = [&] { return std::to_string(++made); };
    for (int i = 0; i < 100; ++i)
        books.get(std::to_string(i), make);
    EXPECT_EQ(made, 100);
    EXPECT_EQ(books.get("99", make), "100");
    books.get("0", make);
    EXPECT_EQ(made, 101);  // It had to make room.
}

}  // namespace
}  // namespace waymark::web
