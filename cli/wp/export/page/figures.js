// Filters the table of figures.

const filters = { section: 'by-section', topic: 'by-topic', unit: 'by-unit' };
const rows = [...document.getElementById('figure-rows').rows];
const selects = Object.entries(filters).map(([name, id]) => [name, document.getElementById(id)]);

function filterFigures() {
  let shown = 0;
  for (const row of rows) {
    row.hidden = selects.some(([name, select]) => select.value && row.dataset[name] !== select.value);
    if (!row.hidden) shown += 1;
  }
  document.getElementById('figure-count').textContent =
    shown === rows.length ? plural(shown, 'figure') : `${shown} of ${plural(rows.length, 'figure')}`;
}

selects.forEach(([, select]) => select.addEventListener('change', filterFigures));
filterFigures();
