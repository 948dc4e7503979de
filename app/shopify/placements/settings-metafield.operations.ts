export const SHOP_ID = /* GraphQL */ `
  query ShopId {
    shop {
      id
    }
  }
`;

export const SAVE_METAFIELDS = /* GraphQL */ `
  mutation SaveMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      userErrors {
        field
        message
      }
    }
  }
`;
