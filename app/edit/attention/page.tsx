import type { Metadata } from "next";
import { AttentionPage } from "@/components/attention/attention-page";
import { PutOffForm } from "@/components/attention/put-off-form";
import { EditPage } from "@/components/forms/edit-page";
import { attentionCounts, attentionFew, attentionPage, putOffs } from "@/data/read/attention";
import { listOptions } from "@/data/read/list-options";
import { attentionTally, MOST_DAYS_OFF } from "@/domain/attention";
import { addDays } from "@/domain/edtf";
import { ANONYMOUS_DAYS, ATTENTION_LIST } from "@/formats/attention-query";
import { readList } from "@/formats/list-query";
import { attentionPath, merged } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today as clockToday } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { putOffAction, takeBackAction } from "./actions";

export const metadata: Metadata = { title: "What needs attention" };

/** So many of each list where all stand together. */
const FEW = 3;
/** The days that the form to put something off begins with. */
const A_MONTH = 30;

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const reading = readList(ATTENTION_LIST, params);
  const { filter, keep, page } = reading;
  const actor = await requireActor("record-claim", attentionPath(keep));
  const today = clockToday();
  const asked = { ...filter, today, days: filter.days ?? ANONYMOUS_DAYS };
  const [counts, waiting, options] = await Promise.all([
    attentionCounts(db(), asked),
    putOffs(db(), today),
    listOptions(db()),
  ]);
  const found = [...counts].flatMap(([kind, n]) => (n > 0 ? [kind] : []));
  const items = filter.kind
    ? await attentionPage(db(), filter.kind, asked, page)
    : await attentionFew(db(), found, asked, FEW);
  const put = typeof params.put === "string" ? params.put.slice(0, 250) : null;
  const here = attentionPath(merged(keep, { page: page === 1 ? null : page }));
  const { pressing, rest } = attentionTally(counts);
  return (
    <EditPage
      title="What needs attention"
      actor={actor}
      today={today}
      lead={
        <>
          <b>{pressing === 1 ? "One thing needs" : `${pressing} things need`} a look;</b> {rest} more could be
          better. Each is one click from the form that mends it.
        </>
      }
    >
      <AttentionPage
        {...{ counts, items, reading, options, actor }}
        putOffs={waiting}
        takeBack={takeBackAction}
        putting={
          put === null || filter.kind === null
            ? null
            : {
                subject: put,
                form: (
                  <PutOffForm
                    key={put}
                    action={putOffAction}
                    values={{ kind: filter.kind, subject: put, back: here }}
                    until={addDays(today, A_MONTH)}
                    latest={addDays(today, MOST_DAYS_OFF)}
                    cancelHref={here}
                  />
                ),
              }
        }
      />
    </EditPage>
  );
}
