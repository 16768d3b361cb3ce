/**
 * The rules of the app's code. Formatting is Prettier's business and absent here.
 *
 * The layers are rules too: `ui`, `api` and `browser` know no feature, a feature knows no other feature and not the app.
 */
import { readdirSync } from "node:fs";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("src/features", import.meta.url));

export default defineConfig(
  { ignores: ["dist", "src/api/schema.d.ts"] },
  {
    files: ["**/*.{ts,tsx,js}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-console": "error",
      // `() => void query.refetch()` says that nobody waits for the answer.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreVoidOperator: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"], jsxA11y.flatConfigs.strict],
    rules: {
      // Safari forgets the list in a list without markers, so the role is said again.
      "jsx-a11y/no-redundant-roles": ["error", { ul: ["list"] }],
      // A table that is laid out as cards forgets its cells in the same way. Its rows may be what the preset allows.
      "jsx-a11y/no-interactive-element-to-noninteractive-role": [
        "error",
        { tr: ["none", "presentation"], td: ["cell"] },
      ],
    },
  },
  {
    files: ["src/{api,browser,ui}/**"],
    rules: layer("knows neither features nor the app", ["**/features/**", "**/app/**"]),
  },
  { files: ["scripts/**"], rules: { "no-console": "off" } },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: layer(
      "knows neither the app nor another feature; what two of them share belongs into `ui` or `api`",
      [
        "**/app/**",
        "**/features/**",
        ...features.filter((other) => other !== feature).map((other) => `**/${other}/**`),
      ],
    ),
  })),
);

/**
 * @param {string} message
 * @param {string[]} group
 * @returns {import("eslint").Linter.RulesRecord}
 */
function layer(message, group) {
  return { "no-restricted-imports": ["error", { patterns: [{ group, message: `this layer ${message}` }] }] };
}
