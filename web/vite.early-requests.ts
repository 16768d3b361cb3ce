/**
 * Puts the first script into the document, and the list of the chunks that each page needs, which the script preloads.
 *
 * The list is data in the document: in the script, it would change the script's name with each change of a page.
 */
import { fileURLToPath } from "node:url";
import type { Plugin, Rolldown } from "vite";
import { PAGE_MODULES } from "./src/page-modules.ts";
import { LANGUAGES, type Language } from "./src/ui/languages.ts";
import { PAGE_CHUNKS_ID, type ChunkPath } from "./src/preload-page.ts";

/** The tags follow this one, because browsers look for the encoding at the start of the document only. */
const ENCODING = '<meta charset="utf-8" />';

export function withEarlyRequests(): Plugin {
  return {
    name: "with-early-requests",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
        const script = chunks.find(({ name }) => name === "early-requests");
        if (script === undefined) throw new Error("the build has no chunk `early-requests`");
        if (!html.includes(ENCODING)) throw new Error(`\`index.html\` has no \`${ENCODING}\``);
        const list = JSON.stringify(pageChunks(chunks));
        // `async`, so that the script does not wait for the styles.
        return html.replace(
          ENCODING,
          `${ENCODING}
    <script type="application/json" id="${PAGE_CHUNKS_ID}">${list}</script>
    <script type="module" async crossorigin src="/${script.fileName}"></script>`,
        );
      },
    },
  };
}

type Chunk = Rolldown.OutputChunk;

/** The paths of the chunks of each page with all their static imports, without those of the app. */
function pageChunks(chunks: readonly Chunk[]): Record<string, ChunkPath[]> {
  const app = withImports(
    chunks.filter(({ isEntry }) => isEntry),
    chunks,
  );
  const pages = Object.entries(PAGE_MODULES).map(([pattern, modules]) => {
    const needed = withImports(
      modules.filter((module) => !isTranslated(module)).map((module) => chunkOf(module, chunks)),
      chunks,
    );
    const own = [...needed].filter((chunk) => !app.has(chunk)).map(pathOf);
    return [pattern, [...own, ...modules.filter(isTranslated).map((module) => inLanguages(module, chunks))]];
  });
  return Object.fromEntries(pages) as Record<string, ChunkPath[]>;
}

const LANGUAGE = "{language}";

const isTranslated = (module: string): boolean => module.includes(LANGUAGE);

/** The paths of a module's chunks, by language. */
function inLanguages(module: string, chunks: readonly Chunk[]): ChunkPath {
  const paths = (Object.keys(LANGUAGES) as Language[]).map((language) => [
    language,
    pathOf(chunkOf(module.replace(LANGUAGE, language), chunks)),
  ]);
  return Object.fromEntries(paths) as Record<Language, string>;
}

const pathOf = ({ fileName }: Chunk): string => `/${fileName}`;

function chunkOf(module: string, chunks: readonly Chunk[]): Chunk {
  const id = fileURLToPath(new URL(`src/${module}`, import.meta.url));
  const found = chunks.find(({ facadeModuleId }) => facadeModuleId === id);
  if (found === undefined) {
    throw new Error(`\`${module}\` has no chunk of its own; hint: correct \`src/page-modules.ts\``);
  }
  return found;
}

function withImports(first: readonly Chunk[], chunks: readonly Chunk[]): Set<Chunk> {
  const found = new Set(first);
  // Iterating over a growing set also visits imports of imports.
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return found;
}
