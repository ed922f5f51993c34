import { type FastifyReply, type FastifyRequest, LogController } from "fastify";

/** One line a request, once it is answered, which says what the framework's two do. */
export class OneLineARequest extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    req: FastifyRequest,
    res: FastifyReply,
  ): void {
    if (this.isLogDisabled(req)) return;
    const line = { req, res, responseTime: res.elapsedTime };
    if (error == null) req.log.info(line, "request completed");
    else req.log.error({ ...line, err: error }, "request errored");
  }
}
