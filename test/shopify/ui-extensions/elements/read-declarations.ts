import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { ElementSpec, ElementSpecs, PropertySpec } from "./element-spec";

const ENTRY = fileURLToPath(new URL("./entry-of-declarations.ts", import.meta.url));

/** Version of the package whose declarations are read. */
export function declaredVersion(): string {
  const file = fileURLToPath(new URL("../../../../node_modules/@shopify/ui-extensions/package.json", import.meta.url));
  const { version }: { version: string } = JSON.parse(readFileSync(file, "utf8"));
  return version;
}

/**
 * The elements that a target may use, read from the declarations of `@shopify/ui-extensions` for that very target:
 * each tag with its properties and events. Takes a second or two, for it type-checks the package.
 */
export function readDeclarations(target: string): ElementSpecs {
  const text = `import "@shopify/ui-extensions/${target}";\nimport type { createElement } from "preact";\nexport type Elements = createElement.JSX.IntrinsicElements;\n`;
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2023, strict: true, skipLibCheck: true, noEmit: true, types: [],
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, version, ...rest) => (name === ENTRY ? ts.createSourceFile(name, text, version) : getSourceFile(name, version, ...rest));
  host.fileExists = (name) => name === ENTRY || fileExists(name);
  const program = ts.createProgram([ENTRY], options, host);
  const source = program.getSourceFile(ENTRY);
  const alias = source?.statements.find(ts.isTypeAliasDeclaration);
  if (!alias) throw new Error(`${target} has no declarations`);
  const checker = program.getTypeChecker();
  const tags = checker.getTypeAtLocation(alias).getProperties().filter(({ name }) => name.startsWith("s-"));
  if (tags.length === 0) throw new Error(`@shopify/ui-extensions declares no elements for ${target}`);
  const entries = tags.map((tag) => [tag.name, specOf(checker, checker.getTypeOfSymbolAtLocation(tag, alias), alias)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function specOf(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): ElementSpec {
  const properties: Record<string, PropertySpec> = {};
  const events: string[] = [];
  for (const member of checker.getNonNullableType(type).getProperties()) {
    const { name } = member;
    if (["key", "ref", "children", "slot"].includes(name)) continue;
    if (/^on[A-Z]/.test(name)) events.push(name.slice(2).toLowerCase());
    else properties[name] = kindOf(checker.getTypeOfSymbolAtLocation(member, at));
  }
  return { properties, events: events.sort() };
}

/** What a property takes: a list of words where the declarations enumerate them, otherwise the JavaScript types. */
function kindOf(type: ts.Type): PropertySpec {
  const parts = (type.isUnion() ? type.types : [type]).filter(({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0);
  const kinds = new Set<string>();
  const words = new Set<string>();
  for (const part of parts) {
    if (part.isStringLiteral()) words.add(part.value);
    else if (part.flags & ts.TypeFlags.StringLike) kinds.add("string");
    else if (part.flags & ts.TypeFlags.NumberLike) kinds.add("number");
    else if (part.flags & ts.TypeFlags.BooleanLike) kinds.add("boolean");
    else if (part.getCallSignatures().length > 0) kinds.add("function");
    // "A | (string & {})": any text, with some suggestions.
    else if (part.isIntersection() && part.types.some(({ flags }) => flags & ts.TypeFlags.StringLike)) kinds.add("string");
    else kinds.add("object");
  }
  return { ...(kinds.size > 0 ? { types: [...kinds].sort() } : {}), ...(kinds.has("string") ? {} : wordsOf([...words])) };
}

/** Values of several words ("base none") are enumerated by the thousand; which words and how many says the same. */
function wordsOf(values: readonly string[]): Pick<PropertySpec, "words" | "most"> {
  if (values.length === 0) return {};
  const most = Math.max(...values.map((value) => value.split(" ").length));
  const words = [...new Set(values.flatMap((value) => value.split(" ")))].sort();
  return most === 1 ? { words } : { words, most };
}
