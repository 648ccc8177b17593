#include "web/share.h"

#include <string>

#include "http/origin.h"

namespace waymark::web {

html::Data share_links(const Visit& visit, std::string_view path) {
    const std::string address = http::url_encode(http::own_origin(visit.request).append(path));
    // "?&": what Android and iOS both read.
    return html::Data::object(
        {{"sms", "sms:?&body=" + address}, {"mail", "mailto:?body=" + address}});
}

}  // namespace waymark::web
