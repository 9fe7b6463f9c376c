import { rule } from '../rule.ts'
import { quote } from '../../schema/names.ts'
import { shortType } from '../../schema/spelling.ts'
import { after, losing, oneByOne, together } from '../safe_files.ts'

/** New names for what code that runs already calls by the old one. */
export const renameRules = [
  rule({
    code: 'rename-column',
    title: 'A column is renamed',
    why: 'Between this statement and the last server with new code, every request that names it fails.',
    on: ['renameColumn'],
    covers: ['strong_migrations rename_column', 'squawk renaming-column', 'Atlas BC102'],
    generated: 'notice',
    found: ({ table, column, to }, { operations }) =>
      !operations.some(
        (other) =>
          other.kind === 'renameColumn' &&
          other.table === table &&
          (other.to === column || other.column === to)
      ),
    safeWay: ({ table, column, to }, { known }) => {
      const type = shortType(known.column(table, column)?.type ?? 'text /* or what it is */')
      const [name, from, into] = [`${table}_${to}`, column, to].map(quote)
      return {
        say: 'Both names hold the same while old and new code run side by side.',
        files: [
          together(
            `alter table ${quote(table)} add column ${into} ${type}`,
            `create function ${name}() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.${into} := coalesce(new.${into}, new.${from});
    new.${from} := new.${into};
  elsif new.${into} is distinct from old.${into} then
    new.${from} := new.${into};
  else
    new.${into} := new.${from};
  end if;
  return new;
end $$`,
            `create trigger ${name} before insert or update on ${quote(table)}
for each row execute function ${name}()`
          ),
          oneByOne({
            table: quote(table),
            set: `${into} = ${from}`,
            where: `${into} is distinct from ${from}`,
          }),
          after(
            `code that knows only ${to} runs everywhere`,
            losing(
              `${table}.${column}`,
              together(
                `drop trigger ${name} on ${quote(table)}`,
                `drop function ${name}()`,
                `alter table ${quote(table)} drop column ${from}`
              )
            )
          ),
        ],
      }
    },
  }),
  rule({
    code: 'rename-table',
    title: 'A table is renamed',
    why: 'Between this statement and the last server with new code, every request that names it fails.',
    on: ['renameTable'],
    covers: ['strong_migrations rename_table', 'squawk renaming-table', 'Atlas BC101'],
    generated: 'notice',
    found: ({ table }, { operations }) =>
      !operations.some(
        (other) =>
          (other.kind === 'createObject' && other.object === 'view' && other.name === table) ||
          (other.kind === 'renameTable' && other.to === table)
      ),
    safeWay: ({ table, to }) => ({
      say: 'A view of the old name reads and writes the same rows.',
      files: [
        together(
          `alter table ${quote(table)} rename to ${quote(to)}`,
          `create view ${quote(table)} as select * from ${quote(to)}`
        ),
        after(`code that knows only ${to} runs everywhere`, together(`drop view ${quote(table)}`)),
      ],
    }),
  }),
  rule({
    code: 'rename-enum-value',
    title: 'A value of an enum is renamed',
    why: 'Code that was deployed before still sends the old value, and every such request fails.',
    on: ['renameEnumValue'],
    covers: ['strong_migrations rename_enum_value'],
    generated: 'notice',
    found: () => true,
    safeWay: ({ type, value, to }) => ({
      say: `Deploy code that takes both, then change the rows with a backfill (\`set <column> = '${to}' where <column> = '${value}'\`). An enum keeps ${value}; a text with a check can lose it.`,
      files: [
        oneByOne(
          `alter type ${quote(type)} add value if not exists '${escaped(to)}' before '${escaped(value)}'`
        ),
      ],
    }),
  }),
  rule({
    code: 'rename-schema',
    title: 'A schema is renamed',
    why: 'Everything in it has another name at once.',
    on: ['renameObject'],
    covers: ['strong_migrations rename_schema'],
    newTables: true,
    found: ({ object }) => object === 'schema',
    safeWay: ({ name, to }) => ({
      say: `Make ${to} with views of the tables in ${name}, deploy code that uses it, and move the tables then.`,
      files: [together(`create schema if not exists ${quote(to)}`)],
    }),
  }),
]

function escaped(text: string) {
  return text.replaceAll("'", "''")
}
