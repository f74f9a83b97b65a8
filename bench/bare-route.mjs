// A bare Hono route that returns a file's bytes from memory: bare-route.mjs FILE PORT
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const [file, port] = process.argv.slice(2);
const bytes = readFileSync(file);
const app = new Hono();
app.get('*', (c) => c.body(bytes, 200, { 'content-type': 'text/html; charset=utf-8' }));
const server = serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
process.on('SIGTERM', () => {
  server.closeAllConnections?.();
  server.close(() => process.exit(0));
});
