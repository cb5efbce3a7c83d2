/** `npm run help`: each script with a line of what it is for; those for users first. */

type Lines = Readonly<Record<string, string>>;

export const groups: Readonly<Record<string, Lines>> = {
  "To use Entente": {
    start: "serves the data set on http://localhost:8787; -- --port N --host ADDRESS --dataset FOLDER",
    token: "prints a token for the service that npm start runs; -- --role editor --name Ada",
    load: "loads the data set, or change sets of your own, into the local database",
    import: "imports other data: -- PATH, with --url into a running service",
    export: "writes all facts into files: -- FOLDER",
    backup: "writes the local database into one file: -- FILE",
    restore: "reads such a file back: -- FILE",
    fill: "works out until when facts are borne out, in a database from before 0.2.0",
    reindex: "has search find texts that were written by SQL; -- --all folds every text anew",
    generate: "fills the local database with made-up statements: -- --statements N",
    deploy: "checks wrangler.toml, builds the pages, deploys: -- --env production, --dry-run only looks",
    "dataset-sql": "writes the data set as one SQL file, for a database elsewhere: -- FILE",
  },
  "To work on it": {
    help: "prints this",
    test: "runs all tests",
    clients: "reads answers through Apollo Client, graphcache and Relay, and looks what these make of them",
    "test:long": "runs the campaigns that find what tests do not, for some minutes each",
    "test:slow": "runs tests beside processes that never rest: what fails depends on time; -- --beside N",
    check: "types, lint, format, and that every generated file is up to date",
    format: "formats everything",
    schema: "prints schema/schema.graphql, and schema/client-cache.json for the caches of clients",
    migration: "writes the migration for what has changed in drizzle/tables: -- NAME",
    types: "writes worker-configuration.d.ts from wrangler.toml",
    "build:web": "builds the pages, and publishes the trusted documents",
  },
  "To measure it": {
    bench: "measures Entente beside its floors and peers: bench/README.md",
    "bundle-size": "how large the Worker is",
    footprint: "its size, the CPU of its start, its heap after 2,000 documents",
    "rows-read": "what each golden query reads at growing sizes; writes docs/rows-read.md",
    soak: "memory after 100,000 requests, beside a bare Worker: -- N",
    "worst-document": "processor time of the dearest documents before they are executed",
    "cost-work": "whether the told cost bounds the work, over a local database: -- --persist-to DIR",
    coverage: "which branches of src/domain and src/server the tests reach",
    mutation: "whether a test notices each change that Stryker makes: docs/mutation.md",
  },
  "To try to break it": {
    fuzz: "sends random, damaged and hostile requests: -- N --seed S --persist-to DIR",
    "kill-writes": "kills the service in the middle of writes, and looks for damage: -- N",
    "many-writers": "fifty writers at once, beside readers: all are written, none is lost",
    "import-drill": "kills imports, and compares what comes of them",
    "import-scale": "shows that ten times as many entries in one line take no more than twelve times as long",
  },
};

export function helpText(): string {
  const all = Object.values(groups).flatMap((lines) => Object.keys(lines));
  const width = Math.max(...all.map((name) => name.length));
  return Object.entries(groups)
    .map(([title, lines]) => {
      const rows = Object.entries(lines).map(([name, line]) => `  npm run ${name.padEnd(width)}  ${line}`);
      return [title, ...rows].join("\n");
    })
    .join("\n\n");
}

if (import.meta.main) console.log(helpText());
