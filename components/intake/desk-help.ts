import type { ChangeEvent, KeyboardEvent } from "react";

/**
 * What script adds to the desk. All of it only presses buttons that stand there, so that the form means the same without.
 */

const card = (target: EventTarget | null) =>
  (target as Element | null)?.closest<HTMLElement>(".pcard") ?? null;
const button = (of: HTMLElement, value: "accept" | "reject") =>
  of.querySelector<HTMLInputElement>(`.act input[value="${value}"]`);
const isDecided = (of: HTMLElement) => of.querySelector(".act input:checked") !== null;

/** How many proposals are accepted. */
export const countAccepted = (form: HTMLFormElement): number =>
  form.querySelectorAll('.act input[value="accept"]:checked').length;

/** Who changes a proposal or answers its question wants it; the same question elsewhere gets the same answer. */
export function followChange({ target }: ChangeEvent<HTMLFormElement>): void {
  const of = card(target);
  if (!of || target.closest(".act")) return;
  accept(of);
  if (!target.matches(".intake-ask input")) return;
  const question = target.closest(".intake-ask")?.querySelector("legend")?.textContent;
  for (const other of document.querySelectorAll<HTMLElement>(".intake-ask")) {
    const same = other.querySelector("legend")?.textContent === question;
    const answer = [...other.querySelectorAll<HTMLInputElement>("input")].find(
      (one) => one.value === target.value,
    );
    if (!same || !answer || other.querySelector("input:checked")) continue;
    answer.checked = true;
    const asking = card(other);
    if (asking) accept(asking);
  }
}

function accept(of: HTMLElement): void {
  const yes = button(of, "accept");
  if (yes && !isDecided(of)) yes.checked = true;
}

/** J and K go from proposal to proposal, A and R decide about the one that has the focus. */
export function followKey(event: KeyboardEvent<HTMLFormElement>): void {
  const at = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (at.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return;
  const of = card(at);
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(".pcard:has(.act input)")];
    const next = of ? all[all.indexOf(of) + (key === "j" ? 1 : -1)] : all[0];
    const decided = next?.querySelector<HTMLInputElement>(".act input:checked");
    (decided ?? (next && button(next, "accept")))?.focus();
    next?.scrollIntoView({ block: "nearest" });
  } else if ((key === "a" || key === "r") && of) {
    button(of, key === "a" ? "accept" : "reject")?.click();
  } else return;
  event.preventDefault();
}
