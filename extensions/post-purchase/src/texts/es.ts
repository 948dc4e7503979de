import type { Lines } from "./texts";

export const es: Lines = [
  "Opción", // variant
  "Cantidad", // quantity
  "Subtotal", // subtotal
  "Descuento", // discount
  "Envío", // shipping
  "Gratis", // free
  "Impuestos", // tax
  "incluidos", // included
  "Total a pagar", // total
  "Precio anterior", // priceBefore
  "Precio actual", // priceNow
  "Pagar ahora", // payNow
  "Calculando el total", // calculating
  "Añadiendo a su pedido", // adding
  "No, gracias", // decline
  "Continuar a su pedido", // toOrder
  "El artículo no se ha añadido a su pedido ni se ha cobrado.", // notCharged
  "No se ha cobrado nada de nuevo.", // notAgain
  "El artículo está en su pedido, pero aún no está pagado.", // stillOpen
  "Si el artículo está en su pedido, se ha cobrado una vez; si no, no se ha cobrado.", // onceAtMost
  "El pago no se ha completado.", // paymentFailed
  "No queda suficiente de este artículo.", // stock
  "Su método de pago no lo permite.", // method
  "Se ha producido un error en la tienda.", // fault
  "Su pedido ya se está preparando.", // released
  "La oferta ya no está disponible.", // unavailable
  "La oferta o su precio acaba de cambiar.", // changed
  "Ya ha aceptado la oferta.", // already
  "Se ha perdido la conexión.", // offline
  "No se ha podido calcular el total.", // noTotal
];
