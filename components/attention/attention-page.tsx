import Link from "next/link";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/lists/filter-form";
import { CarrierFilter, MakerFilter } from "@/components/lists/record-filters";
import { SmallForm } from "@/components/people/small-form";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import {
  ATTENTION_GROUPS,
  type AttentionItem,
  type AttentionKind,
  attentionWords,
  MOST_COUNTED,
  type PutOff,
} from "@/domain/attention";
import { dayWords } from "@/domain/date-words";
import type { Named } from "@/domain/deal-rows";
import { PAGE_SIZE } from "@/domain/deal-rows";
import type { Actor } from "@/domain/permissions";
import { ANONYMOUS_DAYS, type AttentionReading } from "@/formats/attention-query";
import type { FormState } from "@/formats/form-state";
import { attentionPath, merged } from "@/formats/paths";
import { ItemRow } from "./item-row";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  counts: ReadonlyMap<AttentionKind, number>;
  items: readonly AttentionItem[];
  putOffs: readonly PutOff[];
  reading: AttentionReading;
  options: {
    readonly manufacturers: readonly Named[];
    readonly carriers: readonly (Named & { country: string })[];
  };
  actor: Actor;
  /** The item whose form to put it off is open, and that form. */
  putting: { readonly subject: string; readonly form: ReactNode } | null;
  takeBack: Action;
};

export const countWords = (n: number): string => (n > MOST_COUNTED ? `${MOST_COUNTED}+` : String(n));

/** All lists with their oldest few, or one list page by page; under them what was put off. */
export function AttentionPage(props: Props) {
  const { counts, reading, options, putOffs, takeBack } = props;
  const { filter, keep, problems } = reading;
  const days = filter.days ?? ANONYMOUS_DAYS;
  return (
    <>
      <FilterForm
        path={attentionPath()}
        query={null}
        keep={keep}
        shown={["manufacturer", "carrier", "days"]}
        problems={problems}
      >
        <MakerFilter value={filter.manufacturer} of={options.manufacturers} />
        <CarrierFilter value={filter.carrier} of={options.carriers} />
        <label>
          An anonymous origin is old after (days)
          <input type="text" inputMode="numeric" name="days" maxLength={5} defaultValue={days} />
        </label>
      </FilterForm>
      {filter.kind ? (
        <OneList {...props} kind={filter.kind} days={days} />
      ) : (
        <AllLists {...props} days={days} />
      )}
      {putOffs.length > 0 && (
        <Section id="put-off" title="Put off" count={putOffs.length} note="the next to come back first">
          <ul className="todo">
            {putOffs.map(({ id, kind, label, why, until, by, on }) => (
              <li key={id}>
                <div>
                  <span className="what">
                    <b>{label}</b>
                    <span className="dim3">{attentionWords(kind, days).title}</span>
                  </span>
                  <small>
                    until {dayWords(until)} · {by}, {dayWords(on)}: {why}
                  </small>
                </div>
                <SmallForm
                  action={takeBack}
                  values={{ id }}
                  button="Take back"
                  label={`Take back: ${label}`}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {[...counts.values()].every((n) => n === 0) && filter.kind === null && (
        <Empty>Nothing needs attention{Object.keys(keep).length > 0 ? " under these filters" : ""}.</Empty>
      )}
    </>
  );
}

function AllLists({ counts, items, reading, actor, days }: Props & { days: number }) {
  const { keep } = reading;
  const groups = ATTENTION_GROUPS.map((group) => ({
    ...group,
    kinds: group.kinds.filter((kind) => (counts.get(kind) ?? 0) > 0),
  })).filter(({ kinds }) => kinds.length > 0);
  const clean = ATTENTION_GROUPS.flatMap((g) => g.kinds).filter((kind) => (counts.get(kind) ?? 0) === 0);
  return (
    <>
      {groups.map(({ title, kinds }, i) => (
        <Section key={title} id={`g-${i}`} title={title}>
          {kinds.map((kind) => {
            const n = counts.get(kind) ?? 0;
            const few = items.filter((item) => item.kind === kind);
            const href = attentionPath(merged(keep, { kind }));
            return (
              <div key={kind} className="kind">
                <div className="sech">
                  <h3>
                    <Link prefetch={false} href={href}>
                      {attentionWords(kind, days).title}
                    </Link>{" "}
                    <span className="count">{countWords(n)}</span>
                  </h3>
                  <p className="dim">{attentionWords(kind, days).says}</p>
                </div>
                <ul className="todo">
                  {few.map((item) => (
                    <ItemRow
                      key={item.subject}
                      item={item}
                      actor={actor}
                      putHref={`${attentionPath(merged(keep, { kind, put: item.subject }))}#put`}
                    />
                  ))}
                </ul>
                {n > few.length && (
                  <p className="rest">
                    <Link
                      prefetch={false}
                      href={href}
                      aria-label={`All ${countWords(n)}: ${attentionWords(kind, days).title}`}
                    >
                      All {countWords(n)}
                    </Link>
                  </p>
                )}
              </div>
            );
          })}
        </Section>
      ))}
      {clean.length > 0 && (
        <Section id="clean" title="Nothing found">
          <p className="dim headline">{clean.map((kind) => attentionWords(kind, days).title).join(" · ")}</p>
        </Section>
      )}
    </>
  );
}

function OneList({
  kind,
  counts,
  items,
  reading,
  actor,
  days,
  putting,
}: Props & { kind: AttentionKind; days: number }) {
  const { keep, page } = reading;
  const n = counts.get(kind) ?? 0;
  const { title, says } = attentionWords(kind, days);
  const here = (more: Record<string, string | null>) =>
    attentionPath(merged(keep, { page: page === 1 ? null : page, ...more }));
  return (
    <div className="kind">
      <div className="sech">
        <h2>
          {title} <span className="count">{countWords(n)}</span>
        </h2>
        <p className="dim">{says}</p>
        <p className="r">
          <Link prefetch={false} href={attentionPath({ ...keep, kind: null })}>
            All lists
          </Link>
        </p>
      </div>
      {items.length === 0 ? (
        <Empty>Nothing of this kind needs attention. It may have been mended, or put off.</Empty>
      ) : (
        <ul className="todo">
          {items.map((item) => (
            <ItemRow
              key={item.subject}
              item={item}
              actor={actor}
              putHref={`${here({ put: item.subject })}#put`}
              {...(putting?.subject === item.subject && { putting: putting.form })}
            />
          ))}
        </ul>
      )}
      <Pager
        path={attentionPath()}
        query={keep}
        page={page}
        pages={Math.max(page, Math.ceil(Math.min(n, MOST_COUNTED) / PAGE_SIZE))}
      />
    </div>
  );
}
