import type { Lines } from "./texts";

export const de: Lines = [
  "Ausführung", // variant
  "Anzahl", // quantity
  "Zwischensumme", // subtotal
  "Rabatt", // discount
  "Versand", // shipping
  "Kostenlos", // free
  "Steuern", // tax
  "enthalten", // included
  "Zu zahlen", // total
  "Preis vorher", // priceBefore
  "Preis jetzt", // priceNow
  "Jetzt bezahlen", // payNow
  "Gesamtbetrag wird berechnet", // calculating
  "Wird Ihrer Bestellung hinzugefügt", // adding
  "Nein, danke", // decline
  "Weiter zu Ihrer Bestellung", // toOrder
  "Der Artikel wurde nicht hinzugefügt und nicht berechnet.", // notCharged
  "Es wurde nichts noch einmal berechnet.", // notAgain
  "Der Artikel steht auf Ihrer Bestellung, ist aber noch nicht bezahlt.", // stillOpen
  "Steht der Artikel auf Ihrer Bestellung, wurde er einmal berechnet, sonst gar nicht.", // onceAtMost
  "Die Zahlung ist fehlgeschlagen.", // paymentFailed
  "Von diesem Artikel ist nicht mehr genug da.", // stock
  "Ihre Zahlungsart ist dafür nicht möglich.", // method
  "Im Shop ist ein Fehler aufgetreten.", // fault
  "Ihre Bestellung wird schon vorbereitet.", // released
  "Das Angebot ist nicht mehr verfügbar.", // unavailable
  "Das Angebot oder sein Preis hat sich gerade geändert.", // changed
  "Sie haben das Angebot schon angenommen.", // already
  "Die Verbindung wurde unterbrochen.", // offline
  "Der Gesamtbetrag konnte nicht berechnet werden.", // noTotal
];
