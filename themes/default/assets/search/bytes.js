// The files of the search index: fetched, unpacked, checked and read; words cut and folded as generator/textindex does.
(() => {
  "use strict";

  const letters = /[\p{L}\p{N}\p{M}\xAD\xB7\u2027\u200B-\u200D\u2060\uFEFF\uE000]+/gu;
  const dots = /(\p{N})\.(?=\p{N})/gu;
  const cyrillic = /(\p{sc=Cyrl})['`‘’ʼʹ′](?=\p{sc=Cyrl})/gu;

  /** An error that says what kind of trouble it is: network or damaged. */
  const trouble = (kind, cause) => Object.assign(new Error(kind), { kind, cause });

  // ---- bytes

  const script = (address) => new Promise((done, fail) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = done;
    element.onerror = () => fail(trouble("network"));
    document.head.append(element);
  });

  async function unzip(bytes, inflate) {
    if (bytes[0] !== 31 || bytes[1] !== 139) return bytes; // the server has unpacked it
    if (!self.DecompressionStream && !self.mappeInflate) await script(inflate);
    try {
      if (!self.DecompressionStream) return self.mappeInflate(bytes, 10);
      return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
    } catch (error) {
      throw trouble("damaged", error);
    }
  }

  const decode = (bytes) => new TextDecoder().decode(bytes);

  /** A number that was counted 0, -1, 1, -2 and so on. */
  const unfolded = (n) => n % 2 ? -(n + 1) / 2 : n / 2;

  /** Reads the parts of a file one after the other. */
  function reader(bytes, at = 0) {
    const take = (n) => {
      if (!(n >= 0 && at + n <= bytes.length)) throw trouble("damaged");
      at += n;
      return bytes.subarray(at - n, at);
    };
    const number = () => {
      let value = 0, scale = 1, byte;
      do {
        byte = bytes[at++];
        if (byte === undefined) throw trouble("damaged");
        value += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      return value;
    };
    const signed = () => unfolded(number());
    const count = () => {
      const n = number();
      if (n > bytes.length) throw trouble("damaged");
      return n;
    };
    const block = () => take(number());
    const text = () => decode(block());
    const rest = () => take(bytes.length - at);
    return { take, number, signed, count, block, text, rest, json: () => JSON.parse(text()) };
  }

  /** Checks a file and returns its reader. */
  function opened(bytes) {
    if (String.fromCharCode(...bytes.subarray(0, 4)) !== "mpi\x03") throw trouble("damaged"); // or of another version
    let sum = -2128831035;
    for (let i = 8; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 16777619);
    if (new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true) !== sum) throw trouble("damaged");
    return reader(bytes, 8);
  }

  async function load(address, inflate) {
    let bytes;
    try {
      const response = await fetch(address);
      if (!response.ok) throw response.status;
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw trouble("network", error);
    }
    bytes = await unzip(bytes, inflate);
    return reading(() => opened(bytes));
  }

  /** Runs something that reads a file; what goes wrong there is the file's fault. */
  const reading = (job) => {
    try {
      return job();
    } catch (error) {
      throw error.kind ? error : trouble("damaged", error);
    }
  };

  // ---- words

  function folding(table) {
    const map = new Map(Object.entries(table.more));
    const to = [...table.to];
    [...table.from].forEach((letter, i) => map.set(letter, to[i]));
    map.set("\uE000", ".");
    const marks = new RegExp("[" + table.marks + "'`‘’ʼʹ′]", "gu");
    const fold = (word) => /^[a-z0-9]*$/.test(word) ? word : word.normalize("NFKD").replace(marks, "").replace(/./gsu, (letter) => map.get(letter) ?? letter);
    const words = (text) => (text.normalize("NFKC").toLowerCase().replace(dots, "$1\uE000").replace(cyrillic, "$1").match(letters) || []).map(fold).filter(Boolean);
    return { fold, words };
  }

  /** Reads n words that each share letters with the one before. */
  function wordList(bytes, n, fold) {
    const tails = decode(bytes.subarray(n)).split("\n");
    const shown = [], keys = [];
    for (let i = 0; i < n; i++) {
      shown.push((i ? shown[i - 1].slice(0, bytes[i]) : "") + tails[i]);
      keys.push(fold(shown[i]));
    }
    return { shown, keys };
  }

  /** Reads a shard: words, the groups they lead to, and each group's postings. found(place, titled) returns the document at a place; it is told
      how many words the document's titles have if the group occurs in one. */
  function shard(r, group, fold, found) {
    const n = r.count(), opened = r.count();
    const list = wordList(r.block(), n, fold);
    const counts = reader(r.block()), refs = reader(r.block());
    const from = new Uint32Array(n + 1), weak = new Uint8Array(n), to = [], weight = [];
    let next = group;
    for (let i = 0; i < n; i++) {
      const count = counts.number();
      weak[i] = count % 2;
      for (let k = count >> 1; k > 0; k--) {
        const code = refs.number(), way = Math.floor(code / 4);
        weight.push(code % 4);
        to.push(way ? next + unfolded(way - 1) : next++);
      }
      from[i + 1] = to.length;
    }
    const ahead = new Map(); // the files with the cards of the first hits of a word and another, which its groups make known
    let many = r.count();
    const names = reader(r.block());
    for (let i = 0; many; many--) ahead.set((i += names.number()) + " " + names.number(), String.fromCharCode(...names.take(6)));
    const copies = Array.from({ length: r.count() }, () => group + r.signed());
    const sizes = reader(r.block()), gaps = reader(r.block()), lengths = reader(r.block()), all = r.rest();
    let at = 0;
    const lists = Array.from({ length: opened + copies.length }, () => {
      const size = sizes.number();
      if (size > 2 * all.length) throw trouble("damaged");
      const docs = new Int32Array(size), strengths = new Uint8Array(size);
      for (let i = 0, slot = -1; i < size; i++, at++) {
        slot += gaps.number() + 1;
        strengths[i] = (all[at >> 1] >> (4 * (at & 1))) & 15;
        docs[i] = found(slot, strengths[i] & 8 ? lengths.number() : 0);
      }
      return { docs, strengths };
    });
    return { ...list, index: new Map(list.keys.map((key, i) => [key, i])), from, weak, to, weight, group, opened, copies, ahead, lists };
  }

  self.mappeBytes = { trouble, reader, script, load, reading, folding, wordList, shard };
})();
