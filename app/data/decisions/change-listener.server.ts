import pg from "pg";
import { env } from "../../env.server";
import { log } from "../../log.server";

const reconnectMs = 1_000;

export interface ChangeListener {
  /** False from the loss of the connection until the channels are listened to again. */
  isListening(): boolean;
  close(): Promise<void>;
}

export interface Heard {
  /** The payload of a notification, which begins with the shop that changed. */
  changed(payload: string, channel: string): void;
  /** Notifications may have been missed. */
  missed(): void;
}

/** Listens on a connection of its own and makes another when that one is lost. */
export function listenForChanges(channels: readonly string[], heard: Heard): ChangeListener {
  let client: pg.Client | null = null;
  let listening = false;
  let closed = false;

  const lost = (failed: pg.Client, error?: Error) => {
    if (client !== failed) return;
    client = null;
    listening = false;
    heard.missed();
    failed.end().catch(() => undefined);
    if (closed) return;
    log.warn({ error: error?.message }, "not hearing of changes; connecting again");
    setTimeout(() => { void connect(); }, reconnectMs).unref();
  };

  const connect = async () => {
    if (closed) return;
    const next = new pg.Client({ connectionString: env.DATABASE_URL, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = next;
    next.on("error", (error) => { lost(next, error); });
    next.on("end", () => { lost(next); });
    next.on("notification", ({ payload, channel }) => { if (payload) heard.changed(payload, channel); });
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${next.escapeIdentifier(channel)}`);
      // What changed before the first LISTEN took effect was not heard.
      heard.missed();
      listening = client === next;
    } catch (thrown) {
      lost(next, thrown instanceof Error ? thrown : undefined);
    }
  };
  void connect();

  return {
    isListening: () => listening,
    async close() {
      closed = true;
      await client?.end();
    },
  };
}
