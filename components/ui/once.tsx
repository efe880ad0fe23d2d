import type { Drawing } from "@/formats/drawing-place";
import { lenderOfRequest } from "./lent-markup";
import { SentOnce } from "./sent-once";

/**
 * Large markup that a document carries once, and that nothing above it waits for. React sends whatever a server component
 * draws twice, as HTML and as data for its script, and the second copy is the longer one; and it sends nothing before all is
 * drawn. Here both hold an id in its place, and server/once-markup.ts draws it when the HTML before it has left. When the
 * router asks for the page there is no HTML, and the markup comes as data.
 */
export function Once({ draw }: { draw: Drawing }) {
  const id = crypto.randomUUID();
  const lender = lenderOfRequest();
  lender?.lend(id, draw);
  return <SentOnce id={id} markup={lender ? null : [...draw()].map(({ text }) => text).join("")} />;
}
