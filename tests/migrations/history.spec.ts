import { history } from './cases/history.ts'
import { testCases } from './test_cases.ts'

testCases('Tables begin and end to keep their history', history)
