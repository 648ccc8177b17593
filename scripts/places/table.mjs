// The file format of every place table: "WMT1", the number of sections, where
// each begins and how long it is, then the sections, each on a 4-byte boundary.
// Numbers are little-endian. src/places/table.h reads it in place.
export class Table {
  #sections = [];

  // numbers as "Uint8", "Uint16", "Uint32" or "Int32".
  column(type, numbers) {
    const Kind = globalThis[`${type}Array`];
    const values = Kind.from(numbers);
    values.forEach((value, row) => {
      if (value !== numbers[row]) throw new Error(`${numbers[row]} does not fit ${type}`);
    });
    this.#sections.push(Buffer.from(values.buffer));
  }

  // Two sections: where each text begins (and where the last one ends), and the bytes.
  texts(list) {
    const bytes = list.map((text) => Buffer.from(text, 'utf8'));
    let end = 0;
    const offsets = [0, ...bytes.map((each) => (end += each.length))];
    this.column('Uint32', offsets);
    this.#sections.push(Buffer.concat(bytes));
  }

  bytes() {
    const header = Buffer.alloc(8 + 8 * this.#sections.length);
    header.write('WMT1', 'latin1');
    header.writeUInt32LE(this.#sections.length, 4);
    const parts = [header];
    let at = header.length;
    this.#sections.forEach((section, n) => {
      header.writeUInt32LE(at, 8 + 8 * n);
      header.writeUInt32LE(section.length, 12 + 8 * n);
      const padding = Buffer.alloc((4 - (section.length % 4)) % 4);
      parts.push(section, padding);
      at += section.length + padding.length;
    });
    return Buffer.concat(parts);
  }
}

// Byte order, which is what the binary search of the reader goes by.
export function byBytes(a, b) {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
