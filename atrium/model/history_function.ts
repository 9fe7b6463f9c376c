import type { RoutineDefinition } from './table_parts.ts'

/**
 * Writes an entry of the history for every row that a statement adds, changes or deletes. Its
 * arguments are arrays of columns: those of the primary key, those whose value nobody is to see
 * later, and those that the database computes from others.
 *
 * Moments are written in UTC whatever zone the writer is in. An update that changes nothing writes
 * nothing.
 */
export const recordHistory: RoutineDefinition = {
  name: 'record_history()',
  sql: `create or replace function record_history() returns trigger
language plpgsql set timezone to 'UTC' as $$
declare
  key_columns text[] := tg_argv[0];
  concealed_columns text[] := tg_argv[1];
  computed_columns text[] := tg_argv[2];
  whole jsonb;
  was jsonb;
  is_now jsonb;
  concealed_changes text[];
begin
  if tg_op = 'INSERT' then
    is_now := to_jsonb(new);
    whole := is_now;
  elsif tg_op = 'DELETE' then
    was := to_jsonb(old);
    whole := was;
  elsif tg_op = 'UPDATE' then
    if old *= new then
      return null;
    end if;

    was := to_jsonb(old);
    whole := to_jsonb(new);
    select
      jsonb_object_agg(key, was -> key),
      jsonb_object_agg(key, value),
      array_agg(key) filter (where key = any (concealed_columns))
    into was, is_now, concealed_changes
    from jsonb_each(whole)
    where value is distinct from was -> key and key <> all (computed_columns);
    if is_now is null then
      return null;
    end if;
  end if;

  insert into history
    (table_name, row_key, action, before, after, concealed, operation, transaction_id, happened_at)
  values (
    tg_table_name,
    (select jsonb_object_agg(name, whole -> name) from unnest(key_columns) as name),
    lower(tg_op),
    was - concealed_columns - computed_columns,
    is_now - concealed_columns - computed_columns,
    concealed_changes,
    nullif(current_setting('atrium.operation', true), '')::jsonb,
    pg_current_xact_id()::text::bigint,
    clock_timestamp()
  );
  return null;
end $$`,
}
