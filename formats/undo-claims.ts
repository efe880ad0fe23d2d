import type { Id } from "@/domain/claims";
import type { ListingContent, StatementContent, StatusContent } from "./content";
import type { UndoClaim, Undoing } from "./undo-shapes";

/** Takes back what deeds did to claims: each chain of corrections goes back to the newest version that is not theirs. */
export class ClaimsUndone {
  /** Ids of the deeds' commands: what they made, closed or added is ours. */
  readonly ours: ReadonlySet<Id>;
  /** How many commands went to each deal so far. */
  readonly raised = new Map<Id, number>();

  constructor(readonly work: Undoing) {
    this.ours = new Set(work.deeds.map((d) => d.command.id));
  }

  /** Newest chain first, so that what was done last is taken back first. */
  run(): void {
    const place = new Map(this.work.deeds.map((d, i) => [d.command.id, i]));
    const latest = (chain: readonly UndoClaim[]) =>
      Math.max(
        ...chain
          .flatMap((c) => [
            c.command,
            c.closed?.command ?? "",
            ...(c.evidence ?? []).flatMap((e) => [e.command, e.retracted ?? ""]),
          ])
          .map((id) => place.get(id) ?? -1),
      );
    for (const chain of chainsOf(this.work.now.claims).sort((a, b) => latest(b) - latest(a)))
      this.chain(chain);
  }

  /** One claim in all its versions, first to last. */
  chain(chain: readonly UndoClaim[]): void {
    const head = chain.at(-1);
    if (!head) return;
    const mine = chain.flatMap((c) => this.deedsOn(c));
    const retraction = head.closed;
    if (retraction && !this.ours.has(retraction.command)) {
      this.work.leave(mine, `${retraction.person} closed this claim since.`);
      return;
    }
    // Down to the newest version that is not ours: it is what stood before.
    const kept = chain.findLast((c) => !this.ours.has(c.command)) ?? null;
    const place = kept ? chain.indexOf(kept) : -1;
    const below = chain.slice(0, Math.max(place, 0)).flatMap((c) => this.deedsOn(c));
    const buried = below.filter((id) => !this.closedBy(chain.slice(place), id));
    if (kept && buried.length > 0)
      this.work.leave(buried, `${this.authorOf(chain, kept)} changed this claim since.`);
    if (retraction) {
      if (kept) this.again(kept, mine);
      else this.work.gone.push(...mine);
    } else if (kept === head) this.evidence(head);
    else if (kept) this.backTo(head, kept, mine);
    else this.retract(head);
  }

  /** Whether a deed only made or closed versions from here on. */
  closedBy(chain: readonly UndoClaim[], id: Id): boolean {
    return chain.some((c) => c.command === id || c.closed?.command === id);
  }

  authorOf(chain: readonly UndoClaim[], kept: UndoClaim): string {
    const before = chain[chain.indexOf(kept) - 1];
    return before?.closed?.person ?? "Somebody";
  }

  /** Our deeds that made this version, added to it, took evidence from it, or retracted it. */
  deedsOn(claim: UndoClaim): Id[] {
    const ids = [
      claim.command,
      ...(claim.evidence ?? []).flatMap((e) => [e.command, e.retracted ?? ""]),
      claim.closed?.by === "retraction" ? claim.closed.command : "",
    ];
    return [...new Set(ids)].filter((id) => this.ours.has(id));
  }

  /** What this version said without our deeds on its evidence; null: nothing would support it. */
  contentOf(claim: UndoClaim): StatusContent | ListingContent | StatementContent | null {
    if (claim.kind === "statement") return claim.content;
    const evidence = claim.evidence
      .filter((e) => !this.ours.has(e.command) && (e.retracted === null || this.ours.has(e.retracted)))
      .map((e) => e.content);
    return evidence.some((e) => e.stance === "supports") ? { ...claim.content, evidence } : null;
  }

  /** A correction back to what stood before. */
  backTo(head: UndoClaim, kept: UndoClaim, mine: readonly Id[]): void {
    const content = this.contentOf(kept);
    if (!content) {
      this.work.leave(mine, "Nothing would support what stood before.");
      return;
    }
    const id = this.work.idOf(`correct ${head.id}`);
    const common = { kind: `correct-${head.kind}`, id, corrects: head.id, why: this.work.why, ...content };
    this.work.commands.push(head.kind === "status" ? { ...common, version: this.versionOf(head) } : common);
  }

  /** What was retracted is recorded again: a closed claim cannot be corrected. */
  again(kept: UndoClaim, mine: readonly Id[]): void {
    const content = this.contentOf(kept);
    if (!content) {
      this.work.leave(mine, "Nothing would support what stood before.");
      return;
    }
    const common = { kind: `record-${kept.kind}`, id: this.work.idOf(`record ${kept.id}`), ...content };
    if (kept.kind === "status")
      this.work.commands.push({
        ...common,
        device: kept.device.slug,
        carrier: kept.carrier.slug,
        version: this.versionOf(kept),
      });
    else if (kept.kind === "listing")
      this.work.commands.push({
        ...common,
        device: kept.device.slug,
        retailer: kept.retailer.slug,
        market: kept.market,
      });
    else this.work.commands.push(common);
  }

  retract(head: UndoClaim): void {
    const id = this.work.idOf(`retract ${head.id}`);
    const common = { kind: `retract-${head.kind}`, id, why: this.work.why };
    if (head.kind === "status")
      this.work.commands.push({ ...common, claim: head.id, version: this.versionOf(head) });
    else if (head.kind === "listing") this.work.commands.push({ ...common, listing: head.id });
    else this.work.commands.push({ ...common, statement: head.id });
  }

  /** The version stands; only its evidence is ours. */
  evidence(claim: UndoClaim): void {
    if (claim.kind !== "status") return;
    for (const e of claim.evidence) {
      const [added, taken] = [this.ours.has(e.command), e.retracted !== null && this.ours.has(e.retracted)];
      if (added && taken) this.work.gone.push(e.command, e.retracted ?? e.command);
      else if (added && e.retracted !== null) this.work.gone.push(e.command);
      else if (added)
        this.work.commands.push({
          kind: "retract-evidence",
          id: this.work.idOf(`retract ${e.id}`),
          evidence: e.id,
          version: this.versionOf(claim),
          why: this.work.why,
        });
      else if (taken)
        this.work.commands.push({
          kind: "add-evidence",
          id: this.work.idOf(`add ${e.id}`),
          claim: claim.id,
          version: this.versionOf(claim),
          evidence: e.content,
        });
    }
  }

  /** Each command raises the version of its deal by one. */
  versionOf(claim: UndoClaim & { kind: "status" }): number {
    const raised = this.raised.get(claim.deal) ?? 0;
    this.raised.set(claim.deal, raised + 1);
    return claim.version + raised;
  }
}

/** Claims by chain of corrections, each first to last. */
function chainsOf(claims: readonly UndoClaim[]): UndoClaim[][] {
  const next = new Map(claims.flatMap((c) => (c.supersedes ? [[c.supersedes, c] as const] : [])));
  return claims
    .filter((c) => c.supersedes === null)
    .map((root) => {
      const chain = [root];
      for (let at = next.get(root.id); at; at = next.get(at.id)) chain.push(at);
      return chain;
    });
}
