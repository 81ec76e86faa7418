import type { Browser, Page } from 'playwright-core';

/** Opens an address in a window of so many pixels, without scripts and with nothing kept from before, and closes it when the work is done. */
export async function openAt(
  browser: Browser,
  address: string,
  width: number,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await work(page);
  } finally {
    await context.close();
  }
}

/** Opens every fold of a page. */
export const openFolds = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
