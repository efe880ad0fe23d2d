import type { ChangeKind, ChangeRow, Witness } from "@/domain/change-rows";
import { type Cell, dateCells, dateColumns, type Table } from "./table";

const COLUMNS = [
  "claim",
  "device",
  "carrier",
  "kind",
  "deed",
  "device_name",
  "manufacturer",
  "carrier_name",
  "country",
  "status_before",
  "status",
  ...dateColumns("effective"),
  ...dateColumns("target"),
  "reasons",
  "note",
  "why",
  "certainty_before",
  "certainty",
  "disputed",
  "articles",
  "origins",
  "evidence_added",
  "evidence_removed",
  "published",
  "recorded_at",
  "recorded_by",
];

/** "Reuters (supports); AT&T (disputes)". */
const witnessCell = (all: readonly Witness[]): string =>
  all.map(({ publisher, stance }) => `${publisher} (${stance})`).join("; ");

const cellsOf = (kind: string, row: ChangeRow): readonly Cell[] => {
  const { deal, claim, before, judged, judgedBefore, evidence } = row;
  return [
    claim.id,
    deal.device.slug,
    deal.carrier.slug,
    kind,
    row.mark,
    deal.device.name,
    deal.manufacturer.name,
    deal.carrier.name,
    deal.carrier.country,
    before?.status ?? null,
    claim.status,
    ...dateCells(claim.effective),
    ...dateCells(claim.target),
    claim.reasons.join(" "),
    claim.note,
    row.why,
    judgedBefore?.certainty ?? null,
    judged?.certainty ?? null,
    judged?.disputed ?? null,
    judged?.articles ?? null,
    judged?.origins ?? null,
    witnessCell(evidence.added),
    witnessCell(evidence.removed),
    row.published,
    row.recorded.at,
    row.recorded.by,
  ];
};

const KIND_CELL: Readonly<Record<ChangeKind, string>> = {
  world: "world changed",
  corrected: "we corrected",
  evidence: "only evidence changed",
};

/** The columns of a file of changes. */
export const changeColumns: readonly string[] = COLUMNS;

/** A line of a comparison; its kind stands in the column `kind`. */
export const changeCells = ({
  kind,
  row,
}: {
  readonly kind: ChangeKind;
  readonly row: ChangeRow;
}): readonly Cell[] => cellsOf(KIND_CELL[kind], row);

/** One page of the latest changes. */
export const latestTable = (rows: readonly ChangeRow[]): Table => ({
  columns: COLUMNS,
  rows: rows.map((row) => cellsOf(row.mark === "record" ? KIND_CELL.world : row.mark, row)),
});
