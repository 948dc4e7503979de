import type { Lines } from "./texts";

export const nl: Lines = [
  "Uitvoering", // variant
  "Aantal", // quantity
  "Subtotaal", // subtotal
  "Korting", // discount
  "Verzending", // shipping
  "Gratis", // free
  "Belasting", // tax
  "inbegrepen", // included
  "Te betalen", // total
  "Prijs eerst", // priceBefore
  "Prijs nu", // priceNow
  "Nu betalen", // payNow
  "Totaal wordt berekend", // calculating
  "Wordt aan je bestelling toegevoegd", // adding
  "Nee, bedankt", // decline
  "Verder naar je bestelling", // toOrder
  "Het artikel is niet toegevoegd en niet in rekening gebracht.", // notCharged
  "Er is niets opnieuw in rekening gebracht.", // notAgain
  "Het artikel staat op je bestelling, maar is nog niet betaald.", // stillOpen
  "Staat het artikel op je bestelling, dan is het één keer in rekening gebracht, anders niet.", // onceAtMost
  "De betaling is niet gelukt.", // paymentFailed
  "Er is niet genoeg meer van dit artikel.", // stock
  "Met je betaalmethode kan dit niet.", // method
  "Er ging iets mis in de winkel.", // fault
  "Je bestelling wordt al klaargemaakt.", // released
  "De aanbieding is niet meer beschikbaar.", // unavailable
  "De aanbieding of de prijs is net veranderd.", // changed
  "Je hebt de aanbieding al aangenomen.", // already
  "De verbinding is verbroken.", // offline
  "Het totaal kon niet worden berekend.", // noTotal
];
