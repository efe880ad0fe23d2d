import path from "node:path";
import { byFamily } from "./by-family";
import { scored } from "./score-folder";
import { SHORT_NEWS, scoreShort } from "./short";

/**
 * `npm run bench:intake [-- FOLDER …] [--verbose]`: reads labelled articles and prints the scorer's figures. A folder has
 * NN-name.txt with NN-name.json, and the names in entities.json, else those of the dossier. INTAKE_ARTICLES names a folder
 * too. Default: the project's own. `--families` adds how the families of rules did, over all of them.
 */
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const given = process.env.INTAKE_ARTICLES ? [process.env.INTAKE_ARTICLES] : [];
const own = [
  "articles",
  "own",
  "held",
  "news-1",
  "news-2",
  "news-3",
  "news-4",
  "news-5",
  "news-6",
  "kept",
  "kept-2",
].map((name) => path.join(import.meta.dirname, name));
const verbose = process.argv.includes("--verbose") ? ["--verbose"] : [];

const folders = asked.length + given.length > 0 ? [...asked, ...given] : own;
for (const folder of folders) {
  const began = performance.now();
  const figures = scored(folder, () => true, verbose);
  console.log(`\n${folder} (${Math.round(performance.now() - began)} ms)\n${figures}`);
}

if (folders === own) {
  const { wrong, ...figures } = scoreShort(SHORT_NEWS);
  console.log(`\n${SHORT_NEWS}\n${JSON.stringify(figures, null, 2)}`);
  if (verbose.length > 0) console.log(wrong.join("\n"));
}

if (process.argv.includes("--families")) console.table(byFamily(folders));
