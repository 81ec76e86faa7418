/** What the browser tests walk over: the addresses of a site, found by following its own links from its first page. */

/** A page of the site, with all that it points to. */
export interface SitePage {
  readonly address: string;
  readonly html: string;
  /** Addresses of links, images, styles, fonts and scripts, made whole; those of the page itself included, with their fragments. */
  readonly pointsTo: readonly string[];
}

/** Every page that can be reached from a site's first one by links within the site. Throws on a link that leads nowhere. */
export async function everyPage(site: string): Promise<SitePage[]> {
  const pages = new Map<string, SitePage>();
  const ahead = [site];
  for (let address = ahead.pop(); address !== undefined; address = ahead.pop()) {
    if (pages.has(address)) continue;
    const page = await readPage(address);
    pages.set(address, page);
    const inside = page.pointsTo
      .map((to) => to.replace(/#.*/, ''))
      .filter((to) => to.startsWith(site) && to.endsWith('/'));
    ahead.push(...inside.filter((to) => !pages.has(to)));
  }
  return [...pages.values()].sort((one, other) => one.address.localeCompare(other.address));
}

/** Charts for other sites are many and alike, and each stands on a number's own page too: of them, one in so many is looked at. */
const oneEmbedIn = 8;

/** The addresses of every page that can be reached, those of charts for other sites for all of their kind. */
export async function addressesToLookAt(site: string): Promise<string[]> {
  const addresses = (await everyPage(site)).map(({ address }) => address);
  const embeds = addresses.filter((address) => address.startsWith(`${site}embed/`));
  const chosen = new Set(embeds.filter((_, index) => index % oneEmbedIn === 0));
  return addresses.filter((address) => !embeds.includes(address) || chosen.has(address));
}

async function readPage(address: string): Promise<SitePage> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  const html = await response.text();
  const attributes = html.matchAll(/<(?:a|link|img|script|source)\b[^>]*?\s(?:href|src)="([^"]*)"/g);
  const pointsTo = [...attributes].map(([, to = '']) => new URL(to.replaceAll('&amp;', '&'), address).href);
  return { address, html, pointsTo };
}

/** One page of each kind, by a name that suits a file. */
export const kinds = {
  headline: '',
  promises: 'promises/',
  'metric of a share': 'metrics/followed-up-in-time/',
  'metric of money': 'metrics/pipeline-from-inbound/',
  'metric of a ratio': 'metrics/campaign-effectiveness/',
  trends: 'trends/',
  team: 'teams/sales/',
  funnel: 'funnel/',
  pipeline: 'pipeline/',
  partners: 'partners/',
  campaigns: 'campaigns/',
  deals: 'deals/',
  feedback: 'feedback/',
  'other topics': 'customers/',
  review: 'review/',
  changes: 'changes/',
  vocabulary: 'vocabulary/',
  data: 'data/',
  wall: 'wall/',
  embed: 'embed/followed-up-in-time/',
  'not found': '404.html',
} as const;
