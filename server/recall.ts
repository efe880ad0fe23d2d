import { LRUCache } from "lru-cache";
import type { Db } from "@/data/db";
import { db } from "./db";
import { type RequestNotes, requestNotes } from "./request-context";

/**
 * What reads of the record answered, for as long as nothing is recorded. Every change of the record leaves an entry in the
 * audit trail (the door writes both in one transaction), so the number of the last entry names a state of the record, also
 * when another process wrote it. Asking for it is one look at an index; a page of counts over the whole record is not.
 */
type Memory = {
  readonly answers: LRUCache<string, { readonly answer: unknown }>;
  /** Questions under way: who asks the same waits for the same answer. */
  readonly asked: Map<string, Promise<unknown>>;
  /** Reads by their identity. */
  readonly numbers: WeakMap<object, number>;
  reads: number;
  /** The last audit entry that the answers go by, and that each request goes by. */
  deed: string | null;
  readonly deeds: WeakMap<RequestNotes, Promise<string>>;
};

/** Characters of JSON; the objects take a few times as much. */
const MOST = 24_000_000;

/** On `globalThis`, as the client of the database is. */
const kept = globalThis as { rangebookMemory?: Memory };
const memory = (): Memory => {
  kept.rangebookMemory ??= {
    answers: new LRUCache({
      maxSize: MOST,
    }),
    asked: new Map(),
    numbers: new WeakMap(),
    reads: 0,
    deed: null,
    deeds: new WeakMap(),
  };
  return kept.rangebookMemory;
};

async function askLastDeed(): Promise<string> {
  const rows = await db().$queryRaw<{ seq: string }[]>`
    SELECT a.seq::text AS seq FROM audit_entry a ORDER BY a.seq DESC LIMIT 1`;
  return rows[0]?.seq ?? "0";
}

/** Asked once a request, so that all of a page goes by one state of the record; anew while a form may be changing it. */
function lastDeed({ deeds }: Memory): Promise<string> {
  const request = requestNotes();
  if (!request || request.formRead) return askLastDeed();
  const deed = deeds.get(request) ?? askLastDeed();
  deeds.set(request, deed);
  return deed;
}

/** Two reads may bear one name once they are built, so each is numbered when it is first asked. */
function numberOf(read: object, known: Memory): number {
  const number = known.numbers.get(read) ?? ++known.reads;
  known.numbers.set(read, number);
  return number;
}

/**
 * Freezes an answer to its last part, and says about how many characters of JSON it has. Whoever changed a shared answer would
 * change it for all; so nobody can. What is worked out when asked (a getter) stays unasked. One walk: answers have ten thousands of parts.
 */
function frozen(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 5;
  let length = 2;
  if (Array.isArray(value)) {
    for (const part of value) length += 1 + frozen(part);
  } else if (value instanceof Map) {
    for (const [key, part] of value) length += 2 + frozen(key) + frozen(part);
  } else {
    for (const key of Object.keys(value))
      length += key.length + 4 + frozen(Object.getOwnPropertyDescriptor(value, key)?.value);
  }
  Object.freeze(value);
  return length;
}

/**
 * Asks a read of `data/read` with these arguments, or recalls what it answered to the same since the record last changed.
 * Only for reads whose answer depends on the record and their arguments, which must be plain values. The answer is frozen.
 * Throws what the read throws; a failure is not remembered.
 */
export async function recall<Args extends readonly unknown[], Answer>(
  read: (db: Db, ...args: Args) => Promise<Answer>,
  ...args: Args
): Promise<Answer> {
  const known = memory();
  const deed = await lastDeed(known);
  if (known.deed !== deed) {
    known.answers.clear();
    known.deed = deed;
  }
  const question = `${deed} ${numberOf(read, known)} ${JSON.stringify(args)}`;
  const found = known.answers.get(question);
  if (found) return found.answer as Answer;
  const asked = known.asked.get(question) ?? ask(question, () => read(db(), ...args), known);
  return asked as Promise<Answer>;
}

function ask(question: string, read: () => Promise<unknown>, known: Memory): Promise<unknown> {
  const asked = read()
    .then((answer) => {
      known.answers.set(question, { answer }, { size: frozen(answer) });
      return answer;
    })
    .finally(() => known.asked.delete(question));
  known.asked.set(question, asked);
  return asked;
}
