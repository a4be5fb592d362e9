import type { Message } from '#platform/bus.server.ts';

/** Tells the group that something about its meetings changed. */
export function changed(groupId: string): Message {
  return { topic: `group:${groupId}`, kind: 'meetings' };
}
