import type { PoolClient } from 'pg';

/** The part of pg's connection that a COPY uses. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
}

/**
 * Sends one buffer through `COPY … FROM STDIN`. pg offers the protocol's messages but no such query; this is the
 * smallest object that its queue takes (its `Submittable`).
 *
 * @throws the server's error, as of any statement
 */
export function copyIn(client: PoolClient, text: string, data: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | undefined;
    client.query({
      submit: (connection: CopyConnection) => connection.query(text),
      handleCopyInResponse: (connection: CopyConnection) => {
        connection.sendCopyFromChunk(data);
        connection.endCopyFrom();
      },
      handleError: (error: Error) => {
        failed = error;
        reject(error);
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => {
        if (!failed) resolve();
      },
    } as never);
  });
}
