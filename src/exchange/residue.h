// What a record said that our model cannot say back in the same words. It is
// kept beside the meeting, so that reading and writing in one format gives the
// same record again, field by field.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/meeting.h"
#include "exchange/field_writer.h"
#include "json/value.h"

namespace waymark::exchange {

// Keeps in `meeting` where `original`, as it was read, differs from `ours`, as
// the writer of that format would give it. Fields that would run as a program
// in a browser are not kept.
void keep_residue(directory::Meeting& meeting, std::string_view format, const json::Value& original,
                  const json::Value& ours);

// The same of a record that is only told, field by field, and never made: what
// most meetings of a feed need, of whose records little is left over.
class Residue final : public FieldWriter {
  public:
    explicit Residue(const json::Value& original);  // Outlives this.

    void text(std::string_view key, const std::string& value) override;
    void list(std::string_view key, const std::vector<std::string>& items) override;
    void set(std::string_view key, json::Value value) override;

    void keep_in(directory::Meeting& meeting, std::string_view format) const;

  private:
    // Which member of the original it is; nothing, and noted as missing, when it has none.
    std::optional<std::size_t> told(std::string_view key);

    const json::Value::Object& original_;
    std::vector<bool> given_back_;
    json::Value missing_ = json::Value::array();
};

// Whether the meeting was read from that format and not changed since.
bool came_from(const directory::Meeting& meeting, std::string_view format);

// Writes what was kept for that format over the record.
void restore_residue(json::Value& record, const directory::Meeting& meeting,
                     std::string_view format);

}  // namespace waymark::exchange
