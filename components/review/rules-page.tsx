import { SmallForm } from "@/components/people/small-form";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { ReviewRule } from "@/domain/review";
import { REASON_WORDS } from "@/domain/words";
import type { EditState } from "@/formats/edit-state";
import type { FormState } from "@/formats/form-state";
import { RuleForm } from "./rule-form";

type Props = {
  rules: readonly ReviewRule[];
  /** Id of the rule that the form may set: sent twice, it is one rule. */
  command: string;
  actions: {
    set: (state: EditState, form: FormData) => Promise<EditState>;
    end: (state: FormState, form: FormData) => Promise<FormState>;
  };
};

const SCOPE_WORDS = {
  everything: "everything",
  manufacturer: "manufacturer",
  carrier: "carrier",
  reason: "reason",
} as const;

const nameOf = (rule: ReviewRule): string => {
  if (rule.scope === "everything") return "Every change";
  return rule.scope === "reason" ? REASON_WORDS[rule.reason] : rule.of.name;
};

/** The rules of review, and a form for one more. */
export function RulesPage({ rules, command, actions }: Props) {
  return (
    <>
      <Section id="rules" title="Rules that hold" count={rules.length}>
        {rules.length === 0 ? (
          <Empty>No rule holds: nothing needs a second person.</Empty>
        ) : (
          <table className="stack rules">
            <thead>
              <tr>
                <th scope="col">What needs a second person</th>
                <th scope="col">Kind</th>
                <th scope="col">
                  <span className="sr-only">End it</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.id}>
                  <th scope="row">{nameOf(rule)}</th>
                  <td data-label="Kind">{SCOPE_WORDS[rule.scope]}</td>
                  <td>
                    <SmallForm
                      action={actions.end}
                      values={{ id: rule.id }}
                      button="End"
                      label={`End the rule on ${nameOf(rule)}`}
                      danger
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Section id="new" title="One more rule">
        <RuleForm action={actions.set} command={command} />
      </Section>
    </>
  );
}
