import { expect, type Locator, type Page } from 'playwright/test';

/** The page of a queue, as somebody uses it. */
export class QueuePage {
  readonly page: Page;
  readonly titles: Locator;
  /** What is said to screen readers while one sorts. */
  readonly said: Locator;

  constructor(page: Page) {
    this.page = page;
    this.titles = page.locator('ol.rows > li h2');
    this.said = page.locator('p[aria-live=assertive]');
  }

  row(title: string): Locator {
    return this.page.locator('ol.rows > li').filter({ hasText: title });
  }

  handle(title: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Move “${title}”`) });
  }

  async shows(...titles: string[]): Promise<void> {
    await expect(this.titles).toHaveText(titles);
  }

  async propose(paper: string, pitch = ''): Promise<void> {
    await this.page.getByText('Propose a paper').click();
    await this.page.getByLabel('Paper', { exact: true }).fill(paper);
    await this.page.getByLabel('Why this one?').fill(pitch);
    await this.page.getByRole('button', { name: 'Propose', exact: true }).click();
  }
}
