#include <algorithm>
#include <utility>

#include "core/text.h"
#include "html/escape.h"
#include "html/markdown.h"

namespace waymark::html {
namespace {

class Writer {
  public:
    explicit Writer(const MarkdownParts& parts) : parts_(parts) {}

    void write(const std::vector<Block>& blocks) {
        for (const auto& block : blocks)
            write(block);
    }
    std::string take() { return std::move(out_); }

  private:
    void write(const Block& block);
    void write(const std::vector<Inline>& text);
    void write(const Inline& part);
    void write_heading(const Block& block);
    void write_list(const Block& block);
    void write_item(const Block& item);
    void write_table(const Block& table);
    void write_row(const Block& row, const Block& head);
    void within(std::string_view tag, const Block& block);
    void within(std::string_view tag, const std::vector<Inline>& text);

    const MarkdownParts& parts_;
    std::string out_{};
};

// Only an image: it stands for itself, without a paragraph around it.
bool is_picture(const Block& block) {
    return block.kind == Block::Kind::paragraph && block.text.size() == 1 &&
           block.text.front().kind == Inline::Kind::image;
}

void Writer::within(std::string_view tag, const Block& block) {
    out_.append("<").append(tag).append(">");
    write(block.inside);
    out_.append("</").append(tag).append(">\n");
}

void Writer::within(std::string_view tag, const std::vector<Inline>& text) {
    out_.append("<").append(tag).append(">");
    write(text);
    out_.append("</").append(tag).append(">");
}

void Writer::write(const std::vector<Inline>& text) {
    for (const auto& part : text)
        write(part);
}

void Writer::write(const Inline& part) {
    using Kind = Inline::Kind;
    switch (part.kind) {
        case Kind::text:
            append_escaped(out_, part.text);
            break;
        case Kind::line_break:
            out_ += "<br>";
            break;
        case Kind::code:
            within("code", {{.kind = Kind::text, .text = part.text}});
            break;
        case Kind::strong:
            within("strong", part.inside);
            break;
        case Kind::emphasis:
            within("em", part.inside);
            break;
        case Kind::link:
            out_ += "<a href=\"";
            append_escaped(out_, part.href);
            out_ += "\">";
            write(part.inside);
            out_ += "</a>";
            break;
        case Kind::image:
            if (parts_.image) {
                out_ += parts_.image(part).markup();
            } else {
                append_escaped(out_, part.text);
            }
            break;
        case Kind::reference:
            if (parts_.reference) out_ += parts_.reference(part).markup();
            break;
    }
}

void Writer::write_heading(const Block& block) {
    const auto level = std::to_string(std::min(6, block.level + parts_.heading_shift));
    out_ += "<h" + level + " id=\"" + anchor_of(words_in(block)) + "\">";
    write(block.text);
    out_ += "</h" + level + ">\n";
}

void Writer::write_item(const Block& item) {
    out_ += "<li>";
    // An item of one paragraph is a line, not a paragraph in a box.
    if (!item.inside.empty() && item.inside.front().kind == Block::Kind::paragraph) {
        write(item.inside.front().text);
        for (std::size_t i = 1; i < item.inside.size(); ++i)
            write(item.inside[i]);
    } else {
        write(item.inside);
    }
    out_ += "</li>\n";
}

void Writer::write_list(const Block& block) {
    const std::string_view tag = block.is_ordered ? "ol" : "ul";
    out_.append("<").append(tag);
    if (block.is_ordered && block.start != 1)
        out_ += " start=\"" + std::to_string(block.start) + "\"";
    out_ += ">\n";
    for (const auto& item : block.inside)
        write_item(item);
    out_.append("</").append(tag).append(">\n");
}

void Writer::write_row(const Block& row, const Block& head) {
    out_ += "<tr role=\"row\">";
    for (std::size_t i = 0; i < row.inside.size(); ++i) {
        const auto label = i < head.inside.size() ? words_in(head.inside[i]) : std::string{};
        out_ +=
            i == 0 && label.empty() ? "<th role=\"rowheader\" scope=\"row\"" : "<td role=\"cell\"";
        if (!label.empty()) {
            out_ += " data-label=\"";
            append_escaped(out_, label);
            out_ += "\"";
        }
        out_ += ">";
        write(row.inside[i].text);
        out_ += i == 0 && label.empty() ? "</th>" : "</td>";
    }
    out_ += "</tr>\n";
}

void Writer::write_table(const Block& table) {
    if (table.inside.empty()) return;
    const Block& head = table.inside.front();
    out_ += "<table role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">";
    for (const auto& cell : head.inside) {
        const bool is_empty = words_in(cell).empty();
        out_ += is_empty ? "<td role=\"cell\">" : "<th role=\"columnheader\" scope=\"col\">";
        write(cell.text);
        out_ += is_empty ? "</td>" : "</th>";
    }
    out_ += "</tr></thead>\n<tbody role=\"rowgroup\">";
    for (std::size_t i = 1; i < table.inside.size(); ++i)
        write_row(table.inside[i], head);
    out_ += "</tbody></table>\n";
}

void Writer::write(const Block& block) {
    using Kind = Block::Kind;
    switch (block.kind) {
        case Kind::paragraph:
            if (is_picture(block)) {
                write(block.text);
                out_ += '\n';
            } else {
                within("p", block.text);
                out_ += '\n';
            }
            break;
        case Kind::heading:
            write_heading(block);
            break;
        case Kind::list:
            write_list(block);
            break;
        case Kind::quote:
            within("blockquote", block);
            break;
        case Kind::table:
            write_table(block);
            break;
        case Kind::code:
            out_ += "<pre>";
            within("code", block.text);
            out_ += "</pre>\n";
            break;
        case Kind::rule:
            out_ += "<hr>\n";
            break;
        case Kind::item:
        case Kind::row:
        case Kind::cell:  // Only ever inside their list, table and row.
            write(block.inside);
            break;
    }
}

}  // namespace

Safe to_html(const Markdown& markdown, const MarkdownParts& parts) {
    Writer writer{parts};
    writer.write(markdown.blocks);
    return Safe::built(writer.take());
}

std::string anchor_of(std::string_view words) {
    std::string id;
    for (const char c : fold(words)) {
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_kept) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-'))
        id.pop_back();
    return id.empty() ? "part" : id;
}

}  // namespace waymark::html
