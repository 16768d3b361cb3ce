// Runs `cdk diff --fail-on` for many changes in one process: a start takes a second, a diff some milliseconds.
//
// usage: node diff.mjs CHANGES
// CHANGES is a JSON file, a list of folders. Each is a cloud assembly with `old.json`, the template to compare with. `cdk.json` is
// written there: {"destructive", "broadening"}, each the exit code, or null if the CDK failed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

// Neither measures nor asks for news.
process.env.CDK_DISABLE_CLI_TELEMETRY = "true";

// The package exports only its command; the file behind it has the function.
const { exec } = createRequire(import.meta.url)("./node_modules/aws-cdk/lib/index.js");
const [changes] = process.argv.slice(2);

async function exitCode(folder, kind) {
  try {
    return await exec(["diff", "--app", folder, "--template", `${folder}/old.json`, "--fail-on", kind, "--no-notices"]);
  } catch {
    return null;
  }
}

for (const folder of JSON.parse(readFileSync(changes, "utf8"))) {
  const found = {
    destructive: await exitCode(folder, "destructive"),
    broadening: await exitCode(folder, "broadening"),
  };
  writeFileSync(`${folder}/cdk.json`, JSON.stringify(found));
}
// The CLI keeps handles open.
process.exit(0);
