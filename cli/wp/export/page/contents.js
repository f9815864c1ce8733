// Marks in the contents where the reader is.

const targets = [...document.querySelectorAll('.contents a')]
  .map((entry) => [entry, document.getElementById(entry.getAttribute('href').slice(1))])
  .sort(([, one], [, other]) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
const contents = document.querySelector('.contents');
let waiting = false;

function followReader() {
  waiting = false;
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const line = atEnd ? innerHeight : innerHeight / 3;
  let here = null;
  for (const [entry, target] of targets) {
    if (target.getBoundingClientRect().top > line) break;
    here = entry;
  }
  for (const [entry] of targets) {
    if (entry === here) entry.setAttribute('aria-current', 'location');
    else entry.removeAttribute('aria-current');
  }
  if (!here || contents.scrollHeight <= contents.clientHeight) return;
  const box = contents.getBoundingClientRect();
  const at = here.getBoundingClientRect();
  if (at.top < box.top || at.bottom > box.bottom) contents.scrollTop += at.top - box.top - box.height / 3;
}

window.addEventListener('scroll', () => {
  if (!waiting) requestAnimationFrame(followReader);
  waiting = true;
}, { passive: true });
followReader();
