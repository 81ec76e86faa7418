import { defineConfig } from 'astro/config';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** Where a build goes and the path and address that it is served under come from the command that starts it. */
export default defineConfig({
  output: 'static',
  srcDir: './src',
  publicDir: './src/public',
  trailingSlash: 'always',
  build: { format: 'directory' },
  devToolbar: { enabled: false },
});
