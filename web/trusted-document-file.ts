import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getIntrospectionQuery } from "graphql";
import type { Plugin } from "vite";
import { readManifest, type TrustedDocument, trustedTexts } from "./trusted-document.ts";

interface Source {
  folder: string;
  /** A glob of .graphql files, and of .json ones that are manifests. */
  files: string;
}

/**
 * Writes the trusted documents among the static files when the pages are built, where the Worker reads them:
 * each under its SHA-256, and a manifest of what these are called.
 */
export function trustedDocumentFiles(schemaFile: string, sources: Source[]): Plugin {
  return {
    name: "entente-trusted-documents",
    apply: "build",
    // Before the pages are made, so that a document which is wrong is told at once.
    buildStart() {
      const documents = [...graphiqlDocuments(), ...sources.flatMap(documentsIn)];
      const texts = trustedTexts(documents, buildSchema(readFileSync(schemaFile, "utf8")));
      const write = (file: string, source: string) =>
        this.emitFile({ type: "asset", fileName: `documents/${file}`, source });
      for (const [hash, { text }] of texts) write(`${hash}.graphql`, text);
      const manifest = Object.fromEntries([...texts].map(([hash, { name }]) => [hash, name]));
      write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
    },
  };
}

/** What GraphiQL asks by itself (@graphiql/react, stores/schema): the schema, and if that fails once more with less. */
function graphiqlDocuments(): TrustedDocument[] {
  const text = getIntrospectionQuery({ schemaDescription: false, inputValueDeprecation: false });
  return [
    { name: "graphiql/introspection", text },
    { name: "graphiql/introspection-again", text: text.replace("subscriptionType { name }", "") },
  ];
}

function documentsIn({ folder, files }: Source): TrustedDocument[] {
  return globSync(files, { cwd: folder }).flatMap((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    const name = path.replaceAll("\\", "/").replace(/\.\w+$/, "");
    return path.endsWith(".json") ? readManifest(name, text) : [{ name, text }];
  });
}
