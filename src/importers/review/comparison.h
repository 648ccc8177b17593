// A reading beside the version before it: how many rows came, went and changed,
// told row by row. What the counts mean is said by the rules.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/review/examples.h"
#include "importers/review/new_contacts.h"
#include "importers/review/row_facts.h"
#include "importers/review/rules.h"

namespace waymark::importers {

// An alarm whose examples still lack what they were before.
struct Finding {
    Alarm alarm{};
    std::vector<Example> examples{};
};

class Comparison {
  public:
    // `before` must outlive this.
    explicit Comparison(const Version& before);

    // `earlier` is what the row was: usually the row of its own key. Null: new.
    template <class Listing>
    void take(const Listing& listing, const RowFacts& now, const Contacts& contacts,
              const RowFacts* earlier);

    // A flood of new rows: mass-addition is certain, and the rest of the reading
    // is only looked through for the rows that were there before.
    bool is_flood() const;
    void pass(const RowFacts& earlier) { has_come_[before_.number_of(earlier)] = true; }

    // Rows of the version before that have not come, by their numbers there.
    bool has_come(const RowFacts& row) const { return has_come_[before_.number_of(row)]; }
    std::int64_t removed() const;

    // In the order of docs/sources-of-lists.md. `rows` are those taken.
    std::vector<Finding> findings(std::int64_t rows) const;

  private:
    struct Tally {
        rules::Share share{};
        std::vector<Example> examples{};
    };

    template <class Listing>
    void compare(const Listing& listing, const RowFacts& now, const RowFacts& earlier);
    template <class Listing>
    void count(Tally& tally, bool is_there, bool is_other, const Listing& listing,
               const RowFacts& earlier, Aspect aspect);
    template <class Listing>
    static void keep(std::vector<Example>& examples, const Listing& listing, Fingerprint key,
                     Aspect aspect);

    std::vector<Example> gone() const;
    rules::Share shift() const;
    Finding contacts_finding(Alarm alarm) const;

    const Version& before_;
    std::vector<bool> has_come_;
    std::int64_t published_before_ = 0, withdrawn_ = 0;
    Tally added_{}, phones_{}, hosts_{}, points_{};
    std::map<int, std::int64_t> shifts_{};  // Minutes later, modulo a day.
    std::vector<Example> shifted_{};
    std::array<std::int64_t, 128> days_{};  // By WeekdaySet::bits.
    std::vector<Fingerprint> names_{};
    std::vector<Example> odd_names_{};
    std::int64_t mixed_ = 0;
    NewContacts new_contacts_{};
};

}  // namespace waymark::importers
