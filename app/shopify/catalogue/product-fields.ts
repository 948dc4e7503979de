/** What is asked of every product, one by one and in bulk alike; collections and variants are asked for beside it. */
export const PRODUCT_FIELDS = /* GraphQL */ `
  id
  title
  handle
  vendor
  productType
  status
  tags
  isGiftCard
  publishedAt
  updatedAt
  featuredMedia {
    preview {
      image {
        url
      }
    }
  }
`;

/** A variant's stock over all locations, and what a unit costs the shop. */
export const STOCK_FIELDS = /* GraphQL */ `
  id
  inventoryQuantity
  inventoryPolicy
  inventoryItem {
    id
    tracked
    unitCost {
      amount
      currencyCode
    }
  }
`;

/** What is asked of every variant. */
export const VARIANT_FIELDS = /* GraphQL */ `
  ${STOCK_FIELDS}
  title
  sku
  position
  price
  compareAtPrice
  image {
    url
  }
`;
