import './collecting.ts';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import postgres from 'postgres';

/* Hocuspocus with its database extension on PostgreSQL, everything else as it comes. */

const address = process.env.DATABASE_URL!;
// The folder of a Unix socket stands percent-encoded in an address, and the driver does not decode it.
const sql = postgres(address, { max: 10, host: decodeURIComponent(new URL(address).hostname) });
await sql`create table if not exists hocuspocus_document (name text primary key, state bytea not null)`;

const server = new Server({
  quiet: true,
  address: '127.0.0.1',
  port: Number(process.env.PORT),
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const [row] = await sql`select state from hocuspocus_document where name = ${documentName}`;
        return row?.state ?? null;
      },
      store: async ({ documentName, state }) => {
        await sql`
          insert into hocuspocus_document (name, state) values (${documentName}, ${state})
          on conflict (name) do update set state = excluded.state`;
      }
    })
  ]
});
await server.listen();
console.log('listening');
