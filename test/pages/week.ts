import { expect, type Locator, type Page } from 'playwright/test';

/** The pages on which a group says what happens by itself, as an organiser uses them. */
export class WeekPage {
  readonly page: Page;
  readonly dryRun: Locator;
  readonly happened: Locator;
  private readonly home: string;

  constructor(page: Page, home: string) {
    this.page = page;
    this.home = home;
    this.dryRun = page.getByRole('region', { name: 'What will happen when' });
    this.happened = page.getByRole('region', { name: 'What happened' });
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.home}/meetings/week`);
    await expect(this.page.getByRole('heading', { name: 'What happens by itself' })).toBeVisible();
  }

  /** The fields of one step in the form. */
  step(name: string): Locator {
    return this.page.getByRole('group', { name });
  }

  /** The steps of the next meeting. */
  get next(): Locator {
    return this.page.locator('.meetings section').first().getByRole('listitem');
  }

  async doNow(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: `Now: ${name}` })
      .first()
      .click();
  }

  async undo(name: string): Promise<void> {
    await this.happened.getByRole('button', { name: `Undo: ${name}` }).click();
  }
}
