#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/number.h"
#include "paper/drawing.h"

namespace waymark::paper {
namespace {

// How far a curve's handles reach so that four of them make a circle.
constexpr double kRound = 0.5522847498;

class PathReader {
  public:
    explicit PathReader(std::string_view text) : rest_(text) {}

    Outline read() {
        while (out_.size() < kDrawingStepsMax && step()) {
        }
        return std::move(out_);
    }

  private:
    void skip_gaps() {
        const auto next = rest_.find_first_not_of(" \t\r\n,");
        rest_.remove_prefix(std::min(next, rest_.size()));
    }

    std::optional<double> number() {
        skip_gaps();
        std::size_t length = 0;
        bool has_point = false;
        while (length < rest_.size()) {
            const char c = rest_[length];
            const bool is_sign = c == '-' && length == 0;
            const bool is_point = c == '.' && !has_point;
            if (!is_sign && !is_point && (c < '0' || c > '9')) break;
            has_point = has_point || is_point;
            ++length;
        }
        const auto value = parse_number<double>(rest_.substr(0, length));
        if (!value) return std::nullopt;
        rest_.remove_prefix(length);
        return std::clamp(*value, -kDrawingReach, kDrawingReach);
    }

    template <std::size_t Count>
    std::optional<std::array<double, Count>> numbers() {
        std::array<double, Count> all{};
        for (double& value : all) {
            const auto read = number();
            if (!read) return std::nullopt;
            value = *read;
        }
        return all;
    }

    bool line_to(Point to) {
        out_.push_back({.kind = Step::Kind::line, .to = to});
        at_ = to;
        return true;
    }

    bool curve() {
        const auto all = numbers<6>();
        if (!all) return false;
        const auto& v = *all;
        at_ = {v[4], v[5]};
        out_.push_back({Step::Kind::curve, at_, {v[0], v[1]}, {v[2], v[3]}});
        return true;
    }

    bool quadratic() {
        const auto all = numbers<4>();
        if (!all) return false;
        const auto& v = *all;
        const Point to{v[2], v[3]};
        const auto third = [&](Point end) {
            return Point{end.x + (v[0] - end.x) * 2 / 3, end.y + (v[1] - end.y) * 2 / 3};
        };
        out_.push_back({Step::Kind::curve, to, third(at_), third(to)});
        at_ = to;
        return true;
    }

    bool close() {
        out_.push_back({.kind = Step::Kind::close});
        at_ = start_;
        command_ = '\0';  // Numbers may not follow.
        return true;
    }

    bool move_or_line() {
        const auto to = numbers<2>();
        if (!to) return false;
        if (command_ == 'L') return line_to({(*to)[0], (*to)[1]});
        start_ = at_ = {(*to)[0], (*to)[1]};
        out_.push_back({.kind = Step::Kind::move, .to = at_});
        command_ = 'L';  // Further pairs are lines.
        return true;
    }

    bool straight() {
        const auto to = number();
        if (!to) return false;
        return line_to(command_ == 'H' ? Point{*to, at_.y} : Point{at_.x, *to});
    }

    bool step() {
        skip_gaps();
        if (rest_.empty()) return false;
        if (std::string_view{"MLHVCQZ"}.find(rest_.front()) != std::string_view::npos) {
            command_ = rest_.front();
            rest_.remove_prefix(1);
        }
        if (out_.empty() && command_ != 'M') return false;
        switch (command_) {
            case 'M':
            case 'L':
                return move_or_line();
            case 'H':
            case 'V':
                return straight();
            case 'C':
                return curve();
            case 'Q':
                return quadratic();
            case 'Z':
                return close();
            default:
                return false;
        }
    }

    std::string_view rest_;
    Outline out_{};
    Point at_{}, start_{};
    char command_ = '\0';
};

}  // namespace

Outline path_outline(std::string_view d) {
    return PathReader{d}.read();
}

Outline rounded_box(const Box& box, double radius) {
    const double r = std::clamp(radius, 0.0, std::max(0.0, std::min(box.width, box.height) / 2));
    const double left = box.x, top = box.y, right = box.x + box.width, low = box.y + box.height;
    const double k = r * (1 - kRound);
    using enum Step::Kind;
    if (r <= 0)
        return {{move, {left, top}},
                {line, {right, top}},
                {line, {right, low}},
                {line, {left, low}},
                {close}};
    return {{move, {left + r, top}},
            {line, {right - r, top}},
            {curve, {right, top + r}, {right - k, top}, {right, top + k}},
            {line, {right, low - r}},
            {curve, {right - r, low}, {right, low - k}, {right - k, low}},
            {line, {left + r, low}},
            {curve, {left, low - r}, {left + k, low}, {left, low - k}},
            {line, {left, top + r}},
            {curve, {left + r, top}, {left, top + k}, {left + k, top}},
            {close}};
}

Outline ellipse(Point centre, double across, double down) {
    const double a = across * kRound, b = down * kRound;
    const double left = centre.x - across, right = centre.x + across;
    const double top = centre.y - down, low = centre.y + down;
    using enum Step::Kind;
    return {{move, {right, centre.y}},
            {curve, {centre.x, low}, {right, centre.y + b}, {centre.x + a, low}},
            {curve, {left, centre.y}, {centre.x - a, low}, {left, centre.y + b}},
            {curve, {centre.x, top}, {left, centre.y - b}, {centre.x - a, top}},
            {curve, {right, centre.y}, {centre.x + a, top}, {right, centre.y - b}},
            {close}};
}

}  // namespace waymark::paper
