#include "html/parse.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text.h"
#include "html/escape.h"

namespace waymark::html {
namespace {

constexpr std::string_view kSentenceEnd = "{{/t}}";

bool is_name(std::string_view name) {
    if (name == ".") return true;
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == '.' || c == '/';
    };
    return !name.empty() && name.front() != '.' && name.back() != '.' &&
           std::ranges::all_of(name, belongs);
}

// A sentence may stand over several indented lines; the catalogue has it on one.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

// Splits "Call {number} now." at its holes: texts at even places, names at odd.
std::vector<std::string> split_at_holes(std::string_view sentence) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t open = sentence.find('{');
        const std::size_t close = sentence.find('}', open == sentence.npos ? 0 : open);
        if (open == sentence.npos || close == sentence.npos) break;
        parts.emplace_back(sentence.substr(0, open));
        parts.emplace_back(sentence.substr(open + 1, close - open - 1));
        sentence.remove_prefix(close + 1);
    }
    parts.emplace_back(sentence);
    return parts;
}

std::set<std::string> holes_of(const std::vector<std::string>& parts) {
    std::set<std::string> holes;
    for (std::size_t i = 1; i < parts.size(); i += 2)
        holes.insert(parts[i]);
    return holes;
}

// "&nbsp;": would show as it stands, for sentences are text and not markup.
bool has_entity(std::string_view text) {
    const std::size_t begin = text.find('&');
    const std::size_t end = text.find(';', begin == text.npos ? text.size() : begin);
    return end != text.npos && text.substr(begin, end - begin).find(' ') == text.npos;
}

class Parser {
  public:
    Parser(const View& view, const Translate& translate)
        : view_(view), source_(view.text), translate_(translate) {}

    Tree parse() {
        open_.push_back({});
        while (at_ < source_.size())
            step();
        if (open_.size() > 1) {
            stop("{{#" + open_.back().text + "}} is never closed", open_.back().line);
        }
        return {view_.name, std::move(open_.front().inside)};
    }

  private:
    void step() {
        const std::size_t tag = source_.find("{{", at_);
        add_text(source_.substr(at_, tag == source_.npos ? source_.npos : tag - at_));
        if (tag == source_.npos) {
            at_ = source_.size();
            return;
        }
        const bool is_triple = source_.substr(tag).starts_with("{{{");
        const std::string_view closing = is_triple ? "}}}" : "}}";
        const std::size_t inside = tag + closing.size();
        const std::size_t end = source_.find(closing, inside);
        if (end == source_.npos) stop("a tag is never closed", line_at(tag));

        at_ = end + closing.size();
        const std::string_view content = trimmed(source_.substr(inside, end - inside));
        if (is_triple) {
            add(Node::Kind::safe_value, content, tag);
        } else {
            take_tag(content, tag);
        }
    }

    void take_tag(std::string_view content, std::size_t tag) {
        if (content.empty()) stop("an empty tag", line_at(tag));
        const char mark = content.front();
        if (std::string_view{"#^/>!&="}.find(mark) == std::string_view::npos) {
            return add(Node::Kind::value, content, tag);
        }
        const std::string_view name = trimmed(content.substr(1));
        if (mark == '#' && name == "t") return take_sentence(tag);
        if (mark == '&' || mark == '=') stop("{{& }} and {{= =}} are not used here", line_at(tag));

        drop_line_if_alone(tag);
        if (mark == '#') return open(Node::Kind::section, name, tag);
        if (mark == '^') return open(Node::Kind::inverted, name, tag);
        if (mark == '>') return add(Node::Kind::partial, name, tag);
        if (mark == '/') close(name, tag);
    }

    void take_sentence(std::size_t tag) {
        const std::size_t end = source_.find(kSentenceEnd, at_);
        if (end == source_.npos) stop("{{#t}} is never closed", line_at(tag));
        const std::string english = on_one_line(source_.substr(at_, end - at_));
        at_ = end + kSentenceEnd.size();
        const int line = line_at(tag);
        if (english.empty()) stop("a sentence is empty", line);
        const bool has_tag = english.find("{{") != english.npos;
        if (has_tag || english.find_first_of("<>") != english.npos || has_entity(english)) {
            stop("a sentence holds markup or a tag; give it a {hole}: " + english, line);
        }
        const auto parts = split_at_holes(translate_ ? translate_(english) : english);
        if (holes_of(parts) != holes_of(split_at_holes(english))) {
            stop("a translation has other {holes} than its sentence: " + english, line);
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i % 2 == 0) {
                add_text(escape(parts[i]));
            } else {
                add(Node::Kind::hole, parts[i], tag);
            }
        }
    }

    // A line that holds nothing but a section's tag, a partial or a comment
    // leaves no empty line behind.
    void drop_line_if_alone(std::size_t tag) {
        std::size_t begin = tag;
        while (begin > 0 && (source_[begin - 1] == ' ' || source_[begin - 1] == '\t'))
            --begin;
        std::size_t end = at_;
        while (end < source_.size() && (source_[end] == ' ' || source_[end] == '\t'))
            ++end;
        const bool starts_line = begin == 0 || source_[begin - 1] == '\n';
        const bool ends_line = end == source_.size() || source_[end] == '\n';
        if (!starts_line || !ends_line) return;

        auto& nodes = open_.back().inside;
        if (begin < tag && !nodes.empty() && nodes.back().kind == Node::Kind::text) {
            std::string& text = nodes.back().text;
            text.resize(text.size() - std::min(text.size(), tag - begin));
        }
        at_ = std::min(end + 1, source_.size());
    }

    void add_text(std::string_view text) {
        if (text.empty()) return;
        auto& nodes = open_.back().inside;
        if (!nodes.empty() && nodes.back().kind == Node::Kind::text) {
            nodes.back().text += text;
        } else {
            nodes.push_back({.text = std::string{text}});
        }
    }

    Node named(Node::Kind kind, std::string_view name, std::size_t tag) {
        if (!is_name(name)) stop("\"" + std::string{name} + "\" is not a name", line_at(tag));
        return {.kind = kind, .text = std::string{name}, .line = line_at(tag)};
    }

    void add(Node::Kind kind, std::string_view name, std::size_t tag) {
        Node node = named(kind, name, tag);
        const std::string_view before = source_.substr(0, tag);
        if (kind == Node::Kind::value && before.ends_with('=') && is_inside_element(before)) {
            stop("an attribute needs quotes around {{" + node.text + "}}", node.line);
        }
        for (const std::string_view attribute : {" href=\"", " src=\"", " action=\""}) {
            node.is_link = node.is_link || before.ends_with(attribute);
        }
        open_.back().inside.push_back(std::move(node));
    }

    // In a tag, and not in a quoted value such as href="/find?day={{day}}".
    static bool is_inside_element(std::string_view before) {
        const std::size_t bracket = before.find_last_of("<>");
        return bracket != before.npos && before[bracket] == '<' &&
               std::ranges::count(before.substr(bracket), '"') % 2 == 0;
    }

    void open(Node::Kind kind, std::string_view name, std::size_t tag) {
        open_.push_back(named(kind, name, tag));
    }

    void close(std::string_view name, std::size_t tag) {
        if (open_.size() == 1 || open_.back().text != name) {
            stop("{{/" + std::string{name} + "}} closes nothing", line_at(tag));
        }
        Node done = std::move(open_.back());
        open_.pop_back();
        open_.back().inside.push_back(std::move(done));
    }

    int line_at(std::size_t place) const {
        return 1 + static_cast<int>(std::ranges::count(source_.substr(0, place), '\n'));
    }

    [[noreturn]] void stop(std::string_view what, int line) const {
        throw template_error(view_.name, line, what);
    }

    const View& view_;
    std::string_view source_;
    const Translate& translate_;
    std::size_t at_ = 0;
    std::vector<Node> open_{};  // The whole, then the sections we stand in.
};

}  // namespace

TemplateError template_error(std::string_view view, int line, std::string_view what) {
    return TemplateError{std::string{view} + ".html, line " + std::to_string(line) + ": " +
                         std::string{what}};
}

Tree parse_template(const View& view, const Translate& translate) {
    return Parser{view, translate}.parse();
}

}  // namespace waymark::html
