import type { Plugin } from "graphql-yoga";

/**
 * Takes out what Yoga does of its own accord: its parsers, checks, result processors and engine run for every request, and
 * answer what these plugins answer. Yoga documents the list of `onPluginInit` to be read; that it can be written to is
 * tested for the version that is installed (test/server/plugin/use-only.worker.test.ts).
 */
export function useOnly(own: readonly Plugin[]): Plugin {
  const kept = new Set<unknown>(own);
  return {
    onPluginInit({ plugins }) {
      for (const [index, plugin] of plugins.entries()) if (!kept.has(plugin)) plugins[index] = {};
    },
  };
}
