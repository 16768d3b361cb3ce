/**
 * Lint rules of the app. Prettier formats.
 *
 * The layers are rules, too: `ui`, `api` and `browser` import no feature; a feature imports neither another feature
 * nor the app.
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
      // `() => void query.refetch()` ignores the promise on purpose.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreVoidOperator: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"], jsxA11y.flatConfigs.strict],
    rules: {
      // Safari drops list semantics from lists without markers, so the role is set explicitly.
      "jsx-a11y/no-redundant-roles": ["error", { ul: ["list"] }],
      // The same applies to cells of a table laid out as cards. The roles of rows are those of the preset.
      "jsx-a11y/no-interactive-element-to-noninteractive-role": [
        "error",
        { tr: ["none", "presentation"], td: ["cell"] },
      ],
    },
  },
  {
    files: ["src/{api,browser,ui}/**"],
    rules: layer("must not import features or the app", ["**/features/**", "**/app/**"]),
  },
  { files: ["scripts/**"], rules: { "no-console": "off" } },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: layer("must not import the app or another feature; put shared code in `ui` or `api`", [
      "**/app/**",
      "**/features/**",
      ...features.filter((other) => other !== feature).map((other) => `**/${other}/**`),
    ]),
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
