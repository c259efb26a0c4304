// What a word may mean that stands nowhere as it was typed: another form of one that does, two in one, or one with an error. The search engine
// loads this script only for such a word.
(() => {
  "use strict";

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

  self.mappeGuess = ({ head, core, tongues, text, vocabulary, affixes, exact, peek, maybe, take, meaning, begun, span, common, shardOf, has, waits }) => {
    /** Words that differ in known endings and prefixes alone; of them those that share most. */
    const inflected = (tier, word) => {
      let best = 0, hits = [];
      for (const { e, p } of affixes()) {
        const ends = new Set(["", ...e]), begins = ["", ...p];
        for (const begin of begins) for (const end of ends) {
          const stem = word.slice(begin.length, word.length - end.length);
          if (begin + stem + end !== word || stem.length < Math.max(best, stem < "{" ? 4 : 3)) continue;
          for (const other of begins) {
            const d = tier === tongues ? tier.data : shardOf(tier, other + stem).data;
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

    /** Spellings that a reader may have meant by theirs: ae for ä. */
    const spellings = (word) => {
      const all = [word];
      for (const [from, to] of head.spell) for (const one of [...all]) if (one.includes(from)) all.push(one.split(from).join(to));
      return all.slice(0, 8);
    };

    /** Adds other spellings and forms of a word, or else words that begin so; first those of the index's own language. */
    const forms = (into, word) => {
      const all = (hits, tier, share) => hits.forEach((hit) => take(into, tier, hit, share));
      all(spellings(word).slice(1).map((one) => exact(core, one)), core, 1);
      if (!into.groups.size) all(inflected(core, word), core, 0.9);
      const short = word.length < (word < "{" ? 4 : 3);
      if (into.groups.size || !short && begun(into, word) || !head.tongues || !has(tongues)) return;
      all(inflected(tongues, word), tongues, 0.9);
      if (into.groups.size || short) return;
      const d = tongues.data;
      for (let [i, to] = span(d.keys, word); i < to; i++) if (take(into, tongues, [d, i], 0.7)) into.begins = true;
    };

    /** Returns what a word may mean that stands nowhere, and notes in the result what it was taken for, or that it is ignored. */
    const unknown = (into, unfinished, result) => {
      const { word } = into;
      forms(into, word);
      if (into.groups.size || waits()) return [into];
      const inText = !unfinished && head.text && has(text);
      if (inText) take(into, text, exact(text, word), 0.9);
      if (into.groups.size || waits() || !has(vocabulary)) return [into];
      const errors = /\d/.test(word) ? 0 : word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
      let found = errors && corrected(into, word, unfinished, 1);
      if (!found && inText) for (const hit of inflected(text, word)) take(into, text, hit, 0.9);
      if (!found && into.groups.size) return [into];
      const two = !found && apart(word);
      if (two) return two.map((one) => {
        const part = meaning(one);
        take(part, core, exact(core, one), 1);
        return part;
      });
      found = found || (errors > 1 && corrected(into, word, unfinished, 2)) || (errors && related(into, word));
      if (found) result.corrected.push({ typed: word, found });
      else result.ignored.push(word);
      return found ? [into] : [];
    };

    /** Adds what a word leads to in the long texts. */
    const inTexts = (into) => {
      let some = false;
      for (const key of new Set([into.word, ...into.keys])) some = take(into, text, exact(text, key), 0.9) || some;
      if (!some) for (const hit of inflected(text, into.word)) take(into, text, hit, 0.9);
    };

    /** The hits of a question that only the long texts give; ask(deep) answers it, deep in them too. */
    const more = async (ask) => {
      const had = new Set((await ask()).hits);
      if (!head.text) return { hits: [] };
      const { hits, mark } = await ask(true);
      return { hits: hits.filter((doc) => !had.has(doc)), mark };
    };

    return { inTexts, more, unknown };
  };
})();
