/** The number in one of Shopify's global ids ("gid://shopify/Order/12"), or null when it is not of that kind. */
export function idInGid(gid: string, kind: string): number | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]{1,60})\/(\d{1,16})(?:\?.{0,500})?$/.exec(gid);
  if (!match || match[1] !== kind) return null;
  const id = Number(match[2]);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
