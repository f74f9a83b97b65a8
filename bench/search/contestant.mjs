// One that answers queries in a process of its own: contestant.mjs NAME LIBRARY; speaks over the channel of fork().
import { createBare } from './create-bare.mjs';
import { createFlexSearch } from './create-flexsearch.mjs';
import { createMiniSearch } from './create-minisearch.mjs';
import { createOrama } from './create-orama.mjs';
import { createOurs } from './create-ours.mjs';

const CREATE = {
  variorum: createOurs,
  'bare FTS5': createBare,
  MiniSearch: createMiniSearch,
  FlexSearch: createFlexSearch,
  Orama: createOrama,
};
const [name, library] = process.argv.slice(2);
const since = (began) => Number(process.hrtime.bigint() - began) / 1e6;

const began = process.hrtime.bigint();
const ask = await CREATE[name](library);
process.on('message', async (query) => {
  const asked = process.hrtime.bigint();
  const worked = process.cpuUsage();
  const answer = await ask(query);
  const { user, system } = process.cpuUsage(worked);
  process.send({ ms: since(asked), work: (user + system) / 1000, ...answer });
});
process.on('disconnect', () => process.exit(0));
process.send({ buildSeconds: since(began) / 1000 });
