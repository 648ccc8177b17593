#include "http/kept_answers.h"

#include <gtest/gtest.h>

#include <string>

#include "http/answer.h"

namespace waymark::http {
namespace {

TEST(KeptAnswers, AreGivenAgainAsTheyWere) {
    KeptAnswers answers{2, 100};
    EXPECT_EQ(answers.find("all"), nullptr);
    const auto made = answers.keep("all", "meetings");
    EXPECT_EQ(made->text(), "meetings");
    EXPECT_EQ(answers.find("all"), made);
}

TEST(KeptAnswers, AreNoMoreThanThereIsRoomFor) {
    KeptAnswers answers{2, 100};
    EXPECT_EQ(answers.keep("large", std::string(101, 'x'))->text().size(), 101U);
    EXPECT_EQ(answers.find("large"), nullptr);
    answers.keep("a", std::string(60, 'a'));
    answers.keep("b", std::string(60, 'b'));
    EXPECT_NE(answers.find("a"), nullptr);
    EXPECT_EQ(answers.find("b"), nullptr);
    answers.keep("c", "c");
    answers.keep("d", "d");
    EXPECT_NE(answers.find("c"), nullptr);
    EXPECT_EQ(answers.find("d"), nullptr);
}

class Shared : public testing::Test {
  protected:
    Answer ask(Fields headers, Method method = Method::get) {
        Response response{.content_type = "application/json", .made = body_};
        response.keep = Keep::revalidate;
        Request request;
        request.method = method;
        request.headers = std::move(headers);
        return answer_with(std::move(response), request, Transport::plain, After::keep_open,
                           "Sun, 22 Nov 2026 09:00:00 GMT", kept_);
    }
    std::shared_ptr<const MadeBody> body_ =
        std::make_shared<const MadeBody>("[" + std::string(5000, ' ') + "]");
    KeptBodies kept_{};
};

TEST_F(Shared, ABodyIsSentWholeCompressedOrNotAtAll) {
    const auto plain = ask({});
    EXPECT_EQ(plain.bytes(), body_->text());
    EXPECT_EQ(plain.bytes().data(), body_->text().data()) << "it was copied";
    EXPECT_NE(plain.head.find("Content-Length: 5002\r\n"), std::string::npos);
    EXPECT_NE(plain.head.find(body_->etag()), std::string::npos);

    const auto small = ask({{"accept-encoding", "gzip"}});
    EXPECT_EQ(small.bytes(), body_->gzipped());
    EXPECT_LT(small.bytes().size(), 100U);
    EXPECT_NE(small.head.find("Content-Encoding: gzip"), std::string::npos);

    const auto known = ask({{"if-none-match", body_->etag()}});
    EXPECT_EQ(known.status, 304);
    EXPECT_EQ(known.bytes(), "");

    const auto head = ask({}, Method::head);
    EXPECT_EQ(head.bytes(), "");
    EXPECT_NE(head.head.find("Content-Length: 5002\r\n"), std::string::npos);
}

}  // namespace
}  // namespace waymark::http
