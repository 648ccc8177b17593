// What docs/claims.md promises and no other test shows.

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Claims, AsksForNoNameAndNoAddress) {
    const SampleSite site;
    const std::regex field{"<(?:input|select|textarea)[^>]*name=\"([^\"]*)\""};
    const std::regex personal{"(^|_)(name|mail|email|phone|password|user|birth|account)($|_)"};
    for (const auto* address : {"/", "/find", "/now", "/meetings/1", "/about", "/programmes",
                                "/treatment", "/places/201", "/shortlist"}) {
        const std::string page = site.get(address).body;
        EXPECT_THAT(page, Not(HasSubstr("type=\"password\""))) << address;
        EXPECT_THAT(page, Not(HasSubstr("type=\"email\""))) << address;
        for (std::sregex_iterator at{page.begin(), page.end(), field}, end; at != end; ++at) {
            EXPECT_FALSE(std::regex_search((*at)[1].str(), personal)) << address << ' ' << (*at)[1];
        }
    }
}

// What shows pages can write nothing down but a report that somebody sends
// (directory::MistakeReports): its row of src/modules.txt, which
// the build links by, has no storage in it, nor anything that does.
TEST(Claims, PagesCannotReachStorage) {
    std::ifstream file{WAYMARK_SOURCE_DIR "/src/modules.txt"};
    const std::string table{std::istreambuf_iterator<char>{file}, {}};
    const auto row = [&](const std::string& module) {
        const auto start = table.find("\n" + module + ":");
        return table.substr(start + 1, table.find('\n', start + 1) - start - 1) + " ";
    };
    const std::string web = row("web");
    ASSERT_THAT(web, HasSubstr(" finder "));
    std::string modules = web.substr(web.find(':') + 1);
    for (std::size_t at = 1; at < modules.size();) {
        const auto end = modules.find(' ', at);
        const std::string needed = modules.substr(at, end - at);
        EXPECT_THAT(needed.empty() ? "" : row(needed), Not(HasSubstr(" storage "))) << needed;
        at = end + 1;
    }
    EXPECT_THAT(web, Not(HasSubstr(" storage ")));
}

}  // namespace
}  // namespace waymark::web
