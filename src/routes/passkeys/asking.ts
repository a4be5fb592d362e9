/** Asks the server, as a page's script; what it refuses is thrown as its sentence. */
export async function ask<Answer>(path: string, body: object = {}, method = 'POST'): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
  const answer = await response.json();
  if (response.ok) return answer as Answer;
  throw new Error(answer.errors?.[0]?.detail ?? answer.detail);
}

/** What to say when a passkey did not do; the browser's own words for it are for programmers. */
export function sentenceOf(failure: unknown): string {
  const name = failure instanceof Error ? failure.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'No passkey was chosen.';
  if (name === 'InvalidStateError') return 'This device has a passkey for your account already.';
  if (name === 'SecurityError') return 'Passkeys need an address with a name, over https.';
  return name === 'Error' ? (failure as Error).message : 'That did not work. Please try again.';
}
