import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Unreadable } from './listed.ts';

/** An element by what it is, whatever prefix its document gives the namespace. */
export interface Element {
  namespace: string;
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Its own text and that of the elements in it, in order. */
  text: string;
}

/** Reads a document to its root element. Throws `Unreadable` for what is not well-formed, or brings its own entities. */
export function readXml(xml: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new Unreadable('The answer is HTML, or XML with entities of its own.');
  if (XMLValidator.validate(xml) !== true) throw new Unreadable('The answer is not well-formed XML.');
  const root = rootOf(xml);
  if (!root) throw new Unreadable('The answer is empty.');
  return root;
}

/** The children of that namespace and name. */
export function childrenOf(element: Element, namespace: string, name: string): Element[] {
  return element.children.filter((child) => child.namespace === namespace && child.name === name);
}

type Node = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true
});

/** Nesting that is too deep for the parser or for us is no feed. */
function rootOf(xml: string): Element | null {
  try {
    const nodes = parser.parse(xml) as Node[];
    return nodes.map((node) => elementOf(node, {})).find((element) => element !== null) ?? null;
  } catch (cause) {
    throw new Unreadable('The answer is XML that cannot be read.', { cause });
  }
}

function elementOf(node: Node, outer: Record<string, string>): Element | null {
  const tag = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#'));
  if (tag === undefined) return null;
  const attributes = Object.fromEntries(
    Object.entries((node[':@'] ?? {}) as Record<string, string>).map(([name, value]) => [
      name,
      decoded(String(value))
    ])
  );
  const scope = { ...outer, ...declared(attributes) };
  const [prefix, local] = tag.includes(':') ? (tag.split(':', 2) as [string, string]) : ['', tag];
  const children: Element[] = [];
  let text = '';
  for (const child of node[tag] as Node[]) {
    const element = elementOf(child, scope);
    if (element) children.push(element);
    text += element?.text ?? textOf(child);
  }
  return { namespace: scope[prefix] ?? '', name: local, attributes, children, text };
}

function textOf(node: Node): string {
  if ('#cdata' in node) return (node['#cdata'] as Node[]).map((part) => String(part['#text'] ?? '')).join('');
  return decoded(String(node['#text'] ?? ''));
}

function declared(attributes: Record<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') found[''] = value;
    else if (name.startsWith('xmlns:')) found[name.slice(6)] = value;
  }
  return found;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) return entities[name] ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
  );
}
