import type { FormKind } from "./edit-specs";
import { entityCommand, newCarrier, newDevice } from "./entity-commands";
import { evidenceOf } from "./evidence-commands";
import { FormReader, type Input } from "./form-reader";
import type { Problem } from "./form-state";

export type Made = { readonly commands: readonly unknown[]; readonly problems: readonly Problem[] };

/**
 * From what stands in a form to commands of the door. Pure: references were resolved to slugs before (`refs`: field →
 * slugs), ids come from `idOf`, so that the same form sent twice makes the same commands.
 * In order: new sources and entities before what names them.
 */
export function commandsOf(kind: FormKind, input: Input): Made {
  const r = new FormReader(input);
  const id = input.idOf("");
  const version = r.version();
  const target = input.values.target_id ?? "";
  const first: unknown[] = [];
  const evidence = () => evidenceOf(r, first);
  const status = () => ({
    status: r.must("status"),
    effective: r.needDate("effective", "when it took effect"),
    effectiveWords: r.text("effectiveWords"),
    target: r.date("target"),
    targetWords: r.text("targetWords"),
    reasons: input.checks.reasons ?? [],
    exclusive: { yes: true, no: false }[r.must("exclusive")] ?? null,
    policyActions: r.refs("policyActions"),
    note: r.text("note"),
    evidence: evidence(),
  });
  const made = (): unknown[] => {
    switch (kind) {
      case "record-status": {
        const device = newDevice(r, first) ?? r.needRef("device", "which device");
        const carrier = newCarrier(r, first) ?? r.needRef("carrier", "which carrier");
        return [{ kind, id, device, carrier, version, ...status() }];
      }
      case "correct-status":
        return [{ kind, id, corrects: target, version, why: r.must("why"), ...status() }];
      case "retract-status":
        return [{ kind, id, claim: target, version, why: r.must("why") }];
      case "add-evidence":
        return evidence().map((one, i) => ({
          kind,
          id: i === 0 ? id : input.idOf(`evidence ${i}`),
          claim: target,
          version: version + i,
          evidence: one,
        }));
      case "retract-evidence":
        return [{ kind, id, evidence: target, version, why: r.must("why") }];
      case "record-listing":
        return [
          {
            kind,
            id,
            device: r.needRef("device", "which device"),
            retailer: r.needRef("retailer", "which retailer"),
            market: r.must("market").toUpperCase(),
            ...listing(r),
            evidence: evidence(),
          },
        ];
      case "correct-listing":
        return [{ kind, id, corrects: target, why: r.must("why"), ...listing(r), evidence: evidence() }];
      case "end-listing":
        return [
          {
            kind,
            id,
            listing: target,
            to: r.needDate("to", "until when"),
            note: r.text("note"),
            evidence: evidence(),
          },
        ];
      case "retract-listing":
        return [{ kind, id, listing: target, why: r.must("why") }];
      case "record-statement":
        return [{ kind, id, ...statement(r) }];
      case "correct-statement":
        return [{ kind, id, corrects: target, why: r.must("why"), ...statement(r) }];
      case "retract-statement":
        return [{ kind, id, statement: target, why: r.must("why") }];
      case "retract-source":
        return [
          {
            kind,
            id,
            slug: target,
            version,
            on: r.needDate("on", "when it was taken back"),
            why: r.must("why"),
          },
        ];
      default:
        return [entityCommand(kind, r, id, target, version)];
    }
  };
  const main = made();
  return { commands: [...first, ...main], problems: r.problems };
}

const listing = (r: FormReader) => ({
  from: r.needDate("from", "since when"),
  to: r.date("to"),
  note: r.text("note"),
});

const statement = (r: FormReader) => ({
  speaker: r.must("speaker"),
  org: r.must("org"),
  date: r.needDate("date", "when it was said"),
  about: {
    device: r.ref("device"),
    carrier: r.ref("carrier"),
    manufacturer: r.ref("manufacturer"),
    policyAction: r.ref("policyAction"),
  },
  stance: r.must("stance"),
  quote: r.text("quote"),
  summary: r.must("summary"),
  source: r.needRef("source", "where it was said"),
});
