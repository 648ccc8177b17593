#include <algorithm>
#include <map>

#include "engine.h"
#include "finder/answer_json.h"
#include "workload/records.h"

namespace waymark::bench {
namespace {

class Ours final : public Engine {
  public:
    explicit Ours(std::size_t meetings) : meetings_(meetings) {}

    std::string_view name() const override { return "waymark"; }

    void load(const std::string&) override {
        snapshot_ = std::make_unique<finder::Snapshot>(workload::listings(meetings_), 0,
                                                       std::vector<directory::Source>{},
                                                       finder::Facilities{}, finder::Beside{});
    }

    std::int64_t stored_bytes() override { return 0; }

    void ask(const workload::Question& question) override {
        const finder::ParsedRequest asked{.request = question.request, .now = question.now};
        kind_ = question.kind;
        answer_ = finder::search(*snapshot_, question.request, question.now).value();
        json_ = finder::answer_json(*snapshot_, asked, answer_, question.now);
    }

    Digest digest() const override {
        Digest digest;
        digest.facets.resize(facet_names().size());
        if (answer_.widened) return digest;  // Nothing fits: what we offer instead is our own.
        for (const auto& match : answer_.matches)
            add_to_order(digest.order, match.meeting->id.value);
        digest.count = answer_.total == finder::kNotCounted
                           ? static_cast<std::int64_t>(answer_.matches.size())
                           : answer_.total;
        if (!answer_.matches.empty() && answer_.matches.back().distance)
            digest.farthest_km = answer_.matches.back().distance->value;
        if (kind_ == 'e') count_facets(digest.facets);
        return digest;
    }

  private:
    void count_facets(std::vector<std::int64_t>& facets) const {
        std::map<std::string, std::int64_t> counted;
        for (const auto& facet : answer_.facets) {
            for (const auto& each : facet.counts)
                counted[facet.name + " " + each.value] = each.count;
        }
        for (std::size_t i = 0; i < facets.size(); ++i) {
            const auto found = counted.find(facet_names()[i]);
            if (found != counted.end()) facets[i] = found->second;
        }
    }

    std::size_t meetings_;
    std::unique_ptr<finder::Snapshot> snapshot_{};
    char kind_ = 'a';
    finder::Answer answer_{};
    std::string json_{};
};

}  // namespace

std::unique_ptr<Engine> make_ours(std::size_t meetings) {
    return std::make_unique<Ours>(meetings);
}

}  // namespace waymark::bench
