// A body that many answers share. Its tag and its compressed form are made once,
// by the first that needs them.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace waymark::http {

// May be used by several threads at once.
class MadeBody {
  public:
    enum class Effort { quick, thorough };  // In compressing.

    explicit MadeBody(std::string text, Effort effort = Effort::quick)
        : text_(std::move(text)), effort_(effort) {}
    MadeBody(const MadeBody&) = delete;
    MadeBody& operator=(const MadeBody&) = delete;

    std::string_view text() const { return text_; }
    const std::string& etag() const;
    std::string_view gzipped() const;

  private:
    std::string text_;
    Effort effort_;
    mutable std::once_flag is_tagged_, is_gzipped_;
    mutable std::string etag_, gzipped_;
};

}  // namespace waymark::http
