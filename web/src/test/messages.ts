/** All catalogues. */
import type { Language } from "../ui/languages";
import type { Catalogues } from "../ui/load-messages";

const files = import.meta.glob<Catalogues>("../{app,features,ui}/**/{messages,*-messages}/??.ts", {
  eager: true,
});

/** The catalogues of a language, by name. */
export function cataloguesOf(language: Language): Catalogues {
  const found = Object.entries(files).filter(([path]) => path.endsWith(`/${language}.ts`));
  return Object.fromEntries(found.flatMap(([, catalogues]) => Object.entries(catalogues)));
}
