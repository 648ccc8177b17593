// The quadtree of @photostructure/tz-lookup (CC0): its text of two-character
// nodes and its list of zones, taken out of the one function the package is.
// src/places/zone_lookup.cpp walks it as the package does.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Table } from './table.mjs';

const require = createRequire(import.meta.url);

export function zoneTable() {
  const source = fs.readFileSync(require.resolve('@photostructure/tz-lookup'), 'utf8');
  const found = source.match(/^function tzlookup\(Y,W\)\{var X="([^"\\]+)",T=(\[[^\]]+\]);/);
  if (!found || !source.includes('K+T.length<3136')) {
    throw new Error('@photostructure/tz-lookup is written in a new way: read it again');
  }
  const table = new Table();
  table.texts([found[1]]);
  table.texts(JSON.parse(found[2]));
  return table;
}
