import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Member } from '#groups/groups.ts';
import * as queue from '#queue/queue.server.ts';
import {
  OrderingForm,
  PlacingForm,
  QueueForm,
  QueueNameForm,
  RenamingForm,
  SpansForm
} from '#queue/forms.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:queue');
  const member = await locals.enter(params.group);
  const [queues, spans] = await Promise.all([queue.queues(member), queue.spans(member)]);
  return { queues, spans };
});

export const actions: Actions = {
  make: changing((member, form) => queue.makeQueue(member, readForm(QueueNameForm, form).name)),
  rename: changing((member, form) => {
    const { queue: id, name } = readForm(RenamingForm, form);
    return queue.renameQueue(member, id, name);
  }),
  place: changing((member, form) => {
    const { queue: id, to } = readForm(PlacingForm, form);
    return queue.placeQueue(member, id, to);
  }),
  order: changing((member, form) => {
    const { queue: id, order } = readForm(OrderingForm, form);
    return queue.setOrder(member, id, order);
  }),
  close: changing((member, form) => queue.closeQueue(member, readForm(QueueForm, form).queue)),
  reopen: changing((member, form) => queue.reopenQueue(member, readForm(QueueForm, form).queue)),
  spans: changing((member, form) => {
    const { ask, leave } = readForm(SpansForm, form);
    return queue.setSpans(member, { askAfterWeeks: ask === 0 ? null : ask, leaveAfterWeeks: leave });
  })
};

function changing(act: (member: Member, form: FormData) => Promise<unknown>) {
  return action(async ({ params, locals, url }: RequestEvent<{ group: string }>, form) => {
    await act(await locals.enter(params.group), form);
    redirect(303, url.pathname);
  });
}
