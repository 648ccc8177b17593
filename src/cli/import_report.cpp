#include "cli/import_report.h"

#include <ostream>

#include "json/write.h"

namespace waymark::cli {
namespace {

constexpr std::size_t kRefusalsShown = 20;
constexpr std::size_t kMergesShown = 20;

void print_merges(std::ostream& out, const importers::ImportReport& report) {
    if (report.merged == 0) return;
    out << report.merged << " rows joined an earlier row about the same site\n";
    for (std::size_t i = 0; i < report.merges.size() && i < kMergesShown; ++i) {
        const auto& site = report.merges[i];
        out << "  " << site.name << ": rows";
        for (const auto row : site.rows)
            out << ' ' << row;
        out << '\n';
    }
    if (report.merges.size() > kMergesShown) {
        out << "  and " << report.merges.size() - kMergesShown << " more sites; --json lists up to "
            << importers::kMergesKept << '\n';
    }
}

void add_merges(json::Writer& json, const importers::ImportReport& report) {
    json.key("merged").integer(report.merged).key("merges").begin_array();
    for (const auto& site : report.merges) {
        json.begin_object().key("name").string(site.name).key("rows").begin_array();
        for (const auto row : site.rows)
            json.integer(row);
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace

void print_text(std::ostream& out, const importers::ImportReport& report) {
    out << report.added << " added, " << report.changed << " changed, " << report.unchanged
        << " unchanged, " << report.removed << " removed, " << report.refused << " refused\n";
    for (std::size_t i = 0; i < report.refusals.size() && i < kRefusalsShown; ++i) {
        const auto& refusal = report.refusals[i];
        out << "  row " << refusal.row << ", " << refusal.field << ": " << refusal.reason << '\n';
    }
    const auto shown = static_cast<std::int64_t>(std::min(report.refusals.size(), kRefusalsShown));
    if (report.refused > shown) {
        out << "  and " << report.refused - shown << " more; --json lists up to "
            << importers::kRefusalsKept << '\n';
    }
    print_merges(out, report);
    for (const auto& [sentence, count] : report.warnings) {
        out << "  " << count << " x " << sentence << '\n';
    }
}

void print_json(std::ostream& out, const importers::ImportReport& report) {
    std::string text;
    json::Writer json{text};
    json.begin_object();
    json.key("rows").integer(report.rows);
    json.key("added").integer(report.added).key("changed").integer(report.changed);
    json.key("unchanged").integer(report.unchanged).key("removed").integer(report.removed);
    json.key("refused").integer(report.refused).key("refusals").begin_array();
    for (const auto& refusal : report.refusals) {
        json.begin_object().key("row").integer(refusal.row);
        json.key("field").string(refusal.field).key("reason").string(refusal.reason).end_object();
    }
    json.end_array();
    add_merges(json, report);
    json.key("warnings").begin_object();
    for (const auto& [sentence, count] : report.warnings)
        json.key(sentence).integer(count);
    json.end_object();
    json.key("hidden_characters_removed").integer(report.hidden_characters_removed);
    json.key("bytes").integer(report.bytes).key("sha256").string(report.sha256);
    json.end_object();
    out << text << '\n';
}

}  // namespace waymark::cli
