/**
 * The one `h1` of a page. It names the page everywhere a page has a name: on the page, in the tab, and to a
 * screen reader after navigation, by taking the focus that the shell has put on `main`.
 */
import { useLayoutEffect, useRef, type ReactNode } from "react";

interface Props {
  /** What the tab says; the site's own name is added. */
  readonly title: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

const SITE = "Quarter Past";

export function PageHeading({ title, children, className }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  // With the heading itself and not after it: whoever sees the page, or hears it named, finds the tab named too.
  useLayoutEffect(() => {
    document.title = `${title} · ${SITE}`;
    // Only onwards from `main`: a visitor who has moved on meanwhile is not pulled back by data arriving late.
    if (document.activeElement?.matches("main") === true) heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
