// The list beside the draft: what is shown of it, what is chosen, and the notes, kept in the page.

// The page as it is in its file: this is what is saved, with the notes put in.
const asWritten = document.documentElement.cloneNode(true);
asWritten.classList.remove('scripted');

const $ = (id) => document.getElementById(id);
const rows = [...document.querySelectorAll('.entries > li')];
const chips = [...document.querySelectorAll('.chip')];
const fields = [...document.querySelectorAll('.notes input, .notes textarea')];
const kept = new Map(fields.map((field) => [field, field.defaultValue]));
const wide = matchMedia('(min-width: 62rem)');
const numberOf = (row) => row.id.slice(1);
let chosen = null;

// What is shown.

function filter() {
  const labels = new Set(chips.filter(pressed).map((chip) => chip.dataset.label));
  const draft = $('draft') ? $('draft').value : '';
  let shown = 0;
  for (const row of rows) {
    const away = (labels.size > 0 && !labels.has(row.dataset.label))
      || (draft !== '' && row.dataset.draft !== draft)
      || ($('todo').checked && $('i' + numberOf(row)).value.trim() !== '');
    row.hidden = away && row !== chosen;
    if (!row.hidden) shown += 1;
  }
  $('none').hidden = shown > 0 || rows.length === 0;
  $('status').textContent = shown === rows.length
    ? `${rows.length} found` : `${shown} of ${rows.length} shown`;
}

const pressed = (button) => button.getAttribute('aria-pressed') === 'true';
const press = (button, on) => button.setAttribute('aria-pressed', String(on));

// What is chosen stays whatever the filters say, until another filter is chosen.
function narrow() {
  leave();
  filter();
}

chips.forEach((chip) => chip.addEventListener('click', () => { press(chip, !pressed(chip)); narrow(); }));
$('todo').addEventListener('change', narrow);
if ($('draft')) $('draft').addEventListener('change', narrow);
$('unfold').addEventListener('click', () => {
  const open = !pressed($('unfold'));
  press($('unfold'), open);
  rows.forEach((row) => { row.firstElementChild.open = open; });
});

// What is chosen.

const marksOf = (row) => document.querySelectorAll(`[data-f~="${numberOf(row)}"]`);

function leave() {
  if (!chosen) return;
  marksOf(chosen).forEach((mark) => mark.classList.remove('on'));
  chosen.classList.remove('on', 'sheet');
  chosen = null;
}

// `fromText`: on a narrow window the entry comes up over the text that it was chosen in.
function choose(row, fromText) {
  leave();
  chosen = row;
  filter();
  row.classList.add('on');
  row.classList.toggle('sheet', fromText && !wide.matches);
  row.firstElementChild.open = true;
  marksOf(row).forEach((mark) => mark.classList.add('on'));
  const behavior = still.matches ? 'auto' : 'smooth';
  if (fromText) {
    row.querySelector('summary').focus({ preventScroll: true });
    if (wide.matches) row.scrollIntoView({ block: 'nearest', behavior });
    else $('m' + numberOf(row)).scrollIntoView({ block: 'start', behavior });
  } else if (wide.matches && $('m' + numberOf(row))) {
    $('m' + numberOf(row)).scrollIntoView({ block: 'center', behavior });
  }
  $('spoken').textContent = `${numberOf(row)}, ${row.dataset.label}`;
}

function close() {
  const row = chosen;
  row.firstElementChild.open = false;
  narrow();
  const mark = $('m' + numberOf(row));
  if (mark) mark.focus({ preventScroll: true });
}

for (const row of rows) {
  row.firstElementChild.addEventListener('toggle', () => {
    if (row.firstElementChild.open && row.matches(':focus-within') && chosen !== row) choose(row, false);
  });
  row.append(make('button', { type: 'button', class: 'close', 'aria-label': 'Back to the text', onclick: close }, '×'));
}

document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const anchor = event.target.closest('a[href^="#"]');
  if (anchor) {
    const [kind, number] = [anchor.getAttribute('href')[1], anchor.getAttribute('href').slice(2)];
    if (kind !== 'f' && kind !== 'm') return;
    event.preventDefault();
    if (kind === 'f') return choose($('e' + number), true);
    chosen?.classList.remove('sheet');
    $('m' + number).scrollIntoView({ block: 'center', behavior: still.matches ? 'auto' : 'smooth' });
    return $('m' + number).focus({ preventScroll: true });
  }
  const mark = event.target.closest('.f');
  if (!mark || String(getSelection())) return;
  // Of several entries in one place, the shortest was meant.
  const size = (number) => [...marksOf($('e' + number))].reduce((sum, one) => sum + one.textContent.length, 0);
  const [number] = mark.dataset.f.split(' ').sort((one, other) => size(one) - size(other));
  choose($('e' + number), true);
});

function step(by) {
  const shown = rows.filter((row) => !row.hidden);
  if (!shown.length) return;
  const at = shown.indexOf(chosen);
  const row = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
  if (chosen) chosen.firstElementChild.open = pressed($('unfold'));
  choose(row, false);
  if (wide.matches) row.scrollIntoView({ block: 'nearest' });
  else row.scrollIntoView({ block: 'start', behavior: still.matches ? 'auto' : 'smooth' });
}

$('before').addEventListener('click', () => step(-1));
$('next').addEventListener('click', () => step(1));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && chosen && !event.isComposing) { close(); event.preventDefault(); }
});

// Notes.

const unsaved = () => fields.filter((field) => field.value !== kept.get(field)).length;

function noted() {
  for (const row of rows) {
    const notes = row.querySelector('.notes');
    notes.classList.toggle('filled', [...notes.querySelectorAll('input, textarea')].some((field) => field.value.trim()));
  }
  const count = unsaved();
  $('save').disabled = count === 0;
  $('save').textContent = count ? `Save notes (${count})` : 'Save notes';
}

function saved(when) {
  const root = asWritten.cloneNode(true);
  const twins = new Map([...root.querySelectorAll('[id]')].map((one) => [one.id, one]));
  for (const field of fields) {
    const twin = twins.get(field.id);
    // A line feed at the beginning is dropped when a page is read.
    if (field.matches('textarea')) twin.textContent = field.value && '\n' + field.value;
    else twin.setAttribute('value', field.value);
  }
  twins.get('saved').textContent = `Notes saved on ${when}.`;
  twins.get('saved').removeAttribute('hidden');
  return `<!DOCTYPE html>\n${root.outerHTML}\n`;
}

$('save').addEventListener('click', () => {
  const when = new Date().toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  const url = URL.createObjectURL(new Blob([saved(when)], { type: 'text/html' }));
  const name = decodeURIComponent(location.pathname.split('/').pop()) || 'report.html';
  make('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  fields.forEach((field) => kept.set(field, field.value));
  noted();
  $('saved').textContent = `Notes saved on ${when} as a file named ${name}.`;
  $('saved').hidden = false;
  $('spoken').textContent = `Saved as a file named ${name}. Keep that file in place of this one.`;
});

fields.forEach((field) => field.addEventListener('input', noted));
fields.forEach((field) => field.addEventListener('change', () => { if ($('todo').checked) filter(); }));
window.addEventListener('beforeunload', (event) => { if (unsaved()) event.preventDefault(); });

// Paper.

$('print').addEventListener('click', () => {
  document.documentElement.classList.add('list-only');
  window.print();
});
window.addEventListener('beforeprint', () => {
  fields.forEach((field) => { field.style.height = field.matches('textarea') ? `${field.scrollHeight}px` : ''; });
});
window.addEventListener('afterprint', () => document.documentElement.classList.remove('list-only'));

filter();
noted();
