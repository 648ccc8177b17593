// Runs a fuzz target without libFuzzer: on every file of its corpus, and on a
// few thousand seeded mutations of them. Ends with 0 when none crashed.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/random.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutations = 2000;

void run(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

void mutate_once(std::string& text, const std::vector<std::string>& corpus,
                 waymark::Random& random) {
    const auto at = text.empty() ? 0 : random.below(text.size());
    switch (random.below(5)) {
        case 0:
            text.insert(at, 1, static_cast<char>(random.below(256)));
            break;
        case 1:
            text.erase(at, 1 + random.below(8));
            break;
        case 2:
            text.insert(at, text.substr(at, random.below(32)));
            break;
        case 3:
            text.insert(at, corpus[random.below(corpus.size())].substr(0, 64));
            break;
        default:
            if (!text.empty()) text[at] = static_cast<char>(random.below(256));
    }
}

std::vector<std::string> corpus_of(const char* folder) {
    std::vector<std::string> corpus;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return corpus;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const auto corpus = corpus_of(argv[1]);
    if (corpus.empty()) {
        std::fprintf(stderr, "The corpus is empty.\n");
        return 1;
    }
    for (const auto& input : corpus)
        run(input);
    waymark::Random random{1};
    for (int i = 0; i < kMutations; ++i) {
        auto input = corpus[random.below(corpus.size())];
        for (auto steps = 1 + random.below(6); steps > 0; --steps) {
            mutate_once(input, corpus, random);
        }
        run(input);
    }
    std::printf("%zu inputs and %d mutations of them\n", corpus.size(), kMutations);
    return 0;
}
