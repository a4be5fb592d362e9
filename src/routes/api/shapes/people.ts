import * as v from 'valibot';
import { roles } from '#groups/permissions.ts';
import { Count, Moment, named } from '#routes/api/shapes/common.ts';

export const Me = v.object({
  id: v.string(),
  email: v.string(),
  name: v.string(),
  isOperator: v.boolean(),
  groups: v.array(v.object({ slug: v.string(), name: v.string(), role: v.picklist(roles) }))
});

export const Group = v.object({
  slug: v.string(),
  name: v.string(),
  timezone: v.string(),
  role: v.picklist(roles)
});

export const Member = v.object({
  membershipId: v.string(),
  ...named,
  role: v.picklist(roles),
  since: Moment
});

export const Invitation = v.object({
  id: v.string(),
  role: v.picklist(roles),
  expiresAt: Moment,
  maxUses: Count,
  uses: Count,
  recipient: v.nullable(v.string()),
  madeBy: v.string()
});

const Standing = v.object({ membershipId: v.string(), name: v.string() });

export const Offer = v.object({
  id: v.string(),
  from: Standing,
  to: Standing,
  isShared: v.pipe(v.boolean(), v.description('Whether whoever offers it stays an owner beside them.')),
  createdAt: Moment
});

export const Request = v.object({
  id: v.string(),
  name: v.string(),
  sentence: v.string(),
  createdAt: Moment
});

export const Settings = v.object({
  name: v.string(),
  timezone: v.string(),
  categories: v.array(v.string()),
  guestsComment: v.boolean()
});

export const Openness = v.object({
  about: v.string(),
  listed: v.boolean(),
  domains: v.array(v.string()),
  role: v.picklist(roles),
  archive: v.boolean(),
  schedule: v.boolean(),
  names: v.boolean()
});

export const Findable = v.object({
  slug: v.string(),
  name: v.string(),
  about: v.string(),
  door: v.picklist(['inside', 'domain', 'ask', 'asked', 'closed'])
});

export const Act = v.object({
  id: v.string(),
  kind: v.string(),
  by: v.pipe(v.nullable(v.string()), v.description('Null for the command line, or an account that is gone.')),
  says: v.pipe(v.string(), v.description('What they did, as a sentence after their name.')),
  at: Moment
});
