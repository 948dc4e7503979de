import type { FieldNode, GraphQLObjectType, SelectionSetNode } from "graphql";
import { Kind, getNamedType, isAbstractType, isCompositeType, isObjectType } from "graphql";
import { getArgumentValues } from "graphql/execution/values";
import { Connection } from "../graphql/connection";
import type { Args, GraphqlContext } from "../graphql/context";
import { Typed } from "../graphql/context";
import { adminSchema, fieldReader } from "../graphql/execute";
import { checkScope } from "../graphql/scopes";
import type { BulkQuery } from "./check-bulk-query";

type Row = Record<string, unknown>;

interface NestedConnection {
  read(source: unknown): unknown;
  node: NodeProjection;
}

interface Plan {
  fields: { key: string; read: (source: unknown) => unknown }[];
  connections: NestedConnection[];
}

/** An object's row, and the objects of its connections, whose rows come after it. */
export interface Projected {
  row: Row;
  children: { item: unknown; node: NodeProjection }[];
}

const NO_CHILDREN: Projected["children"] = [];

/** The selections on the nodes of one connection, compiled once for each concrete type that turns up. */
export class NodeProjection {
  #plans = new Map<string, Plan>();

  constructor(
    readonly compiler: Compiler,
    readonly typeName: string,
    readonly sets: readonly SelectionSetNode[],
    readonly kind: "node" | "object",
  ) {
    // A wrong scope or an unknown field shows before the first row is written, not in the middle of a file.
    if (isObjectType(adminSchema().getType(typeName))) this.#planFor(typeName);
  }

  row(item: unknown): Projected {
    const plan = this.#planFor(item instanceof Typed ? item.typeName : this.typeName);
    const source = item instanceof Typed ? item.value : item;
    const row: Row = {};
    for (const { key, read } of plan.fields) row[key] = read(source);
    if (plan.connections.length === 0) return { row, children: NO_CHILDREN };
    const children: Projected["children"] = [];
    for (const { read, node } of plan.connections) {
      const connection = read(source);
      if (connection instanceof Connection) for (const child of connection.items) children.push({ item: child, node });
    }
    return { row, children };
  }

  #planFor(typeName: string): Plan {
    const known = this.#plans.get(typeName);
    if (known) return known;
    const plan = this.compiler.plan(typeName, this.sets);
    if (this.kind === "object" && plan.connections.length > 0) throw new Error("local Shopify does not implement bulk connections inside an object field yet");
    this.#plans.set(typeName, plan);
    return plan;
  }
}

/** Turns the selections of a bulk query into plain functions over the shop's data: no execution engine per node. */
export class Compiler {
  constructor(
    readonly query: BulkQuery,
    readonly context: GraphqlContext,
  ) {}

  /** The query's top-level connection; throws when there is more than one or none. */
  root(): NestedConnection {
    const plan = this.plan("QueryRoot", [this.query.operation.selectionSet]);
    const [connection] = plan.connections;
    if (!connection || plan.connections.length > 1 || plan.fields.length > 0) throw new Error("local Shopify does not implement bulk queries with other than one top-level connection yet");
    return connection;
  }

  plan(typeName: string, sets: readonly SelectionSetNode[]): Plan {
    const type = adminSchema().getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is not an object type`);
    const plan: Plan = { fields: [], connections: [] };
    for (const [key, nodes] of this.#fieldsOf(type, sets)) this.#addField(plan, type, key, nodes);
    return plan;
  }

  #addField(plan: Plan, type: GraphQLObjectType, key: string, nodes: FieldNode[]): void {
    const [first] = nodes;
    if (!first) return;
    const name = first.name.value;
    if (name === "__typename") {
      plan.fields.push({ key, read: () => type.name });
      return;
    }
    const definition = type.getFields()[name];
    if (!definition) throw new Error(`${type.name} has no field ${name}`);
    const named = getNamedType(definition.type);
    checkScope(this.context.scopes, named.name, name);
    const args: Args = getArgumentValues(definition, first, {});
    const resolve = fieldReader(type.name, name);
    const read = (source: unknown) => resolve(source, args, this.context);
    const below = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
    if (named.name.endsWith("Connection")) {
      plan.connections.push({ read, node: this.#connectionNode(named.name, below) });
      return;
    }
    if (!isCompositeType(named)) {
      plan.fields.push({ key, read: (source) => read(source) ?? null });
      return;
    }
    const node = new NodeProjection(this, named.name, below, "object");
    const project = (value: unknown): unknown => {
      if (value === null || value === undefined) return null;
      return Array.isArray(value) ? value.map(project) : node.row(value).row;
    };
    plan.fields.push({ key, read: (source) => project(read(source)) });
  }

  /** The node's selections, whether written as `nodes` or as `edges { node }`. */
  #connectionNode(connectionType: string, sets: readonly SelectionSetNode[]): NodeProjection {
    const type = adminSchema().getType(connectionType);
    if (!isObjectType(type)) throw new Error(`${connectionType} is not an object type`);
    const fields = this.#fieldsOf(type, sets);
    const setsOf = (nodes: FieldNode[] | undefined) => (nodes ?? []).flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
    const nodesField = type.getFields().nodes ?? type.getFields().edges;
    if (!nodesField) throw new Error(`${connectionType} has no nodes`);
    const edgeSets = setsOf(fields.get("edges"));
    const edgeType = type.getFields().edges ? getNamedType(type.getFields().edges?.type ?? nodesField.type) : null;
    const viaEdges = isObjectType(edgeType) && edgeSets.length > 0 ? setsOf(this.#fieldsOf(edgeType, edgeSets).get("node")) : [];
    return new NodeProjection(this, getNamedType(nodesField.type).name, [...setsOf(fields.get("nodes")), ...viaEdges], "node");
  }

  /** Fields by their key in the row, with fragments that fit the type spread out. */
  #fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], found = new Map<string, FieldNode[]>()): Map<string, FieldNode[]> {
    for (const selection of sets.flatMap((set) => set.selections)) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        found.set(key, [...(found.get(key) ?? []), selection]);
        continue;
      }
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? this.query.fragments.get(selection.name.value) : selection;
      if (!spread) continue;
      const condition = spread.typeCondition ? adminSchema().getType(spread.typeCondition.name.value) : type;
      const fits = condition === type || (isAbstractType(condition) && adminSchema().isSubType(condition, type));
      if (fits) this.#fieldsOf(type, [spread.selectionSet], found);
    }
    return found;
  }
}
