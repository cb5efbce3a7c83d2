import { Miniflare } from "miniflare";
import { type Bundle, servingOptions } from "../build/bundle-options.ts";

/** A bundled Worker that is served in this process, and can be looked into. */
export interface InspectedWorker {
  origin: string;
  /** The bytes of its heap that are in use, when all that can be has been collected. */
  heap: () => Promise<number>;
  stop: () => Promise<void>;
}

/** The Chrome DevTools Protocol, as workerd speaks it. */
export async function inspectWorker(bundle: Bundle): Promise<InspectedWorker> {
  const miniflare = new Miniflare({ ...servingOptions(bundle), inspectorPort: 0 });
  const origin = (await miniflare.ready).origin;
  const { host } = await miniflare.getInspectorURL();
  const targets = await (await fetch(`http://${host}/json`)).json<{ webSocketDebuggerUrl: string }[]>();
  const socket = new WebSocket(targets[0]!.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  let last = 0;

  function send(method: string): Promise<unknown> {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      socket.addEventListener("message", function hear({ data }) {
        const message = JSON.parse(String(data)) as { id?: number; result: unknown };
        if (message.id !== id) return;
        socket.removeEventListener("message", hear);
        resolve(message.result);
      });
      socket.send(JSON.stringify({ id, method }));
    });
  }

  return {
    origin,
    heap: async () => {
      await send("HeapProfiler.enable");
      // workerd collects garbage before a snapshot, and does not when it is asked to.
      await send("HeapProfiler.takeHeapSnapshot");
      return ((await send("Runtime.getHeapUsage")) as { usedSize: number }).usedSize;
    },
    stop: async () => {
      socket.close();
      await miniflare.dispose();
    },
  };
}
