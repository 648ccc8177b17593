#include "learn/yaml.h"

#include <yaml-cpp/yaml.h>

#include <set>

#include "core/number.h"
#include "core/text.h"
#include "learn/article.h"

namespace waymark::learn {

struct Yaml::Node {
    YAML::Node yaml{};
    std::set<std::string> asked{};
};

Yaml::Yaml(std::string where, std::unique_ptr<Node> node)
    : where_(std::move(where)), node_(std::move(node)) {}

Yaml::Yaml(std::string where, std::string_view text)
    : where_(std::move(where)), node_(std::make_unique<Node>()) {
    try {
        node_->yaml = YAML::Load(std::string{text});
    } catch (const YAML::Exception& error) {
        throw ArticleError(where_ + ": " + error.what());
    }
}

Yaml::~Yaml() = default;
Yaml::Yaml(Yaml&&) noexcept = default;

void Yaml::complain(const std::string& name, const std::string& what) const {
    throw ArticleError(where_ + ", " + name + ": " + what);
}

bool Yaml::has(const std::string& name) const {
    return node_->yaml.IsMap() && std::as_const(node_->yaml)[name].IsDefined();
}

std::string Yaml::text(const std::string& name) const {
    node_->asked.insert(name);
    if (!has(name) || !std::as_const(node_->yaml)[name].IsScalar())
        complain(name, "must be a text");
    const std::string text = std::as_const(node_->yaml)[name].Scalar();
    if (trimmed(text).empty()) complain(name, "must not be empty");
    return text;
}

int Yaml::number(const std::string& name) const {
    const auto value = parse_number<int>(text(name));
    if (!value) complain(name, "must be a whole number");
    return *value;
}

Date Yaml::date(const std::string& name) const {
    const auto value = parse_date(text(name));
    if (!value) complain(name, "must be a date like 2026-11-22");
    return *value;
}

std::vector<std::string> Yaml::texts(const std::string& name) const {
    node_->asked.insert(name);
    if (!has(name) || !std::as_const(node_->yaml)[name].IsSequence())
        complain(name, "must be a list");
    std::vector<std::string> all;
    for (const auto& item : std::as_const(node_->yaml)[name])
        all.push_back(item.Scalar());
    return all;
}

std::vector<Yaml> Yaml::items() const {
    std::vector<Yaml> all;
    for (const auto& item : node_->yaml) {
        const auto where = where_ + " " + std::to_string(all.size() + 1);
        all.push_back(Yaml{where, std::make_unique<Node>(Node{.yaml = item})});
    }
    return all;
}

std::vector<Yaml> Yaml::objects(const std::string& name) const {
    node_->asked.insert(name);
    if (!has(name)) complain(name, "is missing");
    return Yaml{where_ + " " + name,
                std::make_unique<Node>(Node{.yaml = std::as_const(node_->yaml)[name]})}
        .items();
}

std::vector<std::pair<std::string, Yaml>> Yaml::members() const {
    std::vector<std::pair<std::string, Yaml>> all;
    for (const auto& member : node_->yaml) {
        const std::string id = member.first.Scalar();
        all.emplace_back(
            id, Yaml{where_ + ", " + id, std::make_unique<Node>(Node{.yaml = member.second})});
    }
    return all;
}

void Yaml::finish() const {
    for (const auto& member : node_->yaml) {
        const std::string name = member.first.Scalar();
        if (!node_->asked.contains(name)) complain(name, "is no name we know");
    }
}

}  // namespace waymark::learn
