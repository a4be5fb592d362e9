import { databaseUrl } from './database.ts';
import type { FramingName } from './framing.ts';
import { startServer, type Server } from './processes.ts';
import { makeNotes, makePeople } from './stage.ts';

/** One contender: how it is started, and where and as whom its writers go. */
export interface Arm {
  name: 'colloquy' | 'colloquy-x2' | 'y-websocket' | 'hocuspocus';
  framing: FramingName;
  /** Whether what it takes is kept in PostgreSQL. */
  isDurable: boolean;
  start(): Promise<Server[]>;
  /** Makes `documents` documents and `people` who may write them. @returns names, and headers for each of them */
  furnish(documents: number, people: number): Promise<Furnished>;
}

export interface Furnished {
  documents: string[];
  people: Record<string, string>[];
}

const firstPort = 4130;

const colloquy = (servers: number): Pick<Arm, 'framing' | 'isDurable' | 'start' | 'furnish'> => ({
  framing: 'colloquy',
  isDurable: true,
  start: () =>
    Promise.all(
      Array.from({ length: servers }, (_, index) =>
        startServer('colloquy.ts', firstPort + index, {
          DATABASE_URL: databaseUrl(),
          ORIGIN: 'http://bench.example',
          NOTES_SOCKETS_PER_ACCOUNT: '100000',
          NOTES_FRAME_BYTES: '10000000'
        })
      )
    ),
  async furnish(documents, people) {
    const { groupId, cookies } = await makePeople(people);
    return {
      documents: await makeNotes(groupId, documents),
      people: cookies.map((cookie) => ({ cookie, origin: 'http://bench.example' }))
    };
  }
});

const strangers = async (documents: number, people: number): Promise<Furnished> => ({
  documents: Array.from({ length: documents }, () => `bench-${Math.random().toString(36).slice(2)}`),
  people: Array.from({ length: people }, () => ({}))
});

export const arms: readonly Arm[] = [
  {
    name: 'y-websocket',
    framing: 'y-websocket',
    isDurable: false,
    start: async () => [await startServer('y-websocket.ts', firstPort, {})],
    furnish: strangers
  },
  {
    name: 'hocuspocus',
    framing: 'hocuspocus',
    isDurable: true,
    start: async () => [await startServer('hocuspocus.ts', firstPort, { DATABASE_URL: databaseUrl() })],
    furnish: strangers
  },
  { name: 'colloquy', ...colloquy(1) },
  { name: 'colloquy-x2', ...colloquy(2) }
];
