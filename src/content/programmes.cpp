#include "content/programmes.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "content/fields.h"
#include "embedded/content.h"
#include "json/parse.h"

namespace waymark::content {
namespace {

using directory::Programme;
using directory::ProgrammeWords;

ProgrammeWords words_of(Fields fields) {
    ProgrammeWords words;
    words.what = fields.text("what");
    words.whom = fields.text("whom");
    words.first_visit = fields.texts("first_visit");
    if (words.first_visit.size() < 3 || words.first_visit.size() > 5) {
        fields.complain("first_visit", "must have 3 to 5 steps");
    }
    words.cost = fields.text("cost");
    words.medication_short = fields.text("medication_short");
    words.medication = fields.text("medication");
    fields.finish();
    return words;
}

bool is_web_address(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

Programme programme_of(Fields fields, std::string_view file) {
    Programme programme;
    const auto code = fields.text("code");
    const auto fellowship = directory::fellowship_of_code(code);
    if (!fellowship) fields.complain("code", "is no programme's code");
    if (file != "programmes/" + code + ".json") fields.complain("code", "is not the file's name");
    programme.fellowship = *fellowship;
    programme.finder_url = fields.text("finder");
    programme.phone = fields.optional_text("phone");
    programme.en = words_of(fields.object("en"));
    programme.es = words_of(fields.object("es"));
    programme.is_medication_certain = fields.flag("medication_certain");
    for (auto& source : fields.objects("sources")) {
        programme.sources.push_back(
            {source.text("title"), source.text("url"), source.date("seen_on")});
        source.finish();
    }
    programme.reviewed_on = fields.date("reviewed_on");
    fields.finish();
    if (programme.sources.empty()) fields.complain("sources", "must name one at least");
    if (!is_web_address(programme.finder_url)) fields.complain("finder", "must be a web address");
    if (!std::ranges::all_of(programme.sources, is_web_address, &directory::PublicSource::url)) {
        fields.complain("sources", "must have web addresses");
    }
    return programme;
}

std::vector<Programme> read_programmes() {
    std::vector<Programme> programmes;
    for (const auto& file : embedded::content_files()) {
        if (!file.path.starts_with("programmes/")) continue;
        const auto value = json::parse(file.bytes);
        if (!value) throw ContentError(std::string{file.path} + ": " + value.error().message);
        programmes.push_back(programme_of(Fields{std::string{file.path}, *value}, file.path));
    }
    std::ranges::sort(programmes, {}, &Programme::fellowship);
    return programmes;
}

}  // namespace

std::span<const Programme> programmes() {
    static const auto programmes = read_programmes();
    return programmes;
}

const Programme* programme(directory::Fellowship fellowship) {
    const auto all = programmes();
    const auto found = std::ranges::find(all, fellowship, &Programme::fellowship);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace waymark::content
