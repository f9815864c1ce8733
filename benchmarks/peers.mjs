// MiniSearch or Fuse.js over sentences: {"sentences": [...], "queries": [...]} on standard input,
// for each query the numbers of the best ten sentences on standard output.
import { readFileSync } from "node:fs";

const { sentences, queries } = JSON.parse(readFileSync(0, "utf8"));

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
process.stdout.write(JSON.stringify(queries.map(search)));
