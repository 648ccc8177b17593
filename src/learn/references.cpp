#include "learn/references.h"

#include <algorithm>
#include <utility>

namespace waymark::learn {
namespace {

using html::Block;
using html::Inline;

class Numbering {
  public:
    Numbering(const std::vector<const Source*>& named, const std::string& where)
        : named_(named), where_(where) {}

    void visit(std::vector<Block>& blocks) {
        for (auto& block : blocks) {
            visit(block.inside);
            visit(block.text);
        }
    }

    std::vector<const Source*> finish() {
        for (const auto* source : named_) {
            if (std::ranges::find(used_, source) == used_.end())
                throw ArticleError(where_ + ": the text never names the source " + source->id);
        }
        return std::move(used_);
    }

  private:
    void visit(std::vector<Inline>& text) {
        std::vector<Inline> parts;
        for (auto& part : text) {
            visit(part.inside);
            if (part.kind == Inline::Kind::text) {
                cut(part.text, parts);
            } else {
                parts.push_back(std::move(part));
            }
        }
        text = std::move(parts);
    }

    void cut(std::string_view text, std::vector<Inline>& parts) {
        while (!text.empty()) {
            const auto begin = text.find("[@");
            auto before = text.substr(0, begin);
            // The mark stands close behind its sentence, whatever was typed between.
            if (begin != std::string_view::npos && before.ends_with(' ')) before.remove_suffix(1);
            if (!before.empty()) parts.push_back({.text = std::string{before}});
            if (begin == std::string_view::npos) return;
            const auto end = text.find(']', begin);
            if (end == std::string_view::npos)
                throw ArticleError(where_ + ": a mark [@… without its ]");
            parts.push_back(reference(text.substr(begin + 2, end - begin - 2)));
            text.remove_prefix(end + 1);
        }
    }

    Inline reference(std::string_view mark) {
        const bool is_certain = !mark.ends_with('?');
        if (!is_certain) mark.remove_suffix(1);
        return {.kind = Inline::Kind::reference,
                .href = std::string{mark},
                .is_certain = is_certain,
                .number = number_of(mark)};
    }

    int number_of(std::string_view id) {
        const auto known = std::ranges::find(used_, id, &Source::id);
        if (known != used_.end()) return static_cast<int>(known - used_.begin()) + 1;
        const auto found = std::ranges::find(named_, id, &Source::id);
        if (found == named_.end())
            throw ArticleError(where_ + ": the text names " + std::string{id} +
                               ", which is not under sources");
        used_.push_back(*found);
        return static_cast<int>(used_.size());
    }

    const std::vector<const Source*>& named_;
    const std::string& where_;
    std::vector<const Source*> used_{};
};

}  // namespace

std::vector<const Source*> number_references(html::Markdown& body,
                                             const std::vector<const Source*>& named,
                                             const std::string& where) {
    Numbering numbering{named, where};
    numbering.visit(body.blocks);
    return numbering.finish();
}

}  // namespace waymark::learn
