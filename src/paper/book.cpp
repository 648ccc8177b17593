#include "paper/book.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "paper/ansi.h"
#include "paper/chapter.h"
#include "paper/pdf.h"

namespace waymark::paper {
namespace {

constexpr double kTop = 78, kBottom = 70;  // What lies above and below the text.
constexpr double kTextWidth = 390;         // About 74 letters.
constexpr Lettering kRunning{.face = Face::sans, .size = 8.5, .colour = kSoft};
constexpr Lettering kNumber{.face = Face::sans, .size = 10, .colour = kSoft};

struct SetPage {
    std::vector<PlacedStrip> strips{};
    std::string_view part{};
    bool is_cover = false;
    bool is_opening = false;  // Says itself what the running head would.
};

struct SetChapter {
    const Chapter* chapter = nullptr;
    std::string_view part{};
    int page = 0;
};

struct SetBook {
    std::vector<SetPage> pages{};
    std::vector<SetChapter> chapters{};
    int contents_page = 0;  // 0 where there is none.

    PageNumbers numbers() const {
        PageNumbers numbers;
        for (const auto& set : chapters)
            numbers.emplace(set.chapter->address, set.page);
        return numbers;
    }
};

double text_height(Sheet sheet) {
    return size_of(sheet).height - kTop - kBottom;
}

void add_pages(SetBook& set, Strips strips, Sheet sheet, std::string_view part) {
    const auto first = set.pages.size();
    for (auto& page : paginate(std::move(strips), text_height(sheet)))
        set.pages.push_back({std::move(page), part});
    if (first < set.pages.size()) set.pages[first].is_opening = true;
}

SetBook set_once(const BookSetting& setting, Sheet sheet) {
    SetBook set;
    const auto next_page = [&] { return static_cast<int>(set.pages.size()) + 1; };
    if (setting.book.has_contents) {
        add_pages(set, cover_strips(setting, text_height(sheet)), sheet, "");
        set.pages.front().is_cover = true;
        set.contents_page = next_page();
        add_pages(set, contents_strips(setting), sheet, setting.book.words.contents);
    }
    for (const auto& part : setting.book.parts) {
        for (const auto& chapter : part.chapters) {
            set.chapters.push_back({&chapter, part.title, next_page()});
            add_pages(set, chapter_strips(chapter, part.title, setting), sheet, part.title);
        }
    }
    return set;
}

// The text names pages, and naming them may move them: set until they stay.
SetBook set_book(const Book& book, Sheet sheet) {
    constexpr int kTriesMax = 6;
    std::map<std::string, std::shared_ptr<const Drawing>, std::less<>> drawings;
    PageNumbers numbers;
    SetBook set;
    for (int tries = 0; tries < kTriesMax; ++tries) {
        set = set_once({book, kTextWidth, numbers, drawings}, sheet);
        auto found = set.numbers();
        if (found == numbers) break;
        numbers = std::move(found);
    }
    return set;
}

class Printing {
  public:
    Printing(const Book& book, Sheet sheet)
        : book_(book),
          set_(set_book(book, sheet)),
          numbers_(set_.numbers()),
          pdf_(sheet, book.site) {}

    std::string run() {
        left_ = (pdf_.size().width - kTextWidth) / 2;
        for (const auto& page : set_.pages) {
            pdf_.add_page();
            if (!page.is_cover) put_running(page);
            for (const auto& placed : page.strips)
                put(placed);
        }
        put_bookmarks();
        return pdf_.bytes();
    }

  private:
    void put_running(const SetPage& page) {
        const double right = left_ + kTextWidth;
        const auto part = page.is_opening ? std::string{} : to_ansi(page.part);
        pdf_.text({left_, 48}, kRunning, to_ansi(book_.site));
        pdf_.text({right - width_of(kRunning, part), 48}, kRunning, part);
        pdf_.fill({left_, 56, kTextWidth, 0.5}, kLine);
        const auto number = std::to_string(pdf_.page());
        const double middle = pdf_.size().width / 2 - width_of(kNumber, number) / 2;
        pdf_.text({middle, pdf_.size().height - 44}, kNumber, number);
    }

    void put(const PlacedStrip& placed) {
        const Point at{left_, kTop + placed.y};
        for (const auto& mark : placed.strip.marks)
            std::visit([&](const auto& one) { put(one, at); }, mark);
    }
    void put(const BoxMark& mark, Point at) {
        pdf_.fill({at.x + mark.box.x, at.y + mark.box.y, mark.box.width, mark.box.height},
                  mark.colour);
    }
    void put(const DrawingMark& mark, Point at) {
        draw(pdf_, *mark.drawing, {at.x + mark.at.x, at.y + mark.at.y}, mark.scale);
    }
    void put(const CodeMark& mark, Point at) {
        draw(pdf_, mark.code, {at.x + mark.at.x, at.y + mark.at.y}, mark.width);
    }
    void put(const TextMark& mark, Point at) {
        const Point baseline{at.x + mark.x, at.y + mark.baseline};
        const auto& [ansi, lettering, href] = mark.text.span;
        pdf_.text(baseline, lettering, ansi);
        if (href.empty()) return;
        const Box box{baseline.x, baseline.y - lettering.size * 0.8, mark.text.width,
                      lettering.size * 1.1};
        if (const auto page = numbers_.find(href); page != numbers_.end()) {
            pdf_.link(box, page->second, kTop - 12);
        } else if (href.starts_with("https://") || href.starts_with("http://") ||
                   href.starts_with("tel:")) {
            pdf_.link(box, href);
        }
    }

    void put_bookmarks() {
        if (set_.contents_page > 0)
            pdf_.bookmark(book_.words.contents, 0, set_.contents_page, kTop - 12);
        std::string_view part;
        for (const auto& set : set_.chapters) {
            if (set.part != part) pdf_.bookmark(set.part, 0, set.page, kTop - 12);
            part = set.part;
            pdf_.bookmark(set.chapter->title, part.empty() ? 0 : 1, set.page, kTop - 12);
        }
    }

    const Book& book_;
    SetBook set_;
    PageNumbers numbers_;
    Pdf pdf_;
    double left_ = 0;
};

}  // namespace

std::string to_pdf(const Book& book, Sheet sheet) {
    return Printing{book, sheet}.run();
}

}  // namespace waymark::paper
