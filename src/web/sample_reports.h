// For tests: a queue of reports that lives in memory and keeps the promises of
// directory::MistakeReports.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "directory/mistake_report.h"

namespace waymark::web {

class SampleReports : public directory::MistakeReports {
  public:
    Result<> add(const directory::MistakeReport& report) override {
        if (open_.size() >= room_)
            return fail(ErrorKind::limit_reached, std::string{"It is full."});
        open_.push_back(report);
        open_.back().id = ++last_id_;
        return {};
    }

    std::vector<directory::MistakeReport> open() const override { return open_; }

    Result<> close(std::int64_t id) override {
        if (std::erase_if(open_, [&](const auto& report) { return report.id == id; }) == 0)
            return fail(ErrorKind::not_found, std::string{"It is not there."});
        return {};
    }

    void make_room_for(std::size_t count) { room_ = count; }

  private:
    std::vector<directory::MistakeReport> open_{};
    std::int64_t last_id_ = 0;
    std::size_t room_ = directory::kReportsOpenMax;
};

}  // namespace waymark::web
