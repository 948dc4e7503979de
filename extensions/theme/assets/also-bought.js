// Adds a product without leaving the page; where anything is amiss the form goes its usual way.
(() => {
  const tell = (form, added, message) => {
    const status = form.querySelector('[role=status]');
    status.textContent = message || status.dataset[added ? 'added' : 'failed'];
    if (!added) return;
    const link = document.createElement('a');
    link.href = status.dataset.cartUrl;
    link.textContent = status.dataset.cart;
    status.append(' ', link);
  };

  const add = async (form) => {
    const button = form.querySelector('[type=submit]');
    button.setAttribute('aria-disabled', 'true');
    try {
      const reply = await fetch(`${form.action}.js`, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new FormData(form),
      });
      const line = await reply.json();
      // Shopify's own words, in the shopper's language: sold out, too many.
      tell(form, reply.ok, reply.ok ? '' : line.description);
      if (reply.ok) document.dispatchEvent(new CustomEvent('encore:added', { detail: line }));
    } catch {
      tell(form, false);
    }
    button.removeAttribute('aria-disabled');
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-encore-add]')) return;
    event.preventDefault();
    if (!form.querySelector('[aria-disabled]')) add(form);
  });
})();
