#include "paper/strip.h"

#include <cstddef>
#include <utility>

namespace waymark::paper {
namespace {

// Where the letters stand in a line of that leading.
constexpr double kBaseline = 0.76;

// Where the strips end that begin at `first` and may not be parted.
std::size_t end_of_chunk(const Strips& strips, std::size_t first) {
    std::size_t end = first;
    while (end + 1 < strips.size() && strips[end].is_kept_with_next)
        ++end;
    return end + 1;
}

double height_of(const Strips& strips, std::size_t first, std::size_t end) {
    double height = 0;
    for (std::size_t i = first; i < end; ++i)
        height += strips[i].height + (i == first ? 0 : strips[i].space_before);
    return height;
}

class Pages {
  public:
    explicit Pages(double height) : height_(height) {}

    bool has_room(double needed) const { return !pages_.empty() && y_ + needed <= height_; }
    bool is_new() const { return pages_.empty() || pages_.back().empty(); }
    void turn() {
        pages_.emplace_back();
        y_ = 0;
    }
    void put(Strip strip) {
        if (!is_new() && !has_room(strip.space_before + strip.height)) turn();
        if (pages_.empty()) turn();
        if (is_new() && strip.head) place(*strip.head);
        place(std::move(strip));
    }
    PagesOfStrips take() { return std::move(pages_); }

  private:
    void place(Strip strip) {
        if (!is_new()) y_ += strip.space_before;
        const double height = strip.height;
        pages_.back().push_back({y_, std::move(strip)});
        y_ += height;
    }

    double height_;
    double y_ = 0;
    PagesOfStrips pages_{};
};

}  // namespace

PagesOfStrips paginate(Strips strips, double height) {
    Pages pages{height};
    for (std::size_t first = 0; first < strips.size();) {
        const std::size_t end = end_of_chunk(strips, first);
        const double needed = height_of(strips, first, end);
        if (!pages.is_new() && !pages.has_room(strips[first].space_before + needed)) pages.turn();
        for (; first < end; ++first)
            pages.put(std::move(strips[first]));
    }
    return pages.take();
}

Strips strips_of(const std::vector<TextSpan>& spans, const Setting& setting) {
    Strips strips;
    for (auto& line : set_lines(spans, setting.width)) {
        Strip strip{.height = setting.leading};
        for (auto& text : line.texts)
            strip.marks.emplace_back(
                TextMark{setting.x + text.x, setting.leading * kBaseline, std::move(text)});
        strips.push_back(std::move(strip));
    }
    if (strips.empty()) return strips;
    strips.front().space_before = setting.space_before;
    if (strips.size() > 1) {
        strips.front().is_kept_with_next = true;
        strips[strips.size() - 2].is_kept_with_next = true;
    }
    return strips;
}

}  // namespace waymark::paper
