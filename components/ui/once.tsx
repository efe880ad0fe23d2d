import { lentMarkup } from "./lent-markup";
import type { Markup } from "./markup";
import { SentOnce } from "./sent-once";

/**
 * Large markup that a document carries once. React sends whatever a server component draws twice, as HTML and as data for
 * its script, and the second copy is the longer one; here the data holds an id in its place. When the router asks for the
 * page there is no HTML, and the markup comes as data.
 */
export function Once({ markup }: { markup: Markup }) {
  const id = crypto.randomUUID();
  const lent = lentMarkup();
  lent?.set(id, markup.text);
  return <SentOnce id={id} markup={lent ? null : markup.text} />;
}
