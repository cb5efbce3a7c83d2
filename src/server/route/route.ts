import { options } from "../http/cors.ts";
import { errorResponse } from "../http/error-response.ts";
import { addUsualHeaders } from "../http/usual-headers.ts";

/** What is at a path: the methods it takes, and what answers them. HEAD and OPTIONS need no answer of their own. */
export interface Route {
  methods: readonly ("GET" | "POST")[];
  answer: (request: Request) => Promise<Response> | Response;
  /** What answers HEAD, where that is cheaper than GET without its body. */
  head?: (request: Request) => Promise<Response> | Response;
}

/** Answers a request by its route, as every answer of this service is: with its id, for any page, and nothing to run. */
export async function answerBy(route: Route, request: Request, requestId: string): Promise<Response> {
  const response = await byMethod(route, request);
  addUsualHeaders(response, requestId);
  return response;
}

async function byMethod({ methods, answer, head }: Route, request: Request): Promise<Response> {
  const allowed = [...methods, "HEAD", "OPTIONS"].join(", ");
  switch (request.method) {
    case "OPTIONS":
      return options(allowed, request.headers);
    // RFC 9110, 9.3.2: as GET, without the body.
    case "HEAD": {
      const response = await (head ?? answer)(new Request(request, { method: "GET" }));
      await response.body?.cancel();
      return new Response(null, response);
    }
    default: {
      if ((methods as readonly string[]).includes(request.method)) return answer(request);
      return errorResponse(405, { code: "BAD_REQUEST", message: `Use one of ${allowed}` }, { allow: allowed });
    }
  }
}
