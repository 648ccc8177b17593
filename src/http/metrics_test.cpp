#include "http/metrics.h"

#include <gmock/gmock.h>

namespace waymark::http {
namespace {

using std::chrono::microseconds;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Metrics, CountByRouteAndStatusClass) {
    Metrics metrics;
    metrics.count_answer("/find", 200, 1000, microseconds{800});
    metrics.count_answer("/find", 204, 0, microseconds{3'000'000});
    metrics.count_answer("/find", 404, 10, microseconds{400});
    const std::string text = metrics.exposition();
    EXPECT_THAT(text, HasSubstr("waymark_requests_total{route=\"/find\",status=\"2xx\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("waymark_requests_total{route=\"/find\",status=\"4xx\"} 1\n"));
    EXPECT_THAT(text, Not(HasSubstr("5xx")));
    EXPECT_THAT(text, HasSubstr("waymark_response_bytes_total{route=\"/find\"} 1010\n"));
}

TEST(Metrics, CountTimesInCumulativeBuckets) {
    Metrics metrics;
    for (const int took : {400, 500, 501, 3'000'000}) {
        metrics.count_answer("/", 200, 0, microseconds{took});
    }
    const std::string text = metrics.exposition();
    EXPECT_THAT(text, HasSubstr("_bucket{route=\"/\",le=\"0.0005\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("_bucket{route=\"/\",le=\"0.001\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("_bucket{route=\"/\",le=\"2.5\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("_bucket{route=\"/\",le=\"+Inf\"} 4\n"));
    EXPECT_THAT(text, HasSubstr("_count{route=\"/\"} 4\n"));
    EXPECT_THAT(text, HasSubstr("_sum{route=\"/\"} 3.001401\n"));
}

TEST(Metrics, EscapeALabel) {
    Metrics metrics;
    metrics.count_answer("a\"b\\c\nd", 200, 0, microseconds{1});
    EXPECT_THAT(metrics.exposition(), HasSubstr("{route=\"a\\\"b\\\\c d\",status=\"2xx\"} 1"));
}

TEST(Metrics, CountConnections) {
    Metrics metrics;
    metrics.connection_opened();
    metrics.connection_opened();
    metrics.connection_closed();
    metrics.count_shed();
    EXPECT_THAT(metrics.exposition(), HasSubstr("waymark_connections_open 1\n"));
    EXPECT_THAT(metrics.exposition(), HasSubstr("waymark_shed_total 1\n"));
}

}  // namespace
}  // namespace waymark::http
