/** What tells open pages that a group's ballots changed; not which, and not how. */
export function changed(groupId: string) {
  return { topic: `group:${groupId}`, kind: 'ballots' };
}
