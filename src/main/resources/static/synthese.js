// Keys for whoever reads hundreds of contributions, once switched on; every one of them is also a link, a box or a form.
const on = () => localStorage.getItem('preau-touches') === 'oui';
for (const line of document.querySelectorAll('[data-keys]')) {
  line.hidden = false;
  const button = line.querySelector('[data-keys-switch]');
  const show = () => {
    button.setAttribute('aria-pressed', String(on()));
    button.textContent = on() ? 'Ne plus utiliser ces touches' : 'Utiliser ces touches';
  };
  button.addEventListener('click', () => {
    localStorage.setItem('preau-touches', on() ? 'non' : 'oui');
    show();
  });
  show();
}

const lines = [...document.querySelectorAll('.inbox > li')];
const at = () => lines.findIndex((line) => line.contains(document.activeElement));
const go = (index) => lines[Math.max(0, Math.min(lines.length - 1, index))]?.querySelector('a')?.focus();

document.addEventListener('keydown', (event) => {
  if (!on() || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.matches('textarea, select, input:not([type=checkbox])')) return;
  const there = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === 'j') go(at() + 1);
  else if (event.key === 'k') go(at() - 1);
  else if (event.key === 'x') lines[at()]?.querySelector('[type=checkbox]')?.click();
  else if (there?.tagName === 'A') there.click();
  else if (there) {
    there.parentElement.open = true;
    there.parentElement.querySelector('select, textarea, input:not([type=hidden])')?.focus();
  } else return;
  event.preventDefault();
});

// Cutting by choosing words: blank lines are put around them.
for (const button of document.querySelectorAll('[data-isolate]')) {
  const field = document.getElementById(button.dataset.isolate);
  button.hidden = false;
  button.addEventListener('click', () => {
    const { selectionStart: from, selectionEnd: to, value } = field;
    if (from === to) return field.focus();
    const pieces = [value.slice(0, from), value.slice(from, to), value.slice(to)];
    field.value = pieces.map((piece) => piece.trim()).filter(Boolean).join('\n\n');
    field.focus();
  });
}
