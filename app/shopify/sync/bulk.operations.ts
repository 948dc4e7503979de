import { PRODUCT_FIELDS, VARIANT_FIELDS } from "../catalogue/product-fields";
import { ORDER_FIELDS, ORDER_LINE_FIELDS } from "../orders/order-fields";

/** Three connections, two deep: within the limits of bulk operations. */
export const CATALOGUE_EXPORT = /* GraphQL */ `
  {
    products {
      edges {
        node {
          ${PRODUCT_FIELDS}
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
                ${VARIANT_FIELDS}
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
          ${ORDER_FIELDS}
          refunds {
            id
          }
          lineItems {
            edges {
              node {
                ${ORDER_LINE_FIELDS}
              }
            }
          }
        }
      }
    }
  }
`;

/** Nothing of customers but who has which tags. */
export const CUSTOMERS_EXPORT = /* GraphQL */ `
  {
    customers {
      edges {
        node {
          id
          tags
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
