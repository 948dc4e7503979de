// Whoever comes by ?ref=CODE: the code goes into the cart, and is kept for 30 days, once the visitor's privacy choices allow it.
(() => {
  const key = 'encore-ref';
  const keptMs = 30 * 24 * 60 * 60 * 1000;
  const given = new URLSearchParams(location.search).get('ref');

  const remembered = () => {
    try {
      const { code, at } = JSON.parse(localStorage.getItem(key)) || {};
      return Date.now() - at < keptMs ? code : null;
    } catch {
      return null;
    }
  };

  const note = (code) => {
    if (!/^[\w-]{1,64}$/.test(code || '')) return;
    try {
      if (code === given) localStorage.setItem(key, JSON.stringify({ code, at: Date.now() }));
      // Once a visit is enough: the cart keeps it.
      if (sessionStorage.getItem(key) === code) return;
    } catch {
      // Storage is switched off: the cart still knows.
    }
    fetch(`${window.Shopify?.routes?.root || '/'}cart/update.js`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ attributes: { _encore_ref: code } }),
    }).then((reply) => reply.ok && sessionStorage.setItem(key, code)).catch(() => {});
  };

  const act = () => {
    const privacy = window.Shopify?.customerPrivacy;
    if (privacy?.marketingAllowed()) return note(given || remembered());
    // Taken back: nothing is kept.
    if (privacy) try { localStorage.removeItem(key); } catch { /* Storage is switched off. */ }
  };

  if (!given && !remembered()) return;
  document.addEventListener('visitorConsentCollected', act);
  window.Shopify?.loadFeatures?.([{ name: 'consent-tracking-api', version: '0.1' }], (error) => { if (!error) act(); });
})();
