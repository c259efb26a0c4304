// Nothing is kept on the reader's device without being asked.
return (async () => {
  if (document.cookie) problems.push(`a cookie: ${document.cookie}`);
  if (localStorage.length) problems.push(`local storage: ${Object.keys(localStorage)}`);
  if (sessionStorage.length) problems.push(`session storage: ${Object.keys(sessionStorage)}`);
  const bases = await indexedDB.databases();
  if (bases.length) problems.push(`databases: ${bases.map((b) => b.name)}`);
  const stores = await caches.keys();
  if (stores.length) problems.push(`caches: ${stores}`);
  const workers = await navigator.serviceWorker.getRegistrations();
  if (workers.length) problems.push(`service workers: ${workers.map((w) => w.scope)}`);
  return problems;
})();
