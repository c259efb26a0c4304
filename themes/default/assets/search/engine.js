// The search engine: answers questions from the files that generator/textindex makes. It knows no language: letters are folded by a table
// the index brings along, and words lead to groups of documents by number. docs/search.md explains ranking and files.
(() => {
  "use strict";

  const version = 1;
  const enough = 10; // hits; with fewer one word of the question may be missing
  const weights = [1, 0.6, 0.35]; // of a word that is all, half or less of a concept's name
  const letters = /[\p{L}\p{N}\p{M}\xAD\xB7\u2027\u200B-\u200D\u2060\uFEFF\uE000]+/gu;
  const dots = /(\p{N})\.(?=\p{N})/gu;
  const cyrillic = /(\p{Script=Cyrillic})['`‘’ʼʹ′](?=\p{Script=Cyrillic})/gu;

  /** An error that says what kind of trouble it is: network, damaged, version or unsupported. */
  const trouble = (kind, cause) => Object.assign(new Error("search: " + kind), { kind, cause });

  // ---- bytes

  async function unzip(bytes) {
    if (bytes[0] !== 31 || bytes[1] !== 139) return bytes; // the server has unpacked it
    try {
      if (typeof DecompressionStream === "undefined") return self.mappeInflate(bytes, 10); // inflate.js, which the page brings to old browsers
      return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
    } catch (error) {
      throw trouble("damaged", error);
    }
  }

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
        if (byte === undefined || scale > 2 ** 42) throw trouble("damaged");
        value += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      return value;
    };
    const signed = () => {
      const n = number();
      return n % 2 ? -(n + 1) / 2 : n / 2;
    };
    const count = () => {
      const n = number();
      if (n > bytes.length) throw trouble("damaged");
      return n;
    };
    const block = () => take(number());
    const text = () => new TextDecoder().decode(block());
    const rest = () => take(bytes.length - at);
    return { take, number, signed, count, block, text, rest, json: () => JSON.parse(text()) };
  }

  /** Checks a file and returns its reader. */
  function opened(bytes) {
    if (bytes[0] !== 109 || bytes[1] !== 112 || bytes[2] !== 105) throw trouble("damaged");
    if (bytes[3] !== version) throw trouble("version");
    let sum = -2128831035;
    for (let i = 8; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 16777619);
    if ((bytes[4] | (bytes[5] << 8) | (bytes[6] << 16) | (bytes[7] << 24)) !== sum) throw trouble("damaged");
    return reader(bytes, 8);
  }

  async function load(address) {
    if (typeof fetch === "undefined" || address.startsWith("file:")) throw trouble("unsupported");
    let bytes;
    try {
      const response = await fetch(address);
      if (!response.ok) throw response.status;
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw trouble("network", error);
    }
    return opened(await unzip(bytes));
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
    const spans = [...table.marks];
    const marks = new RegExp("[" + spans.map((mark, i) => (i % 2 ? "-" + mark : mark)).join("") + "'`‘’ʼʹ′]", "gu");
    const fold = (word) => /^[a-z0-9]*$/.test(word) ? word : Array.from(word.normalize("NFKD").replace(marks, ""), (letter) => map.has(letter) ? map.get(letter) : letter).join("");
    const words = (text) => (text.normalize("NFKC").toLowerCase().replace(dots, "$1\uE000").replace(cyrillic, "$1").match(letters) || []).map(fold).filter(Boolean);
    return { fold, words };
  }

  /** Reads n words that each share letters with the one before. */
  function wordList(bytes, n, fold) {
    const tails = new TextDecoder().decode(bytes.subarray(n)).split("\n");
    const shown = [], keys = [];
    for (let i = 0; i < n; i++) {
      shown.push((i ? shown[i - 1].slice(0, bytes[i]) : "") + tails[i]);
      keys.push(fold(shown[i]));
    }
    return { shown, keys };
  }

  /** Reads a shard: words, the groups they lead to, and where each group's postings begin. */
  function shard(r, group, fold) {
    const n = r.count(), groups = r.count();
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
        to.push(way ? next + (way % 2 ? (way - 1) / 2 : -way / 2) : next++);
      }
      from[i + 1] = to.length;
    }
    const sizes = reader(r.block()), gaps = r.block(), strengths = r.rest();
    const starts = new Uint32Array(groups + 1), places = new Uint32Array(groups + 1);
    for (let i = 0, at = 0; i < groups; i++) {
      const size = sizes.number();
      if (size > gaps.length) throw trouble("damaged");
      starts[i + 1] = starts[i] + size;
      for (let k = size; k; k--) {
        while (gaps[at] > 127) at++;
        at++;
      }
      if (at > gaps.length) throw trouble("damaged");
      places[i + 1] = at;
    }
    return { ...list, index: new Map(list.keys.map((key, i) => [key, i])), from, weak, to, weight, group, starts, places, gaps, strengths, lists: [] };
  }

  /** How many errors lead from one word to others: letters left out, added, taken for another or exchanged. Words are in alphabetical
      order and share the rows of the letters they begin with. found(i, errors, begun) is told of those with few; begun is set when only the
      beginning of the word is like it. */
  function similar(word, keys, most, typing, found) {
    const width = word.length + 1;
    const rows = [Uint8Array.from({ length: width }, (_, i) => i)];
    const lows = [0]; // the least number in each row
    let before = "", dead = 99; // the length of a beginning that no ending makes good
    keys.forEach((key, index) => {
      let same = 0;
      while (same < before.length && same < key.length && key[same] === before[same]) same++;
      if (same >= dead) return;
      dead = 99;
      before = key;
      let begun = 9;
      const longest = Math.min(key.length, word.length + most + (typing ? 0 : 1));
      for (let i = 1; i <= longest; i++) {
        const above = rows[i - 1];
        let row = rows[i];
        if (i > same || !row) {
          row = rows[i] = rows[i] || new Uint8Array(width);
          row[0] = lows[i] = i;
          for (let j = 1; j < width; j++) {
            const equal = key[i - 1] === word[j - 1];
            let least = Math.min(above[j - 1] + (equal ? 0 : 1), above[j] + 1, row[j - 1] + 1);
            if (i > 1 && j > 1 && key[i - 1] === word[j - 2] && key[i - 2] === word[j - 1]) least = Math.min(least, rows[i - 2][j - 2] + 1);
            row[j] = least;
            if (least < lows[i]) lows[i] = least;
          }
        }
        begun = Math.min(begun, row[width - 1]);
        if (lows[i] > most && lows[i - 1] > most) {
          dead = i;
          before = key.slice(0, i);
          return;
        }
      }
      before = key.slice(0, longest);
      const errors = key.length <= longest ? rows[key.length][width - 1] : 9;
      if (errors <= most) found(index, errors, false);
      else if (typing && begun <= most) found(index, begun, true);
    });
  }

  // ---- the engine

  async function open(folder, name) {
    const file = (what, hash) => load(folder.replace(/\/?$/, "/") + what + "." + hash + ".bin");
    const r = await load(folder.replace(/\/?$/, "/") + name);
    return reading(() => engine(r, file));
  }

  function engine(r, file) {
    const head = r.json();
    const { fold, words } = folding(head.fold);

    // Which places are taken: postings name places, everything else documents.
    const taken = r.take(4 * r.count()), documents = new Int32Array(taken.length * 8).fill(-1);
    let size = 0;
    for (let i = 0; i < documents.length; i++) if ((taken[i >> 3] >> (i & 7)) & 1) documents[i] = size++;
    const titles = r.take(size), ranks = r.take(size);
    const distances = (from) => {
      const values = new Int32Array(size);
      for (let i = 0; i < size; i++) values[i] = (i ? values[i - 1] : 0) + from.signed();
      return values;
    };
    const starts = distances(r);
    let orders = head.order ? null : [distances(r), distances(r)];

    const column = (from, facet) => {
      const combinations = [];
      for (let n = from.count(); n; n--) {
        const terms = [];
        for (let k = from.count(), term = 0; k; k--) terms.push((term += from.number()));
        combinations.push(terms);
      }
      const values = new Uint32Array(size);
      for (let shift = 0; !shift || combinations.length > 1 << shift; shift += 8) from.take(size).forEach((byte, i) => { values[i] |= byte << shift; });
      for (const value of values) if (value >= combinations.length) throw trouble("damaged");
      facet.loaded = true;
      facet.combinations = combinations;
      facet.values = values;
    };
    const facets = head.facets.map((facet) => ({ ...facet, loaded: false }));
    for (const facet of facets) if (!facet.later) column(r, facet);

    /** A list of shards, loaded as they are asked for. */
    const tierOf = (list, what, offset) => ({
      offset,
      shards: list.names.map((hash, i) => ({ first: list.first[i], group: list.groups[i], load: async (s) => {
        const from = await file(what, hash);
        s.data = reading(() => shard(from, s.group, fold));
      } })),
    });
    const whole = head.core ? null : shard(reader(r.block()), 0, fold); // a small core stands in the head
    const core = whole ? { offset: 0, shards: [{ first: "", group: 0, data: whole }] } : tierOf(head.core, "k", 0);
    // The words that a mistyped one may stand for; of a core in pieces they are a file of their own.
    const vocabulary = { data: whole, load: async (s) => {
      const from = await file("words", head.words);
      s.data = reading(() => {
        const n = from.count(), list = wordList(from.block(), n, fold);
        return { ...list, counts: from.take(n), index: new Set(list.keys) };
      });
    } };
    let affixes = head.affixes;
    const tongues = { load: async (s) => {
      const from = await file("tongues", head.tongues);
      reading(() => {
        affixes = affixes.concat(from.json());
        s.data = shard(reader(from.block()), -1, fold);
      });
    } };
    const text = { offset: 1 << 28, shards: null, load: async (s) => {
      const from = await file("text", head.text);
      s.shards = reading(() => tierOf(from.json(), "t", s.offset).shards);
    } };
    const later = { load: async (s) => {
      const from = await file("later", head.later);
      reading(() => {
        from.json().forEach((data) => Object.assign(facets.find((facet) => facet.id === data.id), data));
        for (const facet of facets) if (facet.later) column(from, facet);
        s.data = true;
      });
    } };
    const order = { load: async (s) => {
      const from = await file("order", head.order);
      reading(() => { orders = [distances(from), distances(from)]; });
      s.data = true;
      ties = null;
    } };

    // What an answer lacks is put on this list; when it has been loaded, the question is asked again.
    let missing = new Set();
    const has = (thing) => {
      if (thing.data || thing.shards) return true;
      missing.add(thing);
      return false;
    };
    const fetched = (things) => Promise.all(Array.from(things, (thing) => {
      if (!thing.coming) thing.coming = thing.load(thing).catch((error) => {
        thing.coming = null;
        throw error;
      });
      return thing.coming;
    }));
    const complete = (ask) => {
      missing = new Set();
      const answer = reading(ask);
      return missing.size ? fetched(missing).then(() => complete(ask)) : answer;
    };

    // ---- postings

    const lastBefore = (shards, fits) => {
      let low = 0, high = shards.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (fits(shards[middle])) low = middle;
        else high = middle - 1;
      }
      return shards[low];
    };

    /** The documents of a group and how strongly it occurs in each. */
    const postings = (tier, group) => {
      const s = lastBefore(tier.shards, (one) => one.group <= group);
      if (!has(s)) return null;
      const at = group - s.group, d = s.data;
      if (d.lists[at]) return d.lists[at];
      const from = d.starts[at], n = d.starts[at + 1] - from;
      const docs = new Int32Array(n || 0), strengths = new Uint8Array(n || 0);
      for (let i = 0, slot = -1, pos = d.places[at]; i < n; i++) {
        let gap = 0, shift = 0, byte;
        do {
          byte = d.gaps[pos++];
          gap |= (byte & 127) << shift;
          shift += 7;
        } while (byte > 127);
        slot += gap + 1;
        docs[i] = documents[slot];
        strengths[i] = (d.strengths[(from + i) >> 1] >> (4 * ((from + i) & 1))) & 15;
      }
      return (d.lists[at] = { docs, strengths });
    };

    // ---- from a word of the question to groups

    /** Looks a folded word up: [shard, number], or null. */
    const exact = (tier, word) => {
      const s = tier === tongues ? tongues : lastBefore(tier.shards, (one) => one.first <= word);
      if (!has(s)) return null;
      const i = s.data.index.get(word);
      return i === undefined ? null : [s.data, i];
    };
    /** Looks a word up without loading anything. */
    const peek = (tier, word) => {
      const s = tier === tongues ? tongues : lastBefore(tier.shards, (one) => one.first <= word);
      return s.data ? exact(tier, word) : null;
    };
    /** Looks a word of the core up; loads only for a word that is known to be there. */
    const maybe = (word) => vocabulary.data && vocabulary.data.index.has(word) ? exact(core, word) : peek(core, word);

    /** Makes what a word of the question leads to; take() adds words of a dictionary. */
    const meaning = (word) => ({ word, groups: new Map(), pairs: [], keys: new Set(), weak: false });
    const take = (into, tier, hit, share) => {
      if (!hit) return false;
      const [d, i] = hit, offset = tier.offset || 0, parts = [];
      into.keys.add(d.keys[i]);
      for (let k = d.from[i]; k < d.from[i + 1]; k++) {
        if (d.weight[k] === 3) parts.push(d.to[k] + offset);
        else into.groups.set(d.to[k] + offset, Math.max(into.groups.get(d.to[k] + offset) || 0, share * weights[d.weight[k]]));
      }
      if (parts.length > 1) into.pairs.push([parts, share * 0.7]);
      return true;
    };

    /** Spellings that a reader may have meant by theirs: ae for ä. */
    const spellings = (word) => {
      const all = [word];
      for (const [from, to] of head.spell) for (const one of [...all]) if (one.includes(from)) all.push(one.split(from).join(to));
      return all.slice(0, 8);
    };

    /** Where words with a beginning stand in a sorted list. */
    const span = (keys, begin) => {
      let low = 0, high = keys.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (keys[middle] < begin) low = middle + 1;
        else high = middle;
      }
      let end = low;
      while (end < keys.length && keys[end].startsWith(begin)) end++;
      return [low, end];
    };

    /** Words that differ in known endings and prefixes alone; of them those that share most. */
    const inflected = (tier, word) => {
      let best = 0, hits = [];
      for (const { e, p } of affixes) {
        const ends = new Set(["", ...e]), begins = ["", ...p];
        for (const begin of begins) for (const end of ends) {
          const stem = word.slice(begin.length, word.length - end.length);
          if (begin + stem + end !== word || stem.length < Math.max(best, stem < "{" ? 4 : 3)) continue;
          for (const other of begins) {
            const d = tier === tongues ? tier.data : lastBefore(tier.shards, (one) => one.first <= other + stem).data;
            if (!d) continue;
            for (let [i, to] = span(d.keys, other + stem); i < to; i++) {
              if (d.weak[i] || !ends.has(d.keys[i].slice(other.length + stem.length))) continue;
              if (stem.length > best) [best, hits] = [stem.length, []];
              hits.push([d, i]);
            }
          }
        }
      }
      return hits;
    };

    /** How many documents a word of a dictionary is in, as a logarithm. */
    const common = (d, i) => {
      if (d.counts) return d.counts[i];
      let most = 0;
      for (let k = d.from[i]; k < d.from[i + 1]; k++) {
        const at = d.to[k] - d.group;
        if (d.weight[k] !== 3 && at >= 0 && at + 1 < d.starts.length) most = Math.max(most, d.starts[at + 1] - d.starts[at]);
      }
      return Math.log2(most + 1);
    };

    /** Adds the words that begin with what is typed, the most common ones. */
    const begun = (into, word) => {
      const found = [];
      const first = core.shards.indexOf(lastBefore(core.shards, (one) => one.first <= word));
      for (let at = first; at < core.shards.length && at < first + 3; at++) {
        const s = core.shards[at];
        if (at > first && !s.first.startsWith(word) || !has(s)) break;
        for (let [i, to] = span(s.data.keys, word); i < to; i++) if (s.data.from[i] < s.data.from[i + 1]) found.push([s.data, i]);
      }
      found.sort((a, b) => common(...b) - common(...a)).length = Math.min(found.length, whole ? 60 : 12);
      for (const hit of found) take(into, core, hit, 0.7);
      return found.length > 0;
    };

    /** Looks up a part of a compound: a word with a meaning. */
    const piece = (word) => {
      const hit = maybe(word);
      return hit && !hit[0].weak[hit[1]] ? hit : null;
    };

    /** Two words written as one: [head, tail], where the texts know both. */
    const apart = (word) => {
      let best = null, worth = 0;
      for (let i = 3; i <= word.length - 3; i++) {
        const tail = word.slice(i);
        if (!piece(tail)) continue;
        for (const joiner of ["", ...head.joiners]) {
          const front = word.slice(0, i - joiner.length);
          if (front.length < 3 || !word.slice(0, i).endsWith(joiner)) continue;
          for (const one of [front, front + "e"]) {
            if (!piece(one) || Math.min(front.length, tail.length) <= worth) continue;
            worth = Math.min(front.length, tail.length);
            best = [one, tail];
          }
        }
      }
      return best;
    };

    /** The words most like one that nobody has written, with so many errors at most. */
    const corrected = (into, word, typing, most) => {
      const d = vocabulary.data;
      let found = [];
      similar(word, d.keys, most, typing, (i, errors, unfinished) => {
        if (d.from && d.from[i] === d.from[i + 1]) return; // a word without meaning
        found.push([errors + (d.keys[i][0] === word[0] ? 0 : 0.3) + (unfinished ? 0.6 : 0) - common(d, i) / 50, i]);
      });
      found = found.sort((a, b) => a[0] - b[0]).slice(0, 3);
      found.forEach(([cost, i], at) => {
        if (!at || cost < found[0][0] + 0.5) take(into, core, exact(core, d.keys[i]), at ? 0.5 : 0.85);
      });
      return found.length ? d.shown[found[0][1]] : "";
    };

    /** The words that begin, or where compounds are written end, as most of this one does. */
    const related = (into, word) => {
      const d = vocabulary.data;
      const best = [];
      let most = Math.max(5, word.length * 0.45);
      d.keys.forEach((key, i) => {
        if (d.from && d.from[i] === d.from[i + 1]) return;
        let n = 0, end = 0;
        while (n < word.length && key[n] === word[n]) n++;
        while (head.joiners.length && end < word.length && key[key.length - 1 - end] === word[word.length - 1 - end]) end++;
        if (n < word.length * 0.7) n = 0;
        n = Math.max(n, end);
        if (n < most || key.length > word.length + 4) return;
        if (n > most) best.length = 0;
        most = n;
        best.push(i);
      });
      for (const i of best.slice(0, 5)) take(into, core, exact(core, d.keys[i]), 0.5);
      return best.length ? d.shown[best[0]] : "";
    };

    /** What the words of a question mean. */
    const understood = (q, result, withText) => {
      const typed = (q.text || "").slice(0, 400);
      const all = [...new Set(words(typed))].slice(0, 24);
      const meanings = [];
      const typing = q.typing && /[\p{L}\p{N}\p{M}]$/u.test(typed);
      all.forEach((word, at) => {
        const into = meaning(word), unfinished = typing && at === all.length - 1;
        let hit = null;
        for (const one of spellings(word)) if (!hit) hit = exact(core, one);
        if (missing.size) return;
        if (!hit && !unfinished && head.tongues) {
          hit = has(tongues) && exact(tongues, word);
          if (hit) into.tongue = true;
        }
        if (hit) {
          take(into, into.tongue ? tongues : core, hit, 1);
          into.weak = Boolean(hit[0].weak[hit[1]]);
          into.empty = !into.groups.size;
          if (unfinished && (into.empty || word.length < 4)) into.empty = !begun(into, word) && into.empty;
          meanings.push(into);
          return;
        }
        if (missing.size) return;
        if (unfinished && begun(into, word)) {
          meanings.push(into);
          into.begins = true;
          return;
        }
        for (const tier of [core, head.tongues && has(tongues) ? tongues : null]) if (tier) for (const one of inflected(tier, word)) take(into, tier, one, 0.9);
        if (!into.groups.size && word.length > 3 - (word.charCodeAt(0) > 0x2ff ? 1 : 0) && begun(into, word)) into.begins = true;
        if (!into.groups.size && !into.pairs.length && !missing.size) {
          if (!unfinished && head.text && has(text)) for (const one of [exact(text, word), ...inflected(text, word)]) take(into, text, one, 0.9);
          if (!into.groups.size && !missing.size && has(vocabulary)) {
            const errors = /\d/.test(word) ? 0 : word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
            let found = errors && corrected(into, word, unfinished, 1);
            const two = !found && apart(word);
            if (two) {
              for (const one of two) {
                const half = meaning(one);
                take(half, core, exact(core, one), 1);
                meanings.push(half);
              }
              return;
            }
            found = found || (errors > 1 && corrected(into, word, unfinished, 2)) || (errors && related(into, word));
            if (!found) {
              result.ignored.push(word);
              return;
            }
            result.corrected.push({ typed: word, found });
          }
        }
        meanings.push(into);
      });
      all.forEach((word, at) => { // two words that others write as one
        for (const joiner of ["", ...head.joiners]) {
          const joined = all[at - 1] + joiner + word;
          const hit = at && maybe(joined);
          for (const into of meanings) if (hit && (into.word === word || into.word === all[at - 1])) take(into, core, hit, 1);
        }
      });
      const shares = new Map(); // words that make up a term's name together lead to it wholly
      for (const { groups } of meanings) groups.forEach((share, group) => { if (share <= 0.6) shares.set(group, (shares.get(group) || 0) + share); });
      for (const { groups } of meanings) groups.forEach((share, group) => { if (share <= 0.6) groups.set(group, Math.max(share, Math.min(1, shares.get(group)))); });
      if (withText && has(text)) {
        for (const into of meanings) {
          const keys = new Set([into.word, ...into.keys]);
          let some = false;
          for (const key of keys) some = take(into, text, exact(text, key), 0.9) || some;
          if (!some) for (const one of inflected(text, into.word)) take(into, text, one, 0.9);
        }
      }
      return meanings.filter((one) => one.groups.size || one.pairs.length);
    };

    // ---- ranking

    const score = new Float32Array(size), cover = new Uint8Array(size), inTitle = new Uint8Array(size), best = new Float32Array(size), title = new Uint8Array(size), one = new Float32Array(size);
    const power = (strength, doc, tier) => {
      const value = tier ? strength : (strength & 8 ? 9 / (0.7 + 0.1 * (titles[doc] & 15)) : 0) + (strength & 7);
      return value / (value + 6);
    };
    const gather = (group, share, visit) => {
      const tier = group >= text.offset ? text : core;
      const list = postings(tier, group - tier.offset);
      if (list) list.docs.forEach((doc, i) => visit(doc, share * power(list.strengths[i], doc, tier === text), tier === core && list.strengths[i] & 8));
    };

    /** Adds what a word of the question brings to each document. */
    const weigh = (into, demanded) => {
      const touched = [];
      const visit = (doc, value, isTitle) => {
        if (!best[doc]) touched.push(doc);
        if (value > best[doc]) best[doc] = value;
        if (isTitle) title[doc] = 1;
      };
      into.groups.forEach((share, group) => gather(group, share, (doc, value, isTitle) => visit(doc, value, isTitle && share === 1)));
      for (const [parts, share] of whole || touched.length < enough ? into.pairs : []) {
        const firsts = [];
        gather(parts[0], share, (doc, value) => {
          one[doc] = value;
          firsts.push(doc);
        });
        gather(parts[1], share, (doc, value) => { if (one[doc]) visit(doc, Math.min(value, one[doc]), 0); });
        for (const doc of firsts) one[doc] = 0;
      }
      const rare = Math.log(1 + (size - touched.length + 0.5) / (touched.length + 0.5));
      for (const doc of touched) {
        score[doc] += rare * best[doc];
        if (demanded) cover[doc]++;
        inTitle[doc] += title[doc];
        best[doc] = title[doc] = 0;
      }
      return touched.length > 0;
    };

    let ties = null; // documents by start, then title: [position of each, document at each]
    const order1 = (compare) => {
      const at = Array.from({ length: size }, (_, i) => i).sort(compare);
      const position = new Int32Array(size);
      at.forEach((doc, i) => { position[doc] = i; });
      return [position, at];
    };
    const tieOrder = () => ties || (ties = order1((a, b) => starts[a] - starts[b] || (orders ? orders[0][a] - orders[0][b] : 0) || a - b));

    /** The words that mark(text) finds in what is shown. */
    const marker = (meanings) => (shown) => {
      const ranges = [];
      for (const match of shown.matchAll(/[\p{L}\p{N}\p{M}\xAD\xB7\u2027\u200B-\u200D'’ʼ.]+/gu)) {
        const hit = words(match[0]).some((word) => meanings.some((into) => {
          if (into.keys.has(word) || (into.begins && word.startsWith(into.word))) return true;
          const s = lastBefore(core.shards, (x) => x.first <= word);
          const i = s.data ? s.data.index.get(word) : undefined;
          if (i === undefined) return false;
          for (let k = s.data.from[i]; k < s.data.from[i + 1]; k++) if (s.data.weight[k] !== 2 && into.groups.get(s.data.to[k]) > 0.5) return true;
          return false;
        }));
        if (hit) ranges.push([match.index, match.index + match[0].replace(/[.'’ʼ]+$/u, "").length]);
      }
      return ranges;
    };

    const ask = (q, withText) => {
      const result = { hits: [], total: 0, counts: {}, ignored: [], corrected: [], relaxed: false, nothing: false, mark: () => [] };
      const choices = q.choices || {}, masks = q.masks || [];
      for (const facet of facets) if (!facet.loaded && (choices[facet.id] || []).length) has(later);
      if (head.order && (q.sort === "start" || q.sort === "place")) has(order);
      let meanings = understood(q, result, withText);
      result.mark = marker(meanings);
      const searched = words(q.text || "").length > 0;

      score.fill(0);
      cover.fill(0);
      inTitle.fill(0);
      const strict = meanings.some((into) => !into.weak);
      let demanded = 0;
      for (const into of meanings) if (weigh(into, !strict || !into.weak)) demanded++;
      if (missing.size) return null;
      if (searched && !demanded) {
        result.nothing = true;
        if (!result.ignored.length) result.ignored = words(q.text);
      }

      // How many words a document must have: as many as the best has, one less if too few have them.
      let most = 0, least = 0;
      if (searched) {
        const having = new Uint32Array(32);
        for (let doc = 0; doc < size; doc++) having[cover[doc]]++;
        for (most = 31; most && !having[most];) most--;
        least = Math.max(most, 1);
        if (least > 1 && having[least] < enough) {
          least--;
          result.relaxed = having[least] > 0;
        }
      }

      const asked = facets.filter((facet) => facet.loaded).map((facet) => {
        const chosen = new Set(choices[facet.id] || []);
        return { facet, tally: new Uint32Array(facet.combinations.length), allowed: chosen.size ? facet.combinations.map((terms) => terms.some((term) => chosen.has(term))) : null };
      });
      const filters = asked.filter((a) => a.allowed);
      const sieve = () => {
        const hits = [];
        for (let doc = 0; doc < size; doc++) {
          if (searched && !(cover[doc] >= least && score[doc] > 0)) continue;
          if (masks.some((mask) => !mask[doc])) continue;
          let failing = null, failures = 0;
          for (const a of filters) {
            if (a.allowed[a.facet.values[doc]]) continue;
            failing = a;
            if (++failures > 1) break;
          }
          if (failures > 1) continue;
          if (failing) failing.tally[failing.facet.values[doc]]++;
          else {
            hits.push(doc);
            for (const a of asked) a.tally[a.facet.values[doc]]++;
          }
        }
        return hits;
      };
      let hits = sieve();
      while (!hits.length && least > 1) { // what was chosen leaves nothing: fewer words may do
        least--;
        result.relaxed = true;
        for (const a of asked) a.tally.fill(0);
        hits = sieve();
      }
      for (const { facet, tally } of asked) {
        const counts = (result.counts[facet.id] = new Array(facet.terms.length).fill(0));
        tally.forEach((n, i) => { for (const term of facet.combinations[i]) counts[term] += n; });
      }

      const [position, at] = q.sort === "place" && orders ? order1((a, b) => orders[1][a] - orders[1][b] || starts[a] - starts[b] || a - b) : tieOrder();
      const ranked = searched && (!q.sort || q.sort === "relevance");
      const content = meanings.length;
      const keys = Float64Array.from(hits, (doc) => {
        let key = ranks[doc];
        if (ranked) {
          const named = inTitle[doc] === content && (content > 2 || (titles[doc] & 15) === content || titles[doc] >> 4 === content);
          key = (((most - cover[doc]) * 2 + (named ? 0 : 1)) * 256 + key) * 1024 + 1023 - Math.min(1023, Math.round(score[doc] * 5));
        }
        return key * size + position[doc];
      }).sort();
      result.hits = Array.from(keys, (key) => at[key % size]);
      result.total = hits.length;
      return result;
    };

    // ---- cards

    const firsts = [];
    if (head.cards.reduce((sum, n) => (firsts.push(sum), sum + n), 0) !== size || head.names.length !== firsts.length) throw trouble("damaged");
    const blocks = head.names.map((hash, i) => ({ load: async (s) => {
      const from = await file("c", hash);
      const lines = new TextDecoder().decode(from.rest()).split("\n");
      if (lines.length !== head.cards[i] + 1) throw trouble("damaged");
      s.data = lines.map((line) => line.split("\t"));
    } }));
    const blockOf = (doc) => {
      let i = firsts.length - 1;
      while (i && firsts[i] > doc) i--;
      return i;
    };

    return {
      size,
      facets,
      extra: head.extra || {},
      words,
      /** Answers a question; the answer is a promise if files must be loaded first. */
      query: (q) => complete(() => ask(q, false)),
      /** Further hits from the full texts, best first. */
      more: async (q) => {
        const had = new Set((await complete(() => ask(q, false))).hits);
        if (!head.text) return { hits: [] };
        const result = await complete(() => ask(q, true));
        return { hits: result.hits.filter((doc) => !had.has(doc)), mark: result.mark };
      },
      /** What is shown of documents. */
      cards: async (docs) => {
        await fetched(new Set(docs.map((doc) => blocks[blockOf(doc)]).filter((block) => !block.data)));
        return docs.map((doc) => blocks[blockOf(doc)].data[doc - firsts[blockOf(doc)]]);
      },
      /** Loads the facets that are looked at later. */
      load: async () => {
        if (head.later) await fetched([later]);
      },
    };
  }

  self.mappeSearch = { open };
})();
