/**
 * What the launcher tells the person in front of it.
 *
 * A `Stop` carries a sentence for people and ends the command without a stack trace; every other error is a surprise
 * and is shown whole.
 */
export class Stop extends Error {}

export const say = (text) => console.log(text);

/**
 * Runs one named step and says when it begins and how long it took.
 * @template T
 * @param {string} name what is being done, for people: "Installing packages"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now();
  say(`- ${name} …`);
  const result = await work();
  const seconds = (Date.now() - began) / 1000;
  if (seconds >= 0.5) say(`  done in ${seconds.toFixed(1)} s`);
  return result;
}

/** Ends the process over an error: a sentence for a `Stop`, everything for a surprise. */
export function explain(error) {
  console.error(error instanceof Stop ? `\n${error.message}` : error);
}
