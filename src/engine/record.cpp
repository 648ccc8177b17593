#include "engine/record.h"

#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <stdexcept>

#include "engine/bytes.h"
#include "engine/record_numbers.h"

namespace waymark::engine {
namespace {

using directory::Meeting;

constexpr unsigned kFieldsMax = 128;
// A shorter text is not worth the way back to it.
constexpr std::size_t kRepeatedMin = 5;
constexpr std::size_t kLately = std::size_t{1} << 17;
constexpr double kDegreeParts = 1e7;

bool has_bit(const Shape& shape, unsigned field) {
    return (shape[field / 64] >> (field % 64) & 1) != 0;
}

// Coordinates are mostly decimals of at most seven digits, which is a centimetre.
std::optional<std::int32_t> as_decimal(double degrees) {
    const double parts = std::round(degrees * kDegreeParts);
    if (!(std::abs(parts) <= std::numeric_limits<std::int32_t>::max())) return std::nullopt;
    const auto whole = static_cast<std::int32_t>(parts);
    const bool is_exact =
        std::bit_cast<std::uint64_t>(whole / kDegreeParts) == std::bit_cast<std::uint64_t>(degrees);
    return is_exact ? std::optional{whole} : std::nullopt;
}

template <class Plain>
void put_plain(std::string& out, const Plain& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Finds the shape: which fields are there.
class ShapeFinder {
  public:
    const Shape& shape() const { return shape_; }

    template <class Value>
    void number(const Value& value, const Value& usual) {
        add(value != usual);
    }
    template <class Value>
    void maybe(const std::optional<Value>& value) {
        add(value.has_value());
    }
    void text(std::string_view text) { add(!text.empty()); }
    void key(std::string_view text) { add(!text.empty()); }
    void term(std::string_view text) { add(!text.empty()); }
    void terms(const std::vector<std::string>& list) { add(!list.empty()); }
    template <class Item, class Visit>
    void list(const std::vector<Item>& items, Visit) {
        add(!items.empty());
    }
    void zone(const Zone& zone) { add(zone != Zone{}); }
    void point(const std::optional<GeoPoint>& point) {
        add(point.has_value());
        add(point && as_decimal(point->latitude) && as_decimal(point->longitude));
    }

  private:
    void add(bool is_there) {
        if (field_ == kFieldsMax) throw std::logic_error{"a meeting has too many fields"};
        if (is_there) shape_[field_ / 64] |= std::uint64_t{1} << (field_ % 64);
        ++field_;
    }

    Shape shape_{};
    unsigned field_ = 0;
};

}  // namespace

// Within a list an item has no shape: a number is always written, and what may
// be missing says so itself.
class RecordWriter::Visitor {
  public:
    Visitor(RecordWriter& writer, const Shape& shape, std::uint64_t begin)
        : writer_(writer), out_(writer.record_), shape_(shape), begin_(begin) {}

    template <class Value>
    void number(const Value& value, const Value&) {
        if (is_next_there()) put_signed(out_, as_number(value));
    }
    template <class Value>
    void maybe(const std::optional<Value>& value) {
        if (is_in_list_) put_number(out_, value ? 1 : 0);
        if (is_in_list_ ? value.has_value() : is_next_there()) put_signed(out_, as_number(*value));
    }
    void text(std::string_view text) {
        if (is_next_there()) put_repeated(text);
    }
    void key(std::string_view text) {
        if (is_next_there()) put_text(out_, text);
    }
    void term(std::string_view text) {
        if (is_next_there()) put_number(out_, writer_.terms_.number_of(text));
    }
    void terms(const std::vector<std::string>& list) {
        if (!is_next_there()) return;
        put_number(out_, list.size());
        for (const auto& text : list)
            put_number(out_, writer_.terms_.number_of(text));
    }
    template <class Item, class Visit>
    void list(const std::vector<Item>& items, Visit visit) {
        if (!is_next_there()) return;
        put_number(out_, items.size());
        is_in_list_ = true;
        for (const auto& item : items)
            visit(*this, item);
        is_in_list_ = false;
    }
    void zone(const Zone& zone) {
        if (is_next_there()) put_number(out_, writer_.zones_.number_of(zone.name()));
    }
    void point(const std::optional<GeoPoint>& point) {
        const bool is_there = is_next_there();
        const bool is_decimal = is_next_there();
        if (!is_there) return;
        if (is_decimal) {
            put_plain(out_, *as_decimal(point->latitude));
            put_plain(out_, *as_decimal(point->longitude));
        } else {
            put_plain(out_, *point);
        }
    }

  private:
    bool is_next_there() { return is_in_list_ || has_bit(shape_, field_++); }

    // The lowest bit tells a text from the way back to one.
    void put_repeated(std::string_view text) {
        if (text.size() < kRepeatedMin) {
            put_number(out_, text.size() << 1);
            out_.append(text);
            return;
        }
        const std::uint64_t here = begin_ + out_.size();
        auto& known = writer_.lately_[std::hash<std::string_view>{}(text) % kLately];
        if (known != 0 && text_at(known - 1) == text) {
            put_number(out_, (here - (known - 1)) << 1 | 1);
            return;
        }
        known = here + 1;
        put_number(out_, text.size() << 1);
        out_.append(text);
    }

    std::string_view text_at(std::uint64_t position) const {
        const bool is_of_this = position >= begin_;
        ByteReader in{is_of_this ? std::string_view{out_} : writer_.records_.all(),
                      is_of_this ? position - begin_ : position};
        return in.bytes(in.number() >> 1);
    }

    RecordWriter& writer_;
    std::string& out_;
    const Shape& shape_;
    std::uint64_t begin_;
    unsigned field_ = 0;
    bool is_in_list_ = false;
};

RecordWriter::RecordWriter() : lately_(kLately, 0) {}

std::uint32_t RecordWriter::add(const Meeting& meeting) {
    const std::uint64_t step = records_.size() / kRecordStep;
    if (step > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error{"too many meetings to keep in memory"};
    }
    ShapeFinder finder;
    visit_record(finder, meeting);
    const auto next = static_cast<std::uint32_t>(shapes_.size());
    const auto [shape, is_new] = numbers_of_shapes_.try_emplace(finder.shape(), next);
    if (is_new) shapes_.push_back(finder.shape());

    record_.clear();
    put_number(record_, shape->second);
    Visitor visitor{*this, shape->first, records_.size()};
    visit_record(visitor, meeting);
    record_.resize((record_.size() + kRecordStep - 1) / kRecordStep * kRecordStep, '\0');
    records_.append(record_);
    return static_cast<std::uint32_t>(step);
}

RecordArrays RecordWriter::arrays() const {
    return {.records = records_.all(),
            .shapes = shapes_,
            .terms = terms_.arrays(),
            .zones = zones_.arrays()};
}

std::size_t RecordWriter::bytes() const {
    return records_.size() + shapes_.capacity() * sizeof(Shape) + terms_.bytes() + zones_.bytes();
}

void RecordWriter::settle() {
    records_.settle();
    shapes_.shrink_to_fit();
    numbers_of_shapes_ = {};
    terms_.settle();
    zones_.settle();
    lately_ = {};
    record_ = {};
}

class RecordReader::Visitor {
  public:
    Visitor(const RecordReader& reader, std::uint32_t begin)
        : reader_(reader),
          in_(reader.arrays_.records, begin * kRecordStep),
          shape_(shape_of(reader, in_.number())) {}

    template <class Value>
    void number(Value& value, const Value& usual) {
        if (is_next_there()) {
            set_number(value, in_.signed_number());
        } else {
            value = usual;
        }
    }
    template <class Value>
    void maybe(std::optional<Value>& value) {
        if (is_in_list_ ? in_.number() != 0 : is_next_there())
            set_number(value.emplace(), in_.signed_number());
    }
    void text(std::string& text) {
        if (is_next_there()) text.assign(next_text());
    }
    void key(std::string& text) {
        if (is_next_there()) text.assign(in_.text());
    }
    void term(std::string& text) {
        if (is_next_there()) text.assign(reader_.arrays_.terms[in_.number()]);
    }
    void terms(std::vector<std::string>& list) {
        if (!is_next_there()) return;
        list.resize(next_count());
        for (auto& text : list)
            text.assign(reader_.arrays_.terms[in_.number()]);
    }
    template <class Item, class Visit>
    void list(std::vector<Item>& items, Visit visit) {
        if (!is_next_there()) return;
        items.resize(next_count());
        is_in_list_ = true;
        for (auto& item : items)
            visit(*this, item);
        is_in_list_ = false;
    }
    void zone(Zone& zone) {
        if (!is_next_there()) return;
        const auto number = in_.number();
        if (number >= reader_.zones_.size()) throw DamagedBytes{};
        zone = reader_.zones_[number];
    }
    void point(std::optional<GeoPoint>& point) {
        const bool is_there = is_next_there();
        const bool is_decimal = is_next_there();
        if (!is_there) return;
        if (!is_decimal) {
            point = in_.plain<GeoPoint>();
            return;
        }
        const auto latitude = in_.plain<std::int32_t>();
        point = {latitude / kDegreeParts, in_.plain<std::int32_t>() / kDegreeParts};
    }

  private:
    static const Shape& shape_of(const RecordReader& reader, std::uint64_t number) {
        if (number >= reader.arrays_.shapes.size()) throw DamagedBytes{};
        return reader.arrays_.shapes[number];
    }

    bool is_next_there() { return is_in_list_ || has_bit(shape_, field_++); }

    // Each item takes a byte at least, so that a damaged number cannot ask for more.
    std::size_t next_count() {
        const auto count = in_.number();
        if (count > reader_.arrays_.records.size() - in_.at()) throw DamagedBytes{};
        return static_cast<std::size_t>(count);
    }

    std::string_view next_text() {
        const std::uint64_t here = in_.at();
        const auto head = in_.number();
        if ((head & 1) == 0) return in_.bytes(head >> 1);
        if ((head >> 1) > here) throw DamagedBytes{};
        ByteReader before{reader_.arrays_.records, here - (head >> 1)};
        return before.bytes(before.number() >> 1);
    }

    const RecordReader& reader_;
    ByteReader in_;
    const Shape& shape_;
    unsigned field_ = 0;
    bool is_in_list_ = false;
};

RecordReader::RecordReader(const RecordArrays& arrays) : arrays_(arrays) {
    for (std::size_t number = 0; number < arrays.zones.size(); ++number)
        zones_.push_back(Zone::named(arrays.zones[number]).value());
}

Meeting RecordReader::read(std::uint32_t begin, UpTo up_to) const {
    Meeting meeting;
    Visitor visitor{*this, begin};
    visit_record(visitor, meeting, up_to);
    return meeting;
}

directory::MeetingId RecordReader::id(std::uint32_t begin) const {
    directory::MeetingId id;
    Visitor visitor{*this, begin};
    visit_id(visitor, id);
    return id;
}

directory::Schedule RecordReader::schedule(std::uint32_t begin) const {
    Meeting meeting;
    Visitor visitor{*this, begin};
    visit_when(visitor, meeting);
    return std::move(meeting.schedule);
}

}  // namespace waymark::engine
