#include "compat/hsds/write_facts.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compat/hsds/derived_id.h"
#include "compat/hsds/write_parts.h"
#include "directory/trait_sources.h"

namespace waymark::compat::hsds {
namespace {

using directory::Attribute;
using directory::Facility;
using directory::Provenance;
using finder::RowNumber;

struct Action {
    std::string_view type{}, field{};
    std::string date{}, by{};
};

class Facts {
  public:
    Facts(json::Writer& out, const View& view, const Entry& service)
        : out_(out), view_(view), service_(service) {}

    void write_attributes() {
        out_.key("attributes").begin_array();
        for (const auto row : service_.rows) {
            for (const auto& attribute : view_.facility(row).attributes)
                write_stated(row, attribute);
            write_concluded(row);
        }
        out_.end_array();
    }

    void write_all_metadata() {
        out_.key("metadata").begin_array();
        std::vector<Provenance> seen;  // Rows of one service mostly come of one source.
        for (const auto row : service_.rows) {
            for (const auto& provenance : view_.facility(row).provenances) {
                if (std::ranges::find(seen, provenance) != seen.end()) continue;
                write_provenance(row, provenance);
                seen.push_back(provenance);
            }
        }
        out_.end_array();
    }

  private:
    void write_stated(RowNumber row, const Attribute& attribute) {
        const auto* term = view_.catalogue.terms().term_of(attribute);
        if (term == nullptr) return;
        const auto& provenances = view_.facility(row).provenances;
        const auto at = static_cast<std::size_t>(attribute.provenance);
        const auto* said = at < provenances.size() ? &provenances[at] : nullptr;
        write_attribute(row, *term, attribute.value, attribute.label, said);
    }

    // In our own words: what the codes of all lists come to.
    void write_concluded(RowNumber row) {
        const auto& known = view_.row(row).traits;
        const auto& facility = view_.facility(row);
        for (const auto& info : directory::traits()) {
            if (!known.knows(info.trait)) continue;
            const auto* said = facility.provenances.size() > 1
                                   ? directory::provenance_of(facility, info.trait)
                                   : nullptr;
            write_attribute(row, view_.catalogue.terms().term_of(info.trait),
                            known.yes.has(info.trait) ? "yes" : "no", {}, said);
        }
    }

    void write_attribute(RowNumber row, const Term& term, std::string_view value,
                         std::string_view label, const Provenance* said) {
        auto id =
            derived_id("attribute", service_.id, std::string{term.id}.append("|").append(value));
        if (!written_.insert(id).second) return;
        out_.begin_object().key("id").string(id);
        out_.key("link_id").string(service_.id).key("link_entity").string("service");
        out_.key("taxonomy_term_id").string(term.id);
        write_text(out_, "value", value);
        write_text(out_, "label", label);
        out_.key("taxonomy_term");
        write_term(out_, view_, term, Depth::plain);
        if (said != nullptr && said != first_provenance()) {
            out_.key("metadata").begin_array();
            write_provenance(row, *said);
            out_.end_array();
        }
        out_.end_object();
    }

    const Provenance* first_provenance() const {
        const auto& first = view_.facility(service_.rows.front()).provenances;
        return first.empty() ? nullptr : first.data();
    }

    void write_provenance(RowNumber row, const Provenance& provenance) {
        const auto& facility = view_.facility(row);
        const auto id = provenance.source.value == 0 ? facility.source : provenance.source;
        const auto* source = view_.snapshot.source(id);
        const std::string name = source == nullptr ? std::string{} : source->name;
        std::string date;
        if (provenance.said_on)
            date = format_date(*provenance.said_on);
        else if (source != nullptr && source->fetched_at)
            date = format_instant(*source->fetched_at);
        else if (facility.modified)
            date = format_instant(*facility.modified);
        write_action({.type = "import", .date = std::move(date), .by = name}, provenance.record);
        if (!provenance.verified_on) return;
        const auto& by = provenance.verified_by;
        write_action({.type = "verify",
                      .field = provenance.method,
                      .date = format_date(*provenance.verified_on),
                      .by = by.empty() ? name : by},
                     provenance.record);
    }

    void write_action(const Action& action, std::string_view record) {
        auto what = std::string{action.by}.append("|").append(action.date).append("|");
        what.append(action.type).append("|").append(record);
        out_.begin_object().key("id").string(derived_id("metadata", service_.id, what));
        out_.key("resource_id").string(service_.id).key("resource_type").string("service");
        out_.key("last_action_date").string(action.date);
        out_.key("last_action_type").string(action.type);
        out_.key("field_name").string(action.field);
        out_.key("previous_value").string("").key("replacement_value").string("");
        out_.key("updated_by").string(action.by);
        write_text(out_, "source_record", record);
        out_.end_object();
    }

    json::Writer& out_;
    const View& view_;
    const Entry& service_;
    std::set<std::string> written_{};  // Ids of attributes: rows of one service may say the same.
};

}  // namespace

void write_taxonomy(json::Writer& out, const Taxonomy& taxonomy) {
    out.begin_object().key("id").string(taxonomy.id).key("name").string(taxonomy.name);
    out.key("description").string(taxonomy.description).end_object();
}

void write_term(json::Writer& out, const View& view, const Term& term, Depth depth) {
    out.begin_object().key("id").string(term.id);
    write_text(out, "code", term.code);
    out.key("name").string(term.name).key("description").string(term.name);
    write_text(out, "parent_id", term.parent_id);
    out.key("taxonomy").string(term.taxonomy).key("taxonomy_id").string(term.taxonomy_id);
    const auto* taxonomy = view.catalogue.terms().taxonomy(term.taxonomy_id);
    if (depth == Depth::full && taxonomy != nullptr) {
        out.key("taxonomy_detail");
        write_taxonomy(out, *taxonomy);
    }
    out.end_object();
}

void write_facts(json::Writer& out, const View& view, const Entry& service) {
    Facts facts{out, view, service};
    facts.write_attributes();
    facts.write_all_metadata();
}

}  // namespace waymark::compat::hsds
