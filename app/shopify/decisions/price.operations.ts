/** What one unit of a variant costs now. */
export const VARIANT_PRICE = /* GraphQL */ `
  query VariantPrice($id: ID!) {
    productVariant(id: $id) {
      id
      price
    }
  }
`;
