import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLObjectType, SelectionSetNode } from "graphql";
import { Kind, OperationTypeNode, GraphQLInterfaceType, GraphQLObjectType as ObjectType, getNamedType, getOperationAST, isCompositeType, isLeafType, valueFromASTUntyped } from "graphql";
import type { PlanName } from "../store/model";
import type { Args } from "./context";
import { adminSchema } from "./execute";

/** The most that one query may cost. */
export const MAX_QUERY_COST = 1000;
/** Points restored a second, by plan; the bucket holds twenty times as many. */
export const RESTORE_RATE: Readonly<Record<PlanName, number>> = { basic: 100, grow: 100, advanced: 200, plus: 1000 };
const BUCKET_SECONDS = 20;

/** What a document costs at most: an object 1, a connection 2 and its page's nodes, a mutation 10, `nodes` each of its ids, scalars nothing. */
export function requestedCost(document: DocumentNode, variables: Args, operationName: string | null): number {
  const operation = getOperationAST(document, operationName);
  if (!operation) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const schema = adminSchema();
  const mutation = operation.operation === OperationTypeNode.MUTATION;
  const root = mutation ? schema.getMutationType() : schema.getQueryType();
  return root ? costOf(operation.selectionSet, root, 1) : 0;

  function costOf(set: SelectionSetNode, parent: GraphQLObjectType | GraphQLInterfaceType | null, inherited: number): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        sum += fieldCost(selection, parent, inherited);
        continue;
      }
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!spread) continue;
      const condition = spread.typeCondition?.name.value;
      const type = condition ? schema.getType(condition) : parent;
      sum += costOf(spread.selectionSet, type instanceof ObjectType || type instanceof GraphQLInterfaceType ? type : parent, inherited);
    }
    return sum;
  }

  function fieldCost(field: FieldNode, parent: GraphQLObjectType | GraphQLInterfaceType | null, inherited: number): number {
    const definition = parent?.getFields()[field.name.value];
    if (!definition) return 0;
    const type = getNamedType(definition.type);
    if (isLeafType(type) || !isCompositeType(type)) return 0;
    const next = type instanceof ObjectType || type instanceof GraphQLInterfaceType ? type : null;
    const set = field.selectionSet;
    const below = (size: number) => (set ? costOf(set, next, size) : 0);
    if (type.name.endsWith("Connection")) return 2 + below(pageSize(field));
    if (field.name.value === "nodes" && parent === root) return idCount(field) * (1 + below(1));
    if (field.name.value === "nodes") return inherited * (1 + below(1));
    if (field.name.value === "edges") return inherited * below(1);
    if (type.name === "PageInfo") return 0;
    return (mutation && parent === root ? 10 : 1) + below(1);
  }

  function idCount(field: FieldNode): number {
    const argument = field.arguments?.find(({ name }) => name.value === "ids");
    const ids: unknown = argument ? valueFromASTUntyped(argument.value, { ...variables }) : [];
    return Array.isArray(ids) ? ids.length : 1;
  }

  function pageSize(field: FieldNode): number {
    for (const argument of field.arguments ?? []) {
      if (argument.name.value !== "first" && argument.name.value !== "last") continue;
      const value: unknown = valueFromASTUntyped(argument.value, { ...variables });
      if (typeof value === "number") return value;
    }
    return 1;
  }
}

/** A leaky bucket of points for one shop and app. */
export class CostBucket {
  #available: number;
  #at: number;

  constructor(
    readonly restoreRate: number,
    now: number,
  ) {
    this.#available = this.maximum;
    this.#at = now;
  }

  get maximum(): number {
    return this.restoreRate * BUCKET_SECONDS;
  }

  /** False, taking nothing, when fewer points are left than asked for. */
  take(points: number, now: number): boolean {
    this.#restore(now);
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  giveBack(points: number): void {
    this.#available = Math.min(this.maximum, this.#available + Math.max(0, points));
  }

  status(now: number): { maximumAvailable: number; currentlyAvailable: number; restoreRate: number } {
    this.#restore(now);
    return { maximumAvailable: this.maximum, currentlyAvailable: Math.floor(this.#available), restoreRate: this.restoreRate };
  }

  #restore(now: number): void {
    const seconds = Math.max(0, now - this.#at) / 1000;
    this.#available = Math.min(this.maximum, this.#available + seconds * this.restoreRate);
    this.#at = now;
  }
}
