/** What the rules ask of a device. */
export type DeviceFacts = {
  readonly announced: string | null;
  /** How many model numbers are among its aliases. */
  readonly models: number;
};
