import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { api, does, group, inGroup, must, people as cast } from './harness.ts';

const yes = { accept: true };

/** Who is in a group, and who may come in. */
export function people(): void {
  test('a group’s people: who they are, their roles, invitations', async () => {
    expect(must(await api.ada.GET('/me')).groups).toContainEqual({
      slug: group,
      name: 'Grokking club',
      role: 'owner'
    });
    const { slug } = must(await api.kurt.POST('/groups', { body: { name: 'Second', timezone: 'UTC' } }));
    expect(must(await api.kurt.GET('/groups')).groups.map((one) => one.slug)).toContain(slug);
    expect(must(await api.emmy.GET('/groups/{group}', inGroup())).role).toBe('member');
    const members = must(await api.emmy.GET('/groups/{group}/members', inGroup())).members;
    expect(members.map(({ name }) => name)).toEqual(['Ada', 'Grace', 'Emmy', 'Kurt']);
    const { membershipId: membership } = cast.kurt;
    must(
      await api.ada.PATCH('/groups/{group}/members/{membership}', {
        ...inGroup({ membership }),
        body: { role: 'member' }
      })
    );
    must(
      await api.ada.PATCH('/groups/{group}/members/{membership}', {
        ...inGroup({ membership }),
        body: { role: 'guest' }
      })
    );
    const { link } = must(
      await api.grace.POST('/groups/{group}/invitations', { ...inGroup(), body: { maxUses: 2 } })
    );
    expect(link).toContain('/join/');
    const [made] = must(await api.grace.GET('/groups/{group}/invitations', inGroup())).invitations;
    must(
      await api.grace.DELETE('/groups/{group}/invitations/{invitation}', inGroup({ invitation: made!.id }))
    );
    expect(must(await api.grace.GET('/groups/{group}/invitations', inGroup())).invitations).toEqual([]);
  });

  test('a group’s settings, who may find it and ask, and what its organisers did', async () => {
    const settings = {
      name: 'Grokking club',
      timezone: cast.ada.timezone,
      categories: ['cs.LG'],
      guestsComment: true
    };
    await does('grace', 'PUT /groups/{group}/settings', {}, settings);
    expect(await does('grace', 'GET /groups/{group}/settings')).toEqual(settings);
    const joining = { about: 'We read.', listed: true, domains: ['grokking.test'], role: 'guest' };
    await does('grace', 'PUT /groups/{group}/joining', {}, joining);
    const shown = { archive: true, schedule: false, names: false };
    await does('ada', 'PUT /groups/{group}/public', {}, shown);
    expect(await does('grace', 'GET /groups/{group}/joining')).toEqual({ ...joining, ...shown });
    const { acts } = await does<{ acts: { kind: string }[] }>('ada', 'GET /groups/{group}/acts');
    expect(acts.slice(0, 3).map(({ kind }) => kind)).toEqual([
      ...['group.public', 'group.joining', 'group.settings']
    ]);
  });

  test('somebody finds a group and asks to join; its organisers answer, invite and offer', async () => {
    const { slug } = await does<{ slug: string }>('kurt', 'POST /groups', {}, { name: 'Elsewhere' });
    const there = { group: slug };
    const open = { about: 'Come.', listed: true, domains: [], role: 'member' };
    await does('kurt', 'PUT /groups/{group}/joining', there, open);
    const { groups } = await does<{ groups: object[] }>('emmy', 'GET /directory');
    expect(groups).toContainEqual({ slug, name: 'Elsewhere', about: 'Come.', door: 'ask' });
    const ask = () => does('emmy', 'PUT /directory/{slug}/request', { slug }, { sentence: 'May I?' });
    await ask();
    await does('emmy', 'DELETE /directory/{slug}/request', { slug });
    await ask();
    const { requests } = await does<{ requests: { id: string; name: string }[] }>(
      ...(['kurt', 'GET /groups/{group}/requests', there] as const)
    );
    expect(requests.map(({ name }) => name)).toEqual(['Emmy']);
    await does('kurt', 'PUT /groups/{group}/requests/{request}', { ...there, request: requests[0]!.id }, yes);
    const letters = { role: 'member', recipients: ['one@example.org', 'two@example.org'] };
    await does('kurt', 'POST /groups/{group}/invitations/letters', there, letters);

    const { members } = await does<{ members: { name: string; membershipId: string }[] }>(
      ...(['emmy', 'GET /groups/{group}/members', there] as const)
    );
    const membership = members.find(({ name }) => name === 'Emmy')!.membershipId;
    const offer = async () => {
      await does('kurt', 'POST /groups/{group}/offers', there, { membership, shared: true });
      const { offers } = await does<{ offers: { id: string }[] }>(
        'emmy',
        'GET /groups/{group}/offers',
        there
      );
      return { ...there, offer: offers[0]!.id };
    };
    await does('kurt', 'DELETE /groups/{group}/offers/{offer}', await offer());
    await does('emmy', 'PUT /groups/{group}/offers/{offer}', await offer(), yes);
    await does('kurt', 'DELETE /groups/{group}/membership', there);
    expect((await does<{ role: string }>('emmy', 'GET /groups/{group}', there)).role).toBe('owner');
    const { link } = await does<{ link: string }>('emmy', 'POST /groups/{group}/invitations', there, {});
    await does('kurt', 'PUT /joining/{code}', { code: link.split('/').at(-1)! });
  });

  test('a confirmed address lets in where the group says so', async () => {
    const { email } = await does<{ email: string }>('kurt', 'GET /me');
    await database().update(account).set({ emailVerifiedAt: new Date() }).where(eq(account.email, email));
    const { slug } = await does<{ slug: string }>('ada', 'POST /groups', {}, { name: 'By address' });
    const domains = [email.slice(email.indexOf('@') + 1)];
    const open = { about: '', listed: false, domains, role: 'member' };
    await does('ada', 'PUT /groups/{group}/joining', { group: slug }, open);
    await does('kurt', 'PUT /directory/{slug}/membership', { slug });
    expect((await does<{ role: string }>('kurt', 'GET /groups/{group}', { group: slug })).role).toBe(
      'member'
    );
  });
}
