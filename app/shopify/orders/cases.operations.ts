const RETURN_FIELDS = /* GraphQL */ `
  id
  status
  createdAt
  closedAt
  order {
    id
  }
`;

const DISPUTE_FIELDS = /* GraphQL */ `
  id
  status
  initiatedAt
  finalizedOn
  order {
    id
  }
`;

export const RETURNS_BY_ID = /* GraphQL */ `
  query ReturnsById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Return {
        ${RETURN_FIELDS}
      }
    }
  }
`;

/** Returns hang on their orders alone: those of the orders on which some are asked for or under way. */
export const OPEN_RETURNS = /* GraphQL */ `
  query OpenReturns($after: String) {
    orders(first: 25, after: $after, query: "return_status:return_requested OR return_status:in_progress") {
      nodes {
        id
        returns(first: 10, reverse: true) {
          nodes {
            ${RETURN_FIELDS}
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const DISPUTES_BY_ID = /* GraphQL */ `
  query DisputesById($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on ShopifyPaymentsDispute {
        ${DISPUTE_FIELDS}
      }
    }
  }
`;

export const DISPUTES_SINCE = /* GraphQL */ `
  query DisputesSince($query: String!, $after: String) {
    disputes(first: 100, after: $after, query: $query) {
      nodes {
        ${DISPUTE_FIELDS}
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
