/**
 * What is asked of every order, one by one and in bulk alike. Read for their signs of a gift and then forgotten: names,
 * note and attributes. Shopify gives first and last names only to apps approved for protected data of level 2; where it
 * withholds them they say nothing.
 */
export const ORDER_FIELDS = /* GraphQL */ `
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
    firstName
    lastName
  }
  billingAddress {
    countryCodeV2
    firstName
    lastName
  }
  note
  customAttributes {
    key
    value
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
  taxesIncluded
  test
  createdAt
  processedAt
  cancelledAt
  updatedAt
`;

/** What is asked of every line of an order. */
export const ORDER_LINE_FIELDS = /* GraphQL */ `
  id
  title
  quantity
  currentQuantity
  customAttributes {
    key
    value
  }
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
  taxLines {
    priceSet {
      shopMoney {
        amount
      }
    }
  }
`;

/** What is asked of every line of a refund; a bulk operation cannot ask for these. */
export const REFUND_LINE_FIELDS = /* GraphQL */ `
  quantity
  lineItem {
    id
  }
  subtotalSet {
    shopMoney {
      amount
    }
  }
`;
