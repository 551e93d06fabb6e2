import locales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Built into build/web, which the server embeds.  In development, /api goes to a running `digue serve`.
export default defineConfig({
  plugins: [{ ...locales.vite({ locales: ["fr-FR", "en-US"] }), enforce: "pre" }, react()],
  build: {
    outDir: "../build/web",
    emptyOutDir: true,
    target: "es2022",
    // Everything comes as a file of its own: the content security policy allows no data: font or script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    port: 5173,
    proxy: { "/api": process.env["DIGUE_SERVER"] ?? "http://127.0.0.1:8080" },
  },
});
