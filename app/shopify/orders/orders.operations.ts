import { ORDER_FIELDS, ORDER_LINE_FIELDS, REFUND_LINE_FIELDS } from "./order-fields";

/** A whole order; `after` goes on past its first 60 lines, `REFUND_LINES` past the first 60 of a refund. */
export const ORDER = /* GraphQL */ `
  query Order($id: ID!, $after: String) {
    order(id: $id) {
      ${ORDER_FIELDS}
      refunds {
        id
        createdAt
        processedAt
        refundLineItems(first: 60) {
          nodes {
            ${REFUND_LINE_FIELDS}
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      lineItems(first: 60, after: $after) {
        nodes {
          ${ORDER_LINE_FIELDS}
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

export const REFUND_LINES = /* GraphQL */ `
  query RefundLines($id: ID!, $after: String) {
    refund(id: $id) {
      id
      refundLineItems(first: 100, after: $after) {
        nodes {
          ${REFUND_LINE_FIELDS}
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

/** Ids and times only: enough to see which orders the mirror missed, or still holds although they are gone. */
export const ORDER_TIMES = /* GraphQL */ `
  query OrderTimes($query: String, $after: String) {
    orders(first: 250, after: $after, query: $query, sortKey: UPDATED_AT) {
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
