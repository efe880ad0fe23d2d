import type { z } from "zod";
import type { Command, commandSchema } from "@/formats/commands";
import type { Dossier } from "@/formats/dossier";
import { derivedId } from "./ids";

type Sent = z.input<typeof commandSchema>;

/** A command without its id; the id follows from a key that names the same fact in every load. */
type Draft = Command extends infer C ? (C extends Command ? Omit<C, "id"> : never) : never;
const withId = (key: string, draft: Draft): Sent => ({ ...draft, id: derivedId("dossier", key) }) as Sent;

const names = (aliases: readonly string[], models: readonly string[] = []) => [
  ...aliases.map((text) => ({ kind: "name" as const, text })),
  ...models.map((text) => ({ kind: "model" as const, text })),
];

/** Things before what refers to them: hosts before guests, cited before citing. */
function inOrder<T>(rows: readonly T[], key: (row: T) => string, needs: (row: T) => readonly string[]): T[] {
  const byKey = new Map(rows.map((r) => [key(r), r]));
  const ordered = new Set<T>();
  const place = (row: T): void => {
    if (ordered.has(row)) return;
    for (const need of needs(row)) {
      const first = byKey.get(need);
      if (first && first !== row) place(first);
    }
    ordered.add(row);
  };
  for (const row of rows) place(row);
  return [...ordered];
}

/** The dossier as commands for the door, in an order in which every reference exists when it is used. */
export function dossierCommands(dossier: Dossier): Sent[] {
  const carriers = inOrder(
    dossier.carriers,
    (c) => c.slug,
    (c) => (c.host ? [c.host] : []),
  );
  const sources = inOrder(
    dossier.sources,
    (s) => s.id,
    (s) => s.cites,
  );
  return [
    ...dossier.manufacturers.map(({ slug, name, country, parent, aliases }) =>
      withId(`manufacturer ${slug}`, {
        kind: "create-manufacturer",
        slug,
        name,
        country,
        parent,
        aliases: names(aliases),
      }),
    ),
    ...carriers.map(({ kind, aliases, ...carrier }) =>
      withId(`carrier ${carrier.slug}`, {
        kind: "create-carrier",
        carrierKind: kind,
        aliases: names(aliases),
        ...carrier,
      }),
    ),
    ...dossier.retailers.map(({ kind, aliases, ...retailer }) =>
      withId(`retailer ${retailer.slug}`, {
        kind: "create-retailer",
        retailerKind: kind,
        aliases: names(aliases),
        ...retailer,
      }),
    ),
    ...dossier.devices.map(({ kind, aliases, models, ...device }) =>
      withId(`device ${device.slug}`, {
        kind: "create-device",
        deviceKind: kind,
        aliases: names(aliases, models),
        ...device,
      }),
    ),
    ...sources.map(({ id, kind, ...source }) =>
      withId(`source ${id}`, { kind: "create-source", slug: id, sourceKind: kind, ...source }),
    ),
    ...dossier.policyActions.map((action) =>
      withId(`policy-action ${action.slug}`, { kind: "create-policy-action", ...action }),
    ),
    ...dossier.deals.flatMap(({ device, carrier, events }) =>
      events.map((event, version) =>
        withId(`deal ${device} ${carrier} ${version}`, {
          kind: "record-status",
          device,
          carrier,
          version,
          effectiveWords: null,
          ...event,
        }),
      ),
    ),
    ...dossier.listings.map((listing) =>
      withId(`listing ${listing.device} ${listing.retailer} ${listing.market} ${listing.from}`, {
        kind: "record-listing",
        ...listing,
      }),
    ),
    ...dossier.statements.map((statement) =>
      withId(`statement ${statement.source} ${statement.speaker} ${statement.date} ${statement.summary}`, {
        kind: "record-statement",
        ...statement,
      }),
    ),
  ];
}
