/** A piece of text that can be found. */
export interface IndexedText {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

export interface TextHit {
  readonly id: number;
  /** For each word typed the word of the text that fits it best, in lower case. */
  readonly words: readonly string[];
}

export interface TextIndex {
  /** Best first, at most `limit`. More of the words typed is better; typing errors and unfinished words are forgiven. */
  search(typed: string, limit: number): readonly TextHit[];
}

/**
 * A full-text index in memory, ranked by BM25+. It is our own because a search over ten times our content must take
 * under 5 ms: scores are worked out ahead, and of misspelt words only the nearest are looked for.
 * @param shortestBeginning from this many letters on, the beginning of a word finds it.
 */
export function createTextIndex(texts: readonly IndexedText[], shortestBeginning = 3): TextIndex {
  const postings = score(count(texts), texts.length);
  const findNear = createVocabulary([...postings.keys()], shortestBeginning);
  return {
    search(typed, limit) {
      const words = [...new Set(wordsIn(typed))];
      const matches = words.map((word) => matchWord(postings, findNear(word), texts.length));
      return rank(matches, texts.length, limit).flatMap((place) => {
        const found = texts[place];
        return found ? { id: found.id, words: matches.flatMap((match) => match.words[place] ?? []) } : [];
      });
    },
  };
}

/** Letters and digits, in lower case. */
function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Where a word stands, by position in the list of texts. */
interface Counts {
  readonly places: number[];
  /** For each of the places: how often it stands in title and text. */
  readonly inTitle: number[];
  readonly inText: number[];
}

interface Counted {
  readonly words: ReadonlyMap<string, Counts>;
  /** In words, by place. */
  readonly titleLengths: readonly number[];
  readonly textLengths: readonly number[];
}

function count(texts: readonly IndexedText[]): Counted {
  const words = new Map<string, Counts>();
  const countAll = (text: string, place: number, part: 'inTitle' | 'inText') => {
    const found = wordsIn(text);
    for (const word of found) {
      const counts = words.get(word) ?? { places: [], inTitle: [], inText: [] };
      words.set(word, counts);
      if (counts.places.at(-1) !== place) {
        counts.places.push(place);
        counts.inTitle.push(0);
        counts.inText.push(0);
      }
      const last = counts.places.length - 1;
      counts[part][last] = (counts[part][last] ?? 0) + 1;
    }
    return found.length;
  };
  const lengths = texts.map(({ title, text }, place) => ({
    title: countAll(title, place, 'inTitle'),
    text: countAll(text, place, 'inText'),
  }));
  return {
    words,
    titleLengths: lengths.map(({ title }) => title),
    textLengths: lengths.map(({ text }) => text),
  };
}

/** Where a word stands, and how much it says about each place. */
interface Postings {
  readonly places: Uint32Array;
  readonly scores: Float32Array;
}

/** A title says more about a text than the words in it. */
const TITLE_BOOST = 3;

function score({ words, titleLengths, textLengths }: Counted, size: number): ReadonlyMap<string, Postings> {
  const weighTitle = weighing(titleLengths);
  const weighText = weighing(textLengths);
  return new Map(
    [...words].map(([word, { places, inTitle, inText }]) => {
      const rarity = Math.log(1 + (size - places.length + 0.5) / (places.length + 0.5));
      const scores = Float32Array.from(places, (place, index) => {
        const title = weighTitle(inTitle[index] ?? 0, place);
        return rarity * (TITLE_BOOST * title + weighText(inText[index] ?? 0, place));
      });
      return [word, { places: Uint32Array.from(places), scores }];
    }),
  );
}

/** BM25+ (https://en.wikipedia.org/wiki/Okapi_BM25): the tenth mention adds less than the second, less in a long text. */
function weighing(lengths: readonly number[]): (count: number, place: number) => number {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
  return (count, place) => {
    if (count === 0) return 0;
    const length = 0.3 + (0.7 * (lengths[place] ?? average)) / average;
    return 0.5 + (2.2 * count) / (count + 1.2 * length);
  };
}

/** What one typed word found, by place: the score, and of its near words the one that says most. */
interface Match {
  readonly scores: Float64Array;
  readonly words: readonly (string | undefined)[];
}

function matchWord(postings: ReadonlyMap<string, Postings>, near: readonly NearWord[], size: number): Match {
  const scores = new Float64Array(size);
  const best = new Float64Array(size);
  const words = new Array<string | undefined>(size);
  for (const { word, weight } of near) {
    const found = postings.get(word);
    found?.places.forEach((place, index) => {
      const gained = weight * (found.scores[index] ?? 0);
      scores[place] = (scores[place] ?? 0) + gained;
      if (gained <= (best[place] ?? 0)) return;
      best[place] = gained;
      words[place] = word;
    });
  }
  return { scores, words };
}

/** The best places, best first. */
function rank(matches: readonly Match[], size: number, limit: number): readonly number[] {
  const totals = addUp(matches, size);
  // Sorting numbers is far quicker than sorting places: only those that reach the last seat are sorted.
  const last = totals.toSorted().at(-limit) ?? 0;
  const seated: number[] = [];
  totals.forEach((total, place) => {
    if (total > 0 && total >= last) seated.push(place);
  });
  return seated.sort((one, other) => (totals[other] ?? 0) - (totals[one] ?? 0)).slice(0, limit);
}

/** By place. One with more of the words typed gains. */
function addUp(matches: readonly Match[], size: number): Float64Array {
  const sums = new Float64Array(size);
  const counts = new Uint8Array(size);
  for (const { scores } of matches) {
    for (let place = 0; place < size; place += 1) {
      const gained = scores[place] ?? 0;
      if (gained === 0) continue;
      sums[place] = (sums[place] ?? 0) + gained;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return sums.map((sum, place) => sum * (counts[place] ?? 0));
}

/** How many typing errors a word may have: none up to two letters, one in three, two from four on. */
export function forgiveness(word: string): number {
  if (word.length <= 2) return 0;
  return word.length === 3 ? 1 : 2;
}

/** A word of the texts that a typed one may mean. The weight is 1 for the very word, else less. */
interface NearWord {
  readonly word: string;
  readonly weight: number;
}

/** How much words count beside the very word: those that it begins when it is none itself, and when it is one. */
const UNFINISHED = 0.8;
const LONGER = 0.5;
/** Those that it may be by mistake: when it is no word, and when it is one. */
const MISSPELT = 0.8;
const LOOKS_ALIKE = 0.2;

/**
 * A word that is there as typed, or is the beginning of others, is probably spelt as it should be: it may have one
 * error less, and words that look like it count little. Of a word that is not there only the nearest are taken, and
 * what begins with them: "tranaction" is also "transactions".
 */
function createVocabulary(words: readonly string[], shortestBeginning: number): (typed: string) => readonly NearWord[] {
  const sorted = [...words].sort();
  const findSimilar = similarity(sorted);
  const nearTo = (typed: string, errors: number) => nearest(typed, findSimilar(typed, errors), errors);
  const begunBy = (beginning: string, weight: number): readonly NearWord[] => {
    const found = beginningWith(sorted, beginning);
    const share = weight * (found[0] === beginning ? LONGER : UNFINISHED) * beginning.length;
    return found.map((word) => ({ word, weight: word === beginning ? weight : share / word.length }));
  };
  return (typed) => {
    const begun = begunBy(typed, 1).filter(({ word }) => word === typed || typed.length >= shortestBeginning);
    const errors = forgiveness(typed);
    if (begun.length === 0) return nearTo(typed, errors).flatMap(([word, steps]) => begunBy(word, MISSPELT / steps));
    return [...begun, ...nearTo(typed, errors - 1).map(([word]) => ({ word, weight: LOOKS_ALIKE }))];
  };
}

function beginningWith(sorted: readonly string[], beginning: string): readonly string[] {
  let from = 0;
  for (let end = sorted.length; from < end; ) {
    const middle = (from + end) >> 1;
    if ((sorted[middle] ?? '') < beginning) from = middle + 1;
    else end = middle;
  }
  let to = from;
  while (sorted[to]?.startsWith(beginning)) to += 1;
  return sorted.slice(from, to);
}

/**
 * Words that may have at most so many errors, without comparing them letter by letter: an error changes the length by
 * one at most, and the set of letters by two. That leaves about one word in a hundred.
 */
function similarity(words: readonly string[]): (typed: string, errors: number) => readonly string[] {
  const lengths = Uint32Array.from(words, (word) => word.length);
  const sets = Int32Array.from(words, letterSet);
  return (typed, errors) => {
    const found: string[] = [];
    if (errors < 1) return found;
    const set = letterSet(typed);
    lengths.forEach((length, index) => {
      if (Math.abs(length - typed.length) > errors) return;
      if (bitsIn(set ^ (sets[index] ?? 0)) <= 2 * errors) found.push(words[index] ?? '');
    });
    return found;
  };
}

/** The letters of a word as a set of 32 bits. */
function letterSet(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index += 1) set |= 1 << (word.charCodeAt(index) % 32);
  return set;
}

/** Counts bits by adding neighbours: https://en.wikipedia.org/wiki/Hamming_weight */
function bitsIn(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The words with the fewest errors, from 1 to `errors`, with how many these are. */
function nearest(typed: string, words: readonly string[], errors: number): readonly (readonly [string, number])[] {
  const measured = words.filter((word) => word !== typed).map((word) => [word, distance(typed, word)] as const);
  const fewest = Math.min(...measured.map(([, steps]) => steps));
  return fewest > errors ? [] : measured.filter(([, steps]) => steps === fewest);
}

/** How many letters are missing, too many, wrong, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  const width = b.length + 1;
  const steps = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number) => steps[row * width + column] ?? 0;
  for (let row = 0; row <= a.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      steps[row * width + column] = row * column === 0 ? row + column : fewestSteps(a, b, row, column, at);
    }
  }
  return at(a.length, b.length);
}

/** From the first `row` letters of `a` to the first `column` letters of `b`, when all shorter ways are known. */
function fewestSteps(a: string, b: string, row: number, column: number, at: (r: number, c: number) => number): number {
  const isSame = a[row - 1] === b[column - 1];
  const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  const changed = at(row - 1, column - 1) + (isSame ? 0 : 1);
  const swapped = isSwapped ? at(row - 2, column - 2) + 1 : changed;
  return Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, changed, swapped);
}
