// MiniSearch or Fuse.js over sentences. Standard input: a line with the queries as a JSON list, then
// a line with each sentence as JSON. Standard output: for each query the numbers of the best ten
// sentences, and how many milliseconds it took.
import { createInterface } from "node:readline";

const sentences = [];
let queries;
for await (const line of createInterface({ input: process.stdin })) {
  if (queries) sentences.push(JSON.parse(line));
  else queries = JSON.parse(line);
}

async function minisearch() {
  const { default: MiniSearch } = await import("minisearch");
  const engine = new MiniSearch({
    fields: ["text"],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  engine.addAll(sentences.map((text, id) => ({ id, text })));
  return (query) => engine.search(query).slice(0, 10).map((hit) => hit.id);
}

async function fuse() {
  const { default: Fuse } = await import("fuse.js");
  const engine = new Fuse(sentences, { ignoreLocation: true, includeScore: true });
  return (query) => engine.search(query, { limit: 10 }).map((hit) => hit.refIndex);
}

const search = await { minisearch, fuse }[process.argv[2]]();
const taken = [];
const answers = queries.map((query) => {
  const start = performance.now();
  const found = search(query);
  taken.push(performance.now() - start);
  return found;
});
process.stdout.write(JSON.stringify([answers, taken]));
