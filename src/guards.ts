/** What no page here uses: whatever would run in one could not, either. */
const unused = [
  ...['accelerometer', 'autoplay', 'camera'],
  ...[
    'display-capture',
    'encrypted-media',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection'
  ],
  ...['local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'serial', 'usb'],
  ...['screen-wake-lock', 'storage-access', 'xr-spatial-tracking']
];
/** Passkeys, and what a page copies for its reader. */
const used = ['publickey-credentials-create', 'publickey-credentials-get', 'clipboard-write'];

const year = 365 * 24 * 60 * 60;

/**
 * The headers that every answer carries, pages, files and errors alike, and by which browsers keep other sites away
 * from it (OWASP ASVS 5, V3.4). What a page may load says SvelteKit's content policy, in `svelte.config.js`.
 */
export function guardsFor({ origin }: { origin: string | undefined }): [string, string][] {
  const policy = [...unused.map((feature) => `${feature}=()`), ...used.map((feature) => `${feature}=(self)`)];
  const guards: [string, string][] = [
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['x-frame-options', 'DENY'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', policy.join(', ')]
  ];
  // Without https it would be ignored, and on a machine's own address it would lock people out of it.
  if (origin?.startsWith('https:'))
    guards.push(['strict-transport-security', `max-age=${year}; includeSubDomains`]);
  return guards;
}

/** For answers that are no page: should one be shown as such, it may do nothing. */
export const bare = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
