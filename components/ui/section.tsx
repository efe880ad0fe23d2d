import type { ReactNode } from "react";

type Props = {
  id: string;
  title: string;
  /** A number beside the title, or a remark in small print. */
  count?: number;
  note?: ReactNode;
  right?: ReactNode;
  children: ReactNode;
};

/** A part of a page under its own heading, 32 px apart from the next. */
export function Section({ id, title, count, note, right, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="sech">
        <h2 id={id}>
          {title}
          {count !== undefined && <span className="count"> {count.toLocaleString("en-GB")}</span>}
        </h2>
        {note && <p className="dim">{note}</p>}
        {right && <p className="r">{right}</p>}
      </div>
      {children}
    </section>
  );
}
