/** Three connections, two deep: within the limits of bulk operations. */
export const CATALOGUE_EXPORT = /* GraphQL */ `
  {
    products {
      edges {
        node {
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
          collections {
            edges {
              node {
                id
              }
            }
          }
          variants {
            edges {
              node {
                id
                title
                sku
                position
                price
                compareAtPrice
                inventoryQuantity
                inventoryPolicy
                inventoryItem {
                  id
                  tracked
                }
                image {
                  url
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** Refunds without their lines: a connection inside a list is not allowed here, so those orders are read again one by one. */
export const ORDERS_EXPORT = /* GraphQL */ `
  {
    orders {
      edges {
        node {
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
          }
          lineItems {
            edges {
              node {
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
            }
          }
        }
      }
    }
  }
`;

/** `groupObjects`: each parent is followed by its own children, so that the result can be read as a stream. */
export const START_EXPORT = /* GraphQL */ `
  mutation StartExport($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation {
        id
        createdAt
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`;

export const EXPORT_STATE = /* GraphQL */ `
  query ExportState($id: ID!) {
    bulkOperation(id: $id) {
      id
      status
      errorCode
      createdAt
      objectCount
      url
      partialDataUrl
    }
  }
`;
