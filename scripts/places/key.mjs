// The key under which a name is found. src/places/key.cpp makes the same one
// from what a person types, and a test compares the two over every town.

// As waymark::fold: NFKD, no marks, case folded, other signs one space.
export function fold(text) {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ς/g, 'σ')
    .replace(/[\p{Mn}\p{Me}'’]/gu, '')
    .replace(/[^\p{L}\p{Nd}\p{Mc}]+/gu, ' ')
    .trim();
}

const kShort = new Map([['saint', 'st'], ['sainte', 'ste'], ['mount', 'mt'], ['fort', 'ft']]);

export function key(text) {
  const words = fold(text.replace(/[‘ʻʼ]/g, '')).split(' ');
  return words.map((word) => kShort.get(word) ?? word).join(' ');
}
