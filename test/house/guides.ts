import type { Fault, Source } from './source.ts';

/** npm's own words that look like commands of ours. */
const builtIn = ['ci', 'install'];

/** Commands of `package.json` that neither the README nor CONTRIBUTING names. */
export function unnamedCommands(scripts: readonly string[], guides: readonly Source[]): Fault[] {
  const named = new Set(guides.flatMap((guide) => commandsIn(guide).map(({ name }) => name)));
  return scripts
    .filter((name) => !named.has(name))
    .map((name) => ({ file: 'package.json', line: 1, says: `has the command "${name}", which no guide names` }));
}

/** Commands that a guide or a workflow names and that do not exist. */
export function commandsThatAreNot(scripts: readonly string[], guides: readonly Source[]): Fault[] {
  return guides.flatMap((guide) =>
    commandsIn(guide)
      .filter(({ name }) => !scripts.includes(name))
      .map(({ name, line }) => ({ file: guide.path, line, says: `names npm run ${name}, which package.json has not` })),
  );
}

/** Settings of the environment that the code reads and no guide explains. */
export function unexplainedSettings(code: readonly Source[], guides: readonly Source[]): Fault[] {
  return code.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(/\bSAME_PAGE_[A-Z_]+\b/g)]
          .filter(([name]) => !guides.some((guide) => guide.text.includes(name)))
          .map(([name]) => ({ file: path, line: index + 1, says: `reads ${name}, which no guide explains` })),
      ),
  );
}

/** Files that a guide links to and that are not there. */
export function brokenLinks(guides: readonly Source[], exists: (path: string) => boolean): Fault[] {
  return guides.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      [...line.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !exists(new URL(target, `file:///${path}`).pathname.slice(1)))
        .map((target) => ({ file: path, line: index + 1, says: `links to ${target}, which is not there` })),
    ),
  );
}

function commandsIn({ text }: Source): { readonly name: string; readonly line: number }[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\bnpm (?:run (?:-s |--silent )?([a-z:-]+)|(start|test)\b)/g)]
      .map(([, run, short]) => run ?? short ?? '')
      .filter((name) => !builtIn.includes(name))
      .map((name) => ({ name, line: index + 1 })),
  );
}
