#include "http/kept_answers.h"

#include <utility>

namespace waymark::http {

std::shared_ptr<const MadeBody> KeptAnswers::find(const std::string& name) const {
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(name);
    return found == kept_.end() ? nullptr : found->second;
}

std::shared_ptr<const MadeBody> KeptAnswers::keep(const std::string& name, std::string text) {
    auto made = std::make_shared<const MadeBody>(std::move(text));
    const std::size_t size = made->text().size();
    const std::lock_guard lock{mutex_};
    if (kept_.size() >= count_max_ || size > bytes_max_ - bytes_) return made;
    if (kept_.emplace(name, made).second) bytes_ += size;
    return made;
}

}  // namespace waymark::http
