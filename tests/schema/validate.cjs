// node validate.cjs SCHEMA FILE...: every file is what the schema says, and the schema says all of it: a file with a
// member more or a member less is refused.
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020");
const addFormats = require("ajv-formats");

const [schemaFile, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
addFormats(ajv);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
const validate = ajv.compile(schema);

const kinds = new Set(schema.oneOf.map(({ $ref }) => schema.$defs[$ref.split("/").pop()].properties.kind.const));
const failures = [];

// Every object below `value`, each by the first path it is found at without the indices of lists.
function listObjects(value, path = "", found = new Map()) {
  if (Array.isArray(value)) {
    for (const one of value) listObjects(one, `${path}[]`, found);
  } else if (value !== null && typeof value === "object") {
    const shape = `${path} ${Object.keys(value).join()}`;
    if (!found.has(shape)) found.set(shape, value);
    for (const [key, one] of Object.entries(value)) listObjects(one, `${path}.${key}`, found);
  }
  return found;
}

function checkStrictness(file, report) {
  for (const [shape, object] of listObjects(report)) {
    object.unheard_of = 1;
    if (validate(report)) failures.push(`${file}: a further member is accepted in ${shape}`);
    delete object.unheard_of;
    for (const [key, value] of Object.entries(object)) {
      delete object[key];
      if (validate(report)) failures.push(`${file}: ${key} may be missing in ${shape}`);
      object[key] = value;
    }
  }
}

const seen = new Set();
for (const file of files) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  seen.add(report.kind);
  if (!validate(report)) {
    // By the part for its kind: about the other kinds there is always something to complain.
    const part = ajv.getSchema(`${schema.$id}#/$defs/${String(report.kind).replace(" ", "_")}`) ?? validate;
    part(report);
    failures.push(`${file}: ${part.errors.map((e) => `${e.instancePath} ${e.message}`).join("; ")}`);
    continue;
  }
  checkStrictness(file, report);
}
for (const kind of kinds) {
  if (!seen.has(kind)) failures.push(`no file of the kind ${kind} was given`);
}
for (const failure of failures) console.error(failure);
console.log(`${files.length} reports held to the schema, ${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);
