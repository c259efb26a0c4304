// Unpacks gzip where the browser has no DecompressionStream (before Chrome 80, Safari 16.4, Firefox 113). Only the search page loads it, and
// only there.
(() => {
  "use strict";

  /** Unpacks deflate data that starts at a byte of the input. */
  function inflate(input, at) {
    let out = new Uint8Array(input.length * 6), size = 0, bit = 0, held = 0;
    const bits = (n) => {
      while (bit < n) {
        if (at >= input.length) throw new Error("inflate: damaged");
        held |= input[at++] << bit;
        bit += 8;
      }
      const value = held & ((1 << n) - 1);
      held >>>= n;
      bit -= n;
      return value;
    };
    const room = (n) => {
      if (size + n <= out.length) return;
      const larger = new Uint8Array(2 * out.length + n);
      larger.set(out);
      out = larger;
    };
    const table = (lengths) => {
      const counts = new Uint16Array(16), starts = new Uint16Array(16), symbols = [];
      for (const n of lengths) counts[n] += n ? 1 : 0;
      for (let i = 1; i < 16; i++) starts[i] = starts[i - 1] + counts[i - 1];
      lengths.forEach((n, symbol) => { if (n) symbols[starts[n]++] = symbol; });
      return () => {
        let code = 0, first = 0, index = 0;
        for (let n = 1; n < 16; n++) {
          code |= bits(1);
          if (code - first < counts[n]) return symbols[index + code - first];
          index += counts[n];
          first = (first + counts[n]) << 1;
          code <<= 1;
        }
        throw new Error("inflate: damaged");
      };
    };
    const lengthBase = [], distanceBase = [];
    for (let i = 0, base = 3; i < 28; base += 1 << (i < 8 ? 0 : (i >> 2) - 1), i++) lengthBase.push(base);
    lengthBase.push(258);
    for (let i = 0, base = 1; i < 30; base += 1 << (i < 4 ? 0 : (i >> 1) - 1), i++) distanceBase.push(base);
    const fixed = () => {
      const lengths = new Array(288);
      for (let i = 0; i < 288; i++) lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
      return [table(lengths), table(new Array(30).fill(5))];
    };
    const dynamic = () => {
      const literals = bits(5) + 257, distances = bits(5) + 1, codes = bits(4) + 4;
      const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
      const lengths = new Array(19).fill(0);
      for (let i = 0; i < codes; i++) lengths[order[i]] = bits(3);
      const next = table(lengths), all = [];
      while (all.length < literals + distances) {
        const symbol = next();
        if (symbol < 16) all.push(symbol);
        else {
          const value = symbol === 16 ? all[all.length - 1] : 0;
          for (let n = symbol === 16 ? 3 + bits(2) : symbol === 17 ? 3 + bits(3) : 11 + bits(7); n; n--) all.push(value);
        }
      }
      return [table(all.slice(0, literals)), table(all.slice(literals, literals + distances))];
    };
    for (let last = 0; !last;) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) {
        held = bit = 0;
        const n = input[at] | (input[at + 1] << 8);
        at += 4;
        room(n);
        out.set(input.subarray(at, at + n), size);
        at += n;
        size += n;
        continue;
      }
      const [literal, far] = kind === 1 ? fixed() : dynamic();
      for (let symbol; (symbol = literal()) !== 256;) {
        room(258);
        if (symbol < 256) {
          out[size++] = symbol;
          continue;
        }
        symbol -= 257;
        let n = lengthBase[symbol] + bits(symbol < 8 || symbol === 28 ? 0 : (symbol >> 2) - 1);
        const d = far(), distance = distanceBase[d] + bits(d < 4 ? 0 : (d >> 1) - 1);
        if (!(distance <= size)) throw new Error("inflate: damaged");
        for (; n; n--, size++) out[size] = out[size - distance];
      }
    }
    return out.subarray(0, size);
  }

  self.mappeInflate = inflate;
})();
