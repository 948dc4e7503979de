/** What was agreed on an order after it was placed; a post-purchase edit is one agreement of the app's. */
export const ORDER_AGREEMENTS = /* GraphQL */ `
  query OrderAgreements($id: ID!, $after: String) {
    order(id: $id) {
      id
      agreements(first: 10, after: $after) {
        nodes {
          __typename
          id
          happenedAt
          app {
            id
            apiKey
          }
          sales(first: 10) {
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
