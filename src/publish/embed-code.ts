/** What puts a chart into a wiki: a line of HTML. `address`: the whole address of `/embed/SLUG/`. `title`: what a screen reader calls the frame. */
export function embedCode(address: string, title: string): string {
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${safe(address)}" title="${safe(title)}" width="100%" height="${embedHeight}" loading="lazy" style="border: 0"></iframe>`;
}

/** High enough for a finding of three lines and its chart, in a column of 320 pixels and up. */
export const embedHeight = 480;

/** The path of a chart that other pages can hold. */
export const embedPath = (slug: string): string => `/embed/${slug}/`;
