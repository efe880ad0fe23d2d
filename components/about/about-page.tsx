import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import { Legend } from "@/components/timeline/legend";
import { Section } from "@/components/ui/section";
import { ATTRIBUTIONS, CERTAINTIES, STATUSES } from "@/domain/status";
import {
  ATTRIBUTION_WORDS,
  CERTAINTY_WORDS,
  DISPUTED_MEANING,
  STALE_MEANING,
  STATUS_WORDS,
  TIME_WORDS,
} from "@/domain/words";
import { KeySwitch } from "./key-switch";
import { KEYS } from "./keys";
import { Meanings } from "./meanings";

const TIMES = ["on", "known", "record"] as const;

/** What the words, marks and keys mean, for somebody who sees them for the first time. */
export function AboutPage() {
  return (
    <div className="wrap prose">
      <Section id="statuses" title="Statuses">
        <p>
          A deal is one device at one carrier. It exists once, also when nothing came of it, and takes one
          status after another; each lasts until the next one begins. Before the first claim there is no
          status: nothing known is neither a no nor a withdrawal.
        </p>
        <Meanings
          head={["Status", "What it says"]}
          rows={STATUSES.map((s) => [s, <StatusWord key={s} status={s} />, STATUS_WORDS[s].meaning])}
        />
        <p>
          A plan has a target: when sale was to begin. A plan that slips is a new plan with a later target;
          the chart keeps both.
        </p>
      </Section>
      <Section id="chart" title="The chart of a device">
        <p>
          Each carrier has a lane. A full bar is certain. Where a start is known only to lie between two days,
          the bar rises from the earliest to the latest. Plans are hollow. Marks below a lane are statements;
          flags across all lanes are acts of governments and regulators. The axis ends soon after the last
          event, and what follows is not to scale. The table under the chart says the same in words.
        </p>
        <Legend used={new Set(STATUSES)} />
      </Section>
      <Section id="certainty" title="How certainty is computed">
        <p>
          Nobody types a certainty in. It follows from the evidence of a claim: who is speaking, and how many
          independent origins there are. An origin is where the chain of “according to” ends. Ten articles
          that retell one report are ten articles, but one origin; one publisher counts once.
        </p>
        <Meanings
          head={["Certainty", "When, first match wins"]}
          rows={CERTAINTIES.map((c) => [
            c,
            <CertaintyMeter key={c} certainty={c} />,
            CERTAINTY_WORDS[c].meaning,
          ])}
        />
        <p>
          <b>Disputed</b> is a mark beside it: {lower(DISPUTED_MEANING)} <b>Stale</b> is another:{" "}
          {lower(STALE_MEANING)}
        </p>
        <Meanings
          head={["Attribution", "Who stands behind a piece of evidence"]}
          rows={ATTRIBUTIONS.map((a) => [a, ATTRIBUTION_WORDS[a].word, ATTRIBUTION_WORDS[a].meaning])}
        />
      </Section>
      <Section id="times" title="Three times">
        <p>
          Nothing is overwritten. Every claim has three times, so three questions can be asked of every page
          that shows a status, in the bar at its top or in its address.
        </p>
        <Meanings
          head={["Time", "What it is", "The question", "In the address"]}
          rows={TIMES.map((t) => {
            const { word, meaning, question, example } = TIME_WORDS[t];
            return [t, word, meaning, question, <code key={t}>{`?${t}=${example}`}</code>];
          })}
        />
        <p>
          Editors have two verbs. To <b>record</b> is to say that the world changed. To <b>correct</b> is to
          say that what we had was wrong: the old claim is closed, with who and why, and stays in the record.
        </p>
      </Section>
      <Section id="dates" title="Dates">
        <p>
          A date is as exact as its source, and never a guessed day: “30 Jan 2018”, “Jan 2018”, “between 8 and
          9 Jan 2018”, “by 30 Jan 2018”, “about Jan 2018”. What is stored is EDTF (ISO 8601-2), with the
          earliest and the latest day that it allows. Days are calendar days without a zone.
        </p>
      </Section>
      <Section id="keyboard" title="Keyboard">
        <Meanings
          head={["Keys", "What they do"]}
          rows={KEYS.map(({ keys, does }) => [
            keys.join(),
            <span key={does}>
              {keys.map((key, i) => (
                <span key={key}>
                  {i > 0 && " or "}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </span>,
            does,
          ])}
        />
        <KeySwitch />
      </Section>
    </div>
  );
}

/** Goes on after a colon. */
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
