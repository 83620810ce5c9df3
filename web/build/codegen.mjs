// Generates the types of the client from web/openapi.json: node build/codegen.mjs [where to]
//
// Each operation is written where its address is: the names of operations are those of functions in
// the server, and two files there may have one of the same name.

import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const here = new URL("../", import.meta.url);
const description = JSON.parse(readFileSync(new URL("openapi.json", here), "utf8"));
for (const path of Object.values(description.paths)) {
  for (const operation of Object.values(path)) delete operation.operationId;
}
const head =
  "// Generated from web/openapi.json by web/build/codegen.mjs. Do not change by hand.\n\n";
const to = process.argv[2] ?? new URL("src/api/schema.d.ts", here);
writeFileSync(to, head + astToString(await openapiTS(description)));
