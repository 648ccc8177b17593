// Our own YAML, read strictly: what is missing, misspelt or of another shape
// throws ArticleError, with the file and the name. The only home of yaml-cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/time.h"

namespace waymark::learn {

class Yaml {
  public:
    Yaml(std::string where, std::string_view text);
    ~Yaml();
    Yaml(Yaml&&) noexcept;

    bool has(const std::string& name) const;
    std::string text(const std::string& name) const;  // Must be there, not empty.
    int number(const std::string& name) const;
    Date date(const std::string& name) const;  // "2026-11-22"
    std::vector<std::string> texts(const std::string& name) const;
    std::vector<Yaml> objects(const std::string& name) const;
    std::vector<Yaml> items() const;                            // Of a list.
    std::vector<std::pair<std::string, Yaml>> members() const;  // Of an object of objects.

    void finish() const;  // Throws when a member was never asked for.
    [[noreturn]] void complain(const std::string& name, const std::string& what) const;

  private:
    struct Node;
    Yaml(std::string where, std::unique_ptr<Node> node);

    std::string where_;
    std::unique_ptr<Node> node_;
};

}  // namespace waymark::learn
