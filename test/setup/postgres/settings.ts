/** Server settings for one machine's local work; without `durable` a crash may cost the data, which suits tests only. */
export function serverSettings(durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    jit: "off",
    // Parallel plans share memory by /dev/shm, of which containers give little.
    max_parallel_workers_per_gather: "0",
    // A first import fills empty tables within seconds; plans made while they were empty must not live for a minute.
    autovacuum_naptime: "2s",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
