import type { Browser, Page } from 'playwright-core';

const kept = new WeakMap<Browser, Page>();

/** Opens an address in a window of so many pixels, without scripts. The window is the same for all: a site that runs no script and sets no cookie leaves nothing in it. */
export async function openAt<T>(
  browser: Browser,
  address: string,
  width: number,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = kept.get(browser) ?? (await browser.newPage({ javaScriptEnabled: false }));
  kept.set(browser, page);
  await page.goto('about:blank');
  await page.setViewportSize({ width, height: 844 });
  await page.emulateMedia({ media: null });
  await page.mouse.move(0, 0);
  await page.goto(address);
  return work(page);
}

/** Opens every fold of a page. */
export const openFolds = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
