#include "html/template.h"

#include <utility>

#include "html/escape.h"
#include "html/parse.h"

namespace waymark::html {
namespace {

constexpr std::size_t kPartialDepthMax = 32;

class Renderer {
  public:
    Renderer(std::string& out, const Data& page) : out_(out) { contexts_.push_back(&page); }

    void render(const Tree& tree) {
        const Tree* outer = std::exchange(tree_, &tree);
        render(tree.nodes);
        tree_ = outer;
    }

  private:
    void render(const std::vector<Node>& nodes) {
        for (const Node& node : nodes)
            render(node);
    }

    void render(const Node& node) {
        switch (node.kind) {
            case Node::Kind::text:
                out_ += node.text;
                break;
            case Node::Kind::value:
            case Node::Kind::safe_value:
            case Node::Kind::hole:
                put(node, supplied(node));
                break;
            case Node::Kind::section:
                section(node, supplied(node));
                break;
            case Node::Kind::inverted:
                if (!supplied(node).is_shown()) render(node.inside);
                break;
            case Node::Kind::partial:
                render(*node.partial);
                break;
        }
    }

    void put(const Node& node, const Data& data) {
        if (const Safe* markup = data.safe()) {
            if (node.kind == Node::Kind::value) stop(node, "is markup: write {{{ }}}");
            out_ += markup->markup();
            return;
        }
        if (node.kind == Node::Kind::safe_value) stop(node, "must be html::Safe for {{{ }}}");
        if (data.text() == nullptr) stop(node, "is no text");
        const bool leads_astray = node.is_link && !is_safe_href(*data.text());
        append_escaped(out_, leads_astray ? std::string_view{"#"} : *data.text());
    }

    void section(const Node& node, const Data& data) {
        if (!data.is_shown()) return;
        if (const Data::List* items = data.list()) {
            for (const Data& item : *items)
                render_within(item, node.inside);
        } else if (data.flag() != nullptr) {
            render(node.inside);
        } else {
            render_within(data, node.inside);
        }
    }

    void render_within(const Data& context, const std::vector<Node>& nodes) {
        contexts_.push_back(&context);
        render(nodes);
        contexts_.pop_back();
    }

    const Data& supplied(const Node& node) const {
        const std::string_view name = node.text;
        if (name == ".") return *contexts_.back();
        const std::size_t dot = name.find('.');
        const Data* found = nullptr;
        for (auto context = contexts_.rbegin(); context != contexts_.rend() && !found; ++context) {
            found = (*context)->find(name.substr(0, dot));
        }
        for (std::size_t from = dot; found && from != name.npos;) {
            const std::size_t next = name.find('.', from + 1);
            found = found->find(name.substr(from + 1, next - from - 1));
            from = next;
        }
        if (found == nullptr) stop(node, "is not supplied by the page");
        return *found;
    }

    [[noreturn]] void stop(const Node& node, std::string_view what) const {
        throw template_error(tree_->name, node.line, "{{" + node.text + "}} " + std::string{what});
    }

    std::string& out_;
    std::vector<const Data*> contexts_{};  // Innermost last.
    const Tree* tree_ = nullptr;
};

}  // namespace

struct Views::Parsed {
    std::map<std::string, Tree, std::less<>> trees;

    void link(const Tree& tree, std::vector<Node>& nodes) {
        for (Node& node : nodes) {
            if (node.kind == Node::Kind::partial) {
                const auto part = trees.find(node.text);
                if (part == trees.end()) {
                    throw template_error(tree.name, node.line,
                                         "there is no " + node.text + ".html");
                }
                node.partial = &part->second;
            }
            link(tree, node.inside);
        }
    }

    static void check_depth(const std::vector<Node>& nodes, std::string_view name,
                            std::size_t depth) {
        for (const Node& node : nodes) {
            if (depth > kPartialDepthMax) {
                throw template_error(name, node.line, "it holds itself, by way of its partials");
            }
            check_depth(node.inside, name, depth);
            if (node.partial) check_depth(node.partial->nodes, name, depth + 1);
        }
    }
};

View view_of_file(std::string_view path, std::string_view text, std::string_view folder) {
    if (path.starts_with(folder)) path.remove_prefix(folder.size());
    if (path.ends_with(".html")) path.remove_suffix(5);
    return {std::string{path}, std::string{text}};
}

Views::Views(const std::vector<View>& views, const std::vector<Language>& languages) {
    if (languages.empty()) throw TemplateError{"templates need at least one language"};
    first_language_ = languages.front().tag;
    for (const Language& language : languages) {
        auto parsed = std::make_unique<Parsed>();
        for (const View& view : views) {
            parsed->trees[view.name] = parse_template(view, language.translate);
        }
        for (auto& [name, tree] : parsed->trees)
            parsed->link(tree, tree.nodes);
        for (const auto& [name, tree] : parsed->trees)
            Parsed::check_depth(tree.nodes, name, 0);
        languages_[language.tag] = std::move(parsed);
    }
}

Views::~Views() = default;
Views::Views(Views&&) noexcept = default;
Views& Views::operator=(Views&&) noexcept = default;

std::string Views::render(std::string_view name, std::string_view language,
                          const Data& data) const {
    auto spoken = languages_.find(language);
    if (spoken == languages_.end()) spoken = languages_.find(first_language_);
    const auto tree = spoken->second->trees.find(name);
    if (tree == spoken->second->trees.end()) {
        throw TemplateError{"there is no template " + std::string{name} + ".html"};
    }
    std::string page;
    Renderer{page, data}.render(tree->second);
    return page;
}

Safe Views::render_part(std::string_view name, std::string_view language, const Data& data) const {
    return Safe::built(render(name, language, data));
}

bool Views::has(std::string_view name) const {
    return languages_.at(first_language_)->trees.contains(name);
}

}  // namespace waymark::html
