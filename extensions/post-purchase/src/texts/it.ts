import type { Lines } from "./texts";

export const it: Lines = [
  "Opzione", // variant
  "Quantità", // quantity
  "Subtotale", // subtotal
  "Sconto", // discount
  "Spedizione", // shipping
  "Gratuita", // free
  "Imposte", // tax
  "incluse", // included
  "Totale da pagare", // total
  "Prezzo precedente", // priceBefore
  "Prezzo attuale", // priceNow
  "Paga ora", // payNow
  "Calcolo del totale", // calculating
  "Aggiunta al tuo ordine", // adding
  "No, grazie", // decline
  "Continua al tuo ordine", // toOrder
  "L'articolo non è stato aggiunto al tuo ordine né addebitato.", // notCharged
  "Non è stato addebitato nulla di nuovo.", // notAgain
  "L'articolo è nel tuo ordine, ma non è ancora pagato.", // stillOpen
  "Se l'articolo è nel tuo ordine, è stato addebitato una volta, altrimenti no.", // onceAtMost
  "Il pagamento non è riuscito.", // paymentFailed
  "Non resta abbastanza di questo articolo.", // stock
  "Il tuo metodo di pagamento non lo permette.", // method
  "Si è verificato un errore nel negozio.", // fault
  "Il tuo ordine è già in preparazione.", // released
  "L'offerta non è più disponibile.", // unavailable
  "L'offerta o il suo prezzo è appena cambiato.", // changed
  "Hai già accettato l'offerta.", // already
  "La connessione si è interrotta.", // offline
  "Non è stato possibile calcolare il totale.", // noTotal
];
