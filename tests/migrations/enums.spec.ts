import { enums } from './cases/enums.ts'
import { testCases } from './test_cases.ts'

testCases('Words of enums come, go and change', enums)
