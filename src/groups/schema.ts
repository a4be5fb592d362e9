import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  time,
  uniqueIndex
} from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import type { MailKind } from '#groups/words.ts';
import type { Role } from '#groups/permissions.ts';
import { createdAt, id, moment } from '#platform/columns.ts';

/** People who read together. */
export const group = pgTable(
  'reading_group',
  {
    id: id().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** IANA name, such as `Europe/Berlin`: the group's wall clock. */
    timezone: text().notNull(),
    /** Since when guests may comment on notes; null while they only read. */
    guestsCommentSince: moment(),
    /** The arXiv categories it follows: `cs.LG`. */
    categories: jsonb().$type<string[]>().notNull().default([]),
    /** While its queue and picks can be followed by anybody who has the address with this key. */
    feedKey: text().unique(),
    feedSharedAt: moment(),
    /** After how many weeks in which nobody wanted a proposal the group is asked whether to keep it; null: never. */
    askAfterWeeks: integer().default(6),
    /** How many weeks later it leaves when nobody keeps it. */
    leaveAfterWeeks: integer().notNull().default(2),
    /** What it says of itself to people who are not in it. */
    about: text().notNull().default(''),
    /** Since when everybody signed in here can find it and ask to join. */
    listedSince: moment(),
    /** Since when anybody, signed in or not, sees what it discussed, and what it is about to. */
    archivePublicSince: moment(),
    schedulePublicSince: moment(),
    /** Since when its public pages name who led a discussion. */
    namesPublicSince: moment(),
    /** Mail domains whose confirmed addresses let people in by themselves: `example.org`. */
    joinDomains: jsonb().$type<string[]>().notNull().default([]),
    /** What they join as. */
    joinRole: text().$type<Role>().notNull().default('member'),
    createdAt: createdAt(),
    /** When it will be deleted, as an owner asked, unless one of them says otherwise before. */
    deletionDueAt: moment()
  },
  (t) => [
    index('reading_group_following')
      .on(t.id)
      .where(sql`${t.categories} <> '[]'`)
  ]
);

/** That someone belongs to a group, from `createdAt` until `endedAt`. */
export const membership = pgTable(
  'membership',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    createdAt: createdAt(),
    endedAt: moment()
  },
  (t) => [
    uniqueIndex('membership_current')
      .on(t.groupId, t.accountId)
      .where(sql`${t.endedAt} is null`),
    index('membership_account')
      .on(t.accountId)
      .where(sql`${t.endedAt} is null`),
    // With those who left: who was at a meeting may be gone.
    index('membership_group').on(t.groupId)
  ]
);

/** A link that lets someone join. Only the SHA-256 of its code is kept, so the link is shown once, or mailed. */
export const invitation = pgTable(
  'invitation',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    codeHash: text().notNull().unique(),
    role: text().$type<Role>().notNull(),
    expiresAt: moment().notNull(),
    maxUses: integer().notNull(),
    /** The address it was mailed to; null for a link that is handed on. */
    recipient: text(),
    createdBy: text()
      .notNull()
      .references(() => account.id),
    createdAt: createdAt(),
    revokedAt: moment()
  },
  (t) => [index('invitation_group').on(t.groupId)]
);

/** That somebody joined by an invitation; their number against `maxUses` says whether it is spent. */
export const invitationUse = pgTable(
  'invitation_use',
  {
    invitationId: text()
      .notNull()
      .references(() => invitation.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.invitationId, t.accountId] })]
);

/** That a member wants no mails of a kind from a group, since `createdAt`. */
export const unsubscription = pgTable(
  'unsubscription',
  {
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    kind: text().$type<MailKind>().notNull(),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.groupId, t.accountId, t.kind] })]
);

/** The hours in which somebody gets no mail: it waits until they end. */
export const quietHours = pgTable('quiet_hours', {
  accountId: text()
    .primaryKey()
    .references(() => account.id, { onDelete: 'cascade' }),
  /** Wall-clock times in `timezone`; the end may be on the next day. */
  fromTime: time().notNull(),
  untilTime: time().notNull(),
  timezone: text().notNull()
});

/** That somebody asks to join a listed group; open until it is decided or taken back. */
export const joinRequest = pgTable(
  'join_request',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** Why, in their own words. */
    sentence: text().notNull(),
    createdAt: createdAt(),
    acceptedAt: moment(),
    declinedAt: moment(),
    withdrawnAt: moment(),
    decidedBy: text().references(() => account.id, { onDelete: 'set null' })
  },
  (t) => [
    uniqueIndex('join_request_open')
      .on(t.groupId, t.accountId)
      .where(sql`coalesce(${t.acceptedAt}, ${t.declinedAt}, ${t.withdrawnAt}) is null`),
    index('join_request_account').on(t.accountId),
    index('join_request_decided_by').on(t.decidedBy)
  ]
);

/** That an owner offers the group to somebody in it, who must say yes; open until answered or taken back. */
export const handover = pgTable(
  'handover',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    /** The memberships between which it is handed over. */
    fromId: text()
      .notNull()
      .references(() => membership.id, { onDelete: 'cascade' }),
    toId: text()
      .notNull()
      .references(() => membership.id, { onDelete: 'cascade' }),
    /** Whether whoever offers it stays an owner beside the other. */
    isShared: boolean().notNull(),
    createdAt: createdAt(),
    acceptedAt: moment(),
    declinedAt: moment(),
    withdrawnAt: moment()
  },
  (t) => [
    uniqueIndex('handover_open')
      .on(t.toId)
      .where(sql`coalesce(${t.acceptedAt}, ${t.declinedAt}, ${t.withdrawnAt}) is null`),
    index('handover_group').on(t.groupId),
    index('handover_from').on(t.fromId)
  ]
);
