import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

const clockAndRandomArePorts = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "The clock is a port.",
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The clock is a port." },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Randomness is a port.",
  },
  {
    selector: "MemberExpression[object.name='crypto'][property.name=/^(randomUUID|getRandomValues)$/]",
    message: "Randomness is a port.",
  },
];

const randomIsAPort = {
  paths: [
    {
      name: "node:crypto",
      importNames: ["randomBytes", "randomFillSync", "randomInt", "randomUUID"],
      message: "Randomness is a port.",
    },
  ],
};

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", ".node/**", ".data/**", ".wrangler/**", "db/migrations/**"] },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: "always" }],
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "no-console": "error",
      "no-restricted-syntax": ["error", ...clockAndRandomArePorts],
      "no-restricted-imports": ["error", randomIsAPort],
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["scripts/**", "tests/**", "**/*.test.ts", "**/*.test.tsx", "server/adapters/**", "**/client/**"],
    rules: {
      "no-console": "off",
      "no-restricted-syntax": "off",
      "no-restricted-imports": "off",
      "max-lines-per-function": "off",
    },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "tests/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
      },
    },
  },
  {
    // A program of somebody else's system: it has no ports of ours.
    files: ["docs/**/*.mjs"],
    languageOptions: {
      globals: {
        fetch: "readonly",
        Buffer: "readonly",
        setTimeout: "readonly",
        console: "readonly",
        process: "readonly",
      },
    },
    rules: { "no-console": "off", "no-restricted-imports": "off", "no-restricted-syntax": "off" },
  },
);
