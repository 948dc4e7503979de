import { z } from "zod";

/** The attribute of cart and order in which the storefront notes who referred a visitor; as in extensions/theme. */
export const referralAttribute = "_encore_ref";

/** As it stands in a link's `?ref=`. Whether anybody goes by it is another question. */
export const ReferralCode = z.string().regex(/^[\w-]{1,64}$/);
export type ReferralCode = z.infer<typeof ReferralCode>;
