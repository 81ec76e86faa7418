import { defineConfig } from 'astro/config';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const { SAME_PAGE_OUT, SAME_PAGE_BASE, SAME_PAGE_SITE } = process.env;

/** What a build is about (where it goes, the path it is served under, its address) comes from the command that starts it. */
export default defineConfig({
  output: 'static',
  srcDir: './src',
  publicDir: './src/public',
  outDir: SAME_PAGE_OUT || './dist',
  base: SAME_PAGE_BASE || '/',
  ...(SAME_PAGE_SITE ? { site: SAME_PAGE_SITE } : {}),
  trailingSlash: 'always',
  build: { format: 'directory' },
  devToolbar: { enabled: false },
});
