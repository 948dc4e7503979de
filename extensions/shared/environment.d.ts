/** Shopify's CLI writes the values of the shell that builds the bundle in their places; a Worker has no `process`. */
declare const process: { readonly env: { readonly SHOPIFY_APP_URL: string } };
