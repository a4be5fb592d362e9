import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { LinkPurpose } from '#accounts/accounts.ts';
import type { ActKind } from '#accounts/acts.ts';
import { bytes, createdAt, id, moment } from '#platform/columns.ts';

/** A person who signs in. */
export const account = pgTable(
  'account',
  {
    id: id().primaryKey(),
    email: text().notNull(),
    /** Since when the address is known to be theirs: a mailed link was opened, or an identity provider said so. */
    emailVerifiedAt: moment(),
    name: text().notNull(),
    /** Argon2id, in the PHC string format; null for whoever signs in without a password. */
    passwordHash: text(),
    /** Since when the account runs this installation; the first account does. */
    operatorSince: moment(),
    /** The IANA zone they see times in, beside a group's; null: that of the browser they look with. */
    timezone: text(),
    createdAt: createdAt(),
    /** Since when an operator keeps it from being used. */
    suspendedAt: moment(),
    /** When it will be deleted, as its owner asked, unless they sign in before. */
    deletionDueAt: moment(),
    /** When everything that says whose it was was deleted; what is left stands for somebody who left. */
    deletedAt: moment()
  },
  (t) => [
    uniqueIndex('account_email').on(sql`lower(${t.email})`),
    index('account_created').on(t.createdAt, t.id),
    index('account_trigrams').using('gin', t.name.op('gin_trgm_ops'), t.email.op('gin_trgm_ops')),
    index('account_deletion')
      .on(t.deletionDueAt)
      .where(sql`${t.deletionDueAt} is not null`)
  ]
);

/** The account of a row, which goes with it. */
const ofAccount = () =>
  text()
    .notNull()
    .references(() => account.id, { onDelete: 'cascade' });

/** One sign-in. The id itself is only in the browser's cookie; here is its SHA-256. */
export const session = pgTable(
  'session',
  {
    idHash: text().primaryKey(),
    accountId: ofAccount(),
    expiresAt: moment().notNull(),
    /** When the person signed in; the id may have been renewed since. */
    createdAt: createdAt(),
    /** When the browser last asked for something, to within minutes. */
    lastUsedAt: moment().notNull().defaultNow(),
    /** When the person last proved who they are in this browser. */
    provenAt: moment().notNull().defaultNow(),
    /** The browser as it named itself, so that a person can tell their sessions apart. */
    userAgent: text().notNull().default('')
  },
  (t) => [index('session_account').on(t.accountId), index('session_expiry').on(t.expiresAt)]
);

/** A bearer token for the API. Only its SHA-256 is kept. */
export const token = pgTable(
  'token',
  {
    id: id().primaryKey(),
    accountId: ofAccount(),
    secretHash: text().notNull().unique(),
    label: text().notNull(),
    createdAt: createdAt(),
    revokedAt: moment()
  },
  (t) => [index('token_account').on(t.accountId)]
);

/** A link sent by mail that does one thing, once. Only the SHA-256 of its token is kept. */
export const mailedLink = pgTable(
  'mailed_link',
  {
    tokenHash: text().primaryKey(),
    purpose: text().$type<LinkPurpose>().notNull(),
    accountId: ofAccount(),
    /** The address it was sent to. */
    email: text().notNull(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    usedAt: moment()
  },
  (t) => [index('mailed_link_account').on(t.accountId), index('mailed_link_expiry').on(t.expiresAt)]
);

/**
 * Something begun in a browser that it must finish within minutes: a sign-in that waits for its second factor, a
 * passkey's challenge, a visit to the identity provider. The browser holds the id; here is its SHA-256.
 */
export const attempt = pgTable(
  'attempt',
  {
    idHash: text().primaryKey(),
    kind: text().notNull(),
    accountId: text().references(() => account.id, { onDelete: 'cascade' }),
    data: jsonb().$type<Record<string, string | null>>().notNull().default({}),
    expiresAt: moment().notNull()
  },
  (t) => [index('attempt_account').on(t.accountId), index('attempt_expiry').on(t.expiresAt)]
);

/** A browser that somebody has signed in with before (OWASP: device cookies). Its id is in the browser's cookie only. */
export const device = pgTable(
  'device',
  { idHash: text().notNull(), accountId: ofAccount(), lastUsedAt: moment().notNull().defaultNow() },
  (t) => [
    primaryKey({ columns: [t.idHash, t.accountId] }),
    index('device_account').on(t.accountId),
    index('device_last_used').on(t.lastUsedAt)
  ]
);

/** The app that shows somebody's codes (TOTP, RFC 6238). */
export const authenticator = pgTable('authenticator', {
  accountId: ofAccount().primaryKey(),
  /** Base32. The server must know it to check a code. */
  secret: text().notNull(),
  createdAt: createdAt(),
  /** Since when sign-ins ask for a code; null until the first code was right. */
  confirmedAt: moment(),
  /** The 30-second step of the last code that was taken: none of it or before is taken again. */
  lastStep: bigint({ mode: 'number' }).notNull().default(0)
});

/** A code for the day the authenticator is lost. It works once; only its SHA-256 is kept. */
export const recoveryCode = pgTable(
  'recovery_code',
  { codeHash: text().notNull(), accountId: ofAccount(), createdAt: createdAt(), usedAt: moment() },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })]
);

/** A key in somebody's device or password manager that signs them in (WebAuthn). */
export const passkey = pgTable(
  'passkey',
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    accountId: ofAccount(),
    publicKey: bytes().notNull(),
    /** How often the authenticator says it has signed; 0 for ever where it does not count. */
    counter: integer().notNull(),
    transports: jsonb().$type<string[]>().notNull().default([]),
    /** As its owner calls it. */
    name: text().notNull(),
    createdAt: createdAt(),
    lastUsedAt: moment()
  },
  (t) => [index('passkey_account').on(t.accountId)]
);

/** Somebody as the identity provider knows them (OpenID Connect: issuer and subject). */
export const identity = pgTable(
  'identity',
  { issuer: text().notNull(), subject: text().notNull(), accountId: ofAccount(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identity_account').on(t.accountId)]
);

/** What an organiser or operator did, for those who answer for the group or the installation. Never a secret, never a vote. */
export const act = pgTable(
  'act',
  {
    id: id().primaryKey(),
    /** Who did it; null when their account is gone, or when it came from the operator's command line. */
    accountId: text().references(() => account.id, { onDelete: 'set null' }),
    /** The group it was done in; null for the installation. No foreign key: what was done to a group outlives it. */
    groupId: text(),
    kind: text().$type<ActKind>().notNull(),
    /** Whom it concerns. */
    personId: text().references(() => account.id, { onDelete: 'set null' }),
    /** What it concerns, in a few words: a title, a role. */
    about: text().notNull().default(''),
    createdAt: createdAt()
  },
  (t) => [
    index('act_group').on(t.groupId, t.createdAt),
    index('act_created').on(t.createdAt),
    index('act_account').on(t.accountId),
    index('act_person').on(t.personId)
  ]
);
