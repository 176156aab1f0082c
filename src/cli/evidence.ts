// The evidence command: fetches the given addresses and writes them as an evidence file to stdout. A fetch that
// somebody asked for by name, apart from verifying, which never makes one.
import { fetchDocument } from './fetch-document.ts';

const USAGE = 'usage: npm run -s evidence -- https://URL...  > evidence.json';

/** Exit code: 0 when all were fetched, 1 when some were not (those that were are still written), 2 for bad usage. */
async function main(urls: readonly string[]): Promise<number> {
  if (urls.length === 0 || urls.some((url) => url.startsWith('-'))) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const fetched = [];
  for (const url of urls) {
    const answer = await fetchDocument(url);
    if (answer.ok) fetched.push(answer.document);
    else process.stderr.write(`${url}: ${answer.why}\n`);
  }
  process.stdout.write(`${JSON.stringify(fetched, null, 2)}\n`);
  return fetched.length === urls.length ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
