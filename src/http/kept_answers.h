// Answers that programs ask for again and again, each made once: for what is made
// from one state of the directory and thrown away with it.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "http/made_body.h"

namespace waymark::http {

// May be used by several threads at once; two that make the same answer at the
// same time both do, and one of them is kept.
class KeptAnswers {
  public:
    // What goes beyond these is made anew each time.
    KeptAnswers(std::size_t count_max, std::size_t bytes_max)
        : count_max_(count_max), bytes_max_(bytes_max) {}

    // Null when nothing is kept under that name.
    std::shared_ptr<const MadeBody> find(const std::string& name) const;

    // Gives the text back as a body, and keeps it while there is room.
    std::shared_ptr<const MadeBody> keep(const std::string& name, std::string text);

  private:
    std::size_t count_max_, bytes_max_;
    mutable std::mutex mutex_{};
    std::map<std::string, std::shared_ptr<const MadeBody>> kept_{};
    std::size_t bytes_ = 0;
};

}  // namespace waymark::http
