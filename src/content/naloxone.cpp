#include "content/naloxone.h"

#include <algorithm>

#include "content/fields.h"
#include "content/own_file.h"
#include "core/text.h"

namespace waymark::content {
namespace {

constexpr std::string_view kFile = "naloxone/access.json";

NaloxoneLink link_of(Fields& fields, std::string_view name) {
    NaloxoneLink link{fields.text(name), fields.text("url")};
    if (!link.url.starts_with("https://")) fields.complain("url", "must begin with https://");
    return link;
}

NaloxoneAccess state_of(Fields fields) {
    NaloxoneAccess access;
    access.state = fields.text("state");
    access.name = fields.text("name");
    access.standing_order = fields.optional_flag("standing_order");
    access.third_party = fields.optional_flag("third_party");
    access.good_samaritan = fields.optional_flag("good_samaritan");
    access.pharmacy = fields.optional_flag("pharmacy");
    access.updated_on = fields.optional_date("updated_on");
    fields.finish();
    const bool says_something =
        access.standing_order || access.third_party || access.good_samaritan || access.pharmacy;
    if (says_something && !access.updated_on) fields.complain("updated_on", "is needed");
    if (access.state.size() != 2) fields.complain("state", "must be two letters");
    return access;
}

NaloxoneRules read_rules() {
    const auto value = own_file(kFile);
    Fields file{std::string{kFile}, value};
    NaloxoneRules rules;
    auto source = file.object("source");
    rules.source = link_of(source, "name");
    source.finish();
    auto counter = file.object("over_the_counter");
    rules.over_the_counter_since = counter.year("since");
    rules.over_the_counter_source = link_of(counter, "source");
    counter.finish();
    for (auto& program : file.objects("mail")) {
        rules.mail.push_back(link_of(program, "name"));
        program.finish();
    }
    for (auto& state : file.objects("states"))
        rules.states.push_back(state_of(std::move(state)));
    file.finish();
    std::ranges::sort(rules.states, {}, &NaloxoneAccess::name);
    return rules;
}

}  // namespace

const NaloxoneRules& naloxone_rules() {
    static const NaloxoneRules rules = read_rules();
    return rules;
}

const NaloxoneAccess* naloxone_access(std::string_view state) {
    const std::string code = ascii_upper(state);
    const auto& states = naloxone_rules().states;
    const auto found = std::ranges::find(states, code, &NaloxoneAccess::state);
    return found == states.end() ? nullptr : &*found;
}

}  // namespace waymark::content
