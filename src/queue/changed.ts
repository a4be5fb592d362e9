/** The wake-up for pages that show a group's queues. */
export function changed(groupId: string) {
  return { topic: `group:${groupId}`, kind: 'queue' };
}
