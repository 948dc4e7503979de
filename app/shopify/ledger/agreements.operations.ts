const sales = `
  nodes {
    __typename
    id
    actionType
    quantity
    ... on ProductSale {
      lineItem {
        id
        variant {
          id
        }
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
`;

/** What was agreed on an order after it was placed; a post-purchase edit is one agreement of the app's. */
export const ORDER_AGREEMENTS = /* GraphQL */ `
  query OrderAgreements($id: ID!, $after: String) {
    order(id: $id) {
      id
      agreements(first: 10, after: $after) {
        edges {
          cursor
          node {
            __typename
            id
            happenedAt
            app {
              id
              apiKey
            }
            sales(first: 10) {
              ${sales}
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

/** Further sales of the agreement that follows another one, or of the first; Shopify gives out no agreement by its id. */
export const AGREEMENT_SALES = /* GraphQL */ `
  query AgreementSales($id: ID!, $following: String, $after: String) {
    order(id: $id) {
      id
      agreements(first: 1, after: $following) {
        nodes {
          __typename
          id
          sales(first: 100, after: $after) {
            ${sales}
          }
        }
      }
    }
  }
`;
