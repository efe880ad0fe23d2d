import path from "node:path";

/** @type {import("next").NextConfig} */
export default {
  // A second build (tests, another checkout of the launcher) may live beside the first.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `forbidden()` answers 403 with app/forbidden.tsx.
  experimental: { authInterrupts: true },
  // `npm test` checks types, tests included; a build does not do it again.
  typescript: { ignoreBuildErrors: true },
  // Headers, CSP nonces, time-outs and body limits are set by server/http.ts, in front of Next.
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "pino", "@resvg/resvg-js"],
  turbopack: { root: path.resolve(import.meta.dirname) },
};
