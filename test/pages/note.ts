import { expect, type Locator, type Page } from 'playwright/test';

/** The page of a note, as somebody uses it. */
export class NotePage {
  readonly page: Page;
  readonly text: Locator;
  readonly rendered: Locator;
  readonly status: Locator;
  readonly readers: Locator;
  /** The names at the carets of the others. */
  readonly carets: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: 'Text of the note' });
    this.rendered = page.getByRole('region', { name: 'As it reads' });
    this.status = page.locator('.status .words');
    this.readers = page.getByRole('list', { name: 'Who is here' });
    this.carets = page.locator('.caret-name');
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.text).toBeVisible();
  }

  /** Types at the end of the text. */
  async append(text: string): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.type(text);
  }

  /** Types in a line of its own below the title. */
  async writeBelowTitle(text: string): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(`\n\n${text}`);
  }

  async saved(): Promise<void> {
    await expect(this.status).toHaveText('Saved');
  }

  /** Chooses from the note's menu. */
  async choose(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Note', exact: true }).click();
    await this.page.getByRole('button', { name: entry, exact: true }).click();
  }
}
