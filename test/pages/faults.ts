import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const asked = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of these, what depends on colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What keeps somebody from reading or using a page as it is, by all that is asked of pages or of their colours alone. */
export async function faultsOf(page: Page, which: 'all' | 'of colours' = 'all'): Promise<string[]> {
  // Our pages have no frames. To look into these, axe would open a page of its own beside each.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (which === 'all' ? axe.withTags(asked) : axe.withRules(ofColours)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`)
  );
}

/** The same in light and in dark, where only colours may be at fault that were not before. */
export async function faultsOfBoth(page: Page): Promise<string[]> {
  await wear(page, 'light');
  const inLight = await faultsOf(page);
  await wear(page, 'dark');
  return [...inLight, ...(await faultsOf(page, 'of colours'))];
}

/** Puts a page into light or dark, and past the fading of one colour into the other. */
async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  });
}
