import { columns } from './cases/columns.ts'
import { testCases } from './test_cases.ts'

testCases('Columns come, go and change', columns)
