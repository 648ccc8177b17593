// Countries, and the states, provinces and nations that people write after a
// town. Country names come from Intl (Unicode CLDR) in English and Spanish;
// the tables below are ours.
import { key } from './key.mjs';

// Letters, English name, other names people write.
const kUsStates = `
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia/D.C./Distrito de Columbia|FL Florida|GA Georgia|HI Hawaii/Hawái|ID Idaho
IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana/Luisiana|ME Maine|MD Maryland
MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi/Misisipi|MO Missouri/Misuri|MT Montana
NE Nebraska|NV Nevada|NH New Hampshire/Nuevo Hampshire|NJ New Jersey/Nueva Jersey
NM New Mexico/Nuevo México|NY New York/Nueva York|NC North Carolina/Carolina del Norte
ND North Dakota/Dakota del Norte|OH Ohio|OK Oklahoma|OR Oregon/Oregón|PA Pennsylvania/Pensilvania
RI Rhode Island|SC South Carolina/Carolina del Sur|SD South Dakota/Dakota del Sur|TN Tennessee
TX Texas/Tejas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia/Virginia Occidental
WI Wisconsin|WY Wyoming`;

const kProvinces = `
AB Alberta|BC British Columbia/Columbia Británica/Colombie-Britannique|MB Manitoba
NB New Brunswick/Nouveau-Brunswick|NL Newfoundland and Labrador/Newfoundland
NS Nova Scotia/Nouvelle-Écosse|NT Northwest Territories|NU Nunavut|ON Ontario
PE Prince Edward Island/PEI|QC Quebec/Québec|SK Saskatchewan|YT Yukon`;

const kNations = `
ENG England/Inglaterra|SCT Scotland/Escocia|WLS Wales/Gales
NIR Northern Ireland/Irlanda del Norte`;

const kAustralia = `
ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland
SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia`;

// GeoNames' own codes of the first administrative level.
const kCodes = {
  CA: { '01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON',
        '09': 'PE', 10: 'QC', 11: 'SK', 12: 'YT', 13: 'NT', 14: 'NU' },
  AU: { '01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC',
        '08': 'WA' },
};

// Shorter than CLDR has them, or changed from one of its versions to the next.
const kShown = {
  CD: 'DR Congo', CG: 'Congo', HK: 'Hong Kong', MM: 'Myanmar', MO: 'Macao', TR: 'Türkiye',
};

const kAliases = {
  US: ['USA', 'U.S.A.', 'U.S.', 'United States of America', 'America', 'EE. UU.', 'EEUU'],
  GB: ['UK', 'U.K.', 'Great Britain', 'Britain', 'Gran Bretaña'],
  AE: ['UAE'], NL: ['Holland', 'Holanda'], CZ: ['Czech Republic'], CI: ['Ivory Coast'],
  TR: ['Turkey'], MM: ['Burma'], CV: ['Cape Verde'], SZ: ['Swaziland'], MK: ['Macedonia'],
  CD: ['DR Congo', 'Democratic Republic of the Congo'], CG: ['Republic of the Congo'],
  HK: ['Hong Kong'], MO: ['Macau'], KR: ['Korea'], BA: ['Bosnia'], VA: ['Vatican'],
};

const kRegions = { US: kUsStates, CA: kProvinces, GB: kNations, AU: kAustralia };

function rowsOf(text) {
  return text.trim().split(/[|\n]/).map((row) => {
    const [, code, names] = row.match(/^(\S+) (.*)$/);
    return { code, names: names.split('/') };
  });
}

// Spanish state names and the like stand beside the English ones, the first is shown.
// An area is { country, region, shown, names: [{ key, rank }] }. A name of lower
// rank is meant first: "CA" after a town is California before it is Canada.
export function areas(countryCodes) {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const spanish = new Intl.DisplayNames(['es'], { type: 'region' });
  if (spanish.of('US') !== 'Estados Unidos') throw new Error('node lacks Spanish (full ICU) names');
  const list = [];
  for (const country of [...countryCodes].sort()) {
    const shown = kShown[country] ?? english.of(country);
    const names = [shown, english.of(country), spanish.of(country), ...(kAliases[country] ?? [])];
    list.push(area(country, '', shown, names, country));
    if (!kRegions[country]) continue;
    for (const { code, names: regional } of rowsOf(kRegions[country])) {
      const label = country === 'GB' || country === 'AU' ? regional[0] : code;
      list.push(area(country, code, label, regional, code));
    }
  }
  return list;
}

function area(country, region, shown, names, code) {
  const codeRank = country === 'US' || country === 'CA' ? (region ? 0 : 1) : 1;
  const found = new Map([[key(code), codeRank]]);
  for (const name of names) found.set(key(name), 0);
  // "St Kitts & Nevis" is also written with "and".
  for (const name of names) if (name.includes('&')) found.set(key(name.replace('&', 'and')), 0);
  return { country, region, shown, names: [...found].map(([name, rank]) => ({ key: name, rank })) };
}

// Our letters for GeoNames' code; empty where we have no letters.
export function regionOf(country, adminCode) {
  if (country === 'US' || country === 'GB') return adminCode;
  if (!kCodes[country]) return '';
  const letters = kCodes[country][adminCode];
  if (!letters) throw new Error(`No letters for ${country} ${adminCode}`);
  return letters;
}

// Canada Post gives each province its own first letters; X is shared.
const kPostalProvinces = {
  A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON', N: 'ON',
  P: 'ON', R: 'MB', S: 'SK', T: 'AB', V: 'BC', Y: 'YT', X0A: 'NU', X0B: 'NU', X0C: 'NU', X0E: 'NT',
  X0G: 'NT', X1A: 'NT',
};

export function provinceOfPostcode(fsa) {
  const province = kPostalProvinces[fsa] ?? kPostalProvinces[fsa[0]];
  if (!province) throw new Error(`No province has postal codes in ${fsa}`);
  return province;
}
