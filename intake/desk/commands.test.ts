import { describe, expect, it } from "vitest";
import { deal, form, NOTHING, TEXT } from "@/intake/testing/desk";
import { read } from "@/intake/testing/dossier";
import { commandsOf } from "./commands";
import { fieldOf } from "./draft";
import { deskOf } from "./drafts";

const kinds = (commands: readonly unknown[]) => (commands as { kind: string }[]).map(({ kind }) => kind);

describe("what was accepted", () => {
  const desk = deskOf(read(TEXT), NOTHING, null);
  const [draft] = desk.drafts;
  const key = draft?.key ?? "";

  it("becomes commands: the unseen report, the article that rests on it, the claim", () => {
    const { commands, owners, problems } = commandsOf(desk, form(desk, [key]));
    expect(problems).toEqual([]);
    expect(owners).toEqual(["up.0", "src", key]);
    expect(commands).toMatchObject([
      { kind: "create-source", publisher: "Bloomberg", seen: false },
      { kind: "create-source", publisher: "The Paper", seen: true, cites: ["bloomberg-20180615-idof-u"] },
      {
        kind: "record-status",
        device: "huawei-mate-10-pro",
        carrier: "att",
        status: "withdrawn",
        effective: "2018-06-14",
        effectiveWords: "Thursday",
        evidence: [{ via: ["bloomberg-20180615-idof-u"], attribution: "unattributed" }],
      },
    ]);
  });

  it("makes the same ids of the same form, and takes a known source for what it is", () => {
    const known = { "src.known": "crn-1", "up.0.source": "bloomberg-2018" };
    const { commands } = commandsOf(desk, form(desk, [key], known));
    expect(kinds(commands)).toEqual(["record-status"]);
    expect(commands[0]).toMatchObject({
      id: `idof-claim ${key}`,
      evidence: [{ source: "crn-1", via: ["bloomberg-2018"] }],
    });
  });

  it("says of an article that cites that it reports the rest by itself, or retells reports that it does not name", () => {
    const alone = commandsOf(desk, form(desk, [key], {}, { [fieldOf(key, "rests")]: [] }));
    expect(alone.commands.at(-1)).toMatchObject({ evidence: [{ via: ["the-paper-20180615-idof-s"] }] });
    const retold = commandsOf(desk, form(desk, [key], {}, { [fieldOf(key, "rests")]: ["not-named"] }));
    expect(retold.commands.at(-1)).toMatchObject({ evidence: [{ via: "not-named" }] });
  });

  it("is nothing until something is accepted", () => {
    const { commands, problems } = commandsOf(desk, form(desk, []));
    expect(commands).toEqual([]);
    expect(problems).toMatchObject([{ field: null, message: /Nothing is accepted/ }]);
  });

  it("keeps each problem at its field", () => {
    const { problems } = commandsOf(
      desk,
      form(desk, [key], { [fieldOf(key, "effective")]: "2018-02-30", "src.publisher": "" }),
    );
    expect(problems.map(({ field }) => field)).toEqual(["src.publisher", fieldOf(key, "effective")]);
  });

  it("counts the version of a deal on for each claim of the list", () => {
    const both = deskOf(
      read("AT&T has dropped its plan to sell the Mate 10 Pro. The unlocked Mate 10 Pro works on AT&T."),
      { ...NOTHING, deals: [{ ...deal, claims: [] }] },
      null,
    );
    const { commands } = commandsOf(
      both,
      form(
        both,
        both.drafts.map((one) => one.key),
      ),
    );
    const claims = commands.filter((one) => (one as { kind: string }).kind === "record-status");
    expect(claims).toMatchObject([{ version: 4 }, { version: 5 }]);
  });

  it("counts the claims of each deal for itself", () => {
    const shared = { ...deal, claims: [] };
    const two = deskOf(
      read("AT&T has dropped its plan to sell the Mate 10 Pro. Verizon has dropped its plan to sell it too."),
      { ...NOTHING, deals: [shared, { ...shared, carrier: "verizon", version: 1 }] },
      null,
    );
    const { commands } = commandsOf(
      two,
      form(
        two,
        two.drafts.map((one) => one.key),
      ),
    );
    const claims = commands.filter((one) => (one as { kind: string }).kind === "record-status");
    expect(claims).toMatchObject([
      { carrier: "att", version: 4 },
      { carrier: "verizon", version: 1 },
    ]);
  });

  it("creates a device that the record lacks, once for all proposals that speak of it", () => {
    const fresh = deskOf(read("Telus and Rogers will sell the HTC One in July."), NOTHING, null);
    const drafts = fresh.drafts.filter(({ newDevice }) => newDevice !== null);
    expect(drafts.map(({ newDevice }) => newDevice)).toEqual([
      { name: "HTC One", maker: "htc" },
      { name: "HTC One", maker: "htc" },
    ]);
    const sent = form(
      fresh,
      drafts.map((one) => one.key),
    );
    for (const { key: at } of drafts) {
      sent.values[fieldOf(at, "new.device.name")] = "HTC One";
      sent.refs[fieldOf(at, "new.device.manufacturer")] = "htc";
    }
    const { commands, problems } = commandsOf(fresh, sent);
    expect(problems).toEqual([]);
    expect(kinds(commands)).toEqual(["create-source", "create-device", "record-status", "record-status"]);
    expect(commands.slice(2)).toMatchObject([{ device: "htc-one" }, { device: "htc-one" }]);
  });
});
