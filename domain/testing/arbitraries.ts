import fc from "fast-check";
import { addDays, type Day, type Edtf, type Instant, parseEdtf } from "@/domain/edtf";
import { ATTRIBUTIONS, STANCES, STATUSES } from "@/domain/status";
import { minute } from "./samples";
import { type EvidenceDraft, type Step, stepInstants } from "./steps";

/** Days close together, so that random claims meet, overlap and tie. */
export const closeDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 120 })
  .map((n) => addDays("2017-11-15", n));

const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 47_846 }).map((n) => addDays("1970-01-01", n));

/** Every form of date that we know, over the days given; backward intervals left out. */
const edtfOver = (day: fc.Arbitrary<Day>): fc.Arbitrary<Edtf> => {
  const part = fc.tuple(day, fc.constantFrom(4, 7, 10, 10)).map(([d, length]) => d.slice(0, length));
  const text = fc.oneof(
    { weight: 4, arbitrary: part },
    { weight: 1, arbitrary: part.map((p) => `${p}~`) },
    { weight: 2, arbitrary: fc.tuple(part, part).map(([a, b]) => `${a}/${b}`) },
    { weight: 1, arbitrary: part.map((p) => `../${p}`) },
    { weight: 1, arbitrary: part.map((p) => `${p}/..`) },
  );
  return text
    .map(parseEdtf)
    .filter((read) => read.ok)
    .map((read) => read.value);
};

/** Any date that we can write, 1970 to 2100. */
export const anyEdtf: fc.Arbitrary<Edtf> = edtfOver(anyDay);
/** Any form of date within a few months. */
export const closeEdtf: fc.Arbitrary<Edtf> = edtfOver(closeDay);

/** A choice before it is known what there is to choose from. */
type Raw = {
  readonly id: string;
  readonly what: Step["do"];
  readonly a: number;
  readonly b: number;
  readonly date: Edtf;
  readonly published: Edtf;
  readonly status: (typeof STATUSES)[number];
  readonly corrects: boolean;
  readonly sameInstant: boolean;
  readonly evidence: readonly RawEvidence[];
};
type RawEvidence = {
  readonly id: string;
  readonly source: number;
  readonly stance: (typeof STANCES)[number];
  readonly attribution: (typeof ATTRIBUTIONS)[number];
  readonly via: null | "not-named" | readonly number[];
};

const uuid = fc.uuid({ version: 4 });
const pick = fc.nat({ max: 1000 });
const rawEvidence: fc.Arbitrary<RawEvidence> = fc.record({
  id: uuid,
  source: pick,
  stance: fc.constantFrom("supports" as const, "supports" as const, ...STANCES),
  attribution: fc.constantFrom(...ATTRIBUTIONS),
  via: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant("not-named" as const) },
    { weight: 2, arbitrary: fc.array(pick, { minLength: 1, maxLength: 3 }) },
  ),
});
const DEEDS = {
  source: 3,
  cite: 2,
  uncite: 1,
  claim: 6,
  evidence: 2,
  "retract-claim": 1,
  "retract-evidence": 2,
  "retract-source": 1,
} as const satisfies Record<Step["do"], number>;
const deeds = Object.entries(DEEDS) as [Step["do"], number][];

const raw: fc.Arbitrary<Raw> = fc.record({
  id: uuid,
  what: fc.oneof(...deeds.map(([deed, weight]) => ({ weight, arbitrary: fc.constant(deed) }))),
  a: pick,
  b: pick,
  date: closeEdtf,
  published: closeEdtf,
  status: fc.constantFrom(...STATUSES),
  corrects: fc.boolean(),
  sameInstant: fc.constantFrom(false, false, true),
  evidence: fc.array(rawEvidence, { minLength: 1, maxLength: 3 }),
});

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** Makes one valid step of a raw choice, given the steps before; null when there is nothing to do it to. */
function stepOf(choice: Raw, before: readonly Step[]): Step | null {
  const sources = before.flatMap((s) => (s.do === "source" ? [s.id] : []));
  const claims = before.flatMap((s) => (s.do === "claim" ? [s] : []));
  const join = { sameInstant: choice.sameInstant };
  const draft = (e: RawEvidence): EvidenceDraft => ({
    id: e.id,
    source: at(sources, e.source) ?? "",
    stance: e.stance,
    attribution: e.attribution,
    via: Array.isArray(e.via)
      ? [...new Set(e.via.map((n) => at(sources, n) ?? ""))]
      : (e.via as null | "not-named"),
  });
  const closed = (id: string) => before.some((s) => s.do === "retract-claim" && s.claim === id);
  switch (choice.what) {
    case "source": {
      const publisher = `Paper ${choice.a % 5}`;
      return { do: "source", ...join, id: choice.id, publisher, published: choice.published };
    }
    case "cite": {
      // Later sources cite earlier ones: no circles.
      const [low, high] = [choice.a % (sources.length || 1), choice.b % (sources.length || 1)].sort(
        (x, y) => x - y,
      );
      const [cited, citing] = [sources[low ?? 0], sources[high ?? 0]];
      const last = before.findLast(
        (s) => (s.do === "cite" || s.do === "uncite") && s.citing === citing && s.cited === cited,
      );
      if (!citing || !cited || citing === cited || last?.do === "cite") return null;
      return { do: "cite", ...join, citing, cited };
    }
    case "uncite": {
      const pairs = before.filter((s) => s.do === "cite");
      const pair = at(pairs, choice.a);
      const last = before.findLast(
        (s) => (s.do === "cite" || s.do === "uncite") && s.citing === pair?.citing && s.cited === pair?.cited,
      );
      return pair && last?.do === "cite"
        ? { do: "uncite", ...join, citing: pair.citing, cited: pair.cited }
        : null;
    }
    case "claim": {
      if (sources.length === 0) return null;
      const open = claims.filter((c) => !closed(c.id) && !claims.some((n) => n.supersedes === c.id));
      const supersedes = choice.corrects ? (at(open, choice.a)?.id ?? null) : null;
      const [first, ...more] = choice.evidence.map(draft);
      if (!first) return null;
      const evidence = [{ ...first, stance: "supports" as const }, ...more];
      const { id, status, date: effective } = choice;
      const target = status === "planned" && choice.b % 2 === 0 ? choice.published : null;
      return { do: "claim", ...join, id, status, effective, target, supersedes, evidence };
    }
    case "evidence": {
      const claim = at(claims, choice.a);
      const e = choice.evidence[0];
      return claim && e ? { do: "evidence", ...join, claim: claim.id, evidence: draft(e) } : null;
    }
    case "retract-claim": {
      const claim = at(
        claims.filter((c) => !closed(c.id) && !claims.some((n) => n.supersedes === c.id)),
        choice.a,
      );
      return claim ? { do: "retract-claim", ...join, claim: claim.id } : null;
    }
    case "retract-evidence": {
      const gone = before.flatMap((s) => (s.do === "retract-evidence" ? [s.evidence] : []));
      const all = before.flatMap((s) =>
        s.do === "claim" ? s.evidence : s.do === "evidence" ? [s.evidence] : [],
      );
      const e = at(
        all.filter(({ id }) => !gone.includes(id)),
        choice.a,
      );
      return e ? { do: "retract-evidence", ...join, evidence: e.id } : null;
    }
    case "retract-source": {
      const gone = before.flatMap((s) => (s.do === "retract-source" ? [s.source] : []));
      const source = at(
        sources.filter((id) => !gone.includes(id)),
        choice.a,
      );
      return source ? { do: "retract-source", ...join, source, on: choice.published } : null;
    }
  }
}

/**
 * A random record of one deal, step by step, valid as the database wants it: a claim is superseded at most once and only
 * while it is open, has support from the start, and citations make no circles.
 */
export const steps = (maxLength = 30): fc.Arbitrary<Step[]> =>
  fc.array(raw, { minLength: 3, maxLength }).map((choices) => {
    const opening: Raw[] = choices.slice(0, 2).map((c) => ({ ...c, what: "source" }));
    return [...opening, ...choices.slice(2)].reduce<Step[]>((done, choice) => {
      const step = stepOf(choice, done);
      if (step) done.push(step);
      return done;
    }, []);
  });

/** A way to look at a record: any day, known by a day or now, as recorded at an instant of the steps or now. */
export type Question = { readonly on: Day; readonly known: Day | null; readonly record: Instant | null };

export const questions = (record: readonly Step[]): fc.Arbitrary<Question> =>
  fc.record({
    on: closeDay,
    known: fc.option(closeDay),
    record: fc.option(fc.constantFrom(minute(0), ...stepInstants(record))),
  });
