// The review of a reading that nobody watches: it holds back what a broken or
// hostile feed would do to a list that was good before (rules.h). The first
// reading of a source has nothing to be compared with, and passes.
//
//   FeedReview review{store, *store.source(name), clock.now(), refused_last_time};
//   const auto report = import_records(open, options, store, clock, {}, &review);
//   if (report && !report->is_held) book.save_held_rows(source, review.held_rows());
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "core/time.h"
#include "directory/store.h"
#include "importers/review/comparison.h"
#include "importers/review/reviewer.h"
#include "importers/review/row_facts.h"

namespace waymark::importers {

class FeedReview final : public Reviewer {
  public:
    // `source` as it is before the reading; one that was never read has the id
    // 0. `refused_before`: rows refused when a reading of it was last published.
    // The store must outlive this.
    FeedReview(const directory::Store& store, const directory::Source& source, Instant now,
               std::int64_t refused_before = 0);

    void begin() override;
    void take(const directory::Meeting& meeting) override;
    void take(std::deque<directory::Facility>& places) override;
    bool is_sure_to_hold() const override { return comparison_->is_flood(); }
    std::vector<Alarm> alarms(const ImportReport& report) override;
    std::int64_t removed() const override { return comparison_->removed(); }
    std::vector<directory::HeldRow> held_rows() const override { return held_; }

  private:
    // A place of treatment that would send people elsewhere.
    struct Suspect {
        std::size_t place = 0;  // Among those of the reading.
        const RowFacts* earlier = nullptr;
    };
    std::vector<Suspect> compare(const std::deque<directory::Facility>& places);
    void hold(std::deque<directory::Facility>& places, const std::vector<Suspect>& suspects);
    Alarm completed(Finding finding) const;

    const directory::Store& store_;
    directory::Source source_;
    Instant now_;
    std::int64_t refused_before_;
    Version before_{};
    std::unique_ptr<Comparison> comparison_{};
    std::vector<directory::HeldRow> held_{};
    std::vector<std::string> held_words_{};
    std::int64_t treatment_places_ = 0;
};

}  // namespace waymark::importers
