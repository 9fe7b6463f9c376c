/**
 * What a new data folder gets in its `postgresql.conf`: a server for one machine that keeps every
 * committed row and takes little room. Change them there, or with ALTER SYSTEM.
 */
export const initialSettings: Record<string, string> = {
  /* Durability is PostgreSQL's own default. It is said here so that nobody has to look it up. */
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  /* No replicas hang on this server. */
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',

  max_connections: '100',
  shared_buffers: '64MB',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',

  /* A killed client leaves no statement running behind it. */
  client_connection_check_interval: '1s',

  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}

/**
 * What holds at every start, whatever `postgresql.conf` says: only programs of this machine that
 * know the password get in.
 */
export const fixedSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  logging_collector: 'off',
}
