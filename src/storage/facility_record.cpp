#include "storage/facility_record.h"

#include <array>

#include "json/parse.h"
#include "storage/place_codec.h"

namespace waymark::storage {

using directory::Attribute;
using directory::Capacity;
using directory::CostOption;
using directory::DocumentedLevel;
using directory::Facility;
using directory::FacilityIds;
using directory::FacilityPhone;
using directory::FacilityStatus;
using directory::GeoPrecision;
using directory::Hours;
using directory::OpenSpan;
using directory::Organization;
using directory::Provenance;

inline constexpr std::array<std::string_view, 3> kStatuses{"active", "inactive",
                                                           "temporarily-closed"};
inline constexpr std::array<std::string_view, 5> kPrecisions{"unknown", "rooftop", "street",
                                                             "postcode", "town"};
template <>
struct Codec<FacilityStatus> : CodesCodec<FacilityStatus, kStatuses> {};
template <>
struct Codec<GeoPrecision> : CodesCodec<GeoPrecision, kPrecisions> {};

constexpr std::array kFacilityIdsFields{
    field<&FacilityIds::organization>("organization"),
    field<&FacilityIds::service>("service"),
    field<&FacilityIds::location>("location"),
    field<&FacilityIds::service_at_location>("service_at_location"),
};
template <>
struct Codec<FacilityIds> : FieldsCodec<FacilityIds, kFacilityIdsFields> {};

constexpr std::array kOrganizationFields{
    field<&Organization::name>("name"),
    field<&Organization::alternate_name>("alternate_name"),
    field<&Organization::description>("description"),
    field<&Organization::email>("email"),
    field<&Organization::website>("website"),
};
template <>
struct Codec<Organization> : FieldsCodec<Organization, kOrganizationFields> {};

constexpr std::array kFacilityPhoneFields{
    field<&FacilityPhone::number>("number"),
    field<&FacilityPhone::extension>("extension"),
    field<&FacilityPhone::kind>("kind"),
    field<&FacilityPhone::description>("description"),
};
template <>
struct Codec<FacilityPhone> : FieldsCodec<FacilityPhone, kFacilityPhoneFields> {};

constexpr std::array kProvenanceFields{
    field<&Provenance::record>("record"),           field<&Provenance::said_on>("said_on"),
    field<&Provenance::verified_on>("verified_on"), field<&Provenance::verified_by>("verified_by"),
    field<&Provenance::method>("method"),
};
template <>
struct Codec<Provenance> : FieldsCodec<Provenance, kProvenanceFields> {};

constexpr std::array kAttributeFields{
    field<&Attribute::taxonomy>("taxonomy"), field<&Attribute::code>("code"),
    field<&Attribute::label>("label"),       field<&Attribute::category>("category"),
    field<&Attribute::value>("value"),       field<&Attribute::provenance>("provenance"),
};
template <>
struct Codec<Attribute> : FieldsCodec<Attribute, kAttributeFields> {};

constexpr std::array kCapacityFields{
    field<&Capacity::unit>("unit"),
    field<&Capacity::available>("available"),
    field<&Capacity::maximum>("maximum"),
    field<&Capacity::updated>("updated"),
    field<&Capacity::description>("description"),
};
template <>
struct Codec<Capacity> : FieldsCodec<Capacity, kCapacityFields> {};

constexpr std::array kCostOptionFields{
    field<&CostOption::option>("option"),
    field<&CostOption::amount>("amount"),
    field<&CostOption::currency>("currency"),
    field<&CostOption::description>("description"),
};
template <>
struct Codec<CostOption> : FieldsCodec<CostOption, kCostOptionFields> {};

constexpr std::array kDocumentedLevelFields{
    field<&DocumentedLevel::level>("level"),
    field<&DocumentedLevel::edition>("edition"),
    field<&DocumentedLevel::certifier>("certifier"),
    field<&DocumentedLevel::valid_from>("valid_from"),
    field<&DocumentedLevel::valid_to>("valid_to"),
    field<&DocumentedLevel::url>("url"),
};
template <>
struct Codec<DocumentedLevel> : FieldsCodec<DocumentedLevel, kDocumentedLevelFields> {};

constexpr std::array kOpenSpanFields{
    field<&OpenSpan::days>("days"),     field<&OpenSpan::opens>("opens"),
    field<&OpenSpan::closes>("closes"), field<&OpenSpan::from>("from"),
    field<&OpenSpan::until>("until"),   field<&OpenSpan::note>("note"),
};
template <>
struct Codec<OpenSpan> : FieldsCodec<OpenSpan, kOpenSpanFields> {};

constexpr std::array kHoursFields{
    field<&Hours::spans>("spans"),
    field<&Hours::closed>("closed"),
    field<&Hours::zone>("zone"),
    field<&Hours::words>("words"),
};
template <>
struct Codec<Hours> : FieldsCodec<Hours, kHoursFields> {};

constexpr std::array kFacilityFields{
    field<&Facility::ids>("ids"),
    field<&Facility::name>("name"),
    field<&Facility::program>("program"),
    field<&Facility::organization>("organization"),
    field<&Facility::description>("description"),
    field<&Facility::status>("status"),
    field<&Facility::alert>("alert"),
    field<&Facility::place>("place"),
    field<&Facility::precision>("precision"),
    field<&Facility::has_place>("has_place"),
    field<&Facility::confidential>("confidential"),
    field<&Facility::external_id>("external_id"),
    field<&Facility::phones>("phones"),
    field<&Facility::website>("website"),
    field<&Facility::email>("email"),
    field<&Facility::hours>("hours"),
    field<&Facility::languages>("languages"),
    field<&Facility::areas_served>("areas_served"),
    field<&Facility::attributes>("attributes"),
    field<&Facility::provenances>("provenances"),
    field<&Facility::capacities>("capacities"),
    field<&Facility::costs>("costs"),
    field<&Facility::levels>("levels"),
    field<&Facility::required_documents>("required_documents"),
    field<&Facility::accessibility>("accessibility"),
    field<&Facility::minimum_age>("minimum_age"),
    field<&Facility::maximum_age>("maximum_age"),
    field<&Facility::eligibility>("eligibility"),
    field<&Facility::how_to_apply>("how_to_apply"),
    field<&Facility::fees>("fees"),
    field<&Facility::wait>("wait"),
    field<&Facility::accreditations>("accreditations"),
    field<&Facility::supplies_note>("supplies_note"),
    field<&Facility::updated>("updated"),
    field<&Facility::is_published>("is_published"),
    field<&Facility::residue>("residue"),
};
using FacilityCodec = FieldsCodec<Facility, kFacilityFields>;

constexpr std::size_t kUsualRecordBytes = 4096;

std::string facility_record(const Facility& facility) {
    std::string record;
    record.reserve(kUsualRecordBytes);
    json::Writer out(record);
    FacilityCodec::write(out, facility);
    return record;
}

Result<Facility> facility_of_record(std::string_view record) {
    auto value = TRY(json::parse(record));
    Facility facility;
    if (!FacilityCodec::read(value, facility)) {
        return fail(ErrorKind::unreadable, "A stored place cannot be read.");
    }
    return facility;
}

std::string facility_remains(std::string_view record) {
    Facility remains;
    if (auto facility = facility_of_record(record)) {
        remains.name = std::move(facility->name);
        remains.ids = std::move(facility->ids);
    }
    return facility_record(remains);
}

}  // namespace waymark::storage
