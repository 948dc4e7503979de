import { letterOf, macDigits } from "./order-code";
import type { LinkPlacement } from "./order-code";
import type { ShopperLanguage } from "../placements/shopper-language";
import { safeText } from "./safe-html";
import { snippetTexts } from "./snippet-texts";

/** Rises when pasting the snippet anew would bring something. */
export const snippetVersion = 1;

/** Which of the shop's templates a snippet is for. */
export type SnippetKind = "order-email" | "packing-slip";

export const placementOfSnippet: Record<SnippetKind, LinkPlacement> = { "order-email": "e-mail", "packing-slip": "receipt" };

export interface SnippetParts {
  kind: SnippetKind;
  language: ShopperLanguage;
  /** Hexadecimal. */
  key: string;
  keyVersion: number;
  /** Of the shop on myshopify.com, for templates that know no address of the storefront. */
  shop: string;
}

/**
 * Liquid for a notification or the packing slip. Both are written before the app has heard of the order, so the link is
 * worked out there: `hmac_sha256` of the order's id under a key made for this alone. Where a template knows no id, nothing
 * is printed.
 */
export function snippet({ kind, language, key, keyVersion, shop }: SnippetParts): string {
  const letter = letterOf(placementOfSnippet[kind]);
  const address = `{{ shop.url | default: 'https://${shop}' }}/apps/encore`;
  const code = `${letter}{{ encore_order }}-${keyVersion}-{{ encore_signed }}`;
  return `{%- comment -%} Encore: ${kind}, version ${snippetVersion}, ${language} {%- endcomment -%}
{%- assign encore_order = order.id | default: id -%}
{%- if encore_order -%}
{%- assign encore_signed = encore_order | prepend: '${letter}' | hmac_sha256: '${key}' | slice: 0, ${macDigits} -%}
${content(kind, language, `${address}/l/${code}?lang=${language}`, `${address}/qr/${code}?lang=${language}`)}
{%- endif -%}
`;
}

export interface PreviewParts {
  kind: SnippetKind;
  language: ShopperLanguage;
  /** Where the link leads in the preview. */
  linkUrl: string;
  /** Of the picture on the packing slip. */
  qrUrl: string;
}

/** What the snippet comes to for a sample order. */
export function snippetPreview({ kind, language, linkUrl, qrUrl }: PreviewParts): string {
  return content(kind, language, safeText(linkUrl), safeText(qrUrl));
}

function content(kind: SnippetKind, language: ShopperLanguage, link: string, picture: string): string {
  const { email, slip, open } = snippetTexts[language];
  return kind === "order-email"
    ? `<p lang="${language}" style="margin: 24px 0; line-height: 150%; font-size: 16px;">${safeText(email)}<br><a href="${link}">${safeText(open)}</a></p>`
    : `<div lang="${language}" style="margin-top: 24px; break-inside: avoid;"><p><strong>${safeText(slip)}</strong></p><img src="${picture}" alt="${link}" width="120" height="120"></div>`;
}
