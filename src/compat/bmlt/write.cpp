#include "compat/bmlt/write.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace waymark::compat::bmlt {
namespace {

std::string distance_text(double degrees, double a_degree) {
    if (degrees < 0 || !std::isfinite(degrees)) return {};
    std::string text;
    json::append_number(text, degrees * a_degree);
    return text;
}

}  // namespace

std::vector<std::size_t> columns_asked(const Parameters& parameters, const Table& table) {
    std::set<std::size_t> asked;
    for (const auto key : parameters.list("data_field_key")) {
        if (const auto column = table.column_of(key)) asked.insert(*column);
    }
    if (!asked.empty()) return {asked.begin(), asked.end()};
    std::vector<std::size_t> all(table.column_count());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

std::string field_text(const Table& table, const Manner& manner, const Found& found,
                       std::size_t column) {
    switch (column) {
        case distance_in_km:
            return distance_text(found.degrees, kKilometersADegree);
        case distance_in_miles:
            return distance_text(found.degrees, kMilesADegree);
        case root_server_uri:
            return manner.root;
        case formats:
            return table.book().keys(table.formats_of(found.row), manner.language);
        default:
            return std::string{table.text(found.row, column)};
    }
}

namespace {

// Writes meetings as fast as memory takes them: texts stand quoted in the pool, and
// a run of fields that say the same in every row (most often nothing) is one piece.
class MeetingWriter {
  public:
    MeetingWriter(const Table& table, const Manner& manner) : table_(table), manner_(manner) {
        for (const std::size_t column : manner.columns) {
            begins_.push_back(same_.size());
            auto& name = names_.emplace_back(names_.empty() ? "" : ",");
            json::append_quoted(name, table.key(column));
            name.push_back(':');
            same_ += name;
            json::append_quoted(same_, column == root_server_uri ? manner.root : "");
        }
        begins_.push_back(same_.size());
    }

    void write(std::string& out, const Found& found) const {
        out.push_back('{');
        std::size_t run = 0;  // Where the fields begin that say the same in every row.
        for (std::size_t at = 0; at < names_.size(); ++at) {
            const std::size_t column = manner_.columns[at];
            const TextId cell = table_.cell(found.row, column);  // Empty for what is made.
            const bool is_made = is_made_here(found, column);
            if (cell == 0 && !is_made) continue;
            write_same(out, run, at);
            run = at + 1;
            out += names_[at];
            if (is_made)
                json::append_quoted(out, field_text(table_, manner_, found, column));
            else
                out += table_.pool().quoted(cell);
        }
        write_same(out, run, names_.size());
        out.push_back('}');
    }

  private:
    bool is_made_here(const Found& found, std::size_t column) const {
        const bool is_distance = column == distance_in_km || column == distance_in_miles;
        if (is_distance) return found.degrees >= 0;
        return column == formats && manner_.language != kNativeLanguage;
    }
    void write_same(std::string& out, std::size_t from, std::size_t to) const {
        if (from < to) out.append(same_, begins_[from], begins_[to] - begins_[from]);
    }

    const Table& table_;
    const Manner& manner_;
    std::vector<std::string> names_{};   // "{comma}name:"
    std::string same_{};                 // Every field as it is without a value of its own,
    std::vector<std::size_t> begins_{};  // and where each begins.
};

}  // namespace

void write_meetings(std::string& out, const Table& table, const Manner& manner,
                    std::span<const Found> found) {
    constexpr std::size_t kMeasured = 64;
    const MeetingWriter writer{table, manner};
    out.push_back('[');
    const std::size_t before = out.size();
    for (std::size_t i = 0; i < found.size(); ++i) {
        // Room for all of them, by what the first ones took: a long answer is not moved.
        if (i == kMeasured) {
            out.reserve(out.size() + (out.size() - before) * found.size() / kMeasured * 9 / 8);
        }
        if (i > 0) out.push_back(',');
        writer.write(out, found[i]);
    }
    out.push_back(']');
}

void write_formats(std::string& out, const Manner& manner,
                   std::span<const directory::ListedFormat* const> formats) {
    json::Writer writer{out};
    writer.begin_array();
    for (const auto* format : formats) {
        writer.begin_object();
        writer.key("key_string").string(format->key);
        writer.key("name_string").string(format->name);
        writer.key("description_string").string(format->description);
        writer.key("lang").string(format->language);
        writer.key("id").string(std::to_string(format->id));
        writer.key("world_id").string(format->world_id);
        writer.key("format_type_enum").string(format->type);
        writer.key("root_server_uri").string(manner.root);
        writer.end_object();
    }
    writer.end_array();
}

std::vector<const directory::ListedFormat*> formats_of(const Table& table, const Manner& manner,
                                                       std::span<const Found> found) {
    std::set<int> ids;
    for (const auto& each : found) {
        const auto held = table.formats_of(each.row);
        ids.insert(held.begin(), held.end());
    }
    std::vector<const directory::ListedFormat*> list;
    for (const int id : ids) {
        if (const auto* format = table.book().find(id, manner.language)) list.push_back(format);
    }
    return list;
}

}  // namespace waymark::compat::bmlt
