/** Purpose: take the chosen theme before anything is drawn, so that no page flashes. Runs by itself, before the modules. */
try {
  document.documentElement.dataset['theme'] = localStorage.getItem('plenary.theme') ?? 'auto'
} catch {
  // Storage is forbidden here: the system's theme is used.
}
