// The search engine: answers questions from the files that generator/textindex makes. It knows no language: letters are folded by a table
// the index brings along, and words lead to groups of documents by number. docs/search.md explains ranking and files.
(() => {
  "use strict";

  const { reader, script, load, reading, folding, wordList, shard } = self.mappeBytes;
  const enough = 10; // hits; with fewer one word of the question may be missing
  const weights = [1, 0.6, 0.35]; // of a word that is all, half or less of a concept's name

  const names = (joined) => joined.match(/.{6}/g) || [];

  // ---- the engine

  /** Opens the index whose head is called so in a folder, which ends in a slash; scripts holds the addresses of guess.js and inflate.js. */
  async function open(folder, name, scripts = {}) {
    const file = async (name, parse) => {
      const from = await load(folder + name, scripts.inflate);
      return reading(() => parse(from));
    };
    return file(name, (from) => engine(from, file, scripts));
  }

  function engine(r, file, scripts) {
    const head = r.json(), hashes = names(r.text());
    const { fold, words } = folding(head.fold);

    // Which places are taken: postings name places, everything else documents.
    const taken = r.take(4 * r.count()), documents = new Int32Array(taken.length * 8).fill(-1);
    let size = 0;
    for (let i = 0; i < documents.length; i++) if ((taken[i >> 3] >> (i & 7)) & 1) documents[i] = size++;
    const titles = new Uint8Array(size); // how many words the titles have: known of those in whose title something was found
    const ranks = r.take(size);
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
      Object.assign(facet, { combinations, values });
    };
    const { facets } = head;
    for (const facet of facets) if (!facet.later) column(r, facet);

    /** Something that is loaded when it is needed: a file, and what is made of it. */
    const lazy = (what, hash, parse) => ({ load: async (s) => { s.data = await file(what + "." + hash + ".bin", parse); } });
    /** A list of shards, loaded as they are asked for. */
    const copied = new Map(); // groups of the core that another file than their own has brought along
    const read = (from, group) => {
      const d = shard(from, group, fold, (slot, titled) => {
        const doc = documents[slot];
        if (titled) titles[doc] = titled;
        return doc;
      });
      d.copies.forEach((group, i) => copied.set(group, d.lists[d.opened + i]));
      d.ahead.forEach((hash, pair) => d.ahead.set(pair, lazy("a", hash, (from) => {
        const docs = Array.from({ length: from.count() }, () => documents[from.number()]);
        show(from, (i) => docs[i]);
      })));
      return d;
    };
    const tierOf = (list, what) => names(list.names).map((hash, i) => ({ first: list.first[i], group: list.groups[i], ...lazy(what, hash, (from) => read(from, list.groups[i])) }));
    const shown = new Map(); // by document: its card
    const show = (from, docAt) => from.text().split("\n").slice(0, -1).forEach((line, i) => shown.set(docAt(i), line.split("\t")));
    const whole = head.core ? null : read(reader(r.block()), 0); // a small core stands in the head
    /** @type {any} */
    const core = { offset: 0, shards: whole ? [{ first: "", group: 0, data: whole }] : tierOf(head.core, "k") };
    // The words that a mistyped one may stand for; of a core in pieces they are a file of their own.
    const vocabulary = { ...lazy("words", head.words, (from) => {
      const n = from.count(), list = wordList(from.block(), n, fold);
      return { ...list, counts: from.take(n), index: new Set(list.keys) };
    }), data: whole };
    let affixes = head.affixes;
    const tongues = lazy("tongues", head.tongues, (from) => {
      affixes = affixes.concat(from.json());
      return read(reader(from.block()), -1);
    });
    /** @type {any} */
    const text = { offset: 1 << 28, ...lazy("text", head.text, (from) => (text.shards = tierOf(from.json(), "t"))) };
    const later = lazy("later", head.later, (from) => {
      from.json().forEach((data) => Object.assign(facets.find((facet) => facet.id === data.id), data));
      for (const facet of facets) if (facet.later) column(from, facet);
      return true;
    });
    const order = lazy("order", head.order, (from) => {
      ties = null;
      return (orders = [distances(from), distances(from)]);
    });
    // A script that guesses what a word means which is nowhere.
    const guess = { load: async (s) => {
      if (!self.mappeGuess) await script(scripts.guess);
      s.data = self.mappeGuess({ head, core, tongues, text, vocabulary, affixes: () => affixes, exact, peek, maybe, take, meaning, begun, span, common, shardOf, has, waits: () => missing.size });
    } };

    // What an answer lacks is put on this list; when it has been loaded, the question is asked again.
    let missing = new Set();
    const has = (thing) => {
      if (thing.data) return true;
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
    const answered = (ask) => {
      missing = new Set();
      const answer = reading(ask);
      return missing.size ? fetched(missing).then(() => answered(ask)) : answer;
    };

    // ---- postings

    /** The last of a list that fits, or its first. */
    const lastBefore = (list, fits) => {
      let i = list.length - 1;
      while (i > 0 && !fits(list[i])) i--;
      return list[i];
    };

    /** The documents of a group and how strongly it occurs in each. */
    const postings = (tier, group) => {
      const s = lastBefore(tier.shards, (one) => one.group <= group);
      if (!s.data && tier === core && copied.has(group)) return copied.get(group);
      return has(s) && s.data.lists[group - s.group];
    };

    // ---- from a word of the question to groups

    const shardOf = (tier, word) => tier === tongues ? tier : lastBefore(tier.shards, (one) => one.first <= word);
    /** Looks a folded word up: [shard, number], or null. */
    const exact = (tier, word) => {
      const s = shardOf(tier, word);
      if (!has(s)) return null;
      const i = s.data.index.get(word);
      return i === undefined ? null : [s.data, i];
    };
    /** Looks a word up without loading anything. */
    const peek = (tier, word) => shardOf(tier, word).data ? exact(tier, word) : null;
    /** Looks a word of the core up; loads only for a word that is known to be there: what many ask for begins a file. */
    const maybe = (word) => shardOf(core, word).first === word || vocabulary.data && vocabulary.data.index.has(word) ? exact(core, word) : peek(core, word);

    /** Makes what a word of the question leads to; take() adds words of a dictionary. */
    const meaning = (word) => ({ word, groups: new Map(), pairs: [], keys: new Set(), weak: false, sum: 0, ahead() {} });
    const take = (into, tier, hit, share) => {
      if (!hit) return false;
      const [d, i] = hit, parts = [];
      into.keys.add(d.keys[i]);
      for (let k = d.from[i]; k < d.from[i + 1]; k++) {
        const group = d.to[k] + (tier.offset || 0);
        if (d.weight[k] === 3) {
          parts.push(group);
          continue;
        }
        into.groups.set(group, Math.max(into.groups.get(group) || 0, share * weights[d.weight[k]]));
        into.sum += group;
      }
      if (parts.length > 1) into.pairs.push([parts, share * 0.7]);
      return true;
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

    /** How many documents a word of a dictionary is in, as a logarithm. */
    const common = (d, i) => {
      if (d.counts) return d.counts[i];
      let most = 0;
      for (let k = d.from[i]; k < d.from[i + 1]; k++) {
        const list = d.lists[d.to[k] - d.group];
        if (d.weight[k] !== 3 && list) most = Math.max(most, list.docs.length);
      }
      return Math.log2(most + 1);
    };

    /** Adds the words that begin with what is typed, the most common ones. */
    const begun = (into, word) => {
      const found = [];
      const first = core.shards.indexOf(shardOf(core, word));
      for (let at = first; at < core.shards.length && at < first + 3; at++) {
        const s = core.shards[at];
        if (at > first && !s.first.startsWith(word) || !has(s)) break;
        for (let [i, to] = span(s.data.keys, word); i < to; i++) if (s.data.from[i] < s.data.from[i + 1]) found.push([s.data, i]);
      }
      found.sort((a, b) => common(...b) - common(...a)).length = Math.min(found.length, whole ? 60 : 12);
      for (const hit of found) take(into, core, hit, 0.7);
      return (into.begins = found.length > 0);
    };

    /** Looks a word of the question up as it is; false if it is nowhere. */
    const lookedUp = (into, word, unfinished) => {
      let tier = core, hit = exact(core, word);
      if (!hit && !unfinished && head.tongues && !missing.size && has(tongues)) hit = exact(tier = tongues, word);
      if (!hit) return unfinished && !missing.size && begun(into, word);
      take(into, tier, hit, 1);
      into.weak = !!hit[0].weak[hit[1]];
      into.ahead = (other) => hit[0].ahead.get(hit[1] + " " + (other.sum & 16383)); // the file with the cards of the first hits of both
      if (unfinished && (!into.groups.size || word.length < 4)) begun(into, word);
      return true;
    };

    /** Adds the words that others write as one: to both what the whole leads to. */
    const join = (meanings) => meanings.forEach((into, at) => {
      for (const joiner of at ? ["", ...head.joiners] : []) {
        const hit = maybe(meanings[at - 1].word + joiner + into.word);
        for (const one of hit ? [into, meanings[at - 1]] : []) one.joined = take(one, core, hit, 1);
      }
    });

    /** Words that make up a term's name together lead to it wholly, some of them as half of it does. */
    const complete = (meanings) => {
      const shares = new Map();
      for (const sum of [true, false]) for (const { groups } of meanings) groups.forEach((share, group) => {
        if (share > 0.6) return;
        if (sum) shares.set(group, (shares.get(group) || 0) + share);
        else groups.set(group, shares.get(group) > 0.9 ? 1 : Math.min(0.6, shares.get(group)));
      });
    };

    /** What the words of a question mean. */
    const understood = (q, result, withText) => {
      const typed = q.text || "";
      const typing = q.typing && /\S$/.test(typed);
      const all = [...new Set(words(typed))].slice(0, 24).map(meaning);
      join(all);
      const meanings = [];
      all.forEach((into, at) => {
        const unfinished = typing && at === all.length - 1;
        if (lookedUp(into, into.word, unfinished) || into.joined || missing.size || !has(guess)) meanings.push(into);
        else meanings.push(...guess.data.unknown(into, unfinished, result));
      });
      complete(meanings);
      if (withText && has(text)) meanings.forEach(guess.data.inTexts);
      return meanings.filter((one) => one.groups.size || one.pairs.length);
    };

    // ---- ranking

    const score = new Float32Array(size), cover = new Uint8Array(size), inTitle = new Uint8Array(size), best = new Float32Array(size), title = new Uint8Array(size);
    const gather = (group, share, visit) => {
      const tier = group >= text.offset ? text : core;
      const list = postings(tier, group - tier.offset);
      if (list) list.docs.forEach((doc, i) => {
        const strength = list.strengths[i], isTitle = strength & 8;
        const value = (isTitle ? 9 / (0.7 + 0.1 * (titles[doc] & 15)) : 0) + (strength & 7);
        visit(doc, share * value / (value + 6), isTitle);
      });
    };

    /** Adds what a word of the question brings to each document. */
    const weigh = (into, demanded) => {
      const touched = [];
      const visit = (doc, value, isTitle) => {
        if (!best[doc]) touched.push(doc);
        if (value > best[doc]) best[doc] = value;
        if (isTitle) title[doc] = 1;
      };
      for (const strong of [true, false]) into.groups.forEach((share, group) => {
        if (share > 0.6 === strong && (strong || whole || touched.length < enough)) gather(group, share, (doc, value, isTitle) => visit(doc, value, isTitle && share === 1));
      });
      for (const [parts, share] of whole || touched.length < enough ? into.pairs : []) {
        const one = new Map();
        gather(parts[0], share, (doc, value) => one.set(doc, value));
        gather(parts[1], share, (doc, value) => { if (one.has(doc)) visit(doc, Math.min(value, one.get(doc)), 0); });
      }
      const rare = Math.log(1 + (size - touched.length + 0.5) / (touched.length + 0.5));
      for (const doc of touched) {
        score[doc] += rare * best[doc];
        if (demanded) cover[doc]++;
        inTitle[doc] += title[doc];
        best[doc] = title[doc] = 0;
      }
      return touched.length;
    };

    let ties; // documents by start, then title: [position of each, document at each]
    const order1 = (compare) => {
      const at = Array.from(starts.keys()).sort((a, b) => compare(a, b) || a - b);
      const position = new Int32Array(size);
      at.forEach((doc, i) => { position[doc] = i; });
      return [position, at];
    };
    const sooner = (a, b) => starts[a] - starts[b];
    const tieOrder = () => ties || (ties = order1((a, b) => sooner(a, b) || orders && orders[0][a] - orders[0][b]));

    /** The words that mark(text) finds in what is shown. */
    const marker = (meanings) => (shown) => {
      const ranges = [];
      for (const match of shown.matchAll(/[\p{L}\p{N}\p{M}\xAD\xB7\u2027\u200B-\u200D'’ʼ.]+/gu)) {
        const hit = words(match[0]).some((word) => meanings.some((into) => {
          if (into.keys.has(word) || (into.begins && word.startsWith(into.word))) return true;
          const hit = peek(core, word);
          if (!hit) return false;
          const [d, i] = hit; // its own group comes first, and its parts are as good
          for (let k = d.from[i]; k < d.from[i + 1]; k++) if ((k === d.from[i] || d.weight[k] === 3) && into.groups.get(d.to[k]) > 0.5) return true;
          return false;
        }));
        if (hit) ranges.push([match.index, match.index + match[0].replace(/[.'’ʼ]+$/u, "").length]);
      }
      return ranges;
    };

    const ask = (q, withText) => {
      const result = { counts: {}, ignored: [], corrected: [], relaxed: false, nothing: false };
      const { choices = {}, masks = [] } = q;
      for (const facet of facets) if (!facet.values && (choices[facet.id] || []).length) has(later);
      if (head.order && (q.sort === "start" || q.sort === "place")) has(order);
      const meanings = understood(q, result, withText);
      result.mark = marker(meanings);
      const searched = words(q.text || "").length > 0;

      score.fill(0);
      cover.fill(0);
      inTitle.fill(0);
      const strict = meanings.filter((into) => !into.weak).length;
      const content = strict || meanings.length;
      let demanded = 0;
      ahead = null;
      for (const into of meanings) {
        const n = weigh(into, !strict || !into.weak);
        demanded += n;
        if (n < 49) ahead = into.ahead(into) || ahead; // the cards of all its hits
      }
      if (missing.size) return null;
      if (searched && !demanded) {
        result.nothing = true;
        if (!result.ignored.length) result.ignored = words(q.text);
      }

      // How many words a document must have: as many as the best has, one less if too few have them.
      const most = cover.reduce((a, b) => Math.max(a, b), 1);
      let least = searched ? most : 0;
      if (least > 1 && cover.filter((words) => words === most).length < enough) {
        least--;
        result.relaxed = cover.includes(least);
      }

      const asked = facets.filter((facet) => facet.values).map((facet) => {
        const chosen = new Set(choices[facet.id] || []);
        return { facet, tally: new Uint32Array(facet.combinations.length), allowed: chosen.size ? facet.combinations.map((terms) => terms.some((term) => chosen.has(term))) : null };
      });
      const filters = asked.filter((a) => a.allowed);
      const sieve = () => {
        const hits = [];
        for (let doc = 0; doc < size; doc++) {
          if (searched && !(cover[doc] >= least && score[doc] > 0)) continue;
          if (masks.some((mask) => !mask[doc])) continue;
          const failing = filters.filter((a) => !a.allowed[a.facet.values[doc]]);
          if (!failing.length) hits.push(doc);
          if (failing.length < 2) for (const a of failing.length ? failing : asked) a.tally[a.facet.values[doc]]++;
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

      const [position, at] = q.sort === "place" ? order1((a, b) => orders[1][a] - orders[1][b] || sooner(a, b)) : tieOrder();
      const ranked = searched && !q.sort, [one, other = one] = meanings;
      if (ranked && one && !meanings[2] && !filters[0]) ahead = ahead || one.ahead(other) || other.ahead(one);
      const keys = Float64Array.from(hits, (doc) => {
        let key = ranks[doc];
        if (ranked) {
          const named = inTitle[doc] >= content && (content > 2 || (titles[doc] & 15) === inTitle[doc] || titles[doc] >> 4 === inTitle[doc]);
          key = (((most - cover[doc]) * 2 + (named ? 0 : 1)) * 256 + key) * 1024 + 1023 - Math.min(1023, Math.round(score[doc] * 5));
        }
        return key * size + position[doc];
      }).sort();
      result.hits = Array.from(keys, (key) => at[key % size]);
      result.total = hits.length;
      return result;
    };

    // ---- cards

    const blocks = []; // a file holds the cards of four places, and eight files have a name in common
    let at = -1;
    documents.forEach((first, slot) => {
      if (first >= 0 && at < (at = slot >> 2)) blocks.push({ first, ...lazy("c", hashes[at >> 3] + at % 8, (from) => show(from, (i) => first + i)) });
    });
    let ahead; // the cards of the first hits of the last question, if they are together
    const missed = (docs) => docs.filter((doc) => !shown.has(doc)).map((doc) => lastBefore(blocks, (block) => block.first <= doc));

    return {
      size,
      facets,
      words,
      /** Answers a question; the answer is a promise if files must be loaded first. */
      query: (q) => answered(() => ask(q)),
      /** Further hits from the full texts, best first. */
      more: async (q) => {
        await fetched([guess]);
        return guess.data.more((deep) => answered(() => ask(q, deep)));
      },
      /** What is shown of documents. */
      cards: async (docs) => {
        if (ahead && missed(docs)[1]) await fetched([ahead]);
        await fetched(new Set(missed(docs)));
        return docs.map((doc) => shown.get(doc));
      },
      /** Loads the facets that are looked at later. */
      load: async () => {
        if (head.later) await fetched([later]);
      },
    };
  }

  self.mappeSearch = { open };
})();
