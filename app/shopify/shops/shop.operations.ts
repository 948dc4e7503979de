export const SHOP = /* GraphQL */ `
  query Shop {
    shop {
      name
      currencyCode
      ianaTimezone
      plan {
        publicDisplayName
        partnerDevelopment
      }
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`;
