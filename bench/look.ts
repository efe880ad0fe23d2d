import { explain, say } from "@/cli/launcher/say.mjs";
import { sizeOption, withCluster } from "./database";
import { serveWorld } from "./server";

/** `npm run bench:look -- --size S|M`: the product on a synthetic world, until Ctrl-C. */

try {
  const size = sizeOption(process.argv.slice(2));
  await withCluster(async (cluster) => {
    const server = await serveWorld(cluster, size);
    say(`A world of size ${size}: ${server.address}`);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => void server.stop());
    await server.ended;
  });
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
