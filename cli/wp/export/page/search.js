// Ranks facts for a query: BM25 over weighted fields, with word forms, beginnings of words, typing
// errors and numbers. A small relative of `wp search`.

const FIELDS = {
  statement: 1.2, quote: 1, aliases: 1.4, topic: 0.8, topicAliases: 0.8, section: 0.3, context: 0.3,
};
const SATURATION = 1.2;
const LENGTH_SHARE = 0.3;
const LEAST_COVERAGE = 0.5;
const LEAST_OF_BEST = 0.2;
const MOST_RESULTS = 50;
const BEGINNING = 0.6;
const MISSPELT = 0.5;

const STOP = new Set(
  ('a an the of in on at to for and or is are was were be been by with as from how many much what ' +
    'which who when where does did do has have had it its that this there their')
    .split(' ')
);
const SCALES = {
  k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9, trillion: 1e12,
};
const TOKEN =
  /\p{Script=Han}+|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:['’](?:(?!\p{Script=Han})\p{L})+)*/gu;
const SCALED = /(\d+(?:,\d{3})*(?:\.\d+)?)\s*(k|thousand|m|mn|million|b|bn|billion|trillion)\b/g;

const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

// Takes the commonest endings off, alike in the query and in the facts.
function stem(word) {
  let form = word.replace(/['’]s$/, '').replace(/['’]/g, '');
  if (form.length > 4) form = form.replace(/our$/, 'or').replace(/is(e|ed|es|ing|ation)$/, 'iz$1');
  if (form.length > 4) form = form.replace(/ies$/, 'y').replace(/(s|x|z|ch|sh)es$/, '$1');
  if (form.length > 3) form = form.replace(/([^siu])s$/, '$1');
  if (form.length > 5) form = form.replace(/(?:ing|ed)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return form.length > 4 ? form.replace(/[ey]$/, '') : form;
}

function tokens(text) {
  const found = [];
  for (const [word] of plain(text).matchAll(TOKEN)) {
    if (/^\p{Script=Han}/u.test(word)) {
      const signs = [...word];
      if (signs.length === 1) found.push(word);
      for (let at = 0; at + 1 < signs.length; at++) found.push(signs[at] + signs[at + 1]);
    } else if (/^\d/.test(word)) {
      found.push(word.replace(/,(?=\d{3})/g, ''));
    } else {
      found.push(stem(word));
    }
  }
  return found;
}

const number = (text) => '#' + Number(text.replace(/,/g, ''));

function buildIndex(facts) {
  const weights = facts.map((fact) => {
    const counts = new Map();
    for (const [field, weight] of Object.entries(FIELDS)) {
      for (const token of [fact[field] || ''].flat().flatMap(tokens)) {
        counts.set(token, (counts.get(token) || 0) + weight);
      }
    }
    for (const figure of fact.figures || []) counts.set('#' + figure.value, 1.5);
    return counts;
  });
  const lengths = weights.map((counts) => [...counts.values()].reduce((sum, one) => sum + one, 0));
  const rarity = new Map();
  for (const counts of weights) {
    for (const token of counts.keys()) rarity.set(token, (rarity.get(token) || 0) + 1);
  }
  const total = facts.length;
  for (const [token, count] of rarity) {
    rarity.set(token, Math.log(1 + (total - count + 0.5) / (count + 0.5)));
  }
  const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(total, 1);
  const whole = facts.map((fact) =>
    plain([fact.quote, fact.statement, ...(fact.aliases || [])].join(' | '))
  );
  return { weights, lengths, mean, rarity, whole, rarest: Math.log(1 + 2 * total) };
}

// How many letters have to be changed, added, left out or exchanged, at most `most`.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

// The words of the facts that a word of the query means, each with how well it fits.
function meant(index, token, isLast) {
  const found = new Map();
  if (index.rarity.has(token)) found.set(token, 1);
  if (/^\d/.test(token)) {
    if (index.rarity.has(number(token))) found.set(number(token), 1);
    return found;
  }
  if (token.startsWith('#')) return found;
  if (token.length > 2 && (isLast || !found.size)) {
    for (const known of index.rarity.keys()) {
      if (known.startsWith(token) && !found.has(known)) found.set(known, BEGINNING);
    }
  }
  if (found.size || token.length < 4 || !/^[a-z]+$/.test(token)) return found;
  const most = token.length < 7 ? 1 : 2;
  let least = most;
  for (const known of index.rarity.keys()) {
    const far = known.startsWith('#') ? most + 1 : distance(token, known, least);
    if (far > least) continue;
    if (far < least) found.clear();
    least = far;
    found.set(known, MISSPELT);
  }
  return found;
}

function terms(index, query) {
  const scaled = [];
  const rest = plain(query).replace(SCALED, (_, digits, scale) => {
    scaled.push(new Map([['#' + parseFloat((Number(digits.replace(/,/g, '')) * SCALES[scale]).toPrecision(12)), 1]]));
    return ' ';
  });
  const all = tokens(rest);
  const kept = all.filter((token) => !STOP.has(token));
  const used = kept.length || scaled.length ? kept : all;
  const open = /[\p{L}\p{N}]$/u.test(query);
  return [...scaled, ...used.map((token, at) => meant(index, token, open && at === used.length - 1))];
}

// Gives { hits: [{ at, score }], words: the words that were looked for, as they stand in the facts }.
function search(index, query) {
  const wanted = terms(index, query);
  const words = new Set(wanted.flatMap((term) => [...term.keys()]));
  const worth = wanted.map((term) =>
    Math.max(0, ...[...term.keys()].map((token) => index.rarity.get(token) || 0)) || index.rarest
  );
  const all = worth.reduce((sum, one) => sum + one, 0);
  const phrase = plain(query).trim().replace(/\s+/g, ' ');
  const hits = [];
  index.weights.forEach((counts, at) => {
    const stretch = 1 - LENGTH_SHARE + (LENGTH_SHARE * index.lengths[at]) / index.mean;
    let score = 0;
    let covered = 0;
    wanted.forEach((term, which) => {
      let best = 0;
      let fitting = 0;
      for (const [token, fit] of term) {
        const count = counts.get(token) || 0;
        const gain = (index.rarity.get(token) * count * (SATURATION + 1)) / (count + SATURATION * stretch);
        if (!count) continue;
        best = Math.max(best, gain * fit);
        fitting = Math.max(fitting, fit);
      }
      score += best;
      covered += worth[which] * fitting;
    });
    if (!score || covered < LEAST_COVERAGE * all) return;
    if (wanted.length > 1 && index.whole[at].includes(phrase)) score *= 1.5;
    hits.push({ at, score: (score * covered) / all });
  });
  hits.sort((one, other) => other.score - one.score || one.at - other.at);
  const least = hits.length ? hits[0].score * LEAST_OF_BEST : 0;
  return { hits: hits.filter((hit) => hit.score >= least).slice(0, MOST_RESULTS), words };
}
