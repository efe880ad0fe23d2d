import { loadChanges } from "@/app/changes/load";
import type { Instant } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { betweenTable, latestTable } from "@/formats/change-table";
import type { Citable } from "@/formats/citation";
import type { Table } from "@/formats/table";
import type { Params } from "@/formats/view";

/** What a page shows, ready to be taken away. */
export type Exhibit = {
  readonly citable: Citable;
  readonly table: Table;
  /** Rows that the page counts but does not hold. */
  readonly left: number;
  /** What of the address could not be read. */
  readonly problems: readonly string[];
};

type Load = (params: Params, actor: Actor, at: Instant) => Promise<Exhibit>;

/** By the name of the file. Each is loaded by the function that its page uses. */
export const EXHIBITS: Readonly<Record<string, Load>> = {
  changes: async (params, actor, at) => {
    const { reading, found, take, problems } = await loadChanges(params, actor, at);
    const said = [...reading.problems.map((p) => p.message), ...problems];
    return "world" in found
      ? { citable: take.citable, table: betweenTable(found), left: found.left, problems: said }
      : {
          citable: take.citable,
          table: latestTable(found.rows),
          left: found.total - found.rows.length,
          problems: said,
        };
  },
};
