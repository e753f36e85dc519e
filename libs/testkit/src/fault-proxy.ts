import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a service and its database: can be cut, as a network or a server fails, and mended. */
export class FaultProxy {
  private readonly sockets = new Set<Socket>();
  private cutOff = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** Listens on a free port for what `target` serves; answers the same URL with the proxy's address. */
  static async before(target: string): Promise<FaultProxy> {
    const url = new URL(target);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const to = { host: url.hostname, port: Number(url.port) };
    url.host = `127.0.0.1:${port}`;
    const proxy = new FaultProxy(server, url.toString());
    server.on('connection', (socket) => proxy.join(socket, connect(to)));
    return proxy;
  }

  /** Breaks every connection and refuses new ones. */
  cut(): void {
    this.cutOff = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.cutOff = false;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket, far: Socket): void {
    const end = () => {
      near.destroy();
      far.destroy();
      this.sockets.delete(near);
      this.sockets.delete(far);
    };
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      this.sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    if (this.cutOff) end();
    else near.pipe(far).pipe(near);
  }
}
