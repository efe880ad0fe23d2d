import type { ReactNode } from "react";
import { Once } from "./once";

/**
 * Elements that stand for themselves, as a chart's picture does: no state, no effects, no router links. React writes them to
 * HTML on the way out (once.tsx), rather than as HTML and as data.
 */
export async function DrawnOnce({ children }: { children: ReactNode }) {
  // Next keeps this package out of server components; one may ask for it when it runs.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return <Once draw={() => [{ text: renderToStaticMarkup(children) }]} />;
}
