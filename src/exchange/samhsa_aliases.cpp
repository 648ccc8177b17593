#include "exchange/samhsa_aliases.h"

#include <array>

namespace waymark::exchange {
namespace {

// Only where the two plainly mean the same. "Methadone and buprenorphine clients
// only" and its like have no code today and stay words.
constexpr auto kAliases = std::to_array<SamhsaAlias>({
    {"Substance abuse treatment", "SA"},
    {"Substance abuse treatment services", "SA"},
    {"Mental health treatment services", "MH"},
    {"Transitional housing or halfway house", "HH"},
    {"Hospital inpatient", "HI"},
    {"Residential", "RES"},
    {"Telemedicine/telehealth", "TELE"},
    {"Accepts clients on opioid medication", "MOA"},
    {"Do not use medication for opioid addiction", "NMOA"},
    {"Does not use medication for opioid addiction", "NMOA"},
    {"Does not treat opioid addiction", "NOOP"},
    {"Prescribes/administers buprenorphine", "UB"},
    {"Prescribes/administers naltrexone", "UN"},
    {"Relapse prevention from naltrexone", "RPN"},
    {"SAMHSA-certified Opioid Treatment Program", "OTP"},
    {"Buprenorphine with naloxone (Suboxone®)", "BWN"},
    {"Buprenorphine (extended-release, injectable, for example, Sublocade®)", "BERI"},
    {"Buprenorphine sub-dermal implant (Probuphine®)", "BSDM"},
    {"Disulfiram (Antabuse®)", "DSF"},
    {"Extended-release, injectable Naltrexone (Vivitrol®)", "VTRL"},
    {"Medications for psychiatric disorders", "MMD"},
    {"Nicotine replacement therapy", "NRT"},
    {"Non-nicotine smoking/tobacco cessation medications", "NSC"},
    {"Smoking/tobacco cessation counseling", "TCC"},
    {"Substance use counseling approach", "SACA"},
    {"Substance abuse counseling approach", "SACA"},
    {"Contingency management/motivational incentive", "CMI"},
    {"12-step facilitation approach", "TWFA"},
    {"Trauma therapy", "TRC"},
    {"Regional/district or county, local or municipal government", "LCCG"},
    {"State substance abuse agency", "STAG"},
    {"Commission on Accreditation of Rehabilitation Facilities", "CARF"},
    {"Council on Accreditation", "COA"},
    {"Joint Commission", "JC"},
    {"Healthcare Facilities Accreditation Program", "HFAP"},
    {"National Committee for Quality Assurance", "NCQA"},
    {"SAMHSA certification for opioid treatment program", "SOTP"},
    {"Federal, or any government funding for substance abuse programs", "FSA"},
    {"Military insurance (e.g., TRICARE)", "MI"},
    {"Transitional age young adults", "TAY"},
    {"Lesbian, gay, bisexual, or transgender (LGBT) clients", "GL"},
    {"Lesbian, gay, bisexual, transgender, or queer/questioning (LGBTQ) clients", "GL"},
    {"Military families", "MF"},
    {"Clients referred from the court/judicial system", "CJ"},
    {"Persons with co-occurring mental and substance use disorders", "CO"},
    {"Persons with HIV or AIDS", "HV"},
    {"Persons who have experienced sexual abuse", "XA"},
    {"Persons who have experienced intimate partner violence, domestic violence", "DV"},
    {"Persons who have experienced trauma", "TRMA"},
    {"Screening for mental health disorders", "SMHD"},
    {"Breath analyzer or blood alcohol testing", "BABA"},
    {"Individual counseling offered", "ICO"},
    {"Group counseling offered", "GCO"},
    {"Family counseling offered", "FCO"},
    {"Marital/couples counseling offered", "MCO"},
    {"Substance abuse education", "SAE"},
    {"Case management", "CM"},
    {"Consumer-run (peer-support) services", "PEER"},
    {"Domestic violence services-family or partner", "DVFP"},
    {"Treatment for non-substance use addiction disorder", "TOD"},
    // Ticked by many that take others too: not DUO, which serves nobody else.
    {"DUI/DWI clients", "DU"},
    {"Serves only DUI clients", "DUO"},
    {"Seniors (65 or older)", "SNR"},
    {"Adults (26-64)", "ADLT"},
    {"Young adults (18-25)", "YAD"},
    {"Services for the deaf and hard of hearing", "AH"},
});

}  // namespace

std::span<const SamhsaAlias> samhsa_aliases() {
    return kAliases;
}

}  // namespace waymark::exchange
