// Buttons that copy a field: shown only where a script can do it.
for (const button of document.querySelectorAll('[data-copies]')) {
  const field = document.getElementById(button.dataset.copies);
  const said = document.querySelector('[role=status]#copie');
  if (!navigator.clipboard || !field) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = 'Copié : collez-le où vous voulez.';
    } catch {
      field.select();
      said.textContent = 'Le texte est choisi : copiez-le avec Ctrl + C.';
    }
  });
}
