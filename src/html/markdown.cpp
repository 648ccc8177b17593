#include "html/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cstring>
#include <memory>
#include <mutex>
#include <utility>

namespace waymark::html {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::string literal_of(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text == nullptr ? std::string{} : std::string{text};
}

bool is_kind(cmark_node* node, const char* name) {
    return std::strcmp(cmark_node_get_type_string(node), name) == 0;
}

std::vector<Inline> inlines_of(cmark_node* parent, int depth);

void add_text(std::vector<Inline>& all, std::string text) {
    if (!all.empty() && all.back().kind == Inline::Kind::text) {
        all.back().text += text;
    } else {
        all.push_back({.kind = Inline::Kind::text, .text = std::move(text)});
    }
}

void add_link(std::vector<Inline>& all, cmark_node* node, int depth) {
    const char* url = cmark_node_get_url(node);
    auto inside = inlines_of(node, depth + 1);
    if (url != nullptr && is_safe_href(url)) {
        all.push_back({.kind = Inline::Kind::link, .href = url, .inside = std::move(inside)});
        return;
    }
    for (auto& part : inside)
        all.push_back(std::move(part));
}

void add_image(std::vector<Inline>& all, cmark_node* node, int depth) {
    const char* url = cmark_node_get_url(node);
    all.push_back({.kind = Inline::Kind::image,
                   .text = words_in(inlines_of(node, depth + 1)),
                   .href = url == nullptr ? "" : url});
}

void add_inline(std::vector<Inline>& all, cmark_node* node, int depth) {
    const auto within = [&](Inline::Kind kind) {
        all.push_back({.kind = kind, .inside = inlines_of(node, depth + 1)});
    };
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT) {
        add_text(all, literal_of(node));
    } else if (type == CMARK_NODE_SOFTBREAK) {
        add_text(all, " ");
    } else if (type == CMARK_NODE_LINEBREAK) {
        all.push_back({.kind = Inline::Kind::line_break});
    } else if (type == CMARK_NODE_CODE) {
        all.push_back({.kind = Inline::Kind::code, .text = literal_of(node)});
    } else if (type == CMARK_NODE_STRONG) {
        within(Inline::Kind::strong);
    } else if (type == CMARK_NODE_EMPH) {
        within(Inline::Kind::emphasis);
    } else if (type == CMARK_NODE_LINK) {
        add_link(all, node, depth);
    } else if (type == CMARK_NODE_IMAGE) {
        add_image(all, node, depth);
    }  // Raw HTML, and whatever else there is, is left out.
}

std::vector<Inline> inlines_of(cmark_node* parent, int depth) {
    std::vector<Inline> all;
    if (depth > kMarkdownDepthMax) return all;
    for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
        add_inline(all, node, depth);
    return all;
}

std::vector<Block> blocks_of(cmark_node* parent, int depth);

Block list_of(cmark_node* node, int depth) {
    return {.kind = Block::Kind::list,
            .is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
            .start = cmark_node_get_list_start(node),
            .inside = blocks_of(node, depth + 1)};
}

Block with_blocks(Block::Kind kind, cmark_node* node, int depth) {
    return {.kind = kind, .inside = blocks_of(node, depth + 1)};
}

Block with_text(Block::Kind kind, cmark_node* node, int depth) {
    return {.kind = kind, .text = inlines_of(node, depth + 1)};
}

void add_block(std::vector<Block>& all, cmark_node* node, int depth) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) {
        all.push_back(with_text(Block::Kind::paragraph, node, depth));
    } else if (type == CMARK_NODE_HEADING) {
        all.push_back(with_text(Block::Kind::heading, node, depth));
        all.back().level = cmark_node_get_heading_level(node);
    } else if (type == CMARK_NODE_LIST) {
        all.push_back(list_of(node, depth));
    } else if (type == CMARK_NODE_ITEM) {
        all.push_back(with_blocks(Block::Kind::item, node, depth));
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        all.push_back(with_blocks(Block::Kind::quote, node, depth));
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        all.push_back({.kind = Block::Kind::code,
                       .text = {{.kind = Inline::Kind::text, .text = literal_of(node)}}});
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
        all.push_back({.kind = Block::Kind::rule});
    } else if (is_kind(node, "table")) {
        all.push_back(with_blocks(Block::Kind::table, node, depth));
    } else if (is_kind(node, "table_row") || is_kind(node, "table_header")) {
        all.push_back(with_blocks(Block::Kind::row, node, depth));
    } else if (is_kind(node, "table_cell")) {
        all.push_back(with_text(Block::Kind::cell, node, depth));
    }
}

std::vector<Block> blocks_of(cmark_node* parent, int depth) {
    std::vector<Block> all;
    if (depth > kMarkdownDepthMax) return all;
    for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
        add_block(all, node, depth);
    return all;
}

void put_words(std::string& out, std::string_view words) {
    if (words.empty()) return;
    if (!out.empty() && out.back() != ' ') out += ' ';
    out += words;
}

void add_words(std::string& out, const std::vector<Inline>& text) {
    for (const auto& part : text) {
        switch (part.kind) {
            case Inline::Kind::reference:
                break;
            case Inline::Kind::line_break:
                out += ' ';
                break;
            case Inline::Kind::text:
            case Inline::Kind::code:
            case Inline::Kind::image:
                out += part.text;
                break;
            default:
                add_words(out, part.inside);
        }
    }
}

}  // namespace

Markdown parse_markdown(std::string_view text) {
    static std::once_flag registered;
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
    const std::unique_ptr<cmark_parser, FreeParser> parser{
        cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8)};
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    const std::unique_ptr<cmark_node, FreeNode> document{cmark_parser_finish(parser.get())};
    return {.blocks = blocks_of(document.get(), 0)};
}

std::string words_in(const std::vector<Inline>& text) {
    std::string out;
    add_words(out, text);
    return out;
}

std::string words_in(const Block& block) {
    std::string out = words_in(block.text);
    for (const auto& part : block.inside)
        put_words(out, words_in(part));
    return out;
}

}  // namespace waymark::html
