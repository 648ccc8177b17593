// What a finder in the page does that loads the whole list: parse all of it,
// then filter and sort it for each question. Asks the questions of class a
// (without their features: less work for it). Writes one line of JSON.
//
//   node whole_feed.mjs FEED URLS
import { readFileSync } from 'node:fs';

const [feed, urls] = process.argv.slice(2);
const text = readFileSync(feed, 'utf8');
const begin = performance.now();
const meetings = JSON.parse(text);
const parseMs = performance.now() - begin;

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const radians = (degrees) => (degrees * Math.PI) / 180;

function kilometers(latitude, longitude, meeting) {
  const high = Math.sin(radians(meeting.latitude - latitude) / 2);
  const wide = Math.sin(radians(meeting.longitude - longitude) / 2);
  const part = high * high + Math.cos(radians(latitude)) * Math.cos(radians(meeting.latitude)) * wide * wide;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(part));
}

function nearest(query) {
  const [latitude, longitude] = query.get('near').split(',').map(Number);
  const wanted = new Set(query.get('weekday').split(',').map((day) => days.indexOf(day)));
  const [after, before] = [query.get('after'), query.get('before')];
  return meetings
    .filter((m) => wanted.has(m.day) && m.time >= after && m.time < before && m.attendance_option !== 'online')
    .map((m) => [kilometers(latitude, longitude, m), m])
    .sort((a, b) => a[0] - b[0])
    .slice(0, 50);
}

const spent = [];
for (const line of readFileSync(urls, 'utf8').split('\n')) {
  if (!line.startsWith('a ') || spent.length === 100) continue;
  const query = new URLSearchParams(line.split('?')[1]);
  const start = performance.now();
  if (nearest(query).length > 50) throw new Error('too many');
  spent.push(performance.now() - start);
}
spent.sort((a, b) => a - b);
console.log(JSON.stringify({ bytes: Buffer.byteLength(text), parse_ms: parseMs, filter_p50_ms: spent[spent.length >> 1] }));
