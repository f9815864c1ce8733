// What every page's script needs.

document.documentElement.classList.add('scripted');

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

const plural = (count, name) => `${count} ${name}${count === 1 ? '' : 's'}`;

const still = matchMedia('(prefers-reduced-motion: reduce)');

window.addEventListener('beforeprint', () => {
  document.querySelectorAll('details').forEach((part) => { part.open = true; });
});
