// The time of day, as an argument: tests choose it, the program reads it.
#pragma once

#include "core/time.h"

namespace waymark {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

class FixedClock final : public Clock {
  public:
    explicit FixedClock(Instant now) : now_(now) {}
    Instant now() const override { return now_; }
    void set(Instant now) { now_ = now; }

  private:
    Instant now_;
};

}  // namespace waymark
