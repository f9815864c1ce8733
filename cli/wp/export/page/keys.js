// The keyboard: / and ? from anywhere, arrows through the results, Escape back out.

const help = document.getElementById('help');
const singleKeys = document.getElementById('single-keys');

const entries = () => [...results.querySelectorAll('a')];

function step(by) {
  const all = entries();
  const at = all.indexOf(document.activeElement);
  if (at + by < 0 || !all.length) return input.focus();
  all[Math.min(at + by, all.length - 1)].focus();
}

function escape() {
  if (input.value) {
    input.value = '';
    look();
    input.focus();
  } else if (chosen >= 0) {
    closeFact();
  }
}

document.addEventListener('keydown', (event) => {
  if (help.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target.matches('input, textarea, select');
  const inResults = event.target === input || results.contains(event.target);
  let done = true;
  if (event.key === '/' && !typing && singleKeys.checked) { input.focus(); input.select(); }
  else if (event.key === '?' && !typing && singleKeys.checked) help.showModal();
  else if (event.key === 'Escape') escape();
  else if (event.key === 'ArrowDown' && inResults && entries().length) step(1);
  else if (event.key === 'ArrowUp' && inResults && event.target !== input) step(-1);
  else if (event.key === 'Enter' && event.target === input && entries().length) entries()[0].click();
  else done = false;
  if (done) event.preventDefault();
});

document.getElementById('help-button').addEventListener('click', () => help.showModal());
chooseFromAddress();
