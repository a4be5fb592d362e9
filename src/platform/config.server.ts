import path from 'node:path';
import * as v from 'valibot';
import { perProcess } from '#platform/process.ts';
import { CannotStart } from '#platform/start.ts';

/** All settings, read once from the environment. `.env.example` documents each variable. */
export interface Config {
  /** Connection string of an outside PostgreSQL; without it the embedded one runs in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Redis or Valkey that carries quick messages between instances; without it PostgreSQL does. */
  redisUrl: string | undefined;
  /** Whoever knows it may read `/metrics`; without it nobody may. */
  metricsToken: string | undefined;
  host: string;
  port: number;
  /** The address people use, such as `https://reading.example.org`, when a proxy stands in front. */
  origin: string | undefined;
  logLevel: string;
  /** The mail server: `smtps://user:password@host`; without it mails rest in the outbox. */
  smtpUrl: string | undefined;
  /** The sender of mails: `Colloquy <colloquy@example.org>`. */
  mailFrom: string;
  hfBaseUrl: string;
  arxivApiUrl: string;
  arxivRssUrl: string;
  crossrefBaseUrl: string;
  /** Seconds from one request at arXiv to the next, over all instances. */
  arxivPause: number;
  /** Seconds an upstream server has for its whole answer. */
  feedPatience: number;
  /** Who may make an account: everyone, whoever holds an invitation, or whoever proves an address at these domains. */
  signUp: 'open' | 'invitation' | readonly string[];
  /** The OpenID Connect provider people may sign in with. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  /** Named to upstream servers in the User-Agent, so that they can reach the operator. */
  feedContact: string | undefined;
  /** Whether the worker asks upstream for the daily papers by itself. */
  feedSync: boolean;
  /** Names that webhooks may reach wherever they lead, also inside the operator's own network. */
  webhookHosts: readonly string[];
  /** For benchmarks: each answer names in `x-statements` how many statements it took. */
  countStatements: boolean;
  /** Where OpenTelemetry's traces go; without it none are made. */
  tracesTo: string | undefined;
  /** The most bytes a form, and a file in it, may have. */
  largestBody: number;
  /** Seconds between the word that this instance leaves and its last request, so that a balancer has noticed. */
  drainSeconds: number;
}

const webAddress = v.pipe(
  v.string(),
  v.trim(),
  v.url('must be an address such as https://example.org'),
  v.regex(/^https?:\/\//, 'must begin with http:// or https://'),
  v.transform((text) => text.replace(/\/+$/, ''))
);

const switchWord = v.pipe(
  v.picklist(['on', 'off'], 'must be on or off'),
  v.transform((word) => word === 'on')
);

const seconds = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d+)?$/, 'must be a number of seconds'),
  v.transform(Number),
  v.maxValue(600, 'must be at most 600')
);

const factors: Record<string, number> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

const size = v.pipe(
  v.string(),
  v.toUpperCase(),
  v.regex(/^\d{1,10}[KMG]?$/, 'must be a size such as 8M'),
  v.transform((text) => parseInt(text, 10) * factors[text.replace(/\d/g, '')]!)
);

const signUpPolicy = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.transform((text): Config['signUp'] =>
    text === 'open' || text === 'invitation' ? text : text.split(/[\s,]+/).filter(Boolean)
  ),
  v.check(
    (policy) =>
      typeof policy === 'string' ||
      (policy.length > 0 && policy.every((domain) => /^[^@.]+(\.[^@.]+)+$/.test(domain))),
    'must be open, invitation, or mail domains such as example.org, example.edu'
  )
);

const oidcVariables = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

const Environment = v.object({
  DATABASE_URL: v.optional(
    v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'))
  ),
  DATA_DIR: v.optional(v.string(), './data'),
  REDIS_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://'),
      v.check((text) => URL.canParse(text), 'must be an address such as redis://:password@localhost:6379')
    )
  ),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'))),
  HOST: v.optional(v.string(), '0.0.0.0'),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, 'must be a number'),
      v.transform(Number),
      v.maxValue(65535, 'must be at most 65535')
    ),
    '3000'
  ),
  ORIGIN: v.optional(
    v.pipe(
      webAddress,
      v.check((text) => new URL(text).origin === text, 'must be only scheme, host and port, without a path')
    )
  ),
  LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'warn'),
  SMTP_URL: v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://'))),
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address such as Colloquy <colloquy@example.org>')
    ),
    'Colloquy <colloquy@localhost>'
  ),
  HF_BASE_URL: v.optional(webAddress, 'https://huggingface.co'),
  ARXIV_API_URL: v.optional(webAddress, 'https://export.arxiv.org'),
  ARXIV_RSS_URL: v.optional(webAddress, 'https://rss.arxiv.org'),
  CROSSREF_BASE_URL: v.optional(webAddress, 'https://api.crossref.org'),
  ARXIV_PAUSE_SECONDS: v.optional(seconds, '3'),
  FEED_PATIENCE_SECONDS: v.optional(seconds, '20'),
  FEED_CONTACT: v.optional(v.string()),
  SIGN_UP: v.optional(signUpPolicy, 'open'),
  OIDC_ISSUER: v.optional(webAddress),
  OIDC_CLIENT_ID: v.optional(v.string()),
  OIDC_CLIENT_SECRET: v.optional(v.string()),
  OIDC_NAME: v.optional(v.string(), 'your organisation'),
  WEBHOOK_HOSTS: v.optional(
    v.pipe(
      v.string(),
      v.toLowerCase(),
      v.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
      v.check(
        (names) => names.every((name) => /^[a-z0-9.:-]+$/.test(name)),
        'must be names such as chat.intern'
      )
    ),
    ''
  ),
  FEED_SYNC: v.optional(switchWord, 'on'),
  COUNT_STATEMENTS: v.optional(switchWord, 'off'),
  OTEL_EXPORTER_OTLP_ENDPOINT: v.optional(webAddress),
  // Pasted text may have a million characters, four bytes each at most, and three bytes per percent-escape.
  BODY_SIZE_LIMIT: v.optional(v.pipe(size, v.minValue(8 * 1024 ** 2, 'must be at least 8M')), '8M'),
  DRAIN_SECONDS: v.optional(v.pipe(seconds, v.maxValue(5, 'must be at most 5')), '3')
});

/**
 * Reads settings from environment variables; an empty variable counts as absent.
 * @throws CannotStart naming every variable at fault, one line each
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = v.safeParse(Environment, given);
  if (!read.success) {
    const lines = read.issues.map((issue) => `  ${issue.path?.[0]?.key}: ${issue.message}`);
    throw new CannotStart(`The configuration has mistakes:\n${lines.join('\n')}`);
  }
  const env = read.output;
  const [missing] = oidcVariables.filter((name) => !env[name]);
  if (missing && oidcVariables.some((name) => env[name]))
    throw new CannotStart(
      `The configuration has mistakes:\n  ${missing}: goes with the other OIDC_ variables`
    );
  return {
    databaseUrl: env.DATABASE_URL,
    dataDir: path.resolve(env.DATA_DIR),
    redisUrl: env.REDIS_URL,
    metricsToken: env.METRICS_TOKEN,
    host: env.HOST,
    port: env.PORT,
    origin: env.ORIGIN,
    logLevel: env.LOG_LEVEL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    hfBaseUrl: env.HF_BASE_URL,
    arxivApiUrl: env.ARXIV_API_URL,
    arxivRssUrl: env.ARXIV_RSS_URL,
    crossrefBaseUrl: env.CROSSREF_BASE_URL,
    arxivPause: env.ARXIV_PAUSE_SECONDS,
    feedPatience: env.FEED_PATIENCE_SECONDS,
    feedContact: env.FEED_CONTACT,
    signUp: env.SIGN_UP,
    oidc: env.OIDC_ISSUER
      ? {
          issuer: env.OIDC_ISSUER,
          clientId: env.OIDC_CLIENT_ID!,
          clientSecret: env.OIDC_CLIENT_SECRET!,
          name: env.OIDC_NAME
        }
      : undefined,
    webhookHosts: env.WEBHOOK_HOSTS,
    feedSync: env.FEED_SYNC,
    countStatements: env.COUNT_STATEMENTS,
    tracesTo: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    largestBody: env.BODY_SIZE_LIMIT,
    drainSeconds: env.DRAIN_SECONDS
  };
}

/** The settings of this process. */
export function config(): Config {
  return perProcess('config', () => readConfig(process.env));
}

/** Where people find this installation, for links that leave it: in mails and calendars. */
export function homeAddress(): string {
  const { origin, port } = config();
  return origin ?? `http://localhost:${port}`;
}
