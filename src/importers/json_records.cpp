#include "importers/json_records.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <utility>
#include <vector>

#include "core/text.h"
#include "importers/json_scanner.h"
#include "json/parse.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
// Members beside the meetings (formats, service bodies) are read whole.
constexpr std::size_t kAsideBytesMax = std::size_t{8} << 20;
constexpr std::string_view kMeetings = "meetings";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

auto unreadable(std::string message) {
    return fail(ErrorKind::unreadable, std::move(message));
}
auto not_json() {
    return unreadable("This is not valid JSON.");
}
auto cut_short() {
    return unreadable("The feed ends in the middle: it was not sent whole.");
}

// The bytes still to come, a chunk at a time.
class Cursor {
  public:
    explicit Cursor(ByteSource bytes) : bytes_(std::move(bytes)), chunk_(kChunk) {}

    // What stands next, without taking it; empty at the end.
    std::string_view rest() {
        if (at_ == end_) {
            at_ = 0;
            end_ = bytes_(chunk_.data(), chunk_.size());
        }
        return {chunk_.data() + at_, end_ - at_};
    }
    void take(std::size_t count) { at_ += count; }

    // The next byte that is not white space, not taken; 0 at the end.
    char next_mark() {
        for (auto text = rest(); !text.empty(); text = rest()) {
            const auto mark = text.find_first_not_of(" \t\r\n");
            if (mark != std::string_view::npos) {
                take(mark);
                return text[mark];
            }
            take(text.size());
        }
        return 0;
    }

    bool is_over() { return rest().empty(); }

    // False: the text begins with a part of the mark only.
    bool skip_byte_order_mark() {
        for (const char byte : kByteOrderMark) {
            if (!rest().starts_with(byte)) return byte == kByteOrderMark.front();
            take(1);
        }
        return true;
    }

  private:
    ByteSource bytes_;
    std::vector<char> chunk_;
    std::size_t at_ = 0, end_ = 0;
};

struct Element {
    std::string text{};  // Empty when it is longer than the limit.
    std::size_t deepest = 0;
    bool is_too_long = false;
};

Result<Element> take_element(Cursor& cursor, std::size_t bytes_max) {
    Element element;
    ElementScanner scanner;
    while (!scanner.is_done()) {
        const auto rest = cursor.rest();
        if (rest.empty()) return cut_short();
        const auto count = scanner.take(rest);
        if (element.text.size() + count > bytes_max) element.is_too_long = true;
        if (!element.is_too_long) element.text.append(rest.substr(0, count));
        cursor.take(count);
    }
    element.deepest = scanner.deepest();
    if (element.is_too_long) element.text.clear();
    return element;
}

// The first member with a text that is too long, at any depth below it.
bool has_long_text(const json::Value& value) {
    if (const auto* text = value.string()) return text->size() > kFieldBytesMax;
    if (const auto* items = value.items()) return std::ranges::any_of(*items, has_long_text);
    if (const auto* members = value.members()) {
        return std::ranges::any_of(*members,
                                   [](const auto& member) { return has_long_text(member.second); });
    }
    return false;
}

// NaN and Infinity are no JSON, but some programs write them for "nothing".
bool has_non_number(std::string_view text) {
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_string && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            in_string = !in_string;
        else if (!in_string && (text[i] == 'N' || text[i] == 'I'))
            return true;
    }
    return false;
}

Result<Record> record_of(const Element& element, std::int64_t row) {
    Record record{.row = row};
    if (element.is_too_long) {
        record.refused = invalid_input("", "The record is longer than 1 MiB.").value();
        return record;
    }
    if (element.deepest > kDepthMax) {
        record.refused = invalid_input("", "The record is nested deeper than 32 levels.").value();
        return record;
    }
    auto value = json::parse(element.text, {.depth = kDepthMax + 1});
    if (!value &&
        (value.error().kind == ErrorKind::limit_reached || has_non_number(element.text))) {
        record.refused = invalid_input("", "The record holds a number that cannot be.").value();
        return record;
    }
    record.value = TRY(std::move(value));
    if (const auto* members = record.value.members()) {
        for (const auto& [key, held] : *members) {
            if (!has_long_text(held)) continue;
            record.refused = invalid_input(key, "The text is longer than 16 KiB.").value();
            break;
        }
    }
    return record;
}

// Reads a document from its start to its last byte: next() gives the elements
// of the list of meetings, whatever stands around it.
class Document {
  public:
    explicit Document(ByteSource bytes) : cursor_(std::move(bytes)) {}

    Result<std::optional<Element>> next() {
        if (state_ == State::start) TRY(open());
        if (state_ == State::list) {
            auto element = TRY(next_in_list());
            if (element) return element;
        }
        if (state_ == State::members) {
            TRY(take_members());
            if (state_ == State::list) return next();
        }
        if (cursor_.next_mark() != 0) {
            return unreadable("Something follows the end of the feed's JSON.");
        }
        return std::optional<Element>{};
    }

    bool has_list() const { return has_list_; }
    bool is_bare_list() const { return has_list_ && !is_object_; }
    const std::vector<std::pair<std::string, json::Value>>& aside() const { return aside_; }

  private:
    enum class State { start, list, members, end };

    Result<> open() {
        if (!cursor_.skip_byte_order_mark()) return not_json();
        const char mark = cursor_.next_mark();
        if (mark == 0) return unreadable("The feed is empty.");
        if (mark == '<')
            return unreadable("This is a web page, not a feed. Does it ask to sign in?");
        if (mark != '[' && mark != '{') return not_json();
        cursor_.take(1);
        is_object_ = mark == '{';
        is_first_ = true;
        has_list_ = !is_object_;
        state_ = is_object_ ? State::members : State::list;
        return {};
    }

    // Takes the comma before an element, or the closing mark of the list.
    // False: the list has ended.
    Result<bool> at_element(char closing) {
        char mark = cursor_.next_mark();
        if (mark == 0) return cut_short();
        if (mark == closing) {
            cursor_.take(1);
            return false;
        }
        if (!is_first_) {
            if (mark != ',') return not_json();
            cursor_.take(1);
            mark = cursor_.next_mark();
            if (mark == 0) return cut_short();
        }
        is_first_ = false;
        if (mark == ',' || mark == ']' || mark == '}' || mark == ':') return not_json();
        return true;
    }

    Result<std::optional<Element>> next_in_list() {
        if (TRY(at_element(']'))) return TRY(take_element(cursor_, kRecordBytesMax));
        state_ = is_object_ ? State::members : State::end;
        is_first_ = false;
        return std::optional<Element>{};
    }

    Result<std::string> take_key() {
        if (cursor_.next_mark() != '"') return cursor_.is_over() ? cut_short() : not_json();
        const auto element = TRY(take_element(cursor_, kFieldBytesMax));
        const auto key = TRY(json::parse(element.text));
        if (cursor_.next_mark() != ':') return cursor_.is_over() ? cut_short() : not_json();
        cursor_.take(1);
        if (!keys_.insert(*key.string()).second) {
            return unreadable("The same key stands twice in one object.");
        }
        return *key.string();
    }

    // Puts members aside until the list of meetings opens, or the object ends.
    Result<> take_members() {
        while (TRY(at_element('}'))) {
            auto key = TRY(take_key());
            const char mark = cursor_.next_mark();
            if (mark == 0) return cut_short();
            if (key == kMeetings && mark == '[') {
                cursor_.take(1);
                is_first_ = true;
                has_list_ = true;
                state_ = State::list;
                return {};
            }
            const auto element = TRY(take_element(cursor_, kAsideBytesMax));
            if (element.is_too_long) return unreadable("A list beside the meetings is too long.");
            aside_.emplace_back(std::move(key), TRY(json::parse(element.text)));
        }
        state_ = State::end;
        return {};
    }

    Cursor cursor_;
    State state_ = State::start;
    bool is_object_ = false, is_first_ = true, has_list_ = false;
    std::set<std::string> keys_{};
    std::vector<std::pair<std::string, json::Value>> aside_{};
};

class JsonRecords final : public RecordReader {
  public:
    explicit JsonRecords(ByteSource bytes) : document_(std::move(bytes)) {}

    Result<std::optional<Record>> next() override {
        const auto element = TRY(document_.next());
        if (element) return TRY(record_of(*element, ++row_));
        TRY(check_end());
        return std::optional<Record>{};
    }

  private:
    Result<> check_end() const {
        if (row_ > 0) return {};
        if (document_.has_list()) return unreadable("The feed holds no meetings.");
        for (const auto* key : {"error", "message", "code", "errors"}) {
            if (std::ranges::find(document_.aside(), key,
                                  &std::pair<std::string, json::Value>::first) !=
                document_.aside().end()) {
                return unreadable("The feed's server answered with an error instead of meetings.");
            }
        }
        return unreadable("There is no list of meetings in this feed.");
    }

    Document document_;
    std::int64_t row_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> json_records(ByteSource bytes) {
    return std::make_unique<JsonRecords>(std::move(bytes));
}

json::Value json_member(const OpenBytes& open, std::string_view name) {
    Document document{open()};
    while (true) {
        const auto element = document.next();
        // A bare array has no members: nothing to look for in it.
        if (!element || (*element && document.is_bare_list())) return {};
        if (!*element) break;
    }
    for (const auto& [key, value] : document.aside()) {
        if (key == name) return value;
    }
    return {};
}

}  // namespace waymark::importers
