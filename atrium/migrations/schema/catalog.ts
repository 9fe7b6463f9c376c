/** Objects that extensions made are theirs */
const notOfExtension = (catalog: string, oid: string) =>
  `not exists (
    select from pg_depend
    where pg_depend.classid = '${catalog}'::regclass and pg_depend.objid = ${oid} and deptype = 'e'
  )`

/** Tables of the schema `public`. A partition is told by the table that it is a part of */
const tables = `
  select oid, relname from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    and ${notOfExtension('pg_class', 'pg_class.oid')}`

/**
 * What is asked of PostgreSQL's catalog to know a schema. All of it goes in one message, within which
 * names of `public` need no schema before them, and values are spelled in one way everywhere.
 */
export const catalogQueries = {
  spelling: `
    select set_config(name, value, true)
    from (values
      ('search_path', 'public'), ('TimeZone', 'UTC'), ('DateStyle', 'ISO, MDY'),
      ('IntervalStyle', 'postgres'), ('bytea_output', 'hex'), ('extra_float_digits', '1'),
      ('quote_all_identifiers', 'off')
    ) as settings (name, value)`,

  extensions: `select extname as name from pg_extension where extname <> 'plpgsql' order by 1`,

  enums: `
    select typname as name, obj_description(pg_type.oid, 'pg_type') as comment,
      array_agg(enumlabel::text order by enumsortorder) filter (where enumlabel is not null) as values
    from pg_type left join pg_enum on enumtypid = pg_type.oid
    where typnamespace = 'public'::regnamespace and typtype = 'e'
      and ${notOfExtension('pg_type', 'pg_type.oid')}
    group by pg_type.oid, typname order by 1`,

  functions: `
    select proname || '(' || oidvectortypes(proargtypes) || ')' as name,
      pg_get_functiondef(oid) as definition
    from pg_proc
    where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
      and ${notOfExtension('pg_proc', 'pg_proc.oid')}
    union all
    select typname::text, concat_ws(' ', 'CREATE DOMAIN', quote_ident(typname), 'AS', format_type(typbasetype, typtypmod),
      'COLLATE ' || quote_ident(nullif(collname, 'default')), 'DEFAULT ' || typdefault, case when typnotnull then 'NOT NULL' end,
      (select string_agg(format('CONSTRAINT %I %s', conname, pg_get_constraintdef(pg_constraint.oid, true)), ' ' order by conname)
        from pg_constraint where contypid = pg_type.oid and contype = 'c'))
    from pg_type left join pg_collation on pg_collation.oid = typcollation
    where typnamespace = 'public'::regnamespace and typtype = 'd'
      and ${notOfExtension('pg_type', 'pg_type.oid')}
    order by 1`,

  views: `
    select relname as name, relkind = 'm' as materialized, pg_get_viewdef(oid, true) as definition,
      obj_description(oid, 'pg_class') as comment,
      array(
        select distinct source.relname || '.' || coalesce(attname, '*')
        from pg_rewrite
        join pg_depend on pg_depend.classid = 'pg_rewrite'::regclass
          and pg_depend.objid = pg_rewrite.oid and refclassid = 'pg_class'::regclass
        join pg_class as source on source.oid = refobjid and source.oid <> pg_class.oid
        left join pg_attribute on attrelid = refobjid and attnum = refobjsubid
        where ev_class = pg_class.oid
        order by 1
      ) as depends_on
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and ${notOfExtension('pg_class', 'pg_class.oid')}
    order by 1`,

  tables: `
    select relname as name, reloptions as storage, obj_description(oid, 'pg_class') as comment
    from (${tables}) as ours join pg_class using (oid, relname)
    order by 1`,

  columns: `
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type,
      not attnotnull as nullable, attidentity as identity, attgenerated as generated,
      pg_get_expr(adbin, adrelid, true) as expression,
      case when attcollation <> typcollation then collname end as collation,
      description as comment, sequence.objid is not null as serial
    from (${tables}) as ours
    join pg_attribute on attrelid = ours.oid and attnum > 0 and not attisdropped
    join pg_type on pg_type.oid = atttypid
    left join pg_attrdef on adrelid = ours.oid and adnum = attnum
    left join pg_collation on pg_collation.oid = attcollation
    left join pg_description on objoid = ours.oid and objsubid = attnum
      and pg_description.classoid = 'pg_class'::regclass
    left join pg_depend as sequence on sequence.refclassid = 'pg_class'::regclass
      and sequence.refobjid = ours.oid and sequence.refobjsubid = attnum
      and sequence.classid = 'pg_class'::regclass and sequence.deptype = 'a'
      and (select relkind from pg_class where pg_class.oid = sequence.objid) = 'S'
      and exists (
        select from pg_depend as used
        where used.classid = 'pg_attrdef'::regclass and used.objid = pg_attrdef.oid
          and used.refclassid = 'pg_class'::regclass and used.refobjid = sequence.objid
      )
    order by ours.relname, attnum`,

  constraints: `
    select ours.relname as table, conname as name, contype as kind,
      pg_get_constraintdef(pg_constraint.oid, true) as definition, convalidated as valid,
      array(
        select attname::text from unnest(conkey) with ordinality as key (number, place)
        join pg_attribute on attrelid = conrelid and attnum = number order by place
      ) as columns,
      obj_description(pg_constraint.oid, 'pg_constraint') as comment,
      target.relname as target, confdeltype as on_delete, confupdtype as on_update,
      array(
        select attname::text from unnest(confkey) with ordinality as key (number, place)
        join pg_attribute on attrelid = confrelid and attnum = number order by place
      ) as target_columns
    from (${tables}) as ours
    join pg_constraint on conrelid = ours.oid and contype in ('p', 'u', 'f', 'c', 'x')
    left join pg_class as target on target.oid = confrelid
    order by 1, 2`,

  indexes: `
    select ours.relname as table, pg_class.relname as name, indisunique as unique,
      indisvalid as valid, pg_get_indexdef(indexrelid, 0, true) as definition,
      obj_description(indexrelid, 'pg_class') as comment,
      array(
        select attname::text from pg_attribute
        left join unnest(indkey::int[]) with ordinality as key (number, place) on number = attnum
        where attrelid = indrelid and attnum > 0 and (number is not null or exists (
          select from pg_depend
          where pg_depend.classid = 'pg_class'::regclass and objid = indexrelid
            and refclassid = 'pg_class'::regclass and refobjid = indrelid and refobjsubid = attnum
        ))
        group by attname, attnum order by min(place) nulls last, attnum
      ) as columns
    from (${tables}) as ours
    join pg_index on indrelid = ours.oid
    join pg_class on pg_class.oid = indexrelid
    where not exists (
      select from pg_constraint
      where conindid = indexrelid and conrelid = indrelid and contype in ('p', 'u', 'x')
    )
    order by 1, 2`,

  triggers: `
    select ours.relname as table, tgname as name, pg_get_triggerdef(pg_trigger.oid, true) as definition,
      proname || '(' || oidvectortypes(proargtypes) || ')' as function
    from (${tables}) as ours
    join pg_trigger on tgrelid = ours.oid and not tgisinternal
    join pg_proc on pg_proc.oid = tgfoid
    where ${notOfExtension('pg_trigger', 'pg_trigger.oid')}
    order by 1, 2`,
}
