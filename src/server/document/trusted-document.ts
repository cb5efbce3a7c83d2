import { cacheOf } from "../../domain/cache.ts";
import { sha256 } from "../http/sha256.ts";

/** The static files of this deployment. */
export type Assets = Pick<Fetcher, "fetch">;

/**
 * The documents of our clients, which the build of the pages has written among the static files
 * (web/trusted-document.ts), kept in this isolate's memory. They stay the same as long as it lives.
 */
export function trustedDocuments(digestOf: (text: string) => string) {
  let names: Map<string, string> | null = null;
  const texts = cacheOf<string>("trusted text");
  const namesByText = cacheOf<string>("trusted name");

  /** The name of the document that has this SHA-256, null where none has. @throws Error where the files cannot be read */
  async function nameOf(hash: string, assets: Assets): Promise<string | null> {
    names ??= new Map(Object.entries(JSON.parse(await read("manifest.json", assets)) as Record<string, string>));
    return names.get(hash) ?? null;
  }

  return {
    nameOf,

    /** The text of a document that has a name. @throws Error where the files cannot be read */
    textOf: async (hash: string, assets: Assets): Promise<string> => {
      const known = texts.get(hash);
      if (known !== undefined) return known;
      const file = `${hash}.graphql`;
      const text = await read(file, assets);
      if ((await sha256(text)) !== hash) throw new Error(`documents/${file} is not what its name says`);
      texts.set(hash, text);
      return text;
    },

    /**
     * The name of the document that a text is, whatever its layout and comments; null where it is none.
     * @throws GraphQLError where the text cannot be parsed; Error where the files cannot be read
     */
    nameOfText: async (text: string, assets: Assets): Promise<string | null> => {
      const known = namesByText.get(text);
      if (known !== undefined) return known;
      const name = (await nameOf(await sha256(text), assets)) ?? (await nameOf(digestOf(text), assets));
      if (name !== null) namesByText.set(text, name);
      return name;
    },
  };
}

async function read(file: string, assets: Assets): Promise<string> {
  // The binding looks at the path alone.
  const response = await assets.fetch(`https://assets.invalid/documents/${file}`);
  if (response.status !== 200) throw new Error(`documents/${file} is missing: build the pages`);
  return response.text();
}
