import { nameOf } from './names.ts'
import type { Readers } from './reader.ts'
import type { Read } from '../operations.ts'

/** Statements about enums and domains. */
export const typeReaders: Readers = {
  CreateEnumStmt: ({ typeName }) => [
    { kind: 'createObject', object: 'type', name: nameOf(typeName), repeatable: false },
  ],
  AlterEnumStmt: ({ typeName, oldVal, newVal = '', newValNeighbor, skipIfNewValExists }) => [
    oldVal
      ? { kind: 'renameEnumValue', type: nameOf(typeName), value: oldVal, to: newVal }
      : {
          kind: 'addEnumValue',
          type: nameOf(typeName),
          value: newVal,
          placed: newValNeighbor !== undefined,
          ifNotExists: skipIfNewValExists ?? false,
        },
  ],
  CreateDomainStmt: ({ domainname, constraints = [] }, statement) => {
    const domain = nameOf(domainname)
    return [
      { kind: 'createObject', object: 'domain', name: domain, repeatable: false },
      ...constraints.flatMap((part): Read[] =>
        'Constraint' in part && part.Constraint.contype === 'CONSTR_CHECK'
          ? [
              {
                kind: 'constrainDomain',
                domain,
                definition: statement.member(part.Constraint.location ?? 0),
              },
            ]
          : []
      ),
    ]
  },
  AlterDomainStmt: ({ typeName, def }, statement) =>
    def && 'Constraint' in def
      ? [
          {
            kind: 'constrainDomain',
            domain: nameOf(typeName),
            definition: statement.member(def.Constraint.location ?? 0),
          },
        ]
      : [{ kind: 'other', repeatable: false }],
}
