// The panel beside the text: search results, and the fact that was chosen.

const facts = JSON.parse(document.getElementById('data').textContent);
const byId = new Map(facts.map((fact, at) => [fact.id, at]));
const index = buildIndex(facts);

const input = document.getElementById('search');
const panel = document.getElementById('panel');
const card = document.getElementById('card');
const results = document.getElementById('results');
const intro = document.getElementById('intro');
const status = document.getElementById('status');
const spoken = document.getElementById('spoken');
const wide = matchMedia('(min-width: 62rem)');
let chosen = -1;

const quoted = (text) => `“${text.replace(/"([^"]*)"/g, '‘$1’')}”`;
const OURS = 'Our summary: ';
const link = (fact) => '#' + fact.id;

// Gives the text with the words that were looked for in <mark>.
function marked(text, words) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (!tokens(match[0]).some((token) => words.has(token) || words.has(number(token)))) continue;
    parts.push(text.slice(at, match.index), make('mark', {}, match[0]));
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(at)];
}

function show() {
  const searching = input.value.trim() !== '';
  results.hidden = !searching;
  card.hidden = chosen < 0;
  intro.hidden = searching || chosen >= 0;
  if (panel.dataset.view === 'results' && !searching) panel.dataset.view = chosen < 0 ? 'intro' : 'fact';
  if (panel.dataset.view === 'fact' && chosen < 0) panel.dataset.view = searching ? 'results' : 'intro';
}

function look() {
  const query = input.value.trim();
  const { hits, words } = query ? search(index, query) : { hits: [], words: new Set() };
  results.replaceChildren(
    ...hits.map(({ at }) => {
      const fact = facts[at];
      return make('li', {},
        make('a', { href: link(fact), 'data-at': at, 'aria-current': at === chosen && 'true' },
          make('span', { class: 'quote' }, '“', ...marked(fact.quote.replace(/"([^"]*)"/g, '‘$1’'), words), '”'),
          make('span', { class: 'ours' }, OURS, ...marked(fact.statement, words)),
          make('span', { class: 'place' }, `${fact.short} · ${fact.topic}`)));
    })
  );
  status.textContent = !query ? ''
    : hits.length ? `${plural(hits.length, 'fact')} found`
    : 'Nothing found. Try fewer or other words.';
  panel.dataset.view = query ? 'results' : 'intro';
  results.scrollTop = 0;
  show();
}

function button(label, text) {
  const rest = `Copy ${label}`;
  return make('button', {
    type: 'button',
    onclick: async ({ currentTarget: self }) => {
      const done = await copy(text);
      self.textContent = done ? 'Copied' : 'Copying is not allowed';
      spoken.textContent = done ? `The ${label} is copied` : self.textContent;
      setTimeout(() => { self.textContent = rest; }, 2000);
    },
  }, rest);
}

function fillCard(fact, at) {
  const figures = (fact.figures || []).map((figure) =>
    make('li', {}, make('b', {}, figure.text), make('span', { class: 'note' }, `${figure.measures} (${figure.unit})`)));
  const others = neighbours(at);
  card.replaceChildren(
    make('div', { class: 'card-head' },
      make('h2', { class: 'place', id: 'card-title', tabindex: '-1' }, `Fact ${at + 1} · ${fact.place}`),
      make('nav', { class: 'steps', 'aria-label': 'Facts before and after' },
        ...(at > 0 ? [make('a', { href: link(facts[at - 1]), 'aria-label': 'Previous fact' }, '←')] : []),
        ...(at + 1 < facts.length ? [make('a', { href: link(facts[at + 1]), 'aria-label': 'Next fact' }, '→')] : [])),
      make('button', { type: 'button', class: 'close', 'aria-label': 'Close the fact', onclick: closeFact }, '×')),
    make('blockquote', {}, make('p', {}, quoted(fact.quote))),
    make('p', { class: 'ours' }, OURS, fact.statement),
    ...(fact.context ? [make('p', { class: 'context' }, make('span', { class: 'note' }, 'Context: '), quoted(fact.context))] : []),
    ...(figures.length ? [make('h3', {}, 'Figures'), make('ul', {}, ...figures)] : []),
    ...(fact.dates ? [make('h3', {}, 'Dates'), make('p', {}, fact.dates.join('; '))] : []),
    make('div', { class: 'buttons' },
      button('quotation', fact.quotation),
      button('citation', fact.reference),
      button('link', location.href.split('#')[0] + link(fact)),
      make('button', { type: 'button', class: 'back', onclick: backToResults }, 'Results')),
    ...(fact.link ? [make('p', { class: 'source' },
      make('a', { href: fact.link, rel: 'noreferrer' }, "Passage on the publisher's page"),
      ...(fact.inferred ? [make('span', { class: 'note' }, ' (address inferred, not confirmed)')] : []))] : []),
    ...(others.length ? [make('p', { class: 'others' }, 'Shares words with ', ...others)] : []),
    make('p', { class: 'id' }, make('code', {}, fact.id)));
  card.scrollTop = 0;
}

const stretchesOf = (at) => document.querySelectorAll(`[data-f~="${at + 1}"]`);
const numbersOf = (stretch) => stretch.dataset.f.split(' ').map((text) => Number(text) - 1);

// Links to the facts that share words with this one.
function neighbours(at) {
  const shared = new Set([...stretchesOf(at)].flatMap(numbersOf));
  shared.delete(at);
  return [...shared].flatMap((other, which) => [
    ...(which ? [', '] : []),
    make('a', { href: link(facts[other]), title: facts[other].statement }, `fact ${other + 1}`),
  ]);
}

// `toCard` takes the keyboard along to the fact's card.
function choose(at, toCard = false) {
  stretchesOf(chosen).forEach((stretch) => stretch.classList.remove('on'));
  chosen = at;
  results.querySelectorAll('a').forEach((entry) => {
    if (Number(entry.dataset.at) === at) entry.setAttribute('aria-current', 'true');
    else entry.removeAttribute('aria-current');
  });
  if (at < 0) return show();
  stretchesOf(at).forEach((stretch) => stretch.classList.add('on'));
  const heading = card.contains(document.activeElement);
  fillCard(facts[at], at);
  panel.dataset.view = 'fact';
  show();
  if (heading || toCard || (!wide.matches && panel.contains(document.activeElement))) {
    document.getElementById('card-title').focus({ preventScroll: true });
  } else {
    spoken.textContent = `Fact ${at + 1} is shown`;
  }
  const place = document.getElementById(facts[at].id);
  place.scrollIntoView({ block: wide.matches ? 'center' : 'start', behavior: still.matches ? 'auto' : 'smooth' });
}

function chooseFromAddress() {
  const id = decodeURIComponent(location.hash.slice(1));
  choose(byId.has(id) ? byId.get(id) : -1);
  // A place as every command takes it, "VI:4".
  const paragraph = document.getElementById(`at-${id}`);
  if (paragraph) paragraph.scrollIntoView();
}

function closeFact() {
  const place = chosen < 0 ? null : document.getElementById(facts[chosen].id);
  history.replaceState(null, '', location.pathname + location.search);
  choose(-1);
  if (place) place.focus({ preventScroll: true });
}

function backToResults() {
  panel.dataset.view = 'results';
  const current = results.querySelector('[aria-current]') || results.querySelector('a');
  if (current) current.focus();
}

input.addEventListener('input', look);
window.addEventListener('hashchange', chooseFromAddress);
window.addEventListener('popstate', chooseFromAddress);

// Chooses without the browser's own jump, which would take the keyboard out of the results.
function go(at, toCard = false) {
  if (location.hash !== link(facts[at])) history.pushState(null, '', link(facts[at]));
  choose(at, toCard);
}

document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const anchor = event.target.closest('a[href^="#"]');
  if (anchor) {
    const id = anchor.getAttribute('href').slice(1);
    if (!byId.has(id)) return;
    event.preventDefault();
    // A click without a mouse has no count.
    return go(byId.get(id), event.detail === 0 && !results.contains(anchor));
  }
  const stretch = event.target.closest('.f');
  if (!stretch || String(getSelection())) return;
  // Of several facts in one place, the shortest was meant.
  go(numbersOf(stretch).sort((one, other) => facts[one].quote.length - facts[other].quote.length)[0]);
});
