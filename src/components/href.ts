/// <reference types="astro/client" />
/** The address of a path of the site (`/vocabulary/`) under the base path that it is served from (`/repo/vocabulary/`). */
export function href(path: string): string {
  return under(import.meta.env.BASE_URL, path);
}

/** Joins a base path, with or without a slash at its end, and a path that starts with one. */
export function under(base: string, path: string): string {
  return base.replace(/\/+$/, '') + path;
}
