import type { Lines } from "./texts";

export const fr: Lines = [
  "Option", // variant
  "Quantité", // quantity
  "Sous-total", // subtotal
  "Réduction", // discount
  "Livraison", // shipping
  "Offerte", // free
  "Taxes", // tax
  "incluses", // included
  "Total à payer", // total
  "Ancien prix", // priceBefore
  "Prix actuel", // priceNow
  "Payer", // payNow
  "Calcul du total", // calculating
  "Ajout à votre commande", // adding
  "Non, merci", // decline
  "Continuer vers votre commande", // toOrder
  "L'article n'a été ni ajouté à votre commande ni facturé.", // notCharged
  "Rien n'a été facturé de nouveau.", // notAgain
  "L'article est sur votre commande, mais n'est pas encore payé.", // stillOpen
  "Si l'article est sur votre commande, il a été facturé une fois, sinon pas du tout.", // onceAtMost
  "Le paiement a échoué.", // paymentFailed
  "Il ne reste plus assez de cet article.", // stock
  "Votre moyen de paiement ne le permet pas.", // method
  "Une erreur s'est produite dans la boutique.", // fault
  "Votre commande est déjà en préparation.", // released
  "L'offre n'est plus disponible.", // unavailable
  "L'offre ou son prix vient de changer.", // changed
  "Vous avez déjà accepté l'offre.", // already
  "La connexion a été interrompue.", // offline
  "Le total n'a pas pu être calculé.", // noTotal
];
