// The buttons and places of the report: they only tell the extension what was chosen.
(() => {
  const editor = acquireVsCodeApi();
  const scrolled = editor.getState();
  if (scrolled) window.scrollTo(0, scrolled.top);
  window.addEventListener('scroll', () => editor.setState({ top: window.scrollY }), { passive: true });

  document.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element ? event.target.closest('[data-action], [data-path]') : null;
    if (chosen instanceof HTMLElement) tell(chosen);
  });

  // Places are links for the keyboard too.
  for (const place of document.querySelectorAll('[data-path]')) {
    place.setAttribute('role', 'link');
    place.setAttribute('tabindex', '0');
    place.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') tell(place);
    });
  }

  function tell({ dataset }) {
    if (dataset.action) editor.postMessage({ action: dataset.action });
    else editor.postMessage({ action: 'open', path: dataset.path, line: Number(dataset.line) });
  }
})();
