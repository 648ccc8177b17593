#include "cli/batch.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>

#include "cli/command.h"
#include "core/clock.h"
#include "finder/answer_json.h"
#include "finder/request.h"
#include "json/parse.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

std::string option_text(const json::Value& value) {
    if (const auto* text = value.string()) return *text;
    const auto* items = value.items();
    if (items == nullptr) return value.is_null() ? std::string{} : json::write(value);
    std::string list;
    for (const auto& item : *items) {
        if (!list.empty()) list += ',';
        list += option_text(item);
    }
    return list;
}

Result<Options> options_of(const std::string& line, const Options& always) {
    const auto object = TRY(json::parse(line));
    if (object.members() == nullptr) {
        return invalid_input("batch", "Each line must be a JSON object.");
    }
    Options options;
    for (const auto& [name, value] : *object.members())
        options.emplace_back(name, option_text(value));
    for (const auto& option : always) {
        if (object.find(option.first) == nullptr) options.push_back(option);
    }
    return options;
}

Result<std::string> answer_line(const finder::Snapshot& snapshot, const std::string& line,
                                const Options& always, BatchAnswers answers) {
    const auto options = TRY(options_of(line, always));
    const auto asked = TRY(finder::parse_request(options));
    const Instant now = asked.now.value_or(SystemClock{}.now());
    const auto begin = std::chrono::steady_clock::now();
    const auto answer = TRY(finder::search(snapshot, asked.request, now));
    const auto spent = std::chrono::steady_clock::now() - begin;
    if (answers == BatchAnswers::whole) return finder::answer_json(snapshot, asked, answer, now);
    return finder::answer_ids_json(answer,
                                   std::chrono::duration<double, std::micro>(spent).count());
}

std::string error_line(const Error& error) {
    std::string out;
    json::Writer writer{out};
    writer.begin_object().key("error").begin_object();
    writer.key("field").string(error.field).key("message").string(error.message);
    writer.end_object().end_object();
    return out;
}

}  // namespace

int run_batch(const finder::Snapshot& snapshot, const std::string& file, const Options& always,
              BatchAnswers answers) {
    std::ifstream opened;
    if (file != "-") {
        opened.open(file);
        if (!opened) {
            return report({ErrorKind::not_found, "batch", "This file cannot be opened."});
        }
    }
    std::istream& in = file == "-" ? std::cin : opened;
    for (std::string line; std::getline(in, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto answer = answer_line(snapshot, line, always, answers);
        std::cout << (answer ? *answer : error_line(answer.error())) << '\n';
    }
    return kDone;
}

}  // namespace waymark::cli
