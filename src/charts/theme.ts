/** Custom properties by name, such as `--ink`, each with what it stands for. */
export type Theme = Readonly<Record<string, string>>;

export const themes = ['light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];

const dark = /@media[^{]*prefers-color-scheme: dark[^{]*\{\s*:root\s*\{([^}]*)\}/;

/** The custom properties that a style sheet gives its `:root`; in the dark those that it gives there, else the same. */
export function themeIn(css: string, name: ThemeName): Theme {
  const sheet = css.replaceAll(/\/\*.*?\*\//gs, '');
  const light = /:root\s*\{([^}]*)\}/.exec(sheet)?.[1] ?? '';
  const own = name === 'dark' ? (dark.exec(sheet)?.[1] ?? '') : '';
  const given = `${light};${own}`.matchAll(/(--[\w-]+)\s*:\s*([^;]+?)\s*(?=;|$)/g);
  return Object.fromEntries([...given].map(([, property = '', value = '']) => [property, value]));
}
