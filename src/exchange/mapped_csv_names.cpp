// Names that tables give their columns, and the field that each one is.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "directory/feature.h"
#include "exchange/mapped_csv_columns.h"

namespace waymark::exchange {
namespace {

struct Field {
    std::string_view name;
    // Folded, between bars. A field's own name is always one of them.
    std::string_view columns;
};

constexpr auto kFields = std::to_array<Field>({
    {"id", "|slug|guid|uid|uuid|meeting id|key|codigo|clave|identificador|"},
    {"name",
     "|meeting name|title|meeting|meeting title|nombre|titulo|reunion|"
     "nombre de la reunion|"},
    {"day", "|weekday|day of week|day of the week|days|dia|dias|dia de la semana|"},
    {"time", "|start|start time|starts|begins|meeting time|hora|hora de inicio|inicio|comienzo|"},
    {"end_time", "|end|ends|finish|hora de fin|hora final|fin|termina|"},
    {"length", "|duration|duracion|"},
    {"timezone", "|time zone|tz|zona horaria|huso horario|"},
    {"location", "|place|venue|venue name|building|location name|lugar|sede|local|recinto|"},
    {"address", "|full address|formatted address|direccion|domicilio|direccion completa|"},
    {"street", "|street address|address line 1|calle|"},
    {"city", "|town|municipality|ciudad|localidad|municipio|poblacion|"},
    {"borough", "|distrito|"},
    {"neighborhood", "|neighbourhood|barrio|colonia|"},
    {"county", "|condado|"},
    {"state", "|province|state province|estado|provincia|"},
    {"postcode", "|zip|zip code|zipcode|post code|postal code|codigo postal|cp|"},
    {"country", "|pais|"},
    {"latitude", "|lat|latitud|"},
    {"longitude", "|lng|lon|long|longitud|"},
    {"coordinates", "|lat lng|lat lon|coordenadas|"},
    {"approximate", ""},
    {"region", "|regions|area|"},
    {"sub_region", "|subregion|"},
    {"district", ""},
    {"sub_district", ""},
    {"conference_url",
     "|online url|online link|zoom link|zoom url|meeting link|join link|"
     "virtual meeting link|enlace|enlace zoom|enlace de zoom|"},
    {"conference_url_notes", "|virtual meeting info|"},
    {"conference_phone", "|dial in|phone in|dial in number|"},
    {"conference_phone_notes", ""},
    {"types", "|type|meeting types|format|formats|tipo|tipos|formato|formatos|"},
    {"languages", "|language|idioma|idiomas|lengua|"},
    {"fellowship", "|program|programme|programa|confraternidad|"},
    {"venue_kind", "|venue type|attendance|attendance option|modalidad|meeting mode|"},
    {"medication", "|medication welcome|medicacion|"},
    {"notes", "|note|comments|notas|nota|comentarios|observaciones|"},
    {"location_notes", "|directions|access notes|notas del lugar|indicaciones|como llegar|"},
    {"group", "|group name|grupo|nombre del grupo|"},
    {"group_notes", "|notas del grupo|"},
    {"website", "|web|web site|url|pagina web|sitio web|"},
    {"email", "|e mail|correo|correo electronico|"},
    {"phone", "|telephone|telefono|"},
    {"feedback_url", ""},
    {"updated", "|last updated|last update|actualizado|ultima actualizacion|"},
    {"contact_1_name", ""},
    {"contact_1_email", ""},
    {"contact_1_phone", ""},
    {"contact_2_name", ""},
    {"contact_2_email", ""},
    {"contact_2_phone", ""},
    {"contact_3_name", ""},
    {"contact_3_email", ""},
    {"contact_3_phone", ""},
    {"venmo", ""},
    {"paypal", ""},
    {"square", "|cash app|"},
});

// Columns of yes and no, beside a feature's own code and name.
constexpr auto kFeatureColumns = std::to_array<Field>({
    {"wheelchair",
     "|wheelchair accessible|accessible|accessibility|silla de ruedas|"
     "acceso en silla de ruedas|accesible|"},
    {"hearing-loop", "|hearing|induction loop|bucle magnetico|"},
    {"sign-language", "|bsl|asl|lengua de senas|lengua de signos|"},
    {"child-care", "|childcare|babysitting|child friendly|cuidado de ninos|guarderia|"},
    {"proof-of-attendance", "|chit|proof of attendance|comprobante de asistencia|"},
    {"open", "|open meeting|abierta|"},
    {"closed", "|closed meeting|cerrada|"},
    {"women", "|women only|mujeres|"},
    {"men", "|men only|hombres|"},
    {"lgbtq", "|lgbt|lgbtq|lgbtqia|"},
    {"young", "|young people|jovenes|"},
    {"newcomers", "|beginners|newcomer|principiantes|recien llegados|"},
});

std::optional<std::string_view> found_in(std::span<const Field> fields, std::string_view folded) {
    const std::string between_bars = "|" + std::string{folded} + "|";
    for (const Field& field : fields) {
        if (fold(field.name) == folded || field.columns.find(between_bars) != std::string::npos) {
            return field.name;
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_table_field(std::string_view field) {
    return std::ranges::find(kFields, field, &Field::name) != kFields.end() ||
           directory::feature_of_code(field).has_value();
}

std::optional<std::string_view> field_of_column(std::string_view column) {
    const std::string folded = fold(column);
    if (folded.empty()) return std::nullopt;
    if (const auto field = found_in(kFields, folded)) return field;
    if (const auto field = found_in(kFeatureColumns, folded)) return field;
    for (const auto& feature : directory::features()) {
        if (fold(feature.code) == folded || fold(feature.name) == folded) return feature.code;
    }
    return std::nullopt;
}

}  // namespace waymark::exchange
