// Puts text on the clipboard; resolves to whether it got there.

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// The older way, for browsers that keep the clipboard from pages opened as files.
function copyBySelection(text) {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'hidden';
  document.body.append(box);
  box.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    done = false;
  }
  box.remove();
  if (before) before.focus({ preventScroll: true });
  return done;
}
