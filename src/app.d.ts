import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who is signed in; null for a visitor. */
      account: Account | null;
      /** The id in the visitor's cookie, to sign out with. */
      sessionId: string | null;
      /** Whoever is signed in, in each of their groups; looked up once while a page is made. */
      members(): Promise<Member[]>;
      /** The group of this address through whoever is signed in. */
      enter(slug: string): Promise<Member>;
    }
    interface Error {
      message: string;
    }
  }
}
