export const CUSTOMER_TAGS = /* GraphQL */ `
  query CustomerTags($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Customer {
        id
        tags
      }
    }
  }
`;

/** Tags of the customers who match, in the order of their change. */
export const CHANGED_CUSTOMER_TAGS = /* GraphQL */ `
  query ChangedCustomerTags($query: String, $after: String) {
    customers(first: 250, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
        tags
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
