import { expect, type Locator, type Page } from 'playwright/test';

/** The page of a meeting, as somebody uses it during the hour. */
export class MeetingPage {
  readonly page: Page;
  readonly timer: Locator;
  readonly agenda: Locator;

  constructor(page: Page) {
    this.page = page;
    this.timer = page.getByRole('timer');
    this.agenda = page.getByRole('region', { name: /Agenda|Discussed/ });
  }

  item(title: string): Locator {
    return this.agenda.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  /** The seconds that are left of the item under way, as the page says it. */
  async left(): Promise<number> {
    await expect(this.timer).toContainText('left');
    const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await this.timer.innerText())!;
    return Number(minutes) * 60 + Number(seconds);
  }

  /** Goes on to the page on which the meeting is closed. */
  async beginClosing(): Promise<void> {
    await this.page.getByRole('link', { name: 'Close the meeting…' }).first().click();
    await expect(this.page.getByRole('heading', { name: 'Close the meeting' })).toBeVisible();
  }

  async fate(title: string, fate: string): Promise<void> {
    await this.page.getByRole('group', { name: title }).getByRole('radio', { name: fate }).check();
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close the meeting' }).click();
    await expect(this.page.getByText(/^Closed/)).toBeVisible();
  }
}
