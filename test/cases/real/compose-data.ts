/** The data folder of a company of real data: what all of them agree on alike, and what each says differently. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** Keys and what stands under them, as YAML has them; or, of a file such as the funnel, a list. */
type Spoken = Readonly<Record<string, unknown>> | readonly unknown[];

const common = import.meta.dirname;

/**
 * Writes a data folder that the product reads: the common agreement, in which a company's own words take the place of the common ones (of a file
 * key by key, of a metric key by key too), the metrics one file each, and the company's sources. A key with nothing behind it is taken away.
 */
export async function composeData(own: string, out: string): Promise<void> {
  await cp(join(own, 'sources'), join(out, 'sources'), { recursive: true });
  for (const folder of ['metrics', 'slas']) await mkdir(join(out, 'agreement', folder), { recursive: true });
  for (const name of await readdir(join(common, 'agreement'))) {
    const file = join('agreement', name);
    await write(join(out, file), instead(await read(join(common, file)), await read(join(own, file))));
  }
  const metrics = await read(join(common, 'metrics.yml'));
  const differently = await read(join(own, 'metrics.yml'));
  for (const [slug, metric] of Object.entries(instead(metrics, differently, instead))) {
    const folder = 'promised by' in (metric as Spoken) ? 'slas' : 'metrics';
    await write(join(out, 'agreement', folder, `${slug}.yml`), metric as Spoken);
  }
}

/** What is said, with what is said differently in its place. */
function instead(said: Spoken, differently: Spoken, within?: typeof instead): Spoken {
  if (Array.isArray(said) || Array.isArray(differently))
    return Object.keys(differently).length > 0 ? differently : said;
  const keys = [...new Set([...Object.keys(said), ...Object.keys(differently)])];
  const [ours, theirs] = [said, differently] as readonly Readonly<Record<string, unknown>>[];
  const entries = keys.map((key) => {
    const [before, now] = [ours?.[key], theirs?.[key]];
    if (now === undefined) return [key, before] as const;
    return [key, within && before && now ? within(before as Spoken, now as Spoken) : now] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

async function read(file: string): Promise<Spoken> {
  return existsSync(file) ? ((parse(await readFile(file, 'utf8')) as Spoken | null) ?? {}) : {};
}

async function write(file: string, said: Spoken): Promise<void> {
  await writeFile(file, stringify(said, { lineWidth: 0 }));
}
