const WORDS = {
  en: { less: "Decrease", more: "Increase", close: "Close", dismiss: "Dismiss", loading: "Loading" },
  de: { less: "Verringern", more: "Erhöhen", close: "Schließen", dismiss: "Ausblenden", loading: "Wird geladen" },
  fr: { less: "Diminuer", more: "Augmenter", close: "Fermer", dismiss: "Masquer", loading: "Chargement" },
  es: { less: "Reducir", more: "Aumentar", close: "Cerrar", dismiss: "Ocultar", loading: "Cargando" },
  it: { less: "Riduci", more: "Aumenta", close: "Chiudi", dismiss: "Nascondi", loading: "Caricamento" },
  nl: { less: "Minder", more: "Meer", close: "Sluiten", dismiss: "Verbergen", loading: "Laden" },
  pt: { less: "Diminuir", more: "Aumentar", close: "Fechar", dismiss: "Ocultar", loading: "A carregar" },
  ja: { less: "減らす", more: "増やす", close: "閉じる", dismiss: "非表示にする", loading: "読み込み中" },
};

/** What the host itself says to screen readers, in the page's language. */
export function word(name: keyof (typeof WORDS)["en"]): string {
  const language = document.documentElement.lang.slice(0, 2);
  return (Object.entries(WORDS).find(([code]) => code === language)?.[1] ?? WORDS.en)[name];
}
