import './collecting.ts';
import http from 'node:http';
import { setupWSConnection } from 'y-websocket-2/bin/utils';
import { WebSocketServer } from 'ws';

/* y-websocket's own server of version 2.1, the last for Yjs 13: in memory only, as its bin/server.cjs starts it. */

const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
const server = http.createServer();
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
