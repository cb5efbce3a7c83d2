/**
 * The name of the file at an address: as its server says it (RFC 6266), else by the end of its path. It is a name alone,
 * in whatever folder: nobody but us says where a file is written.
 */
export function nameAt(address: URL, disposition: string | undefined): string {
  const last = address.pathname.split("/").at(-1) ?? "";
  return bare(saidName(disposition ?? "")) || bare(decoded(last)) || "data";
}

function saidName(disposition: string): string {
  const extended = /;\s*filename\*\s*=\s*"?(?<charset>[\w-]+)'[^']*'(?<name>[^";\s]+)/i.exec(disposition)?.groups;
  if (extended !== undefined && /^utf-8$/i.test(extended["charset"]!)) return decoded(extended["name"]!);
  const plain = /;\s*filename\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<token>[^";\s]+))/i.exec(disposition)?.groups;
  return plain?.["quoted"]?.replace(/\\(.)/g, "$1") ?? plain?.["token"] ?? "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Without folders, and without what no file system takes. */
function bare(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!;
  return last
    .replace(/[\p{Cc}<>:"|?*]/gu, "_")
    .replace(/^\.+/, "")
    .slice(-60);
}
