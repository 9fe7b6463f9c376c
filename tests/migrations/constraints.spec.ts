import { constraints } from './cases/constraints.ts'
import { testCases } from './test_cases.ts'

testCases('Checks and foreign keys come, go and change', constraints)
