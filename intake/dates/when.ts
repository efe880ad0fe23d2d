/** What a date expression says, before it is counted from the day of publication. Months 1 to 12, weekdays 1 (Monday) to 7. */
export type When =
  | { readonly kind: "day"; readonly year?: number; readonly month: number; readonly day: number }
  | { readonly kind: "month-day"; readonly day: number; readonly weekday?: number }
  | {
      readonly kind: "month";
      readonly year?: number;
      readonly month: number;
      readonly part?: MonthPart;
      readonly turn?: Turn;
    }
  | { readonly kind: "weekday"; readonly weekday: number; readonly turn?: Turn }
  | { readonly kind: "days"; readonly from: number; readonly to: number }
  | { readonly kind: "week"; readonly turn: Turn; readonly half?: "earlier" | "later" }
  | {
      readonly kind: "this-month";
      readonly turn: Turn;
      readonly half?: "earlier" | "later";
      readonly part?: MonthPart;
    }
  | {
      readonly kind: "this-year";
      readonly turn: Turn;
      readonly half?: "earlier" | "later";
      readonly months?: readonly [number, number];
    }
  | {
      readonly kind: "months";
      readonly year?: number;
      readonly first: number;
      readonly last: number;
      readonly turn?: Turn;
    }
  | { readonly kind: "year"; readonly year: number; readonly months?: readonly [number, number] }
  | {
      readonly kind: "ago";
      readonly unit: "day" | "week" | "month" | "year";
      readonly count: number;
      readonly ahead: boolean;
    };

export type Turn = "last" | "this" | "next";
export type MonthPart = "early" | "mid" | "late" | "first-week" | "end";

/** Tokens `from` up to, not including, `to`, and what they say. */
export type FoundWhen = { readonly from: number; readonly to: number; readonly when: When };
