import boundaries from "eslint-plugin-boundaries";
import i18next from "eslint-plugin-i18next";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Which way imports point: from a layer to the layers that it may use. */
const layers = {
  routes: ["routes", "services", "domain", "shopify", "components", "i18n", "environment", "logging"],
  services: ["services", "domain", "data", "shopify", "i18n", "environment", "logging"],
  shopify: ["shopify", "data", "domain", "environment", "logging"],
  data: ["data", "domain", "environment", "logging"],
  components: ["components", "domain", "i18n"],
  // Pure as well: languages, formats, catalogues.
  i18n: ["i18n", "domain"],
  domain: ["domain", "i18n"],
  environment: ["environment", "domain"],
  logging: ["logging", "environment"],
  entry: ["entry", "routes", "services", "domain", "data", "shopify", "components", "i18n", "environment", "logging"],
  extensions: ["extensions", "domain"],
};

const databasePackages = ["pg", "@prisma/*", "**/data/generated/**"];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/", "**/.*", "build/", "**/dist/", ".local/", ".shopify/", "app/data/generated/", "extensions/*/shopify.d.ts", "extensions/*/assembly/",
      "test/shopify/static/", "**/*.d.ts",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // Remix throws responses.
      "@typescript-eslint/only-throw-error": "off",
      // Numbers read well in text.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // `onClick={() => setOpen(true)}` is plain.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false, arguments: false } }],
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // Conditions that types call needless guard what comes from outside.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/prefer-nullish-coalescing": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      // The helper for loaders without single fetch, which the Shopify library does not support (vite.config.ts).
      "@typescript-eslint/no-deprecated": ["error", { allow: [{ from: "package", name: "json", package: "@remix-run/server-runtime" }] }],
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file itself." },
      ],
      "max-lines": ["error", { max: 400 }],
    },
  },

  {
    files: ["**/*.test.{ts,tsx}", "test/**/*.ts"],
    rules: {
      // `expect(spy.method)` and replies of test servers are read without ceremony.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
    },
  },

  {
    files: ["app/**/*.{ts,tsx}", "extensions/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".js", ".json"] } },
      "boundaries/elements": [
        { type: "routes", pattern: "app/routes" },
        { type: "services", pattern: "app/services" },
        { type: "shopify", pattern: "app/shopify" },
        { type: "data", pattern: "app/data" },
        { type: "components", pattern: "app/components" },
        { type: "domain", pattern: "app/domain" },
        { type: "i18n", pattern: "app/i18n" },
        { type: "extensions", pattern: "extensions/*" },
        { type: "environment", pattern: "app/env.*", partialMatch: false },
        { type: "logging", pattern: "app/log.*", partialMatch: false },
        { type: "entry", pattern: "app/server" },
        { type: "entry", pattern: "app/*.{ts,tsx}", partialMatch: false },
      ],
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          message: "{{from.element.types}} may not import {{to.element.types}}: see the layers in app/README.md.",
          policies: [
            // What no layer holds is judged by other rules.
            { allow: { to: { element: { isUnknown: true } } } },
            ...Object.entries(layers).map(([from, to]) => ({
              from: { element: { type: from } },
              allow: { to: { element: { types: { anyOf: to } } } },
            })),
          ],
        },
      ],
    },
  },

  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/env.server.ts", "**/*.test.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only app/env.server.ts reads the environment." },
      ],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/data/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: databasePackages, message: "Only app/data talks to the database." }] },
      ],
    },
  },
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["pg", "@prisma/*", "@remix-run/*", "react", "react-dom", "@shopify/*", "node:fs*", "node:http*"], message: "The domain is pure." },
          ],
        },
      ],
      "no-restricted-globals": ["error", "fetch", "process"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Chance is passed in." },
        { object: "Date", property: "now", message: "The clock is passed in." },
      ],
    },
  },

  {
    files: ["app/components/**/*.tsx", "app/routes/**/*.tsx", "app/root.tsx"],
    ignores: ["**/*.test.tsx"],
    plugins: { i18next },
    rules: {
      "i18next/no-literal-string": [
        "error",
        {
          mode: "jsx-only",
          "should-validate-template": true,
          message: "Texts stand in app/i18n",
          words: { exclude: ["[0-9!-/:-@[-`{-~ –…×·%]+", "Encore", "/app(/.*)?"] },
          "jsx-attributes": {
            exclude: [
              "className", "style", "type", "key", "id", "name", "width", "height", "maxHeight", "minWidth", "padding.*", "gap", "columns", "fill", "stroke", ".*[uU]rl", "to", "href",
              "src", "source", "image", "rel", "role", "value", "autoComplete", "aria(-l|L)abelledby", "aria(-l|L)abelledBy", "aria-?(C|c)ontrols", "aria-?(D|d)escribed(B|b)y", "aria-hidden", "aria-live",
              "target", "path", "actionRole", "htmlFor", "i18nKey", "data-.*", "lang", "charSet", "content", "dataKey", "viewBox", "d", "transform", "points", "fieldID", "method", "encType", "action", "form", "accept", "tabIndex",
            ],
          },
          "object-properties": { exclude: ["[A-Z_-]+", "id", "url", "intent", "kind", "value", "key", "method", "encType", "target", "method", "action", "fill", "stroke", "border", ".*Radius", "to", "search", "pathname", "panelID"] },
          callees: { exclude: ["t", "messageAt", "shownError", "total", "replay", "setParams", "showTab", "downloadText", "submit", "useFetcher", "includes", "get", "set", "startsWith", "endsWith", "replace", "replaceAll", "split", "join", "has", "getElementById", "querySelector", "append", "delete", "open", "load", "send", "navigate", "useId"] },
        },
      ],
    },
  },

  {
    files: ["app/**/*.tsx", "extensions/**/*.tsx"],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
);
