import type { Desk } from "@/intake/desk/draft";

/** What looked like a claim and was left out, so that the editor can judge. */
export function NotRead({ notRead }: { notRead: Desk["notRead"] }) {
  if (notRead.length === 0) return null;
  return (
    <section aria-labelledby="not-read">
      <h2 className="intake-group" id="not-read">
        Not read as claims
      </h2>
      <ul className="intake-left">
        {notRead.map(({ passage, why }) => (
          <li key={passage.start}>
            <q>{passage.text.length > 160 ? `${passage.text.slice(0, 157)}…` : passage.text}</q>{" "}
            <span className="dim3">{why}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="#own">Mark a passage yourself</a>
      </p>
    </section>
  );
}
