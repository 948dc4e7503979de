import { z } from "zod";

export const UserErrors = z.array(z.object({ code: z.string().nullish(), message: z.string() }));

/** What Shopify refuses to make of an input, with its own codes. */
export class DiscountRefused extends Error {
  override readonly name = "DiscountRefused";

  constructor(readonly codes: readonly string[], message: string) {
    super(message);
  }
}

/** Throws DiscountRefused when there are any. */
export function checkUserErrors(errors: z.infer<typeof UserErrors>): void {
  if (errors.length === 0) return;
  throw new DiscountRefused(errors.flatMap(({ code }) => code ?? []), errors.map(({ message }) => message).join("; "));
}
