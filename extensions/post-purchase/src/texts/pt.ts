import type { Lines } from "./texts";

export const pt: Lines = [
  "Opção", // variant
  "Quantidade", // quantity
  "Subtotal", // subtotal
  "Desconto", // discount
  "Envio", // shipping
  "Grátis", // free
  "Impostos", // tax
  "incluídos", // included
  "Total a pagar", // total
  "Preço anterior", // priceBefore
  "Preço atual", // priceNow
  "Pagar agora", // payNow
  "Calculando o total", // calculating
  "Adicionando ao seu pedido", // adding
  "Não, obrigado", // decline
  "Continuar para o seu pedido", // toOrder
  "O artigo não foi adicionado ao seu pedido nem cobrado.", // notCharged
  "Nada foi cobrado de novo.", // notAgain
  "O artigo está no seu pedido, mas ainda não foi pago.", // stillOpen
  "Se o artigo está no seu pedido, foi cobrado uma vez; se não, não foi cobrado.", // onceAtMost
  "O pagamento não foi concluído.", // paymentFailed
  "Não resta quantidade suficiente deste artigo.", // stock
  "O seu método de pagamento não o permite.", // method
  "Ocorreu um erro na loja.", // fault
  "O seu pedido já está em preparação.", // released
  "A oferta já não está disponível.", // unavailable
  "A oferta ou o seu preço acabou de mudar.", // changed
  "Já aceitou a oferta.", // already
  "A ligação foi interrompida.", // offline
  "Não foi possível calcular o total.", // noTotal
];
