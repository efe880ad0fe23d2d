// Scores article-intake proposals against gold labels. No dependencies.
//   node score.mjs <gold.json | folder of NN-*.json> <predictions.json> [--verbose]
// predictions.json: { "<article id>": { "changes": [...], "statements": [...] }, ... }  (see README.md)
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const [goldPath, predPath, flag] = process.argv.slice(2);
if (!goldPath || !predPath) {
  console.error("usage: score.mjs <gold> <predictions.json> [--verbose]");
  process.exit(2);
}
const read = (p) => JSON.parse(readFileSync(p, "utf8"));
const articles = statSync(goldPath).isDirectory()
  ? readdirSync(goldPath)
      .filter((f) => /^\d\d-.*\.json$/.test(f))
      .sort()
      .map((f) => read(join(goldPath, f)))
  : read(goldPath).articles;
const preds = read(predPath);

const target = (c) => (c.retailer ? `r:${c.retailer}` : c.carrier);
const key = (c) => [c.device, target(c), c.status].join("|");
const norm = (s) =>
  (s ?? "")
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
const one = (v, alt) => [v, ...(alt ?? [])];
const fits = (g, p) =>
  one(g.device, g.deviceAlt).includes(p.device) &&
  [target(g), ...(g.targetAlt ?? [])].includes(target(p)) &&
  one(g.status, g.statusAlt).includes(p.status);
const SPAN = {
  21: [3, 5],
  22: [6, 9],
  23: [9, 11],
  24: [12, 12],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
};
// same month; a gold year asks only for the year; seasons (21-24) and quarters (33-36) take any month inside
function sameMonth(golds, pred) {
  if (!pred) return false;
  const p = pred.replace(/[~?%]/g, "");
  return golds.some((raw) => {
    const g = raw.replace(/[~?%]/g, "");
    if (g.length === 4) return p.slice(0, 4) === g;
    const sub = Number(g.slice(5, 7));
    if (SPAN[sub]) {
      if (p.slice(0, 7) === g) return true;
      const m = Number(p.slice(5, 7));
      return p.slice(0, 4) === g.slice(0, 4) && m >= SPAN[sub][0] && m <= SPAN[sub][1];
    }
    return p.slice(0, 7) === g.slice(0, 7);
  });
}
const prf = (tp, fp, fn) => {
  const p = tp + fp ? tp / (tp + fp) : 1,
    r = tp + fn ? tp / (tp + fn) : 1;
  return { precision: p, recall: r, f1: p + r ? (2 * p * r) / (p + r) : 0, tp, fp, fn };
};
const rate = (a) => ({ rate: a.n ? a.ok / a.n : null, ok: a.ok, n: a.n });
const acc = () => ({ ok: 0, n: 0 });
let tp = 0,
  fp = 0,
  fn = 0,
  dtp = 0,
  traps = 0,
  trapTotal = 0,
  mainHit = 0,
  mainAll = 0,
  negWithFp = 0,
  neg = 0;
const date = acc(),
  expected = acc(),
  attr = acc(),
  upRec = acc(),
  upPrec = acc(),
  passage = acc(),
  excl = acc(),
  quote = acc();
let stp = 0,
  sfp = 0,
  sfn = 0;
const perStatus = {},
  log = [];

for (const a of articles) {
  const pred = preds[a.id] ?? { changes: [], statements: [] };
  const seen = new Set();
  const rest = (pred.changes ?? []).filter((c) => !seen.has(key(c)) && seen.add(key(c)));
  const matched = [];
  for (const exact of [true, false])
    for (const g of a.changes) {
      if (matched.some((m) => m.g === g)) continue;
      const i = rest.findIndex((p) => (exact ? key(p) === key(g) : fits(g, p)));
      if (i >= 0) matched.push({ g, p: rest.splice(i, 1)[0] });
    }
  let articleFp = 0;
  for (const p of rest) {
    if (a.changes.some((g) => fits(g, p)) || (a.optional ?? []).some((o) => key(o) === key(p))) continue; // neither good nor bad
    fp++;
    articleFp++;
    const trap = (a.traps ?? []).find((t) => key(t) === key(p));
    if (trap) traps++;
    log.push(`${a.id}  FALSE  ${key(p)}${trap ? `  TRAP: ${trap.why}` : ""}`);
  }
  trapTotal += (a.traps ?? []).length;
  if (a.negative) {
    neg++;
    if (articleFp) negWithFp++;
  }
  for (const g of a.changes) {
    const m = matched.find((x) => x.g === g);
    perStatus[g.status] ??= { found: 0, gold: 0 };
    const s = perStatus[g.status];
    s.gold++;
    if (g.salience === "main") mainAll++;
    if (!m) {
      fn++;
      log.push(`${a.id}  MISSED ${key(g)} (${g.salience})`);
      continue;
    }
    tp++;
    s.found++;
    if (g.salience === "main") mainHit++;
    let dateOk = true;
    if (g.effective) {
      date.n++;
      dateOk = sameMonth(one(g.effective, g.effectiveAlt), m.p.effective);
      if (dateOk) date.ok++;
      else log.push(`${a.id}  DATE   ${key(g)} gold ${g.effective} got ${m.p.effective ?? "none"}`);
    }
    if (dateOk) dtp++;
    if (g.expected) {
      expected.n++;
      if (sameMonth(one(g.expected, g.expectedAlt), m.p.expected)) expected.ok++;
    }
    attr.n++;
    if (one(g.attribution, g.attributionAlt).includes(m.p.attribution)) attr.ok++;
    else log.push(`${a.id}  ATTR   ${key(g)} gold ${g.attribution} got ${m.p.attribution ?? "none"}`);
    const names = [...(g.upstream ?? []), ...(g.upstreamAlt ?? [])].map(norm);
    const got = (m.p.upstream ?? []).map(norm);
    const same = (x, y) => x === y || x.replace(/^the /, "") === y.replace(/^the /, "");
    if ((g.upstream ?? []).length) {
      upRec.n++;
      if (got.some((x) => names.some((y) => same(x, y)))) upRec.ok++;
    }
    for (const x of got) {
      upPrec.n++;
      if (names.some((y) => same(x, y))) upPrec.ok++;
    }
    const wanted = [g.passage ?? g.anchor, ...(g.passageAlt ?? [])].filter(Boolean).map(norm);
    if (wanted.length) {
      passage.n++;
      const have = norm(m.p.passage);
      if (have && wanted.some((w) => have.includes(w) || (g.passage && w.includes(have) && have.length > 20)))
        passage.ok++;
    }
    excl.n++;
    if (!!g.exclusive === !!m.p.exclusive) excl.ok++;
  }
  // statements
  const sRest = [...(pred.statements ?? [])];
  for (const g of (a.statements ?? []).filter((s) => !s.optional)) {
    const i = sRest.findIndex((p) => p.org === g.org && one(g.stance, g.stanceAlt).includes(p.stance));
    if (i < 0) {
      sfn++;
      log.push(`${a.id}  STMT-  ${g.org} ${g.stance}`);
      continue;
    }
    const p = sRest.splice(i, 1)[0];
    stp++;
    if (g.quote) {
      quote.n++;
      const x = norm(p.quote).replace(/^["']|["'.,]+$/g, ""),
        y = norm(g.quote).replace(/["'.,]+$/g, "");
      if (x && (x.includes(y) || y.includes(x))) quote.ok++;
    }
  }
  for (const p of sRest)
    if (
      !(a.statements ?? []).some(
        (g) => p.org === g.org && (g.optional || one(g.stance, g.stanceAlt).includes(p.stance)),
      )
    ) {
      sfp++;
      log.push(`${a.id}  STMT+  ${p.org} ${p.stance}`);
    }
}

const out = {
  articles: articles.length,
  changes: prf(tp, fp, fn),
  changesWithDate: prf(dtp, fp + (tp - dtp), fn + (tp - dtp)),
  mainRecall: rate({ ok: mainHit, n: mainAll }),
  recallByStatus: Object.fromEntries(
    Object.entries(perStatus).map(([k, v]) => [k, rate({ ok: v.found, n: v.gold })]),
  ),
  dateSameMonth: rate(date),
  expectedSameMonth: rate(expected),
  attribution: rate(attr),
  upstreamRecall: rate(upRec),
  upstreamPrecision: rate(upPrec),
  passage: rate(passage),
  exclusiveFlag: rate(excl),
  statements: prf(stp, sfp, sfn),
  quoteFound: rate(quote),
  negativesWithFalseProposal: rate({ ok: negWithFp, n: neg }),
  trapsSprung: rate({ ok: traps, n: trapTotal }),
};
console.log(JSON.stringify(out, (_k, v) => (typeof v === "number" ? Math.round(v * 1000) / 1000 : v), 2));
if (flag === "--verbose") console.log(log.join("\n"));
