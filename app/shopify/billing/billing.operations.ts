const SUBSCRIPTION = /* GraphQL */ `
  id
  status
  test
  trialDays
  createdAt
  currentPeriodEnd
  lineItems {
    id
    plan {
      pricingDetails {
        __typename
        ... on AppRecurringPricing {
          price {
            amount
            currencyCode
          }
        }
        ... on AppUsagePricing {
          cappedAmount {
            amount
            currencyCode
          }
          balanceUsed {
            amount
          }
        }
      }
    }
  }
`;

/** What is in force, and what was answered lately. */
export const BILLING = /* GraphQL */ `
  query Billing {
    shopBillingPreferences {
      currency
    }
    currentAppInstallation {
      activeSubscriptions {
        ${SUBSCRIPTION}
      }
      allSubscriptions(first: 10, reverse: true, sortKey: CREATED_AT) {
        nodes {
          ${SUBSCRIPTION}
        }
      }
    }
  }
`;

const USER_ERRORS = /* GraphQL */ `
  userErrors {
    field
    message
  }
`;

export const CREATE_SUBSCRIPTION = /* GraphQL */ `
  mutation CreateSubscription(
    $name: String!
    $returnUrl: URL!
    $test: Boolean!
    $trialDays: Int!
    $lineItems: [AppSubscriptionLineItemInput!]!
    $replacementBehavior: AppSubscriptionReplacementBehavior!
  ) {
    appSubscriptionCreate(
      name: $name
      returnUrl: $returnUrl
      test: $test
      trialDays: $trialDays
      lineItems: $lineItems
      replacementBehavior: $replacementBehavior
    ) {
      confirmationUrl
      ${USER_ERRORS}
    }
  }
`;

export const CANCEL_SUBSCRIPTION = /* GraphQL */ `
  mutation CancelSubscription($id: ID!, $prorate: Boolean!) {
    appSubscriptionCancel(id: $id, prorate: $prorate) {
      appSubscription {
        id
      }
      ${USER_ERRORS}
    }
  }
`;

export const CHANGE_CAP = /* GraphQL */ `
  mutation ChangeCap($id: ID!, $cap: MoneyInput!) {
    appSubscriptionLineItemUpdate(id: $id, cappedAmount: $cap) {
      confirmationUrl
      ${USER_ERRORS}
    }
  }
`;

export const RECORD_USAGE = /* GraphQL */ `
  mutation RecordUsage($lineItemId: ID!, $price: MoneyInput!, $description: String!, $key: String!) {
    appUsageRecordCreate(subscriptionLineItemId: $lineItemId, price: $price, description: $description, idempotencyKey: $key) {
      appUsageRecord {
        id
      }
      ${USER_ERRORS}
    }
  }
`;

/** The newest records of every line in force, to find one by its key. */
export const USAGE_RECORDS = /* GraphQL */ `
  query UsageRecords {
    currentAppInstallation {
      activeSubscriptions {
        lineItems {
          id
          usageRecords(first: 50, reverse: true, sortKey: CREATED_AT) {
            nodes {
              id
              idempotencyKey
            }
          }
        }
      }
    }
  }
`;
