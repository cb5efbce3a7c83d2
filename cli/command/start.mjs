// Old syntax, and nothing that has to be installed: this must run where Entente cannot, and say why.
import { existsSync } from "fs";

var needed = [22, 18];
var running = process.versions.node.split(".").map(Number);
var installed = existsSync(new URL("../../node_modules/wrangler/package.json", import.meta.url));

if (!installed) {
  stop("Entente is not installed: run npm ci first");
} else if (running[0] < needed[0] || (running[0] === needed[0] && running[1] < needed[1])) {
  stop("Entente needs Node " + needed.join(".") + " or newer, and this is " + process.versions.node + ": see .nvmrc");
} else {
  void import("./start.ts");
}

function stop(reason) {
  console.error(reason);
  process.exitCode = 1;
}
