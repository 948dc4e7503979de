import type { Shop } from "../../store/model";
import type { Html } from "../html";
import { html } from "../html";
import type { Language } from "../languages";
import { customerName } from "../storefront/shop-page";
import { sampleCustomers } from "../storefront/account-page";
import { accountShell } from "./account-shell";
import { ACCOUNT_TEXTS } from "./texts";

interface Login {
  readonly shop: Shop;
  readonly language: Language;
  readonly email: string;
  readonly returnTo: string;
  readonly problem: string | null;
}

/** First step of logging in: an e-mail address. Below it, who there is, since nobody can know these addresses by heart. */
export function emailPage({ shop, language, email, returnTo }: Login): Html {
  const texts = ACCOUNT_TEXTS[language];
  const action = `/account/${shop.handle}/login`;
  return accountShell({ shop, language, title: texts.logIn, customer: null, path: action, pages: [] }, html`<div class="login">
    <h1>${texts.logIn}</h1>
    <form method="post" action="${action}" class="card">
      <input type="hidden" name="return_to" value="${returnTo}">
      <label class="field"><span>${texts.email}</span><input type="email" name="email" value="${email}" autocomplete="email" required></label>
      <button class="button wide" type="submit">${texts.sendCode}</button>
    </form>
    <details class="samples"><summary>Customers of this shop</summary>
      <ul>${sampleCustomers(shop).map((customer) => html`<li>
        <form method="post" action="${action}"><input type="hidden" name="return_to" value="${returnTo}">
          <button class="plain" type="submit" name="email" value="${customer.email}">${customerName(customer)} <span class="muted">${customer.ordersCount}</span></button></form></li>`)}</ul>
    </details>
  </div>`);
}

/** Second step: the code, which is shown here because the e-mail goes nowhere. */
export function codePage({ shop, language, email, returnTo, problem }: Login, code: string): Html {
  const texts = ACCOUNT_TEXTS[language];
  const action = `/account/${shop.handle}/login/code`;
  return accountShell({ shop, language, title: texts.logIn, customer: null, path: action, pages: [] }, html`<div class="login">
    <h1>${texts.logIn}</h1>
    <p>${texts.codeSent} ${email}.</p>
    <p class="mailbox" role="note">E-mail to ${email}: <strong data-code>${code}</strong></p>
    <form method="post" action="${action}" class="card">
      <input type="hidden" name="return_to" value="${returnTo}"><input type="hidden" name="email" value="${email}">
      <label class="field"><span>${texts.code}</span><input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required
        ${problem ? html`aria-invalid="true" aria-describedby="code-problem"` : ""}></label>
      ${problem ? html`<p class="problem" id="code-problem" role="alert">${problem}</p>` : ""}
      <button class="button wide" type="submit">${texts.logIn}</button>
    </form>
  </div>`);
}
