import type { Client } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import type { Outcome } from "@/domain/refusal";
import { MOST_WATCHED, type WatchKind } from "@/domain/watches";

/** What people watch. It is their own: it changes nothing in the record and stands in no audit trail. */

/** Watches a thing from now on; twice is as once. */
export async function watch(
  client: Client,
  person: Id,
  subject: { readonly kind: WatchKind; readonly id: Id },
): Promise<Outcome<null>> {
  const key = { personId: person, kind: subject.kind, subjectId: subject.id };
  if ((await client.watch.count({ where: { personId: person } })) >= MOST_WATCHED) {
    const message = `You watch ${MOST_WATCHED} things already. Stop watching one of them first.`;
    return { ok: false, refusal: { code: "invalid", message } };
  }
  await client.watch.createMany({ data: [key], skipDuplicates: true });
  return { ok: true, value: null };
}

/** One that is another's, or does not exist, stays as it is. */
export async function forgetWatch(client: Client, person: Id, id: Id): Promise<void> {
  await client.watch.deleteMany({ where: { id, personId: person } });
}

/** They have seen what a page showed that was made at `until`; what came since is still news. */
export async function markSeen(client: Client, person: Id, until: Instant): Promise<void> {
  await client.watch.updateMany({
    where: { personId: person, lookedAt: { lt: new Date(until) } },
    data: { lookedAt: new Date(until) },
  });
}
