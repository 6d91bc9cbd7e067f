/** The ids that MiniSearch finds, best first, for each query of the JSON file that is named: see relevance.py. */
"use strict";

const fs = require("node:fs");
const { default: MiniSearch = require("minisearch") } = require("minisearch");

const { documents, queries } = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const index = new MiniSearch({ fields: ["title", "body"] });
index.addAll(documents);
const found = Object.fromEntries(
  queries.map((query) => [query, index.search(query).slice(0, 1000).map(({ id }) => id)]),
);
process.stdout.write(JSON.stringify(found));
