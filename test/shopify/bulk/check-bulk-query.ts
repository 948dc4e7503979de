import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLNamedType, OperationDefinitionNode, SelectionSetNode } from "graphql";
import { Kind, OperationTypeNode, getNamedType, getNullableType, isInterfaceType, isListType, isObjectType } from "graphql";
import { adminSchema } from "../graphql/execute";

const MAX_CONNECTIONS = 5;
const MAX_NESTING = 2;

export interface BulkQuery {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The query when a bulk operation may run it, or the reason why not, in Shopify's words. */
export function checkBulkQuery(document: DocumentNode): BulkQuery | { reason: string } {
  const operations = document.definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) return { reason: "Bulk queries must contain exactly one operation." };
  if (operation.operation !== OperationTypeNode.QUERY) return { reason: "Bulk queries must be queries, not mutations." };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const reason = new Checker(fragments).check(operation.selectionSet);
  return reason ? { reason } : { operation, fragments };
}

class Checker {
  #connections = 0;
  #reason: string | null = null;

  constructor(readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  check(set: SelectionSetNode): string | null {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD && (selection.name.value === "node" || selection.name.value === "nodes")) {
        return "Bulk queries cannot contain a top level `node` or `nodes` field.";
      }
    }
    this.#walk(set, adminSchema().getQueryType() ?? undefined, -1, false, null);
    if (this.#reason) return this.#reason;
    if (this.#connections === 0) return "Bulk queries must contain at least one connection.";
    if (this.#connections > MAX_CONNECTIONS) return `Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`;
    return null;
  }

  #walk(set: SelectionSetNode, parent: GraphQLNamedType | undefined, depth: number, inList: boolean, nodeSet: SelectionSetNode | null): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        this.#field(selection, parent, depth, inList, nodeSet);
        continue;
      }
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      const condition = spread?.typeCondition?.name.value;
      if (spread) this.#walk(spread.selectionSet, condition ? adminSchema().getType(condition) : parent, depth, inList, nodeSet);
    }
  }

  #field(field: FieldNode, parent: GraphQLNamedType | undefined, depth: number, inList: boolean, nodeSet: SelectionSetNode | null): void {
    if (!field.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return;
    const definition = parent.getFields()[field.name.value];
    if (!definition) return;
    const type = getNamedType(definition.type);
    if (type.name.endsWith("Connection")) {
      this.#connections += 1;
      if (inList) this.#reason ??= "Queries that contain a connection field within a list field are not currently supported.";
      if (depth + 1 > MAX_NESTING) this.#reason ??= `Bulk queries cannot contain connections with a nesting depth greater than ${MAX_NESTING}.`;
      if (nodeSet && !selectsId(nodeSet, this.fragments)) {
        this.#reason ??= `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${field.name.value}.`;
      }
      this.#walk(field.selectionSet, type, depth + 1, false, null);
      return;
    }
    const node = field.name.value === "nodes" || field.name.value === "node" ? field.selectionSet : nodeSet;
    const list = isListType(getNullableType(definition.type)) && field.name.value !== "nodes" && field.name.value !== "edges";
    this.#walk(field.selectionSet, type, depth, inList || list, node);
  }
}

function selectsId(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === "id" && !selection.alias;
    const spread = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return spread ? selectsId(spread.selectionSet, fragments) : false;
  });
}
