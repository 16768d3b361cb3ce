/**
 * The only `h1` of a page. It also sets the title of the tab, and takes the focus that the shell put on
 * `main` after a navigation, so that screen readers announce the page.
 */
import { useLayoutEffect, useRef, type ReactNode } from "react";

interface Props {
  /** The tab's title, without the site's name. */
  readonly title: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

const SITE = "Quarter Past";

export function PageHeading({ title, children, className }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  // In a layout effect, so that heading and tab title change together.
  useLayoutEffect(() => {
    document.title = `${title} · ${SITE}`;
    // Only from `main`: if the visitor has moved the focus meanwhile, data that arrives late must not take it
    // back.
    if (document.activeElement?.matches("main") === true) heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
