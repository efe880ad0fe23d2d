import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { type Crumb, PageHead } from "@/components/ui/page-head";
import type { Actor } from "@/domain/permissions";
import { editPath } from "@/formats/paths";
import { SAVED, type Saved } from "@/formats/view";

type Props = {
  title: string;
  lead?: ReactNode;
  /** Pages between the desk and this one. */
  crumbs?: readonly Crumb[];
  meta?: readonly (readonly [string, ReactNode])[];
  /** What the address says was done just now (`saved`). */
  saved?: string | readonly string[] | undefined;
  actions?: ReactNode;
  actor: Actor;
  today: string;
  children: ReactNode;
};

/** The frame of every form: it looks at no day but today, since nothing writes while a page looks at the past. */
export function EditPage(props: Props) {
  const { title, lead, crumbs = [], meta, saved, actions, actor, today, children } = props;
  const done = typeof saved === "string" && Object.hasOwn(SAVED, saved) ? SAVED[saved as Saved] : null;
  return (
    <Shell at="edit" actor={actor} path={editPath()} today={today} reading={null}>
      {done && (
        <p className="wrap saved" role="status">
          {done}
        </p>
      )}
      <PageHead
        title={title}
        crumbs={[{ word: "Edit", href: editPath() }, ...crumbs]}
        lead={lead}
        meta={meta}
        actions={actions}
      />
      <div className="wrap">{children}</div>
    </Shell>
  );
}

/** What is closed already cannot be corrected or retracted again. */
export function Closed() {
  return (
    <p className="warn">
      This claim was corrected or retracted already. Open the deal to see what stands now; nothing can be done
      to a closed claim.
    </p>
  );
}
