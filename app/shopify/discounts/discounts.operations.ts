const USER_ERRORS = /* GraphQL */ `
  userErrors {
    code
    field
    message
  }
`;

const AUTOMATIC = /* GraphQL */ `
  automaticAppDiscount {
    discountId
  }
  ${USER_ERRORS}
`;

export const CREATE_AUTOMATIC_DISCOUNT = /* GraphQL */ `
  mutation CreateAutomaticDiscount($discount: DiscountAutomaticAppInput!) {
    discountAutomaticAppCreate(automaticAppDiscount: $discount) {
      ${AUTOMATIC}
    }
  }
`;

export const UPDATE_AUTOMATIC_DISCOUNT = /* GraphQL */ `
  mutation UpdateAutomaticDiscount($id: ID!, $discount: DiscountAutomaticAppInput!) {
    discountAutomaticAppUpdate(id: $id, automaticAppDiscount: $discount) {
      ${AUTOMATIC}
    }
  }
`;

export const AUTOMATIC_DISCOUNT = /* GraphQL */ `
  query AutomaticDiscount($id: ID!, $key: String!) {
    discountNode(id: $id) {
      id
      metafield(key: $key) {
        value
      }
      discount {
        __typename
        ... on DiscountAutomaticApp {
          status
          discountClasses
          combinesWith {
            orderDiscounts
            productDiscounts
            shippingDiscounts
          }
        }
      }
    }
  }
`;

export const APP_DISCOUNTS = /* GraphQL */ `
  query AppDiscounts($after: String) {
    discountNodes(first: 100, after: $after, query: "type:app") {
      nodes {
        id
        discount {
          __typename
          ... on DiscountAutomaticApp {
            appDiscountType {
              appKey
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
`;

export const SET_DISCOUNT_METAFIELD = /* GraphQL */ `
  mutation SetDiscountMetafield($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

const CODE_NODE = /* GraphQL */ `
  codeDiscountNode {
    id
  }
  ${USER_ERRORS}
`;

export const CREATE_BASIC_CODE = /* GraphQL */ `
  mutation CreateBasicCode($discount: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $discount) {
      ${CODE_NODE}
    }
  }
`;

export const CREATE_FREE_SHIPPING_CODE = /* GraphQL */ `
  mutation CreateFreeShippingCode($discount: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) {
      ${CODE_NODE}
    }
  }
`;

export const DISCOUNT_OF_CODE = /* GraphQL */ `
  query DiscountOfCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id
    }
  }
`;

export const ADD_CODES = /* GraphQL */ `
  mutation AddCodes($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
    discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) {
      bulkCreation {
        id
      }
      ${USER_ERRORS}
    }
  }
`;

export const CODES_ADDED = /* GraphQL */ `
  query CodesAdded($id: ID!, $after: String) {
    discountRedeemCodeBulkCreation(id: $id) {
      done
      codes(first: 250, after: $after) {
        nodes {
          code
          discountRedeemCode {
            id
          }
          errors {
            code
            message
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

export const DELETE_CODE_DISCOUNT = /* GraphQL */ `
  mutation DeleteCodeDiscount($id: ID!) {
    discountCodeDelete(id: $id) {
      ${USER_ERRORS}
    }
  }
`;
