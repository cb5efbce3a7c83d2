/** `npm run bench`: installs the peers where they are missing or out of date, and runs the bench. See README.md. */
import { installOwnPackages } from "../cli/local/own-packages.ts";

installOwnPackages(import.meta.dirname);
await import("./run.ts");
