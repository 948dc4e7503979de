export const SELLING_PLAN_GROUPS = /* GraphQL */ `
  query SellingPlanGroups($after: String) {
    sellingPlanGroups(first: 5, after: $after) {
      nodes {
        id
        sellingPlans(first: 20) {
          nodes {
            id
            name
          }
        }
        products(first: 50) {
          nodes {
            id
          }
          pageInfo {
            hasNextPage
            endCursor
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

export const SELLING_PLAN_PRODUCTS = /* GraphQL */ `
  query SellingPlanProducts($id: ID!, $after: String) {
    sellingPlanGroup(id: $id) {
      products(first: 250, after: $after) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
