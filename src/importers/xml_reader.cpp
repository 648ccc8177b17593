#include "importers/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "importers/records.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kSliceBytes = std::size_t{1} << 20;

std::string_view local_name(const XML_Char* name) {
    const std::string_view whole{name};
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

class Reading {
  public:
    explicit Reading(const XmlListener& listener)
        : listener_(listener), parser_(XML_ParserCreate(nullptr)) {
        if (parser_ == nullptr) throw std::runtime_error("No memory for reading XML.");
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_open, on_close);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    }

    Result<> run(std::string_view document) {
        while (true) {
            const auto slice = document.substr(0, kSliceBytes);
            document.remove_prefix(slice.size());
            const auto status = XML_Parse(parser_.get(), slice.data(),
                                          static_cast<int>(slice.size()), document.empty());
            if (thrown_) std::rethrow_exception(thrown_);
            if (has_doctype_) {
                return fail(ErrorKind::unreadable,
                            "This file declares a document type, which lists of places never do.");
            }
            if (is_too_much_)
                return fail(ErrorKind::unreadable, "This file is nested too deep or too long.");
            if (status != XML_STATUS_OK)
                return fail(ErrorKind::unreadable, "This is not valid XML.");
            if (document.empty()) return {};
        }
    }

  private:
    // Nothing may be thrown through the C library.
    template <class Act>
    static void guarded(void* self, Act act) {
        auto& reading = *static_cast<Reading*>(self);
        try {
            act(reading);
        } catch (...) {
            reading.thrown_ = std::current_exception();
            reading.stop();
        }
    }
    void stop() { XML_StopParser(parser_.get(), XML_FALSE); }

    static void on_open(void* self, const XML_Char* name, const XML_Char** pairs) {
        guarded(self, [&](Reading& reading) {
            reading.texts_.emplace_back();
            if (reading.texts_.size() > kDepthMax) {
                reading.is_too_much_ = true;
                return reading.stop();
            }
            XmlAttributes attributes;
            for (; *pairs != nullptr; pairs += 2)
                attributes.emplace(local_name(pairs[0]), pairs[1]);
            if (reading.listener_.opened) reading.listener_.opened(local_name(name), attributes);
        });
    }
    static void on_close(void* self, const XML_Char* name) {
        guarded(self, [&](Reading& reading) {
            auto text = std::move(reading.texts_.back());
            reading.texts_.pop_back();
            if (reading.listener_.closed)
                reading.listener_.closed(local_name(name), std::move(text));
        });
    }
    static void on_text(void* self, const XML_Char* text, int length) {
        guarded(self, [&](Reading& reading) {
            if (reading.texts_.empty()) return;
            auto& held = reading.texts_.back();
            held.append(text, static_cast<std::size_t>(length));
            if (held.size() <= kRecordBytesMax) return;
            reading.is_too_much_ = true;
            reading.stop();
        });
    }
    static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        guarded(self, [](Reading& reading) {
            reading.has_doctype_ = true;
            reading.stop();
        });
    }

    const XmlListener& listener_;
    Parser parser_;
    std::vector<std::string> texts_{};
    bool has_doctype_ = false, is_too_much_ = false;
    std::exception_ptr thrown_{};
};

}  // namespace

Result<> read_xml(std::string_view document, const XmlListener& listener) {
    return Reading{listener}.run(document);
}

}  // namespace waymark::importers
