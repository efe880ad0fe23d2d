import Link from "next/link";
import { SmallForm } from "@/components/people/small-form";
import type { SavedView } from "@/domain/saved-view";
import type { FormState } from "@/formats/form-state";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Kept views as links; a person's own can be shared and forgotten. */
export function ViewList({
  views,
  share,
  forget,
}: {
  views: readonly SavedView[];
  share?: Action;
  forget?: Action;
}) {
  return (
    <ul className="lines">
      {views.map(({ id, name, address, shared, owner }) => (
        <li key={id}>
          <span>
            <Link prefetch={false} href={address}>
              {name}
            </Link>{" "}
            {shared && <span className="tag">{share ? "the team sees it" : `from ${owner}`}</span>}
          </span>
          {share && forget && (
            <span className="btns">
              <SmallForm
                action={share}
                values={{ id, shared: shared ? "no" : "yes" }}
                button={shared ? "Keep to myself" : "Show to the team"}
                label={`${shared ? "Keep to myself" : "Show to the team"}: ${name}`}
              />
              <SmallForm action={forget} values={{ id }} button="Forget" label={`Forget ${name}`} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
