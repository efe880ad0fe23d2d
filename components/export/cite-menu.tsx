import { type Citable, citeText } from "@/formats/citation";

export type CiteProps = {
  citable: Citable;
  /** The permanent address as this site serves it. */
  href: string;
  /** Addresses of the reference in other forms. */
  bibtex: string;
  csl: string;
  small?: boolean;
};

/** A reference that shows the same for ever: it carries the instant of the record. Opens without script. */
export function CiteMenu({ citable, href, bibtex, csl, small }: CiteProps) {
  return (
    <details className="pop">
      <summary className={small ? "tool" : "btn"}>Cite</summary>
      <div className="pop-in">
        <p className="quote">{citeText(citable)}</p>
        <ul>
          <li>
            <a href={href}>Permanent link</a>
          </li>
          <li>
            <a href={bibtex}>BibTeX</a>
          </li>
          <li>
            <a href={csl}>CSL-JSON</a>
          </li>
        </ul>
        <p className="dim sm">
          The link will always show what is shown here now, whatever is recorded later.
        </p>
      </div>
    </details>
  );
}
