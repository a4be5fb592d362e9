import { dayOf as isoDayOf } from '../days.ts';
import { isArxivCategory, readArxivId } from '../identifiers.ts';
import { foldText, plainText } from '../text.ts';
import { type Described, type Malformed, Unreadable } from './listed.ts';
import { childrenOf, type Element, readXml } from './xml.ts';

/** Whether a paper is new, listed here besides its own category, or revised. */
export type AnnouncementKind = 'new' | 'cross' | 'replace' | 'replace-cross';

export interface Announcement {
  kind: AnnouncementKind;
  /** Without the day it was first submitted, which announcements do not say. */
  paper: Described;
}

/** One day's announcements. */
export interface Announcements {
  /** ISO date the feed says it is of. */
  day: string;
  items: Announcement[];
  malformed: Malformed[];
}

const arxiv = 'http://arxiv.org/schemas/atom';
const dublinCore = 'http://purl.org/dc/elements/1.1/';
const kinds: readonly string[] = ['new', 'cross', 'replace', 'replace-cross'];

/**
 * Reads the RSS of arXiv's announcements: the good items land, each malformed one is named; kinds that say nothing of
 * a paper are left out. Throws `Unreadable` when it is not that.
 * Source: https://info.arxiv.org/help/rss_specifications.html
 */
export function readArxivRss(xml: string): Announcements {
  const root = readXml(xml);
  const channel = root.name === 'rss' ? childrenOf(root, '', 'channel')[0] : undefined;
  const day =
    channel && (dayOf(textIn(channel, '', 'pubDate')) ?? dayOf(textIn(channel, '', 'lastBuildDate')));
  if (!channel || !day) throw new Unreadable('arXiv did not answer with its announcements.');
  const items: Announcement[] = [];
  const malformed: Malformed[] = [];
  for (const [index, item] of childrenOf(channel, '', 'item').entries()) {
    const kind = textIn(item, arxiv, 'announce_type');
    if (kind !== '' && !kinds.includes(kind)) continue;
    const paper = kind === '' ? 'announce_type: the item has none' : paperOf(item);
    if (typeof paper === 'string') malformed.push({ index, reason: paper });
    else items.push({ kind: kind as AnnouncementKind, paper });
  }
  return { day, items, malformed };
}

function paperOf(item: Element): Described | string {
  const guid = textIn(item, '', 'guid');
  const key = readArxivId(/^oai:arXiv\.org:(\S{1,50})$/i.exec(guid)?.[1] ?? '');
  const title = textIn(item, '', 'title');
  if (!key?.version) return `guid: ${guid.slice(0, 100).toWellFormed()} is not an arXiv id with its version`;
  if (title === '') return `title: ${key.arxivId} has none`;
  const abstract = /\bAbstract:\s?(.*)$/s.exec(textIn(item, '', 'description'))?.[1] ?? '';
  const named = childrenOf(item, '', 'category').map(({ text }) => foldText(text));
  return {
    arxivId: key.arxivId,
    version: key.version,
    title,
    abstract,
    authors: authorsIn(textIn(item, dublinCore, 'creator').slice(0, longestCreators)),
    categories: [...new Set(named.filter(isArxivCategory))]
  };
}

/** In characters: the largest collaborations need a third of it. */
const longestCreators = 200_000;

/**
 * The people of one string: `Ada L. (Example Lab, Turin), Grace H., Zo\"e U.` Affiliations, which stand in brackets,
 * are left out.
 */
function authorsIn(creators: string): string[] {
  let depth = 0;
  let names = '';
  for (const character of creators) {
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) names += character;
  }
  return names
    .split(',')
    .map((name) => name.trim() && foldText(plainText(name)))
    .filter((name) => name !== '');
}

function textIn(element: Element, namespace: string, name: string): string {
  return foldText(childrenOf(element, namespace, name)[0]?.text ?? '');
}

/** The day a date of RFC 822 names where it was written: `Fri, 12 Jun 2026 00:00:00 -0400` is the 12th. */
function dayOf(date: string): string | undefined {
  const written = /^(?:[A-Za-z]{3},\s)?(\d{1,2}\s[A-Za-z]{3}\s\d{4})\b/.exec(date)?.[1];
  const moment = new Date(`${written ?? ''} 00:00:00 GMT`);
  return written && !Number.isNaN(moment.getTime()) ? isoDayOf(moment.toISOString()) : undefined;
}
