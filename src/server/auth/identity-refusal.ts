import { VARY } from "../cache/cache-control.ts";
import { errorResponse } from "../http/error-response.ts";

/** A request whose token is not good, or cannot be checked. It is never answered as if it had none. */
export class IdentityRefusal extends Error {
  override readonly name = "IdentityRefusal";
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  private constructor(
    status: number,
    code: string,
    message: string,
    headers: Record<string, string>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  /** In the words of RFC 6750. The message must hold nothing that the request brought. */
  static invalid(message: string): IdentityRefusal {
    const challenge = `Bearer error="invalid_token", error_description="${message.replace(/["\\]/g, "'")}"`;
    return new IdentityRefusal(401, "UNAUTHENTICATED", message, { "www-authenticate": challenge });
  }

  /** The cause is for the log. */
  static unavailable(cause: unknown, seconds: number): IdentityRefusal {
    const message = "The token cannot be checked just now: try again later, or without it";
    return new IdentityRefusal(503, "UNAVAILABLE", message, { "retry-after": String(seconds) }, { cause });
  }

  response(): Response {
    return errorResponse(this.status, this, { ...this.headers, vary: VARY });
  }
}
