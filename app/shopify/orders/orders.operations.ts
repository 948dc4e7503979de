/** A whole order; `after` goes on past its first 60 lines, `REFUND_LINES` past the first 60 of a refund. */
export const ORDER = /* GraphQL */ `
  query Order($id: ID!, $after: String) {
    order(id: $id) {
      id
      name
      checkoutToken
      customer {
        id
      }
      email
      currencyCode
      shippingAddress {
        countryCodeV2
      }
      billingAddress {
        countryCodeV2
      }
      sourceName
      paymentGatewayNames
      discountCodes
      subtotalPriceSet {
        shopMoney {
          amount
        }
      }
      totalPriceSet {
        shopMoney {
          amount
        }
      }
      displayFinancialStatus
      test
      createdAt
      processedAt
      cancelledAt
      updatedAt
      refunds {
        id
        createdAt
        processedAt
        refundLineItems(first: 60) {
          nodes {
            quantity
            lineItem {
              id
            }
            subtotalSet {
              shopMoney {
                amount
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      lineItems(first: 60, after: $after) {
        nodes {
          id
          title
          quantity
          currentQuantity
          product {
            id
          }
          variant {
            id
          }
          originalUnitPriceSet {
            shopMoney {
              amount
            }
          }
          discountAllocations {
            allocatedAmountSet {
              shopMoney {
                amount
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

export const REFUND_LINES = /* GraphQL */ `
  query RefundLines($id: ID!, $after: String) {
    refund(id: $id) {
      id
      refundLineItems(first: 100, after: $after) {
        nodes {
          quantity
          lineItem {
            id
          }
          subtotalSet {
            shopMoney {
              amount
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

/** Ids and times only: enough to see which orders the mirror missed. */
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
