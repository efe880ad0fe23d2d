import type { IntakeState } from "@/components/intake/state";
import { dayOf } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { freshEdit } from "@/formats/edit-state";
import { type Problem, valuesOf } from "@/formats/form-state";
import { type Desk, fieldOf, isClear, MAX_OWN, sourceField } from "@/intake/desk/draft";
import { decisionOf } from "@/intake/desk/form-reader";
import { findPassage, ownField } from "@/intake/desk/own-drafts";
import { MAX_CHARACTERS } from "@/intake/text/clean";
import { givenOf, sentArticle } from "./article";
import { defaultsOf, layOut } from "./lay-out";
import { type Answered, save } from "./save";

/** The first form: reads the text that was pasted or sent as a file. What is wrong stands at its field, the text stays. */
export async function readIt(form: FormData): Promise<IntakeState> {
  const sent = valuesOf(form);
  const { text: _, ...values } = sent;
  const article = await sentArticle(form);
  const given = givenOf(values, article);
  const typed = { ...values, publisher: given.publisher ?? "", url: given.url ?? "" };
  const back = (field: string, message: string): IntakeState => ({
    ...freshEdit(typed),
    text: article.text.slice(0, MAX_CHARACTERS),
    desk: null,
    problems: [{ field, message }],
  });
  const day = values.published?.trim() ?? "";
  if (day !== "" && dayOf(day) === null)
    return back("published", `Write the day as 2018-01-30; “${day.slice(0, 40)}” is none.`);
  const laid = await layOut(article.text, given, {});
  if (!laid.ok) return back(/publish/.test(laid.message) ? "published" : "text", laid.message);
  const { values: fields, checks } = defaultsOf(laid.desk);
  const author = laid.desk.source.author || article.author || (values.author ?? "");
  return {
    ...freshEdit(
      {
        command: values.command ?? "",
        "given.publisher": given.publisher ?? "",
        "given.published": given.published ?? "",
        "given.url": given.url ?? "",
        ...fields,
        [sourceField("author")]: author,
      },
      checks,
    ),
    text: article.text,
    desk: laid.desk,
  };
}

/** What an action is called with comes from outside: of the state before only the text is taken, and only if it is one. */
const textOfState = (previous: IntakeState): string =>
  typeof previous?.text === "string" ? previous.text.slice(0, MAX_CHARACTERS) : "";

/** Back to the first form, with the text and what was given with it. */
export function pasteAgain(previous: IntakeState, form: FormData): IntakeState {
  const values = valuesOf(form);
  const given = (name: string) => values[`given.${name}`] ?? "";
  const kept = {
    command: values.command ?? "",
    publisher: given("publisher"),
    published: given("published"),
    url: given("url"),
  };
  return { ...freshEdit(kept), text: textOfState(previous), desk: null };
}

/** The second form: what the editor did with the proposals. The text is read again, so that nothing but it decides. */
export async function answerDesk(actor: Actor, previous: IntakeState, form: FormData): Promise<Answered> {
  const text = textOfState(previous);
  const values: Record<string, string> = valuesOf(form);
  const checks = Object.fromEntries(
    [...new Set(form.keys())]
      .filter((n) => /\.(?:reasons|rests)$/.test(n))
      .map((n) => [n, form.getAll(n).map(String)]),
  );
  const intent = values.intent ?? "";
  const problems: Problem[] = [];
  if (intent === "add") problems.push(...addOwn(text, values));
  const given = {
    publisher: values["given.publisher"] || null,
    published: dayOf(values["given.published"] ?? ""),
    url: values["given.url"] || null,
  };
  const laid = await layOut(text, given, values);
  if (!laid.ok)
    return {
      state: { ...freshEdit(values), text, desk: null, problems: [{ field: null, message: laid.message }] },
    };
  const { desk } = laid;
  const state: IntakeState = { ...freshEdit(withOwnDefaults(desk, values), checks), text, desk, problems };
  if (intent === "accept-clear" || intent === "reject-all") return { state: decided(state, desk, intent) };
  if (intent !== "save" && intent !== "propose") return { state };
  return save(actor, state, desk, intent === "propose");
}

/** A passage of the editor's own becomes a proposal with empty fields. */
function addOwn(text: string, values: Record<string, string>): Problem[] {
  const place = findPassage(text, values["add.passage"] ?? "");
  if (!place)
    return [{ field: "add.passage", message: "These words do not stand in the text. Copy them from it." }];
  const row = Array.from({ length: MAX_OWN }, (_, n) => n).find((n) => !values[ownField(n, "start")]);
  if (row === undefined)
    return [
      {
        field: "add.passage",
        message: `At most ${MAX_OWN} passages can be added at once. Save these first.`,
      },
    ];
  values[ownField(row, "start")] = String(place.start);
  values[ownField(row, "end")] = String(place.end);
  values[fieldOf(`own-${row}`, "decision")] = "accept";
  values["add.passage"] = "";
  return [];
}

function withOwnDefaults(desk: Desk, values: Record<string, string>): Record<string, string> {
  const own = desk.drafts.filter(({ group }) => group === "own");
  const { values: defaults } = defaultsOf({ ...desk, drafts: own });
  const fields = Object.entries(defaults).filter(([name]) => name.startsWith("p."));
  return { ...Object.fromEntries(fields), ...values };
}

/** "Accept all without questions", "Reject all", for those who have no script. What was decided stays. */
function decided(state: IntakeState, desk: Desk, intent: string): IntakeState {
  const values = { ...state.values };
  for (const draft of desk.drafts) {
    if (decisionOf({ values }, draft.key) !== null && intent === "accept-clear") continue;
    if (intent === "reject-all") values[fieldOf(draft.key, "decision")] = "reject";
    else if (isClear(draft)) values[fieldOf(draft.key, "decision")] = "accept";
  }
  return { ...state, values };
}
