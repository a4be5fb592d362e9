import type { Account } from '#accounts/accounts.ts';
import { NotFound } from '../failures.ts';

/** An operator runs the installation; everybody else just has an account here. */
export const standings = ['operator', 'account'] as const;
export type Standing = (typeof standings)[number];

const operators: readonly Standing[] = ['operator'];
const everyone: readonly Standing[] = standings;

/** Who may do what with the installation, in the shape of the groups' table. */
export const installationPermissions = {
  'installation.read': operators,
  'installation.audit': operators,
  'installation.operators': operators,
  'installation.feed': operators,
  'installation.users': operators,
  'installation.groups': operators,
  'installation.mail': operators,
  'installation.jobs': operators,
  'installation.storage': operators,
  'group.found': everyone,
  'group.find': everyone
} as const satisfies Record<string, readonly Standing[]>;

export type InstallationAction = keyof typeof installationPermissions;

/** Whether somebody may do that with the installation. */
export function mayGovern({ isOperator }: Pick<Account, 'isOperator'>, action: InstallationAction): boolean {
  return (installationPermissions[action] as readonly Standing[]).includes(
    isOperator ? 'operator' : 'account'
  );
}

/** @throws NotFound: whoever does not run this place learns nothing of how it is run */
export function govern(who: Pick<Account, 'isOperator'>, action: InstallationAction): void {
  if (!mayGovern(who, action)) throw new NotFound();
}
