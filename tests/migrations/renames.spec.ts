import { renames } from './cases/renames.ts'
import { testCases } from './test_cases.ts'

testCases('Columns get other names', renames)
