import type { Language } from "../languages";

interface AccountTexts {
  orders: string;
  profile: string;
  logIn: string;
  logOut: string;
  email: string;
  code: string;
  sendCode: string;
  codeSent: string;
  wrongCode: string;
  noOrders: string;
  name: string;
  order: string;
  total: string;
  items: string;
  logInForMore: string;
  backToShop: string;
}

/** What account pages say, in the customer's language. */
export const ACCOUNT_TEXTS: Record<Language, AccountTexts> = {
  en: { orders: "Orders", profile: "Profile", logIn: "Log in", logOut: "Log out", email: "E-mail", code: "6-digit code", sendCode: "Continue", codeSent: "We sent a code to", wrongCode: "This code is not right, or too old.", noOrders: "No orders yet.", name: "Name", order: "Order", total: "Total", items: "Items", logInForMore: "Log in to see all details of this order.", backToShop: "Shop" },
  de: { orders: "Bestellungen", profile: "Profil", logIn: "Anmelden", logOut: "Abmelden", email: "E-Mail", code: "6-stelliger Code", sendCode: "Weiter", codeSent: "Wir haben einen Code gesendet an", wrongCode: "Dieser Code ist falsch oder zu alt.", noOrders: "Noch keine Bestellungen.", name: "Name", order: "Bestellung", total: "Gesamt", items: "Artikel", logInForMore: "Melde dich an, um alle Angaben zu sehen.", backToShop: "Shop" },
  fr: { orders: "Commandes", profile: "Profil", logIn: "Se connecter", logOut: "Se déconnecter", email: "E-mail", code: "Code à 6 chiffres", sendCode: "Continuer", codeSent: "Nous avons envoyé un code à", wrongCode: "Ce code est incorrect ou expiré.", noOrders: "Aucune commande.", name: "Nom", order: "Commande", total: "Total", items: "Articles", logInForMore: "Connectez-vous pour voir tous les détails.", backToShop: "Boutique" },
  es: { orders: "Pedidos", profile: "Perfil", logIn: "Iniciar sesión", logOut: "Cerrar sesión", email: "Correo electrónico", code: "Código de 6 cifras", sendCode: "Continuar", codeSent: "Hemos enviado un código a", wrongCode: "El código no es correcto o ha caducado.", noOrders: "Aún no hay pedidos.", name: "Nombre", order: "Pedido", total: "Total", items: "Artículos", logInForMore: "Inicia sesión para ver todos los detalles.", backToShop: "Tienda" },
  it: { orders: "Ordini", profile: "Profilo", logIn: "Accedi", logOut: "Esci", email: "E-mail", code: "Codice a 6 cifre", sendCode: "Continua", codeSent: "Abbiamo inviato un codice a", wrongCode: "Il codice è errato o scaduto.", noOrders: "Ancora nessun ordine.", name: "Nome", order: "Ordine", total: "Totale", items: "Articoli", logInForMore: "Accedi per vedere tutti i dettagli.", backToShop: "Negozio" },
  nl: { orders: "Bestellingen", profile: "Profiel", logIn: "Inloggen", logOut: "Uitloggen", email: "E-mail", code: "Code van 6 cijfers", sendCode: "Doorgaan", codeSent: "We stuurden een code naar", wrongCode: "Deze code klopt niet of is verlopen.", noOrders: "Nog geen bestellingen.", name: "Naam", order: "Bestelling", total: "Totaal", items: "Artikelen", logInForMore: "Log in om alle gegevens te zien.", backToShop: "Winkel" },
  pt: { orders: "Pedidos", profile: "Perfil", logIn: "Iniciar sessão", logOut: "Terminar sessão", email: "E-mail", code: "Código de 6 dígitos", sendCode: "Continuar", codeSent: "Enviámos um código para", wrongCode: "O código está errado ou expirou.", noOrders: "Ainda sem pedidos.", name: "Nome", order: "Pedido", total: "Total", items: "Artigos", logInForMore: "Inicie sessão para ver todos os detalhes.", backToShop: "Loja" },
  ja: { orders: "注文", profile: "プロフィール", logIn: "ログイン", logOut: "ログアウト", email: "メールアドレス", code: "6桁のコード", sendCode: "続ける", codeSent: "コードの送信先", wrongCode: "コードが正しくないか、期限が切れています。", noOrders: "注文はまだありません。", name: "お名前", order: "注文", total: "合計", items: "商品", logInForMore: "すべての詳細を見るにはログインしてください。", backToShop: "ショップ" },
};
