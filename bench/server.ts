import fs from "node:fs";
import path from "node:path";
import { build } from "@/cli/launcher/build.mjs";
import { freePort } from "@/cli/launcher/ports.mjs";
import { secretsOf } from "@/cli/launcher/secrets.mjs";
import { serve } from "@/cli/launcher/serve.mjs";
import { benchDir, type Cluster, worldDatabase } from "./database";
import type { SizeName } from "./world/size";

/** The product as it is deployed, on a synthetic world. */
export type Running = {
  readonly address: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The name of its database. */
  readonly database: string;
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
};

export async function serveWorld(cluster: Cluster, size: SizeName): Promise<Running> {
  const { ownerUrl, appUrl } = await worldDatabase(cluster, size);
  await build();
  const dataDir = path.join(benchDir(), size.toLowerCase()); // for its log
  fs.mkdirSync(dataDir, { recursive: true });
  const { authSecret } = secretsOf(benchDir());
  for (;;) {
    const port = await freePort();
    const server = await serve({ dataDir, appUrl, authSecret, host: "127.0.0.1", port, dev: false });
    if (server) {
      const { address, ended, stop } = server;
      return { address, ownerUrl, appUrl, database: new URL(appUrl).pathname.slice(1), ended, stop };
    }
  }
}
