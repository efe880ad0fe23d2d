import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lexiconOf } from "@/intake/names/lexicon";
import type { Reading } from "@/intake/proposal";
import { readArticle } from "@/intake/read-article";
import { namesOf, namesOfDossier } from "./lexicons";
import { predictionOf } from "./predictions";

type Label = { readonly id: string; readonly publisher: string; readonly published: string };
type Shares = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
};
type Rate = { readonly rate: number | null; readonly ok: number; readonly n: number };

/** What score.mjs prints; rates are null where there is nothing to count. */
export type Figures = {
  readonly changes: Shares;
  readonly changesWithDate: Shares;
  readonly statements: Shares;
  readonly attribution: Rate;
  readonly upstreamRecall: Rate;
  readonly passage: Rate;
  readonly negativesWithFalseProposal: Rate;
  readonly trapsSprung: Rate;
};

/** The label files of a folder, with their paths. */
const labelsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d-.*\.json$/.test(name))
    .map((name) => path.join(folder, name));

/** The readings of a folder's articles (those of the ids that are wanted), by id. */
export function readFolder(folder: string, wanted: (id: string) => boolean): Map<string, Reading> {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const names = existsSync(path.join(folder, "entities.json")) ? namesOf(folder) : namesOfDossier();
  const lexicon = lexiconOf(names);
  const readings = new Map<string, Reading>();
  for (const file of labelsIn(folder)) {
    const { id, publisher, published } = JSON.parse(readFileSync(file, "utf8")) as Label;
    if (!wanted(id)) continue;
    const outcome = readArticle(
      readFileSync(file.replace(/json$/, "txt"), "utf8"),
      { publisher, published },
      lexicon,
    );
    if (!outcome.ok) throw new Error(`${id}: ${outcome.message}`);
    readings.set(id, outcome.reading);
  }
  return readings;
}

/** Runs the scorer on a folder of labelled articles (those of the ids that are wanted). Gives what it printed. */
export function scored(
  folder: string,
  wanted: (id: string) => boolean,
  args: readonly string[] = [],
): string {
  const readings = readFolder(folder, wanted);
  const scratch = mkdtempSync(path.join(tmpdir(), "intake-"));
  for (const file of labelsIn(folder)) {
    const labels = readFileSync(file, "utf8");
    if (readings.has((JSON.parse(labels) as Label).id))
      writeFileSync(path.join(scratch, path.basename(file)), labels);
  }
  const out = path.join(scratch, "predictions.json");
  const predictions = Object.fromEntries([...readings].map(([id, reading]) => [id, predictionOf(reading)]));
  writeFileSync(out, JSON.stringify(predictions));
  const scorer = path.join(import.meta.dirname, "score.mjs");
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, scratch, out, ...args], {
    encoding: "utf8",
  });
  rmSync(scratch, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The figures of a folder. */
export const scoreOf = (folder: string, wanted: (id: string) => boolean = () => true): Figures =>
  JSON.parse(scored(folder, wanted)) as Figures;
