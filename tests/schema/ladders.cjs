// node ladders.cjs RUNG SCHEMA DATA FILE...: every fixture in DATA/good and DATA/bad, and every further file, gets the
// same verdict from the schema and from the program, apart from those that unjudged.json lists with the reason.
const { readFileSync, readdirSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const { basename, join } = require("node:path");
const Ajv = require("ajv/dist/2020");
const YAML = require("yaml");

const [program, schemaFile, data, ...shipped] = process.argv.slice(2);
const unjudged = JSON.parse(readFileSync(join(__dirname, "unjudged.json"), "utf8"));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(schemaFile, "utf8")));

function list(folder) {
  const names = readdirSync(join(data, folder)).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => join(data, folder, name));
}

const files = [...list("good"), ...list("bad"), ...shipped];

const ran = spawnSync(program, ["ladder", "check", "--json", ...files], { encoding: "utf8", maxBuffer: 1 << 26 });
const verdicts = new Map(JSON.parse(ran.stdout).files.map((file) => [file.source, file.errors === 0]));

// What YAML itself refuses is no ladder either. An editor checks bytes that are UTF-8.
function judge(file) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch {
    return false;
  }
  const document = YAML.parseDocument(text, { version: "1.2", uniqueKeys: true });
  if (document.errors.length > 0) return false;
  return validate(document.toJS({ maxAliasCount: 100 }));
}

const failures = [];
const met = new Set();
for (const file of files) {
  const loaded = verdicts.get(file);
  if (loaded === undefined) failures.push(`${file}: the program gave no verdict`);
  const fits = judge(file);
  const name = basename(file, ".yaml");
  if (name in unjudged && !loaded) {
    met.add(name);
    if (!fits) failures.push(`${name}: listed as beyond the schema, but the schema refuses it`);
  } else if (fits !== loaded) {
    const why = fits ? "" : JSON.stringify((validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`));
    failures.push(`${name}: the program says ${loaded ? "good" : "bad"}, the schema ${fits ? "good" : "bad"} ${why}`);
  }
}
for (const name of Object.keys(unjudged)) {
  if (!met.has(name)) failures.push(`${name}: listed as beyond the schema, but there is no such bad ladder`);
}
for (const failure of failures) console.error(failure);
console.log(`${files.length} ladders judged by schema and program, ${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);
