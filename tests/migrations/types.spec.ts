import { types } from './cases/types.ts'
import { testCases } from './test_cases.ts'

testCases('Columns get other types', types)
