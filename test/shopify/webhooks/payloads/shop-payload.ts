import type { Shop } from "../../store/model";
import { restTime } from "./dates";

const PLAN_TITLES = { basic: "Basic", grow: "Grow", advanced: "Advanced", plus: "Shopify Plus" } as const;

/** A shop as shop/update and app/uninstalled carry it. */
export function shopPayload(shop: Shop, now: number): Record<string, unknown> {
  const at = restTime(shop.createdAt, shop.timezone);
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    province: null,
    country: shop.countryCode,
    address1: null,
    zip: null,
    city: null,
    source: null,
    phone: null,
    latitude: null,
    longitude: null,
    primary_locale: shop.locale,
    address2: null,
    created_at: at,
    updated_at: restTime(now, shop.timezone),
    country_code: shop.countryCode,
    country_name: shop.countryCode,
    currency: shop.currency,
    customer_email: shop.email,
    timezone: shop.timezone,
    iana_timezone: shop.timezone,
    shop_owner: `${shop.name} Owner`,
    money_format: `{{amount}} ${shop.currency}`,
    money_with_currency_format: `{{amount}} ${shop.currency}`,
    weight_unit: "kg",
    province_code: null,
    taxes_included: shop.taxesIncluded,
    auto_configure_tax_inclusivity: null,
    tax_shipping: null,
    county_taxes: true,
    plan_display_name: PLAN_TITLES[shop.plan],
    plan_name: shop.plan,
    has_discounts: shop.discountCodes.length > 0,
    has_gift_cards: false,
    myshopify_domain: shop.domain,
    enabled_presentment_currencies: [shop.currency],
  };
}
