import Link from "next/link";
import { Section } from "@/components/ui/section";
import type { SavedView } from "@/domain/saved-view";
import { viewsPath } from "@/formats/paths";

type Props = {
  own: readonly SavedView[];
  shared: readonly SavedView[];
  /** How many there are of both. */
  all: number;
};

/** The newest views that a person keeps or the team shares, where the day begins; all of them are a click away. */
export function KeptViews({ own, shared, all }: Props) {
  const views = [...own, ...shared];
  return (
    <Section
      id="kept"
      title="Kept views"
      count={all}
      right={
        <Link prefetch={false} href={viewsPath()}>
          {all > views.length ? `All ${all}` : "Arrange them"}
        </Link>
      }
    >
      {views.length === 0 ? (
        <p className="dim">
          None yet. Set the days and filters of any page, and choose “Keep this view” above it.
        </p>
      ) : (
        <ul className="kept">
          {views.map(({ id, name, address, owner }, i) => (
            <li key={id}>
              <Link prefetch={false} href={address}>
                {name}
              </Link>
              {i >= own.length && <small className="dim3">from {owner}</small>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
