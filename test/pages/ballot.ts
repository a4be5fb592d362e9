import { expect, type Locator, type Page } from 'playwright/test';

/** The page of a ballot, as somebody votes on it; with scripts and without. */
export class BallotPage {
  readonly page: Page;
  readonly submit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.submit = page.getByRole('button', { name: /^(Vote|Change my vote)$/ });
  }

  /** What one marks of an option of a ballot that is not by approval. */
  option(title: string): Locator {
    return this.page.getByRole('group', { name: title, exact: true });
  }

  approve(title: string): Promise<void> {
    return this.page.getByRole('checkbox', { name: new RegExp(`^${title}\\b`) }).check();
  }

  async rank(title: string, rank: number): Promise<void> {
    await this.option(title).getByRole('spinbutton', { name: 'Rank' }).fill(String(rank));
  }

  async give(title: string, dots: number): Promise<void> {
    await this.option(title).getByRole('spinbutton', { name: 'Dots' }).fill(String(dots));
  }

  async score(title: string, points: number): Promise<void> {
    await this.option(title)
      .getByRole('radio', { name: String(points), exact: true })
      .check();
  }

  /** Hands the vote in, by the key alone, and waits until it counts. */
  async vote(): Promise<void> {
    await this.submit.focus();
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText('You have voted and can change it')).toBeVisible();
  }

  /** Titles in the order in which this voter sees them. */
  async order(titles: readonly string[]): Promise<string[]> {
    const text = await this.page.locator('fieldset').first().innerText();
    return titles.toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
  }
}
