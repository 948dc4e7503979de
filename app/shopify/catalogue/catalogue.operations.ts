import { PRODUCT_FIELDS, STOCK_FIELDS, VARIANT_FIELDS } from "./product-fields";

/** One product with its first 100 variants; past those `PRODUCT_VARIANTS` goes on. */
export const PRODUCTS_BY_ID = /* GraphQL */ `
  query ProductsById($ids: [ID!]!, $variants: Int!, $collections: Int!) {
    nodes(ids: $ids) {
      ... on Product {
        ${PRODUCT_FIELDS}
        collections(first: $collections) {
          nodes {
            id
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        variants(first: $variants) {
          nodes {
            ${VARIANT_FIELDS}
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

export const PRODUCT_VARIANTS = /* GraphQL */ `
  query ProductVariants($id: ID!, $after: String) {
    product(id: $id) {
      variants(first: 100, after: $after) {
        nodes {
          ${VARIANT_FIELDS}
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

export const PRODUCT_COLLECTIONS = /* GraphQL */ `
  query ProductCollections($id: ID!, $after: String) {
    product(id: $id) {
      collections(first: 250, after: $after) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

/** Ids and times only: enough to see which products the mirror missed. */
export const PRODUCT_TIMES = /* GraphQL */ `
  query ProductTimes($query: String, $after: String) {
    products(first: 250, after: $after, query: $query, sortKey: ID) {
      nodes {
        id
        updatedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const COLLECTIONS = /* GraphQL */ `
  query Collections($after: String) {
    collections(first: 250, after: $after, sortKey: ID) {
      nodes {
        id
        title
        handle
        updatedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const COLLECTION_PRODUCTS = /* GraphQL */ `
  query CollectionProducts($id: ID!, $after: String) {
    collection(id: $id) {
      id
      title
      handle
      updatedAt
      products(first: 250, after: $after) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

/** Stock over all locations; inventory webhooks name one location's only. */
export const VARIANT_STOCK = /* GraphQL */ `
  query VariantStock($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on ProductVariant {
        ${STOCK_FIELDS}
      }
    }
  }
`;
