import Link from "next/link";
import type { ChartPage } from "@/components/charts/chart";
import {
  ClaimPanel,
  HiddenClaimPanel,
  NoClaimPanel,
  type PanelProps,
} from "@/components/evidence/claim-panel";
import { ListingPanel } from "@/components/evidence/listing-panel";
import { CiteSection } from "@/components/export/cite-section";
import { isWithin } from "@/components/timeline/axis";
import { LaneKeys } from "@/components/timeline/lane-keys";
import { type Scene, sceneOf } from "@/components/timeline/scene";
import { Timeline } from "@/components/timeline/timeline";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { LongList } from "@/components/ui/long-list";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { View } from "@/domain/claims";
import { dateWords, dayWords, MONTHS_SHORT } from "@/domain/date-words";
import type { DeviceHistory } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { type Actor, may } from "@/domain/permissions";
import { DEVICE_KIND_WORDS } from "@/domain/words";
import {
  devicePath,
  devicesPath,
  manufacturerPath,
  merged,
  newPath,
  type Query,
  recordPath,
  withQuery,
} from "@/formats/paths";
import { DeviceButtons } from "./device-buttons";
import { answerOf, capital, restOf } from "./sentence";
import { StatementsTable } from "./statements-table";
import { ClaimsTable, claimLines, ListingsTable, PoliciesTable, SourcesTable } from "./tables";

type Props = {
  history: DeviceHistory;
  view: View;
  today: Day;
  past: boolean;
  actor: Actor;
  query: Query;
  /** Id of the claim that is open; null: none. */
  selected: string | null;
  /** The pages of long lists that the address asks for; null: none. */
  pages: { readonly list: number | null; readonly sources: number | null };
  /** null: nothing is recorded that could be cited. */
  page: ChartPage | null;
};

/** A device's history at every carrier: the sentence, the swimlane with an open claim, and the same as a list. */
export function DevicePage({ history, view, today, past, actor, query, selected, pages, page }: Props) {
  const { device, lanes, retailers, graph } = history;
  const path = devicePath(device.slug);
  const scene = sceneOf(history, { view, today, selected, path, query });
  const closeHref = withQuery(path, query);
  const hrefOf = scene?.hrefOf ?? (() => closeHref);
  const around = history.around.filter((s) => scene && isWithin(scene.axis, s.date));
  const spoken = lanes.flatMap((lane) =>
    lane.statements.filter((s) => s.about.device !== null || (scene && isWithin(scene.axis, s.date))),
  );
  const statements = [...history.statements, ...around, ...spoken];
  const lines = claimLines(lanes);
  const here = merged(query, { claim: selected });
  const listings = retailers.reduce((sum, lane) => sum + lane.entries.length, 0);
  const common = { graph, query, selected, hrefOf };
  const panel = { history, view, today, past, actor, query, closeHref, hrefOf };
  return (
    <>
      <Head {...{ history, view, today, past, actor, query }} />
      <div className="wrap">
        <Tabs history={history} scene={scene} statements={statements.length} />
        <div className={selected ? "split" : undefined}>
          <div className="main">
            {scene ? (
              <Timeline
                history={{
                  ...history,
                  lanes: lanes.map((l) => ({
                    ...l,
                    statements: spoken.filter((s) => s.about.carrier === l.carrier.id),
                  })),
                }}
                scene={scene}
                statements={[...history.statements, ...around]}
              />
            ) : (
              <Nothing past={past} mayRecord={may(actor, "record-claim")} slug={device.slug} />
            )}
            {lines.length > 0 && (
              <Section
                id="list"
                title="The same as a list"
                note={listWords(lines.length, listings, statements.length)}
              >
                <LongList
                  rows={lines}
                  name="list"
                  asked={pages.list}
                  at={lines.findIndex(({ entry }) => entry.claim.id === selected)}
                  path={path}
                  query={here}
                >
                  {(rows) => <ClaimsTable lines={rows} device={device} {...common} />}
                </LongList>
              </Section>
            )}
            {listings > 0 && (
              <Section id="retailers" title="At retailers" count={listings}>
                <ListingsTable lanes={retailers} {...common} />
              </Section>
            )}
            {statements.length > 0 && (
              <Section id="statements" title="Statements" count={statements.length}>
                <StatementsTable statements={statements} history={history} query={query} />
              </Section>
            )}
            {scene && scene.flags.length > 0 && (
              <Section id="policy" title="Policy actions in this time" count={scene.flags.length}>
                <PoliciesTable policies={scene.flags} query={query} />
              </Section>
            )}
            {history.sources.length > 0 && (
              <Section id="sources" title="Sources" count={history.sources.length}>
                <LongList
                  rows={history.sources}
                  name="sources"
                  asked={pages.sources}
                  path={path}
                  query={here}
                >
                  {(rows) => <SourcesTable sources={rows} query={query} />}
                </LongList>
              </Section>
            )}
            {page && <CiteSection page={page} formats={["svg", "png", "csv", "json"]} />}
          </div>
          {selected && <Opened id={selected} {...panel} />}
        </div>
      </div>
      <LaneKeys claim={selected} closeHref={closeHref} />
    </>
  );
}

const listWords = (claims: number, listings: number, statements: number): string => {
  const rest = [
    listings > 0 && counted(listings, "listing"),
    statements > 0 && counted(statements, "statement"),
  ].filter(Boolean);
  return `${counted(claims, "status claim")}${rest.length > 0 ? `; ${rest.join(" and ")} follow` : ""}`;
};

function Head({ history, view, today, past, actor, query }: Omit<Props, "selected" | "page" | "pages">) {
  const { device, lanes, sources, lastRecorded } = history;
  const models = device.aliases.filter((a) => a.kind === "model").map((a) => a.text);
  const names = device.aliases.filter((a) => a.kind === "name" || a.kind === "code-name").map((a) => a.text);
  const meta: [string, React.ReactNode][] = [
    [
      "Maker",
      <Link
        key="maker"
        className="q"
        prefetch={false}
        href={manufacturerPath(device.manufacturer.slug, query)}
      >
        {device.manufacturer.name}
      </Link>,
    ],
    ["Kind", DEVICE_KIND_WORDS[device.kind]],
    ["Announced", device.announced ? dateWords(device.announced) : "not known"],
  ];
  if (models.length > 0)
    meta.push([
      "Model",
      <span key="model" className="mono">
        {models.slice(0, 4).join(", ")}
      </span>,
    ]);
  if (names.length > 0) meta.push(["Also", names.slice(0, 4).join(", ")]);
  if (sources.length > 0)
    meta.push([
      "Sources",
      <a key="sources" className="q" href="#sources">
        {sources.length}
      </a>,
    ]);
  if (lastRecorded) meta.push(["Last recorded", dayWords(lastRecorded.slice(0, 10))]);
  return (
    <PageHead
      title={device.name}
      crumbs={[
        { word: "Devices", href: devicesPath(query) },
        { word: device.manufacturer.name, href: manufacturerPath(device.manufacturer.slug, query) },
      ]}
      lead={
        <>
          <b>{capital(answerOf(lanes, view, today))}.</b> {restOf(lanes)}
        </>
      }
      meta={meta}
      actions={!past && <DeviceButtons slug={device.slug} actor={actor} />}
    />
  );
}

const monthWords = (day: Day): string => `${MONTHS_SHORT[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

function Tabs({
  history,
  scene,
  statements,
}: {
  history: DeviceHistory;
  scene: Scene | null;
  statements: number;
}) {
  if (!scene) return null;
  const { lanes, sources } = history;
  return (
    <nav className="tabs" aria-label="Parts of this page">
      <a href="#chart" aria-current="true">
        Chart
      </a>
      {lanes.length > 0 && <a href="#list">List</a>}
      {statements > 0 && (
        <a href="#statements">
          Statements <span className="dim3">{statements}</span>
        </a>
      )}
      <a href="#sources">
        Sources <span className="dim3">{sources.length}</span>
      </a>
      <a href="#cite">Download and cite</a>
      <span className="r only-w">
        {monthWords(scene.axis.first)} to {monthWords(scene.axis.last)}
      </span>
    </nav>
  );
}

function Nothing({ past, mayRecord, slug }: { past: boolean; mayRecord: boolean; slug: string }) {
  if (past)
    return (
      <Empty>Nothing about this device was published and recorded then. Go back to today to see more.</Empty>
    );
  return (
    <>
      <Empty>
        <b>No claim about this device yet.</b> Nothing is known of any carrier; that is neither a yes nor a
        no.
      </Empty>
      {mayRecord && (
        <p className="btns">
          <Link className="btn p" prefetch={false} href={recordPath(slug)}>
            Record the first status
          </Link>
          <Link className="btn" prefetch={false} href={newPath("listings", { device: slug })}>
            Record a listing
          </Link>
        </p>
      )}
    </>
  );
}

/** The panel for the claim or listing that the address names. */
function Opened({ id, ...props }: PanelProps & { id: string }) {
  const { lanes, retailers } = props.history;
  for (const lane of lanes) {
    const entry = lane.history.find((e) => e.claim.id === id);
    if (entry) return <ClaimPanel lane={lane} entry={entry} {...props} />;
    const claim = lane.claims.find((c) => c.id === id);
    if (claim) return <HiddenClaimPanel lane={lane} claim={claim} {...props} />;
  }
  for (const lane of retailers) {
    const entry = lane.entries.find((e) => e.listing.id === id);
    if (entry) return <ListingPanel lane={lane} entry={entry} {...props} />;
  }
  return <NoClaimPanel closeHref={props.closeHref} />;
}
