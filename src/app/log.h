// The program's own log: one line an event, to standard error. It never holds
// an address, a query, a coordinate or a person's words.
#pragma once

#include <memory>
#include <string_view>

namespace waymark::app {

enum class LogFormat { text, json };

class Log {
  public:
    explicit Log(LogFormat format);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void info(std::string_view event) const;
    void warning(std::string_view event) const;
    void error(std::string_view event) const;
    // A line that is JSON already ({"route":…}): written as it is, with the time.
    void request(std::string_view json) const;

  private:
    struct Sink;
    std::unique_ptr<Sink> sink_;
};

}  // namespace waymark::app
