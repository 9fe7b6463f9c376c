import { indexes } from './cases/indexes.ts'
import { testCases } from './test_cases.ts'

testCases('Indexes and unique rules come, go and change', indexes)
