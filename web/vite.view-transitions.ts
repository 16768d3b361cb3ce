import type { Plugin } from "vite";

/** The functions of React that only do something for a `<ViewTransition>`. */
const FUNCTIONS = [
  "applyViewTransitionToHostInstances",
  "commitEnterViewTransitions",
  "commitExitViewTransitions",
  "commitNestedViewTransitions",
  "measureNestedViewTransitions",
  "restoreEnterOrExitViewTransitions",
  "restoreNestedViewTransitions",
  "trackEnterViewTransitions",
];

/** Where React decides whether a commit starts a transition. */
const DECISION = /\bshouldStartViewTransition(?=\s*\?)/u;

/**
 * Removes React's code for `<ViewTransition>`, two kilobytes of the first load, because the app has none. The functions become
 * empty, so the minifier drops them. The build fails if React's code looks different.
 */
export function withoutViewTransitions(): Plugin {
  return {
    name: "without-view-transitions",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /\/react-dom-client\.production\.js$/u },
      handler(source) {
        const edit = (pattern: RegExp, replacement: string) => {
          const edited = source.replace(pattern, replacement);
          if (edited === source)
            this.error(
              `React does not contain ${String(pattern)}; hint: adapt the plugin to this version of React`,
            );
          source = edited;
        };
        edit(DECISION, "!1");
        for (const name of FUNCTIONS) {
          edit(new RegExp(`\\nfunction ${name}\\([^)]*\\) \\{[^]*?\\n\\}`, "u"), `\nfunction ${name}() {}`);
        }
        return { code: source, map: null };
      },
    },
  };
}
