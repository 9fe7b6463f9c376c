import { tables } from './cases/tables.ts'
import { testCases } from './test_cases.ts'

testCases('Tables come, go and get other names', tables)
