#include "app/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <string>

#include "json/write.h"

namespace waymark::app {

struct Log::Sink {
    explicit Sink(LogFormat format_in)
        : format(format_in),
          logger("waymark", std::make_shared<spdlog::sinks::stderr_color_sink_mt>()) {
        logger.set_pattern(format == LogFormat::json
                               ? R"({"time":"%Y-%m-%dT%H:%M:%SZ","level":"%l","event":%v})"
                               : "%Y-%m-%dT%H:%M:%SZ %l %v",
                           spdlog::pattern_time_type::utc);
    }

    void write(spdlog::level::level_enum level, std::string_view event) {
        if (format == LogFormat::text) return logger.log(level, "{}", event);
        std::string quoted;
        json::append_quoted(quoted, event);
        logger.log(level, "{}", quoted);
    }

    LogFormat format;
    spdlog::logger logger;
};

Log::Log(LogFormat format) : sink_(std::make_unique<Sink>(format)) {}
Log::~Log() = default;

void Log::info(std::string_view event) const {
    sink_->write(spdlog::level::info, event);
}
void Log::warning(std::string_view event) const {
    sink_->write(spdlog::level::warn, event);
}
void Log::error(std::string_view event) const {
    sink_->write(spdlog::level::err, event);
}

void Log::request(std::string_view json) const {
    sink_->logger.log(spdlog::level::info, "{}", json);
}

}  // namespace waymark::app
