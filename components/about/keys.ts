/**
 * Keys that do something, for those who read about them: shell/find-key.tsx, timeline/lane-keys.tsx, matrix/matrix-keys.tsx,
 * intake/desk-help.ts and review/decide-form.tsx act on them.
 */
export const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["/", "Ctrl K"], does: "Go to the search field." },
  { keys: ["?"], does: "Come here: what keys do." },
  {
    keys: ["["],
    does: "Step to the event before the day looked at; in a report of changes, to the days before.",
  },
  { keys: ["]"], does: "Step to the event after it; in a report of changes, to the days after." },
  {
    keys: ["←", "→"],
    does: "In the chart: to the bar before or after on the same lane. In the matrix: to the next deal.",
  },
  { keys: ["↑", "↓"], does: "In the chart: to the lane above or below. In the matrix: to the next deal." },
  { keys: ["Enter"], does: "Open the claim behind a bar or a cell." },
  { keys: ["Esc"], does: "Close the claim and go back to its bar or cell. In the search: leave it." },
  { keys: ["J", "K"], does: "Beside an article and in review: to the next or the previous proposal." },
  { keys: ["A", "R"], does: "Accept or reject the proposal that has the focus, or that is reviewed." },
  { keys: ["B", "E"], does: "In review: send the proposal back, or change it first." },
];
