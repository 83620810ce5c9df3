import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { shrink } from "./build/shrink";

const SERVER = process.env["TANDEM_SERVER"] ?? "http://127.0.0.1:8080";
const OUT = "dist/app";

export default defineConfig({
  plugins: [react(), shrink(OUT)],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    // The content policy allows no `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": SERVER } },
  // As the server serves it, so that what the content policy forbids is seen here too.
  preview: {
    proxy: { "/api": SERVER },
    headers: { "Content-Security-Policy": "default-src 'self'" },
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
});
