export const DEFINE_METAFIELD = /* GraphQL */ `
  mutation DefineMetafield($definition: MetafieldDefinitionInput!) {
    metafieldDefinitionCreate(definition: $definition) {
      createdDefinition {
        namespace
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`;

export const METAFIELD_DEFINITION = /* GraphQL */ `
  query MetafieldDefinition($identifier: MetafieldDefinitionIdentifierInput!) {
    metafieldDefinition(identifier: $identifier) {
      namespace
    }
  }
`;

export const SAVE_CUSTOMER_METAFIELDS = /* GraphQL */ `
  mutation SaveCustomerMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      userErrors {
        field
        message
      }
    }
  }
`;

export const DELETE_CUSTOMER_METAFIELDS = /* GraphQL */ `
  mutation DeleteCustomerMetafields($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) {
      userErrors {
        field
        message
      }
    }
  }
`;
