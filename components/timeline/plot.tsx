import type { ReactNode } from "react";

type Props = { height: number; label: string; children: ReactNode };

/** The drawing of one row. It holds links, so it is a group with a name and no picture. */
export function Plot({ height, label, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn
    <svg className="plot" height={height} role="group" aria-label={label}>
      {children}
    </svg>
  );
}
